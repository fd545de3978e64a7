/** Keys in a text that nobody sees, so that the code they run is compiled before an author's first one. */
import { Editor, Transforms } from 'slate';
import { emptyPart, partOrder } from '../../core/report/parts.ts';
import type { Language } from '../../core/report/types.ts';
import { createTimeline } from '../session/timeline.ts';
import { createCaseEditor } from './create.ts';

/** Enough for the engine to have compiled what it reads first and looked at what it is given. */
const ROUNDS = 10;

/** A step for each key: letters, what deletes them, a paragraph split and merged, and undo. */
export function* readyKeys(language: Language): Generator<void> {
  const parts = partOrder(language).map(emptyPart);
  const editor = createCaseEditor({ parts, language });
  const timeline = createTimeline({
    editor,
    applyData: op => op,
    labels: { typing: '', edit: '' },
  });
  const at = parts.findIndex(({ key }) => key === 'observation');
  yield;
  Transforms.select(editor, Editor.start(editor, [at]));
  Editor.insertText(editor, 'La douleur a reculé depuis.');
  Transforms.move(editor, { distance: 5, reverse: true });
  const keys = [
    () => Editor.insertText(editor, 'e'),
    () => Editor.deleteBackward(editor),
    () => editor.insertBreak(),
    () => Editor.deleteBackward(editor),
    () => editor.insertBreak(),
    () => timeline.undo(),
  ];
  for (let round = 0; round < ROUNDS; round++)
    for (const key of keys) {
      key();
      yield;
    }
}
