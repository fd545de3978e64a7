/** Keys that come while a long text is put in: letters wait and come behind it, what may change other places finds it done. */
import { Editor } from 'slate';
import { ReactEditor } from 'slate-react';
import type { MakingWay } from '../../session/timeline.ts';
import type { CaseEditor } from '../types.ts';

type Deed = (editor: CaseEditor, data: string) => void;

/** What waits, by the browser's name for it. */
const WAITING: Readonly<Record<string, Deed>> = {
  insertText: (editor, data) => Editor.insertText(editor, data),
  insertParagraph: editor => editor.insertBreak(),
  insertLineBreak: editor => editor.insertSoftBreak(),
  deleteContentBackward: editor => Editor.deleteBackward(editor),
  deleteContentForward: editor => Editor.deleteForward(editor),
};

const isModifier = (key: string) => /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead|Process)$/.test(key);
const waits = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  !metaKey && (key.length === 1 ? ctrlKey === altKey : /^(?:Enter|Backspace|Delete)$/.test(key));

/** Holds keys from now on. Gives what lets go of them, which gives what does those that waited. */
export function holdKeys(editor: CaseEditor, { finish, stop }: MakingWay): () => () => void {
  const waiting: { readonly deed: Deed; readonly data: string }[] = [];
  const sheet = ReactEditor.toDOMNode(editor, editor);
  const isInText = ({ target }: Event) => target instanceof Node && sheet.contains(target);
  const isOfNotices = ({ target }: Event) => target instanceof Element && target.closest('.notices') !== null;

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    if (isModifier(key) || isOfNotices(event)) return;
    const isUndo = (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z';
    if (key === 'Escape' || isUndo) {
      event.preventDefault();
      event.stopImmediatePropagation();
      stop();
    } else if (isInText(event) && waits(event)) event.stopImmediatePropagation();
    else if (isInText(event) || ctrlKey || metaKey) finish();
  };
  const onBeforeInput = (event: InputEvent) => {
    if (!isInText(event)) return;
    const deed = WAITING[event.inputType];
    if (!deed) {
      finish();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.push({ deed, data: event.data ?? '' });
  };
  // A place of the text can be chosen and the notices be pressed; a button may do anything.
  const onPointerDown = (event: Event) => {
    if (!isInText(event) && !isOfNotices(event)) finish();
  };
  const others = ['compositionstart', 'paste', 'cut', 'drop', 'dragstart'] as const;
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('beforeinput', onBeforeInput, true);
  window.addEventListener('pointerdown', onPointerDown, true);
  for (const name of others) window.addEventListener(name, finish, true);
  return () => {
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('beforeinput', onBeforeInput, true);
    window.removeEventListener('pointerdown', onPointerDown, true);
    for (const name of others) window.removeEventListener(name, finish, true);
    return () => {
      for (const { deed, data } of waiting) deed(editor, data);
    };
  };
}
