import { type Range, Transforms } from 'slate';
import type { CaseEditor } from '../types.ts';

/** Takes a typed query out of the text and leaves the caret where it was. */
export function clear(editor: CaseEditor, query: Range): void {
  Transforms.select(editor, query);
  Transforms.delete(editor);
}
