/** A query typed at the caret behind a sign, as `@rheo fib` or `/table`. */
import { Editor, Range, Text } from 'slate';
import type { CaseEditor } from '../types.ts';

export interface Query {
  /** From the sign to the caret. */
  readonly range: Range;
  readonly text: string;
}

/** The query behind `sign` at the caret: the sign begins a word, and the query has no line end. */
export function queryAt(editor: CaseEditor, sign: '@' | '/'): Query | null {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection)) return null;
  const [node] = Editor.node(editor, selection.anchor.path);
  if (!Text.isText(node)) return null;
  const before = node.text.slice(0, selection.anchor.offset);
  // A citation follows its word without a space, so "@" may stand right behind a letter or a full stop; "/" may not (mg/L).
  const pattern = sign === '@' ? /@([^@\n]{0,60})$/ : /(?:^|[\s\u00a0\u202f([])\/([^/\n]{0,40})$/;
  const found = pattern.exec(before);
  if (!found) return null;
  const text = found[1] as string;
  // "name@host": an address, not a citation.
  if (sign === '@' && /[\w.]+$/.test(before.slice(0, found.index)) && /^\w+\.\w/.test(text)) return null;
  if (/^\s/.test(text)) return null;
  const offset = selection.anchor.offset - text.length - 1;
  return { range: { anchor: { path: selection.anchor.path, offset }, focus: selection.anchor }, text };
}
