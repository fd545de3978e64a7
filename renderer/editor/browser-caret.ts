/** The caret where the browser has it. */
import { Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { CaseEditor } from './types.ts';

/**
 * Takes over a caret, or a selected stretch, that the browser moved. Slate hears of one up to 100 ms later, and moves by arrow keys of
 * its own accord: a key that follows another faster than that would go on from where the caret was before.
 */
export function takeCaret(editor: CaseEditor): void {
  const shown = window.getSelection();
  const sheet = ReactEditor.toDOMNode(editor, editor);
  if (!shown?.anchorNode || document.activeElement !== sheet) return;
  if (!ReactEditor.hasEditableTarget(editor, shown.anchorNode) || !ReactEditor.hasTarget(editor, shown.focusNode))
    return;
  const range = ReactEditor.toSlateRange(editor, shown, { exactMatch: false, suppressThrow: true });
  if (range && !(editor.selection && Range.equals(range, editor.selection))) Transforms.select(editor, range);
}
