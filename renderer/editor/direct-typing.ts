/**
 * Letters go straight into the text on the page, and React follows when typing rests.
 *
 * Drawing a long section anew costs React more than the browser needs for the letter itself. A key that changes nothing but letters
 * of one text is therefore done three times over: in Slate's value, as always; in the text node that shows it, by the same operations;
 * and, once no key has come for a while or anything else happens, by React, which then finds the page as it wants it. What a key
 * does is asked of the editor first: whatever is more than letters of one text is drawn at once, as if this file were not there.
 */
import { flushSync } from 'react-dom';
import { Editor, Node, type Operation, Range, Text } from 'slate';
import { ReactEditor } from 'slate-react';
import { deleteLetterBefore } from './structure/letters.ts';
import type { CaseEditor } from './types.ts';

/** After this much rest React draws what was typed (milliseconds): longer than between two keys of one word. */
const REST = 300;

/** What a key may ask of the editor, by the browser's name for it. */
const COMMANDS: Readonly<Record<string, (editor: CaseEditor, data: string) => void>> = {
  insertText: (editor, data) => Editor.insertText(editor, data),
  deleteContentBackward: editor => void (deleteLetterBefore(editor) || Editor.deleteBackward(editor)),
  deleteContentForward: editor => Editor.deleteForward(editor),
  deleteWordBackward: editor => Editor.deleteBackward(editor, { unit: 'word' }),
  deleteWordForward: editor => Editor.deleteForward(editor, { unit: 'word' }),
};

export interface DirectTyping {
  /** For `onDOMBeforeInput`: acts on a key that changes letters, and gives whether it did. */
  handle(event: InputEvent): boolean;
  /** Listens for what needs React to have drawn everything. Gives the way to stop. */
  watch(element: HTMLElement): () => void;
}

interface Needs {
  readonly editor: CaseEditor;
  /** After a key: whether the window has to be drawn for it at once, since a list of choices is open. */
  needsDrawing(): boolean;
  /** The caret was put at a place: brings it into view. */
  onCaret(caret: globalThis.Range): void;
}

const waiting = new WeakMap<CaseEditor, { mirrored: number; held: boolean }>();

/** Keeps React's `onChange` back where all that happened stands on the page already. Comes right outside of `withReact`. */
export function withDirectTyping(editor: CaseEditor): CaseEditor {
  const { onChange } = editor;
  waiting.set(editor, { mirrored: 0, held: false });
  editor.onChange = options => {
    const state = waitingFor(editor);
    const isMirrored = state.mirrored > 0 && state.mirrored === editor.operations.length;
    state.mirrored = 0;
    state.held = isMirrored;
    if (!isMirrored) onChange(options);
  };
  return editor;
}

function waitingFor(editor: CaseEditor): { mirrored: number; held: boolean } {
  const state = waiting.get(editor);
  if (!state) throw new Error('an editor without direct typing');
  return state;
}

interface Caret {
  readonly text: Text;
  readonly path: readonly number[];
  readonly node: globalThis.Text;
}

/** A place of the caret in a text node. */
interface Place {
  readonly node: globalThis.Node | null;
  readonly offset: number;
}

/** Where the browser has the caret; null for a selected stretch. */
function shownPlace(): Place | null {
  const shown = window.getSelection();
  return shown?.isCollapsed ? { node: shown.anchorNode, offset: shown.anchorOffset } : null;
}

/** The text with the caret and the one text node that shows it; null where page and value are not letter for letter the same. */
function caretOf(editor: CaseEditor, shown: Place | null): Caret | null {
  const { selection } = editor;
  if (!selection || !shown || !Range.isCollapsed(selection) || editor.marks) return null;
  const { node } = shown;
  const { path, offset } = selection.anchor;
  const text = Node.getIf(editor, path);
  if (!(node instanceof globalThis.Text) || !text || !Text.isText(text)) return null;
  if (shown.offset !== offset || node.data !== text.text) return null;
  return ReactEditor.toDOMNode(editor, text).contains(node) ? { text, path, node } : null;
}

const isSame = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((step, index) => step === b[index]);

