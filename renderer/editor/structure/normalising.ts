/** The shape that the document always comes back to, whatever was done to it. Nothing an author wrote is thrown away for it. */
import { Editor, Element, Node, type NodeEntry, type Path, Text, Transforms } from 'slate';
import type { Block, DocumentElement, Inline, Part, PartKey, Table, TableRow } from '../../../core/report/document.ts';
import { emptyParagraph, emptyPart, isOptional, partOrder } from '../../../core/report/parts.ts';
import type { CaseEditor } from '../types.ts';
import { allows, isFloat, isType } from './places.ts';

/** Puts the parts right: each once, in order, none missing but those that may be. Gives whether something was changed. */
function normaliseRoot(editor: CaseEditor): boolean {
  const children = editor.children as Node[];
  const stray = children.findIndex(child => !isType(child, 'part'));
  if (stray >= 0) {
    const path = [stray];
    if (stray > 0)
      Transforms.moveNodes(editor, { at: path, to: [stray - 1, (children[stray - 1] as Part).children.length] });
    else Transforms.wrapNodes(editor, { type: 'part', key: 'observation', children: [] }, { at: path });
    return true;
  }
  const keys = (children as Part[]).map(part => part.key);
  const doubled = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (doubled >= 0) {
    const first = keys.indexOf(keys[doubled] as PartKey);
    const into = (children[first] as Part).children.length;
    const moved = (children[doubled] as Part).children.length;
    for (let count = 0; count < moved; count++)
      Transforms.moveNodes(editor, { at: [doubled, 0], to: [first, into + count] });
    Transforms.removeNodes(editor, { at: [doubled] });
    return true;
  }
  const wanted = partOrder(editor.language).filter(key => !isOptional(key, editor.language) || keys.includes(key));
  for (const [index, key] of wanted.entries()) {
    if (keys[index] === key) continue;
    const from = keys.indexOf(key);
    if (from < 0) Transforms.insertNodes(editor, emptyPart(key), { at: [index] });
    else Transforms.moveNodes(editor, { at: [from], to: [index] });
    return true;
  }
  return false;
}

/** A part's blocks: only what its kind allows. */
function normalisePart(editor: CaseEditor, [part, path]: NodeEntry<Part>): boolean {
  if (part.children.length === 0) {
    Transforms.insertNodes(editor, emptyParagraph(), { at: [...path, 0] });
    return true;
  }
  const allowed = allows(part.key);
  for (const [index, block] of (part.children as Node[]).entries()) {
    const at = [...path, index];
    if (Text.isText(block) || editor.isInline(block as Element)) {
      Transforms.wrapNodes(editor, { type: 'paragraph', children: [] }, { at });
      return true;
    }
    if (isType(block, 'part', 'list-item', 'caption', 'table-row', 'table-cell')) {
      Transforms.unwrapNodes(editor, { at });
      return true;
    }
    if (isFloat(block) && !allowed.floats) {
      replaceByText(editor, block, at);
      return true;
    }
    if (isType(block, 'list') && !allowed.lists) {
      replaceByText(editor, block, at);
      return true;
    }
    if (isType(block, 'heading') && !allowed.headings) {
      toParagraph(editor, at);
      return true;
    }
    if (part.key === 'title' && index > 0) {
      Transforms.mergeNodes(editor, { at });
      return true;
    }
  }
  return false;
}

function toParagraph(editor: CaseEditor, at: Path): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.setNodes(editor, { type: 'paragraph' }, { at });
    Transforms.unsetNodes(editor, ['level'] as never, { at });
  });
}

/** The lowest text of a block as paragraphs, where the block itself may not stand. */
function replaceByText(editor: CaseEditor, block: Element, at: Path): void {
  const texts = [...Node.elements(block)]
    .filter(([node]) => isType(node, 'paragraph', 'caption', 'table-cell'))
    .map(([node]) => Node.string(node));
  const paragraphs: Block[] = texts
    .filter(text => text.trim() !== '')
    .map(text => ({ type: 'paragraph', children: [{ text }] }));
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at });
    Transforms.insertNodes(editor, paragraphs, { at });
  });
}

function normaliseList(
  editor: CaseEditor,
  [list, path]: NodeEntry<Extract<DocumentElement, { type: 'list' }>>,
): boolean {
  if (list.children.length === 0) {
    Transforms.removeNodes(editor, { at: path });
    return true;
  }
  for (const [index, child] of (list.children as Node[]).entries()) {
    if (isType(child, 'list-item')) continue;
    Transforms.wrapNodes(editor, { type: 'list-item', children: [] }, { at: [...path, index] });
    return true;
  }
  return false;
}

/** One paragraph, then lists. */
function normaliseItem(
  editor: CaseEditor,
  [item, path]: NodeEntry<Extract<DocumentElement, { type: 'list-item' }>>,
): boolean {
  const [first, ...rest] = item.children as Node[];
  if (first === undefined || isType(first, 'list')) {
    Transforms.insertNodes(editor, emptyParagraph(), { at: [...path, 0] });
    return true;
  }
  if (Text.isText(first) || editor.isInline(first as Element)) {
    Transforms.wrapNodes(editor, { type: 'paragraph', children: [] }, { at: [...path, 0] });
    return true;
  }
  if (isType(first, 'heading')) {
    toParagraph(editor, [...path, 0]);
    return true;
  }
  const wrong = rest.findIndex(child => !isType(child, 'list'));
  if (wrong < 0) return false;
  const child = rest[wrong] as Node;
  if (Text.isText(child) || editor.isInline(child as Element)) {
    Transforms.wrapNodes(editor, { type: 'paragraph', children: [] }, { at: [...path, wrong + 1], voids: true });
    return true;
  }
  // A second paragraph of an item becomes an item of its own.
  Transforms.splitNodes(editor, { at: [...path, wrong + 1], match: (_node, at) => at.length === path.length });
  return true;
}

