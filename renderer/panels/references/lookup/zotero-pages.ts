/** Pages of a Zotero library that may change between two of them, as one list. */
import { ZOTERO_KEY, ZOTERO_URI } from '../../../../core/references/zotero.ts';
import type { Reference } from '../../../../core/report/types.ts';

export interface ZoteroPage {
  readonly total: number;
  readonly references: readonly Reference[];
}

/** What an item is called in Zotero, its group's library told from the own. */
const nameOf = ({ kept }: Reference): string | undefined => kept?.[ZOTERO_URI] ?? kept?.[ZOTERO_KEY];

/**
 * Where the next page really begins, once its answer says how many items there are: those that were taken out of Zotero meanwhile have
 * moved the rest up. Null where it is the page that was asked for.
 */
export function movedUp(from: number, before: ZoteroPage, page: ZoteroPage): number | null {
  const gone = before.total - page.total;
  return gone > 0 ? Math.max(0, from - gone) : null;
}

/** A list with the next page behind it; items that came again, since new ones moved all down, stand in it once. */
export function withPage(before: ZoteroPage, page: ZoteroPage): ZoteroPage {
  const seen = new Set(before.references.map(nameOf));
  const fresh = page.references.filter(reference => nameOf(reference) === undefined || !seen.has(nameOf(reference)));
  return { total: page.total, references: [...before.references, ...fresh] };
}
