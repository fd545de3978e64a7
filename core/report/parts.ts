/** The fixed places of a report's text, and finding things in them. */
import {
  type AbstractKey,
  type Block,
  type Caption,
  type Citation,
  DECLARATION_KEYS,
  type DocumentElement,
  type DocumentNode,
  type Floating,
  type Inline,
  type Part,
  type PartKey,
  SECTION_KEYS,
  type Text,
} from './document.ts';
import { LANGUAGES, type Language } from './types.ts';

/** Every key in the order of the document. The abstract in the document's language comes first. */
export function partOrder(language: Language): readonly PartKey[] {
  const others = LANGUAGES.filter(other => other !== language);
  const abstracts = [language, ...others].map((of): AbstractKey => `abstract:${of}`);
  return ['title', ...abstracts, ...SECTION_KEYS, ...DECLARATION_KEYS];
}

/** Whether a report may be without it: only the abstract in another language. */
export function isOptional(key: PartKey, language: Language): boolean {
  return isAbstract(key) && key !== `abstract:${language}`;
}

export function isAbstract(key: PartKey): key is AbstractKey {
  return key.startsWith('abstract:');
}

/** The language a part is written in. */
export function partLanguage(key: PartKey, language: Language): Language {
  return isAbstract(key) ? (key.slice('abstract:'.length) as Language) : language;
}

export function emptyParagraph(): Block {
  return { type: 'paragraph', children: [{ text: '' }] };
}

export function emptyPart(key: PartKey): Part {
  return { type: 'part', key, children: [emptyParagraph()] };
}

export function isText(node: DocumentNode): node is Text {
  return 'text' in node;
}

export function isFloating(node: DocumentNode): node is Floating {
  return (
    !isText(node) &&
    (node.type === 'table' || node.type === 'figure' || node.type === 'chart' || node.type === 'lab-table')
  );
}

/** The caption of a figure, chart or table. */
export function captionOf(block: Floating): Caption | undefined {
  return block.children.find(child => child.type === 'caption') as Caption | undefined;
}

/** Every node below a node, in reading order, itself included. */
export function* nodesOf(node: DocumentNode): Generator<DocumentNode> {
  yield node;
  if (!isText(node)) for (const child of (node as DocumentElement).children) yield* nodesOf(child as DocumentNode);
}

/** Floats of some parts in reading order. */
export function floatsOf(parts: readonly Part[]): readonly Floating[] {
  return parts.flatMap(part => part.children.filter(isFloating));
}

/** Clusters of some blocks in reading order. */
export function citationsOf(blocks: readonly DocumentNode[]): readonly Citation[] {
  const found: Citation[] = [];
  for (const block of blocks)
    for (const node of nodesOf(block)) if (!isText(node) && node.type === 'citation') found.push(node);
  return found;
}

/** Inline nodes without letters and without voids: nothing an author would miss. */
export function isEmptyInline(children: readonly Inline[]): boolean {
  return children.every(child =>
    isText(child) ? child.text.trim() === '' : child.type === 'link' && isEmptyInline(child.children),
  );
}

/** A part in which nothing was written yet. */
export function isEmptyPart(part: Part): boolean {
  return part.children.every(
    block => (block.type === 'paragraph' || block.type === 'heading') && isEmptyInline(block.children),
  );
}
