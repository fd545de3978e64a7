/** Deleting one letter without asking where letters end. */
import { Node, Range, Text } from 'slate';
import type { CaseEditor } from '../types.ts';

/** Printed signs of Latin letters, up to the first combining mark: each is a letter by itself, whatever stands beside it. */
const isAlone = (code: number) => (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0x300 && code !== 0xad);

/** Signs that belong to the letter behind them, or are half of one, are none of these. */
const isBefore = (code: number) => Number.isNaN(code) || isAlone(code) || code === 0x0a;

/**
 * What Backspace does behind a Latin letter that stands in the caret's own text, and nothing else can happen: Slate looks for the end of
 * the letter, of the word and of the block for it, twice. Gives whether it was such a letter.
 */
export function deleteLetterBefore(editor: CaseEditor): boolean {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection)) return false;
  const { path, offset } = selection.anchor;
  const node = Node.getIf(editor, path);
  if (!node || !Text.isText(node) || offset === 0) return false;
  const { text } = node;
  const at = offset - 1;
  if (!isAlone(text.charCodeAt(at)) || !isBefore(text.charCodeAt(at - 1))) return false;
  editor.apply({ type: 'remove_text', path, offset: at, text: text.charAt(at) });
  return true;
}
