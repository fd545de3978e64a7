/**
 * What of a report something printed stands for, as one short text: a block by what it is (`blockKey`), the heading of a part, an
 * entry of the bibliography. Letters of a block's name are digits and small letters, so that no other is taken for one.
 */
import type { PartKey } from '../report/document.ts';

/** The anchor of a part's division. */
export const partAnchor = (key: PartKey): string => key.replace(':', '-');

export const sourceOfPart = (anchor: string): string => `part:${anchor}`;
export const sourceOfReference = (reference: string): string => `reference:${reference}`;

export type Source =
  | { readonly kind: 'part'; readonly anchor: string }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'block'; readonly key: string };

/** What a name of these stands for. */
export function sourceNamed(name: string): Source {
  const colon = name.indexOf(':');
  const rest = name.slice(colon + 1);
  if (colon < 0) return { kind: 'block', key: name };
  return name.startsWith('part:') ? { kind: 'part', anchor: rest } : { kind: 'reference', id: rest };
}
