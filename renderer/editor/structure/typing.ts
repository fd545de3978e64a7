/** Typing and Enter, each as its place wants it. */
import { Editor, Node, Path, Range, Transforms } from 'slate';
import { emptyParagraph } from '../../../core/report/parts.ts';
import type { CaseEditor } from '../types.ts';
import { clearCrossing, liftItem } from './deleting.ts';
import { above, allows, atEdge, isType, partAt } from './places.ts';

/** Puts an empty paragraph behind a block and the caret into it. */
function paragraphAfter(editor: CaseEditor, block: Path): void {
  const next = Path.next(block);
  Transforms.insertNodes(editor, emptyParagraph(), { at: next });
  Transforms.select(editor, Editor.start(editor, next));
}

/** Puts the caret at the first paragraph behind a part; it stays where it is when there is none. */
function toTextAfter(editor: CaseEditor, part: Path): void {
  const [paragraph] = Editor.nodes(editor, {
    at: { anchor: Editor.end(editor, part), focus: Editor.end(editor, []) },
    match: (node, path) => isType(node, 'paragraph') && !Path.isDescendant(path, part),
  });
  if (paragraph) Transforms.select(editor, Editor.start(editor, paragraph[1]));
}

function breakHere(editor: CaseEditor, usual: () => void): void {
  const { selection } = editor;
  if (!selection) return;
  const part = partAt(editor, selection.anchor);
  if (!part) return;
  // A title is one line: Enter goes on to the text.
  if (part[0].key === 'title') {
    toTextAfter(editor, part[1]);
    return;
  }
  const cell = above(editor, ['table-cell']);
  if (cell) {
    Editor.insertText(editor, '\n');
    return;
  }
  const caption = above(editor, ['caption']);
  if (caption) {
    paragraphAfter(editor, Path.parent(caption[1]));
    return;
  }
  const item = above(editor, ['list-item']);
  if (item) {
    if (Editor.string(editor, item[1]) === '' && item[0].children.length === 1) liftItem(editor, item[1]);
    else splitItem(editor, item[1]);
    return;
  }
  const heading = above(editor, ['heading']);
  if (heading && atEdge(editor, heading[1], 'end')) {
    paragraphAfter(editor, heading[1]);
    return;
  }
  if (heading && atEdge(editor, heading[1], 'start')) {
    Transforms.insertNodes(editor, emptyParagraph(), { at: heading[1] });
    return;
  }
  usual();
}

function splitItem(editor: CaseEditor, item: Path): void {
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  Transforms.splitNodes(editor, { match: node => isType(node, 'list-item'), always: true });
  const now = above(editor, ['list-item']);
  // An inner list that followed stays with the item that now ends before it.
  if (now && !Path.equals(now[1], item) && !isType(Node.child(now[0], 0), 'paragraph'))
    Transforms.insertNodes(editor, emptyParagraph(), { at: [...now[1], 0] });
}

/** "- " or "1. " at the start of a paragraph begins a list. */
function beginsList(editor: CaseEditor): boolean {
  const { selection } = editor;
  const paragraph = above(editor, ['paragraph']);
  if (!selection || !Range.isCollapsed(selection) || !paragraph || paragraph[1].length !== 2) return false;
  const part = partAt(editor, selection.anchor);
  if (!part || !allows(part[0].key).lists) return false;
  const before = Editor.range(editor, Editor.start(editor, paragraph[1]), selection.anchor);
  const start = Editor.string(editor, before);
  if (start !== '-' && start !== '1.' && start !== '*') return false;
  Editor.withoutNormalizing(editor, () => {
    Transforms.delete(editor, { at: before });
    Transforms.wrapNodes(editor, { type: 'list-item', children: [] }, { at: paragraph[1] });
    Transforms.wrapNodes(editor, { type: 'list', ordered: start === '1.', children: [] }, { at: paragraph[1] });
  });
  return true;
}

export function withTyping(editor: CaseEditor): CaseEditor {
  const { insertText, insertBreak, insertNode } = editor;
  editor.insertText = (text, options) => {
    clearCrossing(editor);
    if (text === ' ' && beginsList(editor)) return;
    insertText(text, options);
  };
  editor.insertBreak = () => {
    clearCrossing(editor);
    Editor.withoutNormalizing(editor, () => breakHere(editor, insertBreak));
  };
  editor.insertSoftBreak = () => {
    clearCrossing(editor);
    const part = editor.selection && partAt(editor, editor.selection.anchor);
    if (part && part[0].key !== 'title') Editor.insertText(editor, '\n');
  };
  editor.insertNode = (node, options) => {
    clearCrossing(editor);
    insertNode(node, options);
  };
  return editor;
}
