import { type ReactNode, useRef } from 'react';
import type { Range } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import { EDGE, useTopLayer } from './top-layer.ts';

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
    ({ offsetHeight }, box) => {
      const below = box.bottom + EDGE;
      const fits = below + offsetHeight <= window.innerHeight;
      return [box.left - 12, fits ? below : box.top - offsetHeight - EDGE];
    },
  );
  return (
    <div ref={card} popover="manual" className={`popover at-caret ${className}`}>
      {children}
    </div>
  );
}
