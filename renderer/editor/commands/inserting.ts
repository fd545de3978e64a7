/** Putting things where the caret is. */
import { Editor, Path, Range, Transforms } from 'slate';
import type { LaneKind } from '../../../core/report/chart-settings.ts';
import type { Block, CitationItem, InlineElement } from '../../../core/report/document.ts';
import { emptyParagraph } from '../../../core/report/parts.ts';
import { freshId } from '../identity.ts';
import { emptyRow } from '../paste/cells.ts';
import { allows, isType, partAt } from '../structure/places.ts';
import type { CaseEditor } from '../types.ts';

/** Whether citations, mentions and values may stand at the caret. */
export function takesVoids(editor: CaseEditor): boolean {
  const part = editor.selection && partAt(editor, editor.selection.focus);
  return part ? allows(part[0].key).voids : false;
}

export function takesFloats(editor: CaseEditor): boolean {
  const part = editor.selection && partAt(editor, editor.selection.focus);
  return part ? allows(part[0].key).floats : false;
}

/**
 * An inline at the caret, which goes behind it. The letters it goes to come with it: at the end of a paragraph there are none
 * yet, and the next would be those of the next paragraph.
 */
function insertBefore(editor: CaseEditor, node: InlineElement): void {
  Transforms.insertNodes(editor, [node, { text: '' }], { select: true });
}

/** An inline in the place of a range (the typed query), the caret behind it. */
export function insertInline(editor: CaseEditor, node: InlineElement, instead?: Range): void {
  Editor.withoutNormalizing(editor, () => {
    if (instead) Transforms.delete(editor, { at: instead });
    insertBefore(editor, node);
  });
}

/** A cluster; right behind another one, its references join that one. Gives the id of the cluster that holds them. */
export function insertCitation(editor: CaseEditor, items: readonly CitationItem[], instead?: Range): string {
  let id = freshId('citation');
  Editor.withoutNormalizing(editor, () => {
    if (instead) Transforms.delete(editor, { at: instead });
    const { selection } = editor;
    const before = selection && Range.isCollapsed(selection) ? citationBefore(editor) : null;
    if (before) {
      const [citation, path] = before;
      id = citation.id;
      const held = new Set(citation.items.map(item => item.reference));
      Transforms.setNodes(
        editor,
        { items: [...citation.items, ...items.filter(item => !held.has(item.reference))] },
        { at: path },
      );
      return;
    }
    insertBefore(editor, { type: 'citation', id, items: [...items], children: [{ text: '' }] });
  });
  return id;
}

/** The cluster that ends right before the caret. */
function citationBefore(editor: CaseEditor) {
  const { selection } = editor;
  if (selection?.anchor.offset !== 0) return null;
  const { path } = selection.anchor;
  const index = path.at(-1) as number;
  if (index === 0) return null;
  const previous = Path.previous(path);
  const [node] = Editor.node(editor, previous);
  return isType(node, 'citation') ? ([node, previous] as const) : null;
}

/** A block behind the caret's own; an empty paragraph gives its place to it. */
export function insertBlock(editor: CaseEditor, block: Block, instead?: Range): void {
  if (!takesFloats(editor)) return;
  Editor.withoutNormalizing(editor, () => {
    if (instead) Transforms.delete(editor, { at: instead });
    const { selection } = editor;
    if (!selection) return;
    const here = selection.focus.path.slice(0, 2);
    const [node] = Editor.node(editor, here);
    const empty =
      isType(node, 'paragraph') && Editor.string(editor, here) === '' && node.children.every(child => 'text' in child);
    const at = empty ? here : Path.next(here);
    if (empty) Transforms.removeNodes(editor, { at: here });
    Transforms.insertNodes(editor, block, { at });
    // There is always a line to go on writing below.
    const next = Path.next(at);
    if (!Editor.hasPath(editor, next)) Transforms.insertNodes(editor, emptyParagraph(), { at: next });
    Transforms.select(editor, Editor.start(editor, at));
  });
}

const caption = () => ({ type: 'caption' as const, children: [{ text: '' }] });

export const newTable = (): Block => ({
  type: 'table',
  id: freshId('table'),
  headerRows: 1,
  children: [caption(), emptyRow(3), emptyRow(3), emptyRow(3)],
});

export const newChart = (series: readonly string[], lanes: readonly LaneKind[] = []): Block => ({
  type: 'chart',
  id: freshId('chart'),
  series: [...series],
  ...(lanes.length > 0 && { settings: { lanes } }),
  children: [caption()],
});

export const newLabTable = (series: readonly string[]): Block => ({
  type: 'lab-table',
  id: freshId('lab'),
  series: [...series],
  children: [caption()],
});

export const newFigureBlock = (id: string): Block => ({ type: 'figure', id, children: [caption()] });
