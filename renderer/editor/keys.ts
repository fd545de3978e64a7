/** Keys of the sheet. No Ctrl+Alt+letter: AltGr is that on many keyboards. */
import type { KeyboardEvent } from 'react';
import { indentItem, outdentItem, toggleHeading, toggleList } from './commands/blocks.ts';
import { toggleMark } from './commands/marks.ts';
import { moveCell } from './commands/tables.ts';
import type { CaseEditor, Mark } from './types.ts';

/** By the letter typed, so that they hold on AZERTY, QWERTZ and QWERTY. */
const MARKS: Readonly<Record<string, Mark>> = { b: 'bold', i: 'italic', u: 'underline' };

/** Acts on a key and gives whether it did. */
export function handleKey(editor: CaseEditor, event: KeyboardEvent): boolean {
  if (event.nativeEvent.isComposing) return false;
  const mod = (event.ctrlKey || event.metaKey) && !event.altKey;
  const key = event.key.toLowerCase();
  if (key === 'tab' && !mod && !event.altKey) {
    if (moveCell(editor, event.shiftKey ? -1 : 1)) return true;
    return event.shiftKey ? outdentItem(editor) : indentItem(editor);
  }
  if (!mod) return false;
  const mark = MARKS[key];
  if (mark && !event.shiftKey) {
    toggleMark(editor, mark);
    return true;
  }
  // The key that bears "." and the one that bears ",", whatever is typed with Shift.
  if (event.shiftKey && (event.code === 'Period' || event.key === '.' || event.key === '>')) {
    toggleMark(editor, 'sup');
    return true;
  }
  if (event.shiftKey && (event.code === 'Comma' || event.key === ',' || event.key === '<')) {
    toggleMark(editor, 'sub');
    return true;
  }
  if (event.shiftKey && event.code === 'Digit7') {
    toggleList(editor, true);
    return true;
  }
  if (event.shiftKey && event.code === 'Digit8') {
    toggleList(editor, false);
    return true;
  }
  if (event.shiftKey && (event.code === 'Digit1' || event.code === 'Digit2')) {
    toggleHeading(editor, event.code === 'Digit1' ? 1 : 2);
    return true;
  }
  return false;
}
