import { type ReactNode, useRef } from 'react';
import type { Range } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { EDGE, useTopLayer } from './top-layer.ts';

/** A card is no lower than this, whatever room there is (pixels). */
const LEAST = 120;

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
  useTopLayer(
    card,
    () => ReactEditor.toDOMRange(editor as never, range).getBoundingClientRect(),
    (element, box) => {
      element.style.maxHeight = '';
      const below = box.bottom + EDGE;
      const [under, over] = [window.innerHeight - below - EDGE, box.top - 2 * EDGE];
      const { offsetHeight } = element;
      const isBelow = offsetHeight <= under || (offsetHeight > over && under >= over);
      // In a low window it scrolls: the line that is written in stays free.
      const room = Math.max(isBelow ? under : over, LEAST);
      if (offsetHeight > room) element.style.maxHeight = `${room}px`;
      return [box.left - 12, isBelow ? below : box.top - Math.min(offsetHeight, room) - EDGE];
    },
  );
  return (
    <div ref={card} popover="manual" className={`popover at-caret ${className}`}>
      {children}
    </div>
  );
}
