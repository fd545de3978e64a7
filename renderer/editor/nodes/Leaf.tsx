import type { RenderLeafProps, RenderTextProps } from 'slate-react';

/**
 * A text, in one element where Slate has two: what Slate looks for on the leaf stands on the text. Chromium reads every element in and
 * near view for its input method at each key, so that one fewer for each text is felt.
 */
export function TextNode({ attributes, children }: RenderTextProps) {
  return (
    <span {...attributes} data-slate-leaf="true">
      {children}
    </span>
  );
}

/** Letters with their marks. */
export function Leaf({ children, leaf }: RenderLeafProps) {
  let shown = children;
  if (leaf.bold) shown = <strong>{shown}</strong>;
  if (leaf.italic) shown = <em>{shown}</em>;
  if (leaf.underline) shown = <u>{shown}</u>;
  if (leaf.sup) shown = <sup>{shown}</sup>;
  if (leaf.sub) shown = <sub>{shown}</sub>;
  return shown;
}
