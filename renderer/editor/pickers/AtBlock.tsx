import { type ReactNode, useRef } from 'react';
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { Block } from '../../../core/report/document.ts';
import { EDGE, useTopLayer } from './top-layer.ts';

/** Below the title bar. */
const HIGHEST = 64;

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
  useTopLayer(
    card,
    () => ReactEditor.toDOMNode(editor as never, block as never).getBoundingClientRect(),
    ({ offsetHeight }, box) => [
      box.right + 16,
      Math.min(Math.max(box.top, HIGHEST), window.innerHeight - offsetHeight - EDGE),
    ],
  );
  return (
    <div ref={card} popover="manual" className={`popover at-block ${className}`}>
      {children}
    </div>
  );
}
