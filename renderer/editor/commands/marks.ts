/** Marks of letters. Superscript and subscript exclude one another. */
import { Editor, Range, Text, Transforms } from 'slate';
import { partAt } from '../structure/places.ts';
import type { CaseEditor, Mark } from '../types.ts';

/** The marks of the selection, or of what is typed next. */
export function marksHere(editor: CaseEditor): Partial<Record<Mark, true>> {
  return (Editor.marks(editor) as Partial<Record<Mark, true>> | null) ?? {};
}

/** Sets or takes away a mark on the selection, or for what is typed next. */
export function toggleMark(editor: CaseEditor, mark: Mark): void {
  if (!editor.selection) return;
  const on = marksHere(editor)[mark] !== true;
  const other: Mark | null = mark === 'sup' ? 'sub' : mark === 'sub' ? 'sup' : null;
  if (Range.isCollapsed(editor.selection)) {
    if (other) Editor.removeMark(editor, other);
    if (on) Editor.addMark(editor, mark, true);
    else Editor.removeMark(editor, mark);
    return;
  }
  Editor.withoutNormalizing(editor, () => {
    const options = { match: Text.isText, split: true } as const;
    if (other) Transforms.unsetNodes<Text>(editor, other, options);
    if (on) Transforms.setNodes<Text>(editor, { [mark]: true }, options);
    else Transforms.unsetNodes<Text>(editor, mark, options);
  });
}

/** The address of the link around the caret. */
export function linkAt(editor: CaseEditor): string | null {
  if (!editor.selection) return null;
  const [found] = Editor.nodes(editor, { match: node => 'type' in node && node.type === 'link' });
  return found && 'url' in found[0] ? (found[0] as { url: string }).url : null;
}

/** Links the selection (or inserts the address as its own text); an empty address takes the link away. */
export function setLink(editor: CaseEditor, address: string): void {
  const { selection } = editor;
  if (!selection || !partAt(editor, selection.anchor)) return;
  const url = /^[a-z]+:/i.test(address) || address === '' ? address.trim() : `https://${address.trim()}`;
  Editor.withoutNormalizing(editor, () => {
    const match = (node: unknown) => (node as { type?: string }).type === 'link';
    Transforms.unwrapNodes(editor, { match, split: false });
    if (url === '') return;
    if (Range.isCollapsed(selection)) Transforms.insertNodes(editor, { type: 'link', url, children: [{ text: url }] });
    else Transforms.wrapNodes(editor, { type: 'link', url, children: [] }, { split: true });
  });
}
