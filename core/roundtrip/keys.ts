/**
 * Short names for blocks and inline elements by what they are, so that a file made from a report can be laid beside it again
 * without anything having been kept: equal content, equal name.
 */
import type { Citation, CrossReference, DocumentNode, QuotedValue } from '../report/document.ts';
import { isText } from '../report/parts.ts';

/** Inline elements whose letters are made, not typed. */
export type MadeElement = Citation | CrossReference | QuotedValue;

/** 53 bits of a text in base 36 (Bryc's cyrb53). Tells contents apart; it is no seal. */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    high = Math.imul(high ^ letter, 0x9e3779b1);
    low = Math.imul(low ^ letter, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return ((low >>> 0) * 2 ** 21 + ((high >>> 0) & 0x1fffff)).toString(36);
}

/** A node with its keys in one order: the editor's undo changes theirs. */
function canonical(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(canonical);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, canonical(value)]),
  );
}

const known = new WeakMap<DocumentNode, string>();

/** The name of a block or caption. Two that are alike have the same. */
export function blockKey(node: DocumentNode): string {
  const kept = known.get(node);
  if (kept !== undefined) return kept;
  const key = fingerprint(JSON.stringify(canonical(node)));
  known.set(node, key);
  return key;
}

/** The name of a citation, mention or quoted value. A citation is one of its kind; equal mentions and values share theirs. */
export function elementKey(element: MadeElement): string {
  switch (element.type) {
    case 'citation':
      return `c${fingerprint(element.id)}`;
    case 'cross-reference':
      return `x${fingerprint(JSON.stringify([element.target, element.panel ?? '']))}`;
    case 'value':
      return `v${fingerprint(JSON.stringify([element.series, element.point, element.show]))}`;
  }
}

export const isMade = (node: DocumentNode): node is MadeElement =>
  !isText(node) && (node.type === 'citation' || node.type === 'cross-reference' || node.type === 'value');
