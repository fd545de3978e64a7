/** Reads the marked content of page streams, for tests of tagging. */
import { type Dict, isDict, isRef, nameOf, type PdfFile, type Value } from './pdf-objects.ts';

/** Operators that paint (ISO 32000-1, table 51). */
const painting = new Set(['Tj', 'TJ', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh', "'"]);

export interface PageMarks {
  readonly ref: number;
  readonly page: Dict;
  /** Marked content identifiers in the order they occur. */
  readonly contentIds: readonly number[];
  readonly artifacts: number;
  /** Painting operators outside any marked content. */
  readonly unmarked: number;
  /** Marked content opened within other, or not closed, or closed twice. */
  readonly unbalanced: number;
  /** Glyphs that print an empty box. */
  readonly notdefs: number;
}

export function marksOf(file: PdfFile): readonly PageMarks[] {
  return file.pages.map(({ ref, page }) => {
    const content = file.stream(page.Contents).toString('latin1');
    const marks = { contentIds: [] as number[], artifacts: 0, unmarked: 0, unbalanced: 0, notdefs: 0 };
    let open = 0;
    let previous = '';
    for (const [token] of content.matchAll(/<<[\s\S]*?>>|<[0-9a-fA-F]*>|\/?[^\s<>[\]()/]+/g)) {
      if (token === 'BDC') {
        if (open++ > 0) marks.unbalanced++;
        const id = /\/MCID (\d+)/.exec(previous)?.[1];
        if (id === undefined) marks.artifacts++;
        else marks.contentIds.push(Number(id));
      } else if (token === 'EMC') {
        if (--open < 0) marks.unbalanced++;
      } else if (painting.has(token)) {
        if (open === 0) marks.unmarked++;
      } else if (/^<[0-9a-f]+>$/i.test(token)) {
        for (let at = 1; at < token.length - 1; at += 4) if (token.slice(at, at + 4) === '0000') marks.notdefs++;
      }
      previous = token;
    }
    if (open !== 0) marks.unbalanced++;
    return { ref, page, ...marks };
  });
}

export interface Element {
  readonly ref: number;
  readonly type: string;
  readonly dict: Dict;
  readonly parent: Element | null;
  readonly children: Element[];
  /** `page#id` of marked content directly within. */
  readonly content: string[];
  /** Annotations directly within. */
  readonly objects: number[];
}

/** The structure tree from its one top element. */
export function structureOf(file: PdfFile): Element {
  const treeRoot = file.dict(file.catalog.StructTreeRoot);
  const [top] = file.array(treeRoot.K);
  return readElement(file, top ?? null, null);
}

function readElement(file: PdfFile, value: Value, parent: Element | null): Element {
  if (!isRef(value)) throw new Error('an element that is no object');
  const dict = file.dict(value);
  const element: Element = {
    ref: value.ref,
    type: nameOf(dict.S) ?? '',
    dict,
    parent,
    children: [],
    content: [],
    objects: [],
  };
  const page = dict.Pg ?? null;
  const kids = dict.K === undefined ? [] : Array.isArray(dict.K) ? (dict.K as readonly Value[]) : [dict.K];
  for (const kid of kids) {
    if (typeof kid === 'number') element.content.push(`${refOf(page)}#${kid}`);
    else if (isDict(kid) && nameOf(kid.Type) === 'MCR') element.content.push(`${refOf(kid.Pg)}#${kid.MCID}`);
    else if (isDict(kid)) element.objects.push(refOf(kid.Obj));
    else element.children.push(readElement(file, kid, element));
  }
  return element;
}

export function refOf(value: Value | undefined): number {
  if (value === undefined || !isRef(value)) throw new Error('not a reference');
  return value.ref;
}

/** The element and all below it, in reading order. */
export function allElements(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(allElements)];
}
