/** A query typed at the caret behind a sign, as `@rheo fib` or `/table`. */
import { Editor, Range, Text } from 'slate';
import type { CaseEditor } from '../types.ts';

export interface Query {
  /** From the sign to the caret. */
  readonly range: Range;
  readonly text: string;
}

/** `@` cites, `/` inserts, `=` quotes a value. */
export type Sign = '@' | '/' | '=';

/** "n = 12" and "p=0.03" are no query: a sign that a letter follows is. */
const PATTERNS: Readonly<Record<Sign, RegExp>> = {
  '@': /@([^@\n]{0,60})$/,
  '/': /(?:^|[\s\u00a0\u202f([])\/([^/\n]{0,40})$/,
  '=': /(?:^|[\s\u00a0\u202f([])=((?![\s\u00a0\u202f\d.,<>-])[^=\n]{0,40})$/,
};

/** The query behind `sign` at the caret: the sign begins a word, and the query has no line end. */
export function queryAt(editor: CaseEditor, sign: Sign): Query | null {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection)) return null;
  const [node] = Editor.node(editor, selection.anchor.path);
  if (!Text.isText(node)) return null;
  const before = node.text.slice(0, selection.anchor.offset);
  // A citation follows its word without a space, so "@" may stand right behind a letter or a full stop; "/" may not (mg/L).
  const found = PATTERNS[sign].exec(before);
  if (!found) return null;
  const text = found[1] as string;
  // "name@host": an address, not a citation.
  if (sign === '@' && /[\w.]+$/.test(before.slice(0, found.index)) && /^\w+\.\w/.test(text)) return null;
  if (/^\s/.test(text)) return null;
  const offset = selection.anchor.offset - text.length - 1;
  return { range: { anchor: { path: selection.anchor.path, offset }, focus: selection.anchor }, text };
}

/** Whether a query of any sign stands before the caret. */
export function isAsking(editor: CaseEditor): boolean {
  return (Object.keys(PATTERNS) as Sign[]).some(sign => queryAt(editor, sign) !== null);
}
