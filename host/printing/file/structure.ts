/**
 * The structure tree of a tagged PDF (ISO 32000-1, 14.7–14.8): what the painted marks are, in reading order. Elements
 * are made while the text is laid out and filled with marked content while it is painted.
 */
import type { Dictionary, PageObject, Reference } from '../engine/types.ts';
import { textString } from './numbers.ts';

/** Painted, but no part of the text. */
export type ArtifactKind = 'Header' | 'Footer' | 'Pagination' | 'Layout' | 'Background';

/** What an element holds: elements, marked content on a page, or an object such as a link's annotation. */
type Kid =
  | { readonly kind: 'element'; readonly element: StructureElement }
  | { readonly kind: 'content'; readonly id: number; readonly page: Reference }
  | { readonly kind: 'object'; readonly object: Reference; readonly page: Reference };

/** One element while the document is being made. */
export interface StructureElement {
  readonly type: string;
  kids: Kid[];
  /** Further entries of the element's dictionary: Alt, Lang, A (attributes), ID. */
  data: Dictionary;
  parent: StructureElement | null;
}

/** The part of a document that the tree writes to. */
export interface TaggedDocument {
  readonly page: PageObject;
  ref(data?: Dictionary): Reference;
  addContent(operators: string): unknown;
  getStructTreeRoot(): Reference;
}

/** Elements that mean something even when they hold nothing. */
const mayBeEmpty = new Set(['TD', 'TH']);

/** Makes an element as the last kid of `parent`, or loose when that is null (see `attach`). */
export function element(type: string, parent: StructureElement | null, data: Dictionary = {}): StructureElement {
  const made: StructureElement = { type, kids: [], data: { ...data }, parent: null };
  if (parent) attach(made, parent);
  return made;
}

/** Puts a loose element last in `parent`. */
export function attach(loose: StructureElement, parent: StructureElement): void {
  loose.parent = parent;
  parent.kids.push({ kind: 'element', element: loose });
}

/** The elements directly within one. */
export function childElements(parent: StructureElement): readonly StructureElement[] {
  return parent.kids.flatMap(kid => (kid.kind === 'element' ? [kid.element] : []));
}

export class StructureTree {
  readonly root: StructureElement = element('Document', null);
  readonly #document: TaggedDocument;
  /** Open marked content: of an element, or an artifact of a kind. */
  #open: StructureElement | ArtifactKind | null = null;
  readonly #contentOfPage = new Map<PageObject, StructureElement[]>();
  readonly #parentTree = new Map<number, readonly StructureElement[] | StructureElement>();
  #nextKey = 0;

  constructor(document: TaggedDocument) {
    this.#document = document;
    document.getStructTreeRoot();
  }

