/** One field of many entries set at once, and what those entries hold in it before. */
import type { CslItem } from '../references/csl.ts';
import type { Change, Entry } from './types.ts';

/** CSL variables that several works share: a journal's name and numbers, a publisher, a language. What names one work is not among them. */
export const BULK_VARIABLES = [
  'container-title',
  'container-title-short',
  'ISSN',
  'language',
  'type',
  'publisher',
  'publisher-place',
  'collection-title',
] as const;
export type BulkVariable = (typeof BULK_VARIABLES)[number];

/** Of entries that hold a value already, `all` replaces it and `empty` leaves it. */
export const BULK_WHERE = ['all', 'empty'] as const;
export type BulkWhere = (typeof BULK_WHERE)[number];

/** Whether a variable can hold a text; an empty one empties the field. A language is a tag as "fr" or "pt-BR" (BCP 47: language and region). */
export function isFittingText(variable: BulkVariable, text: string): boolean {
  if (variable === 'type') return /^[a-z_-]+$/.test(text);
  return variable !== 'language' || text === '' || /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text);
}

/** What is done to many entries alike: a flag, tag or collection set or taken away, or a variable set; an empty text empties that. */
export type BulkEdit =
  | { readonly kind: 'field'; readonly field: string; readonly value: boolean | null }
  | { readonly kind: 'variable'; readonly variable: BulkVariable; readonly text: string; readonly where: BulkWhere };

/** Whether a field can be set alike in many entries: one that holds yes or nothing. */
export const isBulkField = (field: string): boolean => /^(?:read|starred|trashed|(?:tag|collection)\..+)$/.test(field);

/** The changes that set a variable of entries; none for those that hold it already. */
export function bulkChanges(
  entries: Iterable<Pick<Entry, 'id' | 'item'>>,
  variable: BulkVariable,
  text: string,
  where: BulkWhere,
): readonly Change[] {
  const changes: Change[] = [];
  for (const { id, item } of entries) {
    const has = textOf(item, variable);
    if (has === text || (where === 'empty' && has !== '')) continue;
    changes.push({ entry: id, field: `item.${variable}`, value: text === '' ? null : text });
  }
  return changes;
}

const textOf = (item: CslItem, variable: BulkVariable): string => String(item[variable] ?? '');

export interface Held {
  readonly value: string;
  readonly entries: number;
}

/** Entries whose values are counted (about 100 ms); of more the first are told of. */
export const COUNTED = 2000;

/** What entries hold of what can be changed in all of them at once. */
export interface Common {
  /** How many entries were looked at: of very many only the first. */
  readonly looked: number;
  /** By variable: its values, the most frequent first, an empty text for none. */
  readonly values: Readonly<Record<BulkVariable, readonly Held[]>>;
  readonly tags: readonly Held[];
  /** Ids. */
  readonly collections: readonly Held[];
  readonly starred: number;
  readonly read: number;
}

/** Values told of one variable; the rarer ones are not. */
const TOLD = 20;

/** Counts what entries hold. */
export function commonOf(entries: readonly Entry[]): Common {
  const held = (texts: readonly string[]): readonly Held[] => {
    const counts = new Map<string, number>();
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    return [...counts]
      .map(([value, entries]) => ({ value, entries }))
      .sort((a, b) => b.entries - a.entries || (a.value < b.value ? -1 : 1));
  };
  return {
    looked: entries.length,
    values: Object.fromEntries(
      BULK_VARIABLES.map(variable => [
        variable,
        held(entries.map(({ item }) => textOf(item, variable))).slice(0, TOLD),
      ]),
    ) as unknown as Common['values'],
    tags: held(entries.flatMap(({ tags }) => tags)),
    collections: held(entries.flatMap(({ collections }) => collections)),
    starred: entries.filter(({ starred }) => starred).length,
    read: entries.filter(({ read }) => read).length,
  };
}
