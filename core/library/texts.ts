/** What a library lists, sorts and searches an entry by. */
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

/** The line of a list. */
export function rowOf(entry: KeptEntry): EntryRow {
  const { item } = entry;
  const people = peopleOf(item);
  return {
    id: entry.id,
    key: entry.key,
    type: item.type,
    title: plainText(item.title),
    authors: people.slice(0, 3).map(nameOf).join(', ') + (people.length > 3 ? ', …' : ''),
    year: yearOf(item),
    journal: plainText(item['container-title'] ?? item['container-title-short'] ?? item.publisher),
    tags: entry.tags,
    starred: entry.starred,
    read: entry.read,
    files: entry.files.length,
    cited: entry.cited.length,
    trashed: entry.trashed,
    added: entry.created.at,
    changed: entry.changed.at,
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

const IDENTIFIERS = ['DOI', 'PMID', 'PMCID', 'ISBN', 'ISSN', 'arxiv', 'number'] as const;

/** Words that say most of an entry: a match here goes before one in an abstract. */
export function headText({ item, key, aliases, tags }: Entry): string {
  const parts = [text(item.title), text(item['container-title']), text(item['container-title-short']), key];
  for (const { family, given, literal, 'non-dropping-particle': particle } of namesOf(item, 'author'))
    parts.push(particle ?? '', family ?? '', literal ?? '', given ?? '');
  for (const name of namesOf(item, 'editor')) parts.push(nameOf(name));
  for (const name of IDENTIFIERS) parts.push(text(item[name]));
  parts.push(String(yearOf(item) ?? ''), text(item['short-title'] ?? item['title-short']), ...aliases, ...tags);
  return fold(parts.filter(Boolean).join(' '));
}

/** All words that find an entry, those of {@link headText} included. */
export function searchText(entry: Entry, head: string = headText(entry)): string {
  const { item, notes } = entry;
  const rest = [item.abstract, item.keyword, item.note, item.publisher, item['collection-title'], item.annote]
    .map(text)
    .filter(Boolean);
  for (const { text: note } of notes) rest.push(note);
  return rest.length === 0 ? head : `${head} ${fold(rest.join(' '))}`;
}
