import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Range } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';

/** A card in the top layer below (or above) a place in the text. It never takes the focus. */
export function AtCaret({
  range,
  className,
  children,
}: {
  readonly range: Range;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const editor = useSlateStatic();
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    element.showPopover();
    const place = () => {
      const box = boxOf(editor, range);
      if (!box) return;
      const { offsetHeight: height, offsetWidth: width } = element;
      const below = box.bottom + 8 + height <= window.innerHeight;
      element.style.left = `${Math.max(8, Math.min(box.left - 12, window.innerWidth - width - 8))}px`;
      element.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - height - 8)}px`;
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(element);
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      watch.disconnect();
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [editor, range]);
  return (
    <div ref={card} popover="manual" className={`popover at-caret ${className}`}>
      {children}
    </div>
  );
}

function boxOf(editor: ReactEditor, range: Range): DOMRect | null {
  try {
    return ReactEditor.toDOMRange(editor as never, range).getBoundingClientRect();
  } catch {
    // Between a change and its drawing the place may have no element.
    return null;
  }
}
