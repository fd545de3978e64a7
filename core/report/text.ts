/** The letters of a report, and how many there are. Counts are kept by node, so that a keystroke counts one paragraph anew. */
import type { DocumentElement, DocumentNode, Part } from './document.ts';
import { isText } from './parts.ts';
import type { CaseReport } from './types.ts';

const texts = new WeakMap<DocumentNode, string>();
const INLINE = new Set(['link', 'citation', 'cross-reference', 'value']);

/** Letters of a node; blocks are parted by line feeds. Voids (citations, values) have none. */
export function textOf(node: DocumentNode): string {
  if (isText(node)) return node.text;
  const known = texts.get(node);
  if (known !== undefined) return known;
  const children = (node as DocumentElement).children as readonly DocumentNode[];
  let text = '';
  children.forEach((child, index) => {
    if (index > 0 && !isText(child) && !INLINE.has(child.type)) text += '\n';
    text += textOf(child);
  });
  texts.set(node, text);
  return text;
}

const counts = new WeakMap<DocumentNode, number>();

/**
 * Words parted by white space, as Microsoft Word counts them and journals with it: "l’hypoderme" is one, "5 mg" two, also with a
 * no-break space. Unlike Word, signs that stand alone (the ";" and "»" of French typography) are none. A value quoted from a
 * series is one word; citations and cross-references are none. Captions and tables are not running text and are left out.
 */
export function wordCount(node: DocumentNode): number {
  if (isText(node)) return countWords(node.text);
  const known = counts.get(node);
  if (known !== undefined) return known;
  const count = countElement(node);
  counts.set(node, count);
  return count;
}

function countElement(node: DocumentElement): number {
  switch (node.type) {
    case 'part':
    case 'list':
    case 'list-item':
      return (node.children as readonly DocumentNode[]).reduce((sum, child) => sum + wordCount(child), 0);
    case 'paragraph':
    case 'heading':
      return countWords((node.children as readonly DocumentNode[]).map(running).join(''));
    default:
      return 0;
  }
}

/** Letters of an inline node as they count: a quoted value is one word. */
function running(node: DocumentNode): string {
  if (isText(node)) return node.text;
  if (node.type === 'value') return '0';
  if (node.type === 'link') return textOf(node);
  return '';
}

function countWords(text: string): number {
  let words = 0;
  // Punctuation that French typography sets apart (“ ; ”, “ ! ”, guillemets) is no word.
  for (const [word] of text.matchAll(/\S+/gu)) if (/[\p{L}\p{N}]/u.test(word)) words++;
  return words;
}

/** Characters as journals count them: with spaces, without line ends. */
export function characterCount(node: DocumentNode): number {
  return [...textOf(node).replace(/\n/g, '')].length;
}

/** Words of the four sections. */
export function sectionWords(report: Pick<CaseReport, 'parts'>): number {
  return report.parts.filter(isSection).reduce((sum, part) => sum + wordCount(part), 0);
}

function isSection({ key }: Part): boolean {
  return key === 'introduction' || key === 'observation' || key === 'discussion' || key === 'conclusion';
}
