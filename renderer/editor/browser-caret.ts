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

/**
 * Gives the browser the caret where the text has it, as the focus comes back from a dialog or a field: the browser itself would
 * begin at the first letter of the sheet, and Slate would follow it there. A press of the mouse says where the caret goes.
 */
export function giveCaret(editor: CaseEditor): void {
  const at = editor.selection;
  const sheet = ReactEditor.toDOMNode(editor, editor);
  if (!at || sheet.matches(':active')) return;
  // The browser places its caret once the focus is told of: after that.
  queueMicrotask(() => {
    if (document.activeElement !== sheet || editor.selection !== at) return;
    try {
      const [anchor, offset] = ReactEditor.toDOMPoint(editor, at.anchor);
      const [focus, end] = ReactEditor.toDOMPoint(editor, at.focus);
      window.getSelection()?.setBaseAndExtent(anchor, offset, focus, end);
    } catch {
      // Not drawn at this moment: Slate brings the caret there as it is.
    }
  });
}