/** Elements that hold letters alone: blocks inside them give up their form. */
function normaliseLine(editor: CaseEditor, [line, path]: NodeEntry<Element>): boolean {
  for (const [index, child] of (line.children as Node[]).entries()) {
    if (Text.isText(child) || editor.isInline(child as Element)) continue;
    Transforms.unwrapNodes(editor, { at: [...path, index] });
    return true;
  }
  const part = editor.children[path[0] as number];
  if (!part || !isType(part, 'part') || allows(part.key).voids) return false;
  const index = (line.children as Inline[]).findIndex(child => Element.isElement(child) && editor.isVoid(child));
  if (index < 0) return false;
  Transforms.removeNodes(editor, { at: [...path, index], voids: true });
  return true;
}

const emptyCaption = { type: 'caption' as const, children: [{ text: '' }] };
const emptyCell = () => ({ type: 'table-cell' as const, children: [{ text: '' }] });

/** A float holds its caption, and a table rows of equal length behind it. */
function normaliseFloat(editor: CaseEditor, [float, path]: NodeEntry<Element>): boolean {
  const children = float.children as Node[];
  if (!children[0] || !isType(children[0], 'caption')) {
    const caption = children.findIndex(child => isType(child, 'caption'));
    if (caption > 0) Transforms.moveNodes(editor, { at: [...path, caption], to: [...path, 0] });
    else Transforms.insertNodes(editor, emptyCaption, { at: [...path, 0] });
    return true;
  }
  for (let index = children.length - 1; index > 0; index--) {
    if (isType(float, 'table') && isType(children[index] as Node, 'table-row')) continue;
    Transforms.removeNodes(editor, { at: [...path, index] });
    return true;
  }
  return isType(float, 'table') && normaliseRows(editor, [float, path]);
}

function normaliseRows(editor: CaseEditor, [table, path]: NodeEntry<Table>): boolean {
  const rows = table.children.slice(1) as TableRow[];
  if (rows.length === 0) {
    // A table without rows is a caption without a table.
    replaceByText(editor, table, path);
    return true;
  }
  const width = Math.max(1, ...rows.map(row => row.children.length));
  const short = rows.findIndex(row => row.children.length < width);
  if (short >= 0) {
    const at = [...path, short + 1, (rows[short] as TableRow).children.length];
    Transforms.insertNodes(editor, emptyCell(), { at });
    return true;
  }
  if (table.headerRows > rows.length) {
    Transforms.setNodes(editor, { headerRows: rows.length }, { at: path });
    return true;
  }
  return false;
}

function normaliseRow(editor: CaseEditor, [row, path]: NodeEntry<TableRow>): boolean {
  for (const [index, child] of (row.children as Node[]).entries()) {
    if (isType(child, 'table-cell')) continue;
    Transforms.wrapNodes(editor, emptyCell(), { at: [...path, index] });
    return true;
  }
  return false;
}

/** A link holds letters alone: another inline element leaves it, and a link without letters goes. */
function normaliseLink(editor: CaseEditor, [link, path]: NodeEntry<Element>): boolean {
  const index = (link.children as Node[]).findIndex(child => Element.isElement(child));
  if (index >= 0) {
    Transforms.liftNodes(editor, { at: [...path, index], voids: true });
    return true;
  }
  if (Node.string(link) !== '') return false;
  Transforms.removeNodes(editor, { at: path });
  return true;
}

function normaliseElement(editor: CaseEditor, entry: NodeEntry<Element>): boolean {
  const [element] = entry;
  switch (element.type) {
    case 'part':
      return normalisePart(editor, entry as NodeEntry<Part>);
    case 'list':
      return normaliseList(editor, entry as never);
    case 'list-item':
      return normaliseItem(editor, entry as never);
    case 'table':
    case 'figure':
    case 'chart':
    case 'lab-table':
      return normaliseFloat(editor, entry);
    case 'table-row':
      return normaliseRow(editor, entry as NodeEntry<TableRow>);
    case 'paragraph':
    case 'heading':
    case 'caption':
    case 'table-cell':
      return normaliseLine(editor, entry);
    case 'link':
      return normaliseLink(editor, entry);
    default:
      return false;
  }
}

export function withNormalising(editor: CaseEditor): CaseEditor {
  const { normalizeNode, getDirtyPaths } = editor;
  // Letters decide the shape of their block at most; looking through a part of 200 blocks would cost every key.
  editor.getDirtyPaths = op => {
    const paths = getDirtyPaths(op);
    return op.type === 'insert_text' || op.type === 'remove_text' ? paths.filter(path => path.length >= 2) : paths;
  };
  editor.normalizeNode = (entry, options) => {
    const [node] = entry;
    if (
      Editor.isEditor(node)
        ? normaliseRoot(editor)
        : Element.isElement(node) && normaliseElement(editor, entry as NodeEntry<Element>)
    )
      return;
    normalizeNode(entry, options);
  };
  return editor;
}
