/** Which structure element a block of the document is. */
import type { Dictionary, LayoutNode } from '../engine/types.ts';
import { inlineTags } from '../preprocessing.ts';
import { textString } from './numbers.ts';
import { childElements, element, type StructureElement } from './structure.ts';

/** Elements that hold text themselves: a paragraph within one is its text, not a further element. */
const textHolders = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Caption', 'TOCI', 'BibEntry']);

/** The row of a table whose cells are being laid out. */
export interface OpenRow {
  readonly element: StructureElement;
  readonly isHead: boolean;
}

/** Where the block stands. */
export interface Place {
  readonly parent: StructureElement;
  /** The row, when the block is one of its cells. */
  readonly row: OpenRow | null;
  /** Whether the block is an item of the list `parent`. */
  readonly isListItem: boolean;
  readonly isInContents: boolean;
}

/** Whether the block is an image or drawing nobody described: decoration. */
export function isDecoration(node: LayoutNode): boolean {
  return isPicture(node) && !node.alt;
}

function isPicture(node: LayoutNode): boolean {
  return Boolean(node.image || node.svg || node.canvas || node.qr);
}

/** The element that the block's content goes to, made within that of the place unless it is the same. */
export function elementOf(node: LayoutNode, place: Place): StructureElement {
  const { parent, row } = place;
  if (row) return node._span ? parent : cellElement(node, row, place);
  if (place.isListItem) return itemElement(node, place);
  return ownElement(node, place, textHolders.has(parent.type));
}

/** The element of the block itself; its text goes to the parent when `isHeld`. */
function ownElement(node: LayoutNode, place: Place, isHeld: boolean): StructureElement {
  const { parent } = place;
  const data = language(node);
  if (node.ul || node.ol) return listElement(node, parent);
  if (node.table) return tableElement(node, place);
  if (isPicture(node)) return node.alt ? element('Figure', parent, { ...data, Alt: textString(node.alt) }) : parent;
  if (node.tag && (!inlineTags.has(node.tag) || node.tag === 'BibEntry')) return element(node.tag, parent, data);
  if (node.text === undefined || isHeld) return parent;
  return element(node.headlineLevel ? `H${node.headlineLevel}` : 'P', parent, data);
}

function listElement(node: LayoutNode, parent: StructureElement): StructureElement {
  const numbering = node.ol ? 'Decimal' : 'Disc';
  return element('L', parent, { ...language(node), A: { O: 'List', ListNumbering: numbering } });
}

function tableElement(node: LayoutNode, place: Place): StructureElement {
  if (place.isInContents) return element('TOC', place.parent);
  const summary = node.summary ? { A: { O: 'Table', Summary: textString(node.summary) } } : {};
  return element('Table', place.parent, { ...language(node), ...summary });
}

/** A list within a list belongs to the item before it; any other block is an item with its label and body. */
function itemElement(node: LayoutNode, place: Place): StructureElement {
  const isList = Boolean(node.ul || node.ol);
  const lastItem = isList ? childElements(place.parent).at(-1) : undefined;
  const lastBody = lastItem && childElements(lastItem).find(child => child.type === 'LBody');
  if (lastBody) return listElement(node, lastBody);

  const item = element('LI', place.parent);
  const words = node.listMarker?._inlines?.[0];
  const shape = node.listMarker?.canvas?.[0];
  if (words) words._label = element('Lbl', item);
  else if (shape) shape.mark = { element: element('Lbl', item) };
  const body = element('LBody', item, language(node));
  return ownElement(node, { ...place, parent: body }, true);
}

function cellElement(node: LayoutNode, row: OpenRow, place: Place): StructureElement {
  const scope = row.isHead ? (node.th ?? 'Column') : node.th;
  const attributes: Dictionary = {
    ...(scope ? { Scope: scope } : {}),
    ...(node.colSpan && node.colSpan > 1 ? { ColSpan: node.colSpan } : {}),
    ...(node.rowSpan && node.rowSpan > 1 ? { RowSpan: node.rowSpan } : {}),
  };
  const data = Object.keys(attributes).length > 0 ? { A: { O: 'Table', ...attributes } } : {};
  const cell = element(scope ? 'TH' : 'TD', row.element, { ...language(node), ...data });
  return ownElement(node, { ...place, parent: cell }, true);
}

function language(node: LayoutNode): Dictionary {
  return node.lang ? { Lang: textString(node.lang) } : {};
}

/** The head or body of a table with a head; a table without one holds its rows itself. */
export function tableSection(table: StructureElement, node: LayoutNode, type: 'THead' | 'TBody'): StructureElement {
  if (!node.table?.headerRows) return table;
  return childElements(table).find(child => child.type === type) ?? element(type, table);
}
