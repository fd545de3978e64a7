/** Finding one's way in the document: parts, the places that keep their text to themselves, floats. */
import { Editor, Element, Node, type NodeEntry, Path, type Point, Range } from 'slate';
import type {
  Block,
  Caption,
  DocumentElement,
  Floating,
  List,
  ListItem,
  Part,
  PartKey,
  Table,
  TableCell,
  TableRow,
} from '../../../core/report/document.ts';
import { isAbstract, isFloating } from '../../../core/report/parts.ts';
import type { CaseEditor } from '../types.ts';

type Typed<T extends DocumentElement['type']> = Extract<DocumentElement, { type: T }>;

/** Whether a node is an element of a type. */
export function isType<T extends DocumentElement['type']>(node: Node, ...types: readonly T[]): node is Typed<T> {
  return Element.isElement(node) && (types as readonly string[]).includes(node.type);
}

/** The nearest element of a type around a place (default: the caret). */
export function above<T extends DocumentElement['type']>(
  editor: CaseEditor,
  types: readonly T[],
  at?: Path | Point,
): NodeEntry<Typed<T>> | null {
  const place = at ?? editor.selection?.focus;
  if (!place) return null;
  const found = Editor.above(editor, { at: place, match: node => isType(node, ...types) });
  return (found as NodeEntry<Typed<T>> | undefined) ?? null;
}

/** Whether text may not flow out of an element: not into the next one, and not into it. */
export const isIsolate = (node: Node): node is Part | Caption | TableCell =>
  isType(node, 'part', 'caption', 'table-cell');

/** The deepest isolating element around a point. */
export function isolateAt(editor: CaseEditor, point: Point | Path): NodeEntry<Part | Caption | TableCell> | null {
  const path = Path.isPath(point) ? point : point.path;
  for (let depth = path.length; depth >= 1; depth--) {
    const ancestor = path.slice(0, depth);
    const node = Node.get(editor, ancestor);
    if (isIsolate(node)) return [node, ancestor];
  }
  return null;
}

export function partAt(editor: CaseEditor, point: Point | Path): NodeEntry<Part> | null {
  const path = Path.isPath(point) ? point : point.path;
  const part = editor.children[path[0] ?? -1];
  return part && isType(part, 'part') ? [part, [path[0] as number]] : null;
}

/** The part in which the caret is. */
export function currentPart(editor: CaseEditor): PartKey | null {
  return editor.selection ? (partAt(editor, editor.selection.focus)?.[0].key ?? null) : null;
}

/** A child of a part (or of a list item: a paragraph or list) around a point. */
export function blockAt(editor: CaseEditor, point: Point | Path): NodeEntry<Block> | null {
  const path = Path.isPath(point) ? point : point.path;
  if (path.length < 2) return null;
  return [Node.get(editor, path.slice(0, 2)) as Block, path.slice(0, 2)];
}

export const isFloat = (node: Node): node is Floating => Element.isElement(node) && isFloating(node);

/** What a part may hold. */
export function allows(key: PartKey): {
  readonly floats: boolean;
  readonly lists: boolean;
  readonly headings: boolean;
  readonly voids: boolean;
} {
  if (key === 'title') return { floats: false, lists: false, headings: false, voids: false };
  if (isAbstract(key)) return { floats: false, lists: false, headings: true, voids: false };
  const section = key === 'introduction' || key === 'observation' || key === 'discussion' || key === 'conclusion';
  return { floats: section, lists: true, headings: section, voids: true };
}

/** Whether a collapsed selection stands at the start (or end) of an element. */
export function atEdge(editor: CaseEditor, path: Path, edge: 'start' | 'end'): boolean {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection)) return false;
  return edge === 'start'
    ? Editor.isStart(editor, selection.anchor, path)
    : Editor.isEnd(editor, selection.anchor, path);
}

export type { Caption, List, ListItem, Table, TableCell, TableRow };
