/** Putting words in the place of what was found. */
import { Node, Path, type Range, Transforms } from 'slate';
import type { CaseEditor } from '../types.ts';

/** Puts a text in the place of a range. */
export function replaceRange(editor: CaseEditor, range: Range, by: string): void {
  const { path, offset } = range.anchor;
  if (!Path.equals(path, range.focus.path)) {
    Transforms.insertText(editor, by, { at: range });
    return;
  }
  // Within one text these are all the steps there are; at a thousand places, looking for others would be felt.
  const text = Node.leaf(editor, path).text.slice(offset, range.focus.offset);
  editor.apply({ type: 'remove_text', path, offset, text });
  if (by !== '') editor.apply({ type: 'insert_text', path, offset, text: by });
}
