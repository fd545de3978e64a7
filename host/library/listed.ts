/**
 * What the tables list an item by: worked out where changes are told (telling.ts) or written (writing.ts), the same by both, so that
 * the library's thread need not make the item of the JSON that it came as.
 */
import { authorOrder, shownOf, titleOrder } from '../../core/library/texts.ts';
import type { CslItem } from '../../core/references/csl.ts';
import { identifiersOf } from '../../core/references/duplicates.ts';

/** A list, as it is sent. `letters` are those of the title, and `work` what the work is known by: see identifiersOf. */
export type ListedItem = readonly [
  type: string,
  year: number | null,
  title: string,
  authors: string,
  journal: string,
  titleOrder: string,
  authorOrder: string,
  doi: string,
  pmid: string,
  pmcid: string,
  work: string,
  letters: string,
];

export function listedItem(item: CslItem): ListedItem {
  const { type, year, title, authors, journal } = shownOf(item);
  const known = identifiersOf(item);
  return [
    type,
    year,
    title,
    authors,
    journal,
    titleOrder(title),
    authorOrder(item),
    known.doi,
    known.pmid,
    known.pmcid,
    known.work,
    known.title,
  ];
}

/** An item as it came: its JSON in UTF-8, and what it is listed by. */
export interface ToldItem {
  readonly bytes: Uint8Array;
  readonly listed: ListedItem;
}