  /** What is painted next belongs to this element. Consecutive content of one element on a page is one mark. */
  openElement(target: StructureElement, actualText?: string): void {
    if (this.#open === target && actualText === undefined) return;
    this.close();
    const page = this.#document.page;
    let contents = this.#contentOfPage.get(page);
    if (!contents) {
      contents = [];
      const key = this.#nextKey++;
      this.#contentOfPage.set(page, contents);
      this.#parentTree.set(key, contents);
      page.dictionary.data.StructParents = key;
    }
    const id = contents.length;
    contents.push(target);
    target.kids.push({ kind: 'content', id, page: page.dictionary });
    const actual = actualText === undefined ? '' : ` /ActualText <${utf16(actualText)}>`;
    this.#document.addContent(`/${actual ? 'Span' : target.type} <</MCID ${id}${actual}>> BDC`);
    this.#open = target;
  }

  /** What is painted next is no part of the text. */
  openArtifact(kind: ArtifactKind): void {
    if (this.#open === kind) return;
    this.close();
    const dictionary =
      kind === 'Header' || kind === 'Footer' ? `/Type /Pagination /Subtype /${kind}` : `/Type /${kind}`;
    this.#document.addContent(`/Artifact <<${dictionary}>> BDC`);
    this.#open = kind;
  }

  /** Whether what is painted next belongs to `target`. */
  isOpen(target: StructureElement | ArtifactKind): boolean {
    return this.#open === target;
  }

  /** Whether any marked content is open. */
  get hasOpen(): boolean {
    return this.#open !== null;
  }

  close(): void {
    if (this.#open === null) return;
    this.#document.addContent('EMC');
    this.#open = null;
  }

  /** Makes a link's annotation on the current page part of its element. */
  addAnnotation(owner: StructureElement, annotation: Reference): void {
    const key = this.#nextKey++;
    annotation.data.StructParent = key;
    this.#parentTree.set(key, owner);
    owner.kids.push({ kind: 'object', object: annotation, page: this.#document.page.dictionary });
  }

  /** Writes the tree; nothing can be painted after. */
  finish(): void {
    prune(this.root);
    const references = new Map<StructureElement, Reference>();
    const inOrder: StructureElement[] = [];
    const visit = (target: StructureElement): void => {
      references.set(target, this.#document.ref({}));
      inOrder.push(target);
      for (const child of childElements(target)) visit(child);
    };
    visit(this.root);

    const treeRoot = this.#document.getStructTreeRoot();
    // PDF 2.0's Title is unknown to readers of 1.7: they are told to take it for a paragraph.
    if (inOrder.some(({ type }) => type === 'Title')) treeRoot.data.RoleMap = { Title: 'P' };
    const referenceOf = (target: StructureElement): Reference => {
      const reference = references.get(target);
      if (!reference) throw new Error(`A ${target.type} element is painted but was never put into the tree`);
      return reference;
    };
    const identified: [string, Reference][] = [];
    for (const each of inOrder) {
      const reference = referenceOf(each);
      Object.assign(
        reference.data,
        { Type: 'StructElem', S: each.type, P: each.parent ? referenceOf(each.parent) : treeRoot },
        each.data,
      );
      writeKids(reference.data, each, referenceOf);
      const id = each.data.ID;
      if (id !== undefined) identified.push([String(id), reference]);
      reference.end();
    }

    const numbers = [...this.#parentTree]
      .sort(([a], [b]) => a - b)
      .flatMap(([key, owner]) => [
        key,
        Array.isArray(owner) ? owner.map(referenceOf) : referenceOf(owner as StructureElement),
      ]);
    treeRoot.data.K = [referenceOf(this.root)];
    treeRoot.data.ParentTree = this.#ended({ Nums: numbers });
    treeRoot.data.ParentTreeNextKey = this.#nextKey;
    if (identified.length > 0) {
      identified.sort(([a], [b]) => (a < b ? -1 : 1));
      const names = identified.flatMap(([id, reference]) => [textString(id), reference]);
      treeRoot.data.IDTree = this.#ended({ Names: names });
    }
  }

  #ended(data: Dictionary): Reference {
    const reference = this.#document.ref(data);
    reference.end();
    return reference;
  }
}

/** Drops elements that hold nothing, from the leaves up; says whether `target` is worth keeping. */
function prune(target: StructureElement): boolean {
  target.kids = target.kids.filter(kid => kid.kind !== 'element' || prune(kid.element));
  return target.kids.length > 0 || mayBeEmpty.has(target.type);
}

function writeKids(
  data: Dictionary,
  owner: StructureElement,
  referenceOf: (target: StructureElement) => Reference,
): void {
  const onPage = owner.kids.find(kid => kid.kind !== 'element');
  const page = onPage?.page;
  if (page) data.Pg = page;
  const kids = owner.kids.map(kid => {
    if (kid.kind === 'element') return referenceOf(kid.element);
    if (kid.kind === 'object') return { Type: 'OBJR', Obj: kid.object, Pg: kid.page };
    return kid.page === page ? kid.id : { Type: 'MCR', Pg: kid.page, MCID: kid.id };
  });
  if (kids.length > 0) data.K = kids.length === 1 ? kids[0] : kids;
}

function utf16(text: string): string {
  let hex = 'FEFF';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0').toUpperCase();
  return hex;
}
