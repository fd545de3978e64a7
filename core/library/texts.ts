/** What a library lists, sorts and searches an entry by. */
import { fileStanding } from '../lookup/file-notices.ts';
import type { CslItem, CslName } from '../references/csl.ts';
import { fold } from './folding.ts';
import type { Entry, EntryRow, KeptEntry } from './types.ts';

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A title without markup. */
export function plainText(value: unknown): string {
  const letters = text(value);
  return letters.includes('<') ? letters.replace(/<\/?[a-z][^>]*>/gi, '') : letters;
}

function nameOf(name: CslName): string {
  const family = name.family ?? name.literal ?? name.given ?? '';
  const particle = name['non-dropping-particle'];
  return particle ? `${particle} ${family}` : family;
}

function namesOf(item: CslItem, role: string): readonly CslName[] {
  const names = item[role];
  return Array.isArray(names) ? (names as readonly CslName[]) : [];
}

/** The year it appeared, null where none is told. */
export function yearOf(item: CslItem): number | null {
  const part = item.issued?.['date-parts']?.[0]?.[0] ?? item.issued?.literal ?? item.issued?.raw;
  const year = /\d{4}/.exec(String(part ?? ''))?.[0];
  return year === undefined ? null : Number(year);
}

/** Who wrote it, else edited it, else the first who had part in it. */
export function peopleOf(item: CslItem): readonly CslName[] {
  const authors = namesOf(item, 'author');
  return authors.length > 0 ? authors : namesOf(item, 'editor');
}

/** Where it appeared. */
export function journalOf(item: CslItem): string {
  return plainText(item['container-title'] ?? item['container-title-short'] ?? item.publisher);
}

/** What an item shows in the line of a list. */
export function shownOf(item: CslItem): Pick<EntryRow, 'type' | 'title' | 'authors' | 'year' | 'journal'> {
  const people = peopleOf(item);
  return {
    type: item.type,
    title: plainText(item.title),
    authors: people.slice(0, 3).map(nameOf).join(', ') + (people.length > 3 ? ', …' : ''),
    year: yearOf(item),
    journal: journalOf(item),
  };
}

/** The line of a list. */
export function rowOf(entry: KeptEntry): EntryRow {
  const file = fileStanding(entry.kept, plainText(entry.item.title));
  return {
    id: entry.id,
    key: entry.key,
    ...shownOf(entry.item),
    tags: entry.tags,
    starred: entry.starred,
    read: entry.read,
    files: entry.files.length,
    cited: entry.cited.length,
    trashed: entry.trashed,
    added: entry.created.at,
    changed: entry.changed.at,
    ...(file === undefined ? {} : { standing: file }),
  };
}

const ARTICLES = /^(?:the|an?|les?|la|une?|des|der|die|das|l|d)(?:\s+|['’])/;

/** What a title is sorted by: folded, without the article it begins with. */
export function titleOrder(title: string): string {
  return fold(title.trim().toLowerCase().replace(ARTICLES, '')).replace(/^[^\p{L}\p{N}]+/u, '');
}

/** What an author is sorted by: the first family name, its initials after it. */
export function authorOrder(item: CslItem): string {
  const first = peopleOf(item)[0];
  return first ? fold(`${first.family ?? first.literal ?? ''} ${first.given ?? ''}`).trim() : '';
}

/** Variables whose words are of the head, and those whose words are of the rest: see {@link eachText}. */
export const HEAD_VARIABLES = [
  'container-title',
  'container-title-short',
  'short-title',
  'title-short',
  'DOI',
  'PMID',
  'PMCID',
  'ISBN',
  'ISSN',
  'arxiv',
  'number',
] as const;
export const REST_VARIABLES = ['abstract', 'keyword', 'note', 'publisher', 'collection-title', 'annote'] as const;

/** Where a word of an entry stands, by how much it says of it; an index keeps two bits for it. */
export const PLACES = { rest: 0, head: 1, title: 2, author: 3 } as const;
export type Place = (typeof PLACES)[keyof typeof PLACES];

/**
 * Gives every text that an entry is found by, what says most of it first: authors, title, then journal, year, identifiers, keys
 * and tags (`head`), then abstract and notes. Empty ones are left out.
 */
export function eachText({ item, key, aliases, tags, notes }: Entry, take: (text: string, place: Place) => void): void {
  const give = (value: unknown, place: Place) => {
    const letters = text(value);
    if (letters !== '') take(letters, place);
  };
  for (const { family, given, literal, 'non-dropping-particle': particle } of namesOf(item, 'author'))
    for (const part of [family, literal, particle, given]) give(part, PLACES.author);
  give(item.title, PLACES.title);
  for (const name of HEAD_VARIABLES) give(item[name], PLACES.head);
  for (const { family, literal, given, 'non-dropping-particle': particle } of namesOf(item, 'editor'))
    for (const part of [particle, family ?? literal ?? given]) give(part, PLACES.head);
  give(yearOf(item), PLACES.head);
  for (const list of [[key], aliases, tags]) for (const word of list) give(word, PLACES.head);
  for (const name of REST_VARIABLES) give(item[name], PLACES.rest);
  for (const note of notes) give(note.text, PLACES.rest);
}
