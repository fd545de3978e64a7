/** Putting things into the text from beside it, and taking them out. */
import { Editor, Node, type NodeEntry, type Path, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { DocumentNode, FigureBlock, Part, PartKey } from '../../core/report/document.ts';
import { SECTION_KEYS } from '../../core/report/document.ts';
import { isText } from '../../core/report/parts.ts';
import { insertCitation as citeAtCaret, takesVoids } from '../editor/commands/inserting.ts';
import type { Session } from './types.ts';

/** Cites references where the caret is; gives whether the caret is in a text that can cite. */
export function insertCitation({ editor }: Session, references: readonly string[]): boolean {
  if (!editor.selection || !takesVoids(editor)) return false;
  citeAtCaret(
    editor,
    references.map(reference => ({ reference })),
  );
  ReactEditor.focus(editor);
  return true;
}

function isSection(key: PartKey): boolean {
  return (SECTION_KEYS as readonly PartKey[]).includes(key);
}

/** After the block that holds the caret, if that is in one of the four sections. */
function placeAtCaret({ editor }: Session): Path | null {
  const [part, block] = editor.selection?.focus.path ?? [];
  if (part === undefined || block === undefined) return null;
  const node = editor.children[part] as Part | undefined;
  return node && isSection(node.key) ? [part, block + 1] : null;
}

/** Puts a figure after the paragraph with the caret, its caption empty; gives whether there was such a place. */
export function insertFigure(session: Session, figure: string): boolean {
  const { editor } = session;
  const at = placeAtCaret(session);
  if (!at) return false;
  const block: FigureBlock = { type: 'figure', id: figure, children: [{ type: 'caption', children: [{ text: '' }] }] };
  Transforms.insertNodes(editor, block as never, { at });
  return true;
}

/** Takes every block with an id out of the text. */
export function removeBlock({ editor }: Session, id: string): void {
  const found = [...Node.nodes(editor)].filter(([node]: NodeEntry) => {
    const each = node as DocumentNode;
    return !isText(each) && each.type !== 'citation' && 'id' in each && each.id === id;
  });
  Editor.withoutNormalizing(editor, () => {
    for (const [, path] of found.toReversed()) Transforms.removeNodes(editor, { at: path });
  });
}
