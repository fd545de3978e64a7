import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { Block } from '../../../core/report/document.ts';

/** A card in the top layer beside a block: right of it, or over its right edge where there is no room. */
export function AtBlock({
  block,
  className,
  children,
}: {
  readonly block: Block;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const editor = useSlateStatic();
  const card = useRef<HTMLDivElement>(null);
  const latest = useRef(block);
  useLayoutEffect(() => {
    latest.current = block;
  }, [block]);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    element.showPopover();
    const place = () => {
      const box = boxOf(editor, latest.current);
      if (!box) return;
      const { offsetHeight: height, offsetWidth: width } = element;
      element.style.left = `${Math.max(8, Math.min(box.right + 16, window.innerWidth - width - 8))}px`;
      element.style.top = `${Math.max(8, Math.min(Math.max(box.top, 64), window.innerHeight - height - 8))}px`;
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
  }, [editor]);
  return (
    <div ref={card} popover="manual" className={`popover at-block ${className}`}>
      {children}
    </div>
  );
}

function boxOf(editor: ReactEditor, block: Block): DOMRect | null {
  try {
    return ReactEditor.toDOMNode(editor as never, block as never).getBoundingClientRect();
  } catch {
    // Between a change and its drawing the block may have no element.
    return null;
  }
}