/** Whether operations change letters of one text alone. */
function changesOnly(operations: readonly Operation[], path: readonly number[]): boolean {
  return operations.every(
    op =>
      op.type === 'set_selection' ||
      ((op.type === 'insert_text' || op.type === 'remove_text') && isSame(op.path, path)),
  );
}

/** Does to a text node what was done to the text. */
function mirror(operations: readonly Operation[], node: globalThis.Text): void {
  for (const op of operations) {
    if (op.type === 'insert_text') node.insertData(op.offset, op.text);
    else if (op.type === 'remove_text') node.deleteData(op.offset, op.text.length);
  }
}

export function directTyping({ editor, needsDrawing, onCaret }: Needs): DirectTyping {
  let rest: ReturnType<typeof setTimeout> | undefined;
  /**
   * Where the caret goes with the next frame. Chromium tells its other processes of a caret that moves during a key, with the text
   * around it, for which it reads the document from its start; of one that moves before a frame it tells with the frame.
   */
  let next: Place | null = null;

  function placeCaret(): void {
    if (!next) return;
    const { node, offset } = next;
    next = null;
    if (!node?.isConnected) return;
    window.getSelection()?.collapse(node, offset);
    const range = document.createRange();
    range.setStart(node, offset);
    onCaret(range);
  }

  /** Lets React draw what it has not drawn yet. */
  function draw(): void {
    clearTimeout(rest);
    placeCaret();
    if (waitingFor(editor).held) editor.onChange();
  }
  const drawNow = () => {
    placeCaret();
    if (waitingFor(editor).held) flushSync(draw);
  };

  function handle(event: InputEvent): boolean {
    const command = COMMANDS[event.inputType];
    const isLetter = command && !event.isComposing && editor.operations.length === 0 && (event.data?.length ?? 0) <= 2;
    const caret = isLetter ? caretOf(editor, next ?? shownPlace()) : null;
    if (!command || !caret || caret.text.text === '') {
      drawNow();
      return false;
    }
    event.preventDefault();
    command(editor, event.data ?? '');
    const { operations, selection } = editor;
    const after = Node.getIf(editor, caret.path as number[]);
    const isPlain =
      changesOnly(operations, caret.path) &&
      after &&
      Text.isText(after) &&
      // An empty text is drawn otherwise, and a line end at the very end as well.
      after.text !== '' &&
      !after.text.endsWith('\n') &&
      selection &&
      Range.isCollapsed(selection) &&
      isSame(selection.anchor.path, caret.path);
    if (!isPlain) {
      next = null;
      return true;
    }
    mirror(operations, caret.node);
    if (caret.node.data !== after.text) return true;
    if (!next) requestAnimationFrame(placeCaret);
    next = { node: caret.node, offset: selection.anchor.offset };
    clearTimeout(rest);
    if (needsDrawing()) {
      placeCaret();
      return true;
    }
    waitingFor(editor).mirrored = operations.length;
    rest = setTimeout(draw, REST);
    return true;
  }

  /**
   * Everything but letters may ask where things stand on the page: React draws first. Letters, and what deletes them, act in
   * `beforeinput` and are not handed to React: Slate would read the whole part at each, to know which way it is written.
   */
  const onKeyDown = (event: KeyboardEvent, element: HTMLElement) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    const deletes = key === 'Backspace' || key === 'Delete';
    if (ctrlKey || metaKey || !(key.length === 1 || deletes || key === 'Shift')) {
      drawNow();
      return;
    }
    if (altKey || key === 'Shift' || event.target !== element) return;
    if (event.isComposing || ReactEditor.isComposing(editor)) return;
    // A citation that holds the caret is deleted by Slate.
    if (!deletes || caretOf(editor, next ?? shownPlace())) event.stopPropagation();
  };

  return {
    handle,
    watch(element) {
      const root = element.ownerDocument;
      const onKey = (event: KeyboardEvent) => onKeyDown(event, element);
      const events = ['pointerdown', 'compositionstart', 'paste', 'drop', 'focusout'] as const;
      root.addEventListener('keydown', onKey, true);
      for (const name of events) root.addEventListener(name, drawNow, true);
      return () => {
        clearTimeout(rest);
        root.removeEventListener('keydown', onKey, true);
        for (const name of events) root.removeEventListener(name, drawNow, true);
      };
    },
  };
}
