import type { RenderLeafProps } from 'slate-react';

/** Letters with their marks. */
export function Leaf({ attributes, children, leaf }: RenderLeafProps) {
  let shown = children;
  if (leaf.bold) shown = <strong>{shown}</strong>;
  if (leaf.italic) shown = <em>{shown}</em>;
  if (leaf.underline) shown = <u>{shown}</u>;
  if (leaf.sup) shown = <sup>{shown}</sup>;
  if (leaf.sub) shown = <sub>{shown}</sub>;
  return <span {...attributes}>{shown}</span>;
}
