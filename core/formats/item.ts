/** What readers of reference formats share: building an item, identifiers, pages. */
import type { CslItem, CslName } from '../references/csl.ts';
import type { Reference } from '../report/types.ts';
import { publishedAbstract, publishedTitle } from './published.ts';

/** An item under construction; every value set is non-empty. */
export type Draft = { id?: string; type: string } & { [variable: string]: unknown };

/** Sets a variable unless the value is empty or already there. Gives whether it was taken. */
export function take(draft: Draft, variable: string, value: unknown): boolean {
  if (value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return false;
  if (draft[variable] !== undefined) return false;
  draft[variable] = value;
  return true;
}

/**
 * A bare DOI out of "https://doi.org/10.…", "doi:10.…", "DOI 10.…"; null where there is none. Angle brackets belong to it only as
 * SICI has them: "10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P" (ANSI/NISO Z39.56).
 */
export function bareDoi(given: string): string | null {
  // Web pages break long identifiers with signs that show nothing.
  const text = /[\u00ad\u200b]/.test(given) ? given.replace(/[\u00ad\u200b]/g, '') : given;
  const found = /10\.\d{4,9}\/(?:[^\s"<>]|<[\w.-]+::?[\w.-]+>)+/.exec(
    text.includes('&lt;') ? text.replace(/&lt;/g, '<').replace(/&gt;/g, '>') : text,
  );
  if (!found) return null;
  const [doi] = found;
  return '.,;'.includes(doi.slice(-1)) ? doi.replace(/[.,;]+$/, '') : doi;
}

/** What nearly all pages are: "12--18", "12-18", "12". */
const PLAIN_PAGES = /^\d+(?:--?\d+)?$/;

/** Pages with a plain hyphen between first and last, and no word for them, as CSL wants them: "12--18", "pp. 12–18" → "12-18". */
export function cslPages(text: string): string {
  if (PLAIN_PAGES.test(text)) return text.replace('--', '-');
  return text
    .replace(/\s*(?:--+|[–—−‐‑])\s*/g, '-')
    .replace(/(\d)\s+-\s+(\d)/g, '$1-$2')
    .replace(/(^|-)\s*(?:pp?|S)\.\s*(?=[A-Za-z]?\d)/g, '$1')
    .trim();
}

/** First and last page of a journal that gives them apart; a last page given short is kept short. */
export function joinPages(first: string, last: string): string {
  const [a, b] = [cslPages(first), cslPages(last)];
  return b === '' || a === b || a.includes('-') ? a : a === '' ? b : `${a}-${b}`;
}

/** Letters without accents, lower case, words joined by nothing: for keys. */
function keyWord(text: string): string {
  if (/^[a-z\d]*$/i.test(text)) return text.toLowerCase();
  if (/^[\0-\x7f]*$/.test(text)) return text.replace(/[^a-z\d]/gi, '').toLowerCase();
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** The first word of a title that says something: one of more than three letters, markup apart. */
function tellingWord(title: string): string {
  const plain = title.includes('<') ? title.replace(/<[^<>]+>/g, '') : title;
  const word = /\S{4,}/g;
  for (let found = word.exec(plain); found; found = word.exec(plain)) {
    const key = keyWord(found[0]);
    if (key.length > 3) return key;
  }
  return '';
}

/** A readable key such as "nigwekar2018calciphylaxis" for an entry that has none. */
export function keyFor(item: Draft): string {
  const author = (item.author as readonly CslName[] | undefined)?.[0];
  const year = (item.issued as CslItem['issued'])?.['date-parts']?.[0]?.[0] ?? '';
  const title = typeof item.title === 'string' ? tellingWord(item.title) : '';
  return keyWord(author?.family ?? author?.literal ?? '') + String(year) + title || 'reference';
}

/** Variables by any of which a work could be found again. */
const NAMING = ['title', 'author', 'editor', 'container-title', 'DOI', 'PMID', 'URL', 'abstract'];

/** Whether a draft names a work at all: a record of anything else is none. */
export const namesWork = (draft: Draft): boolean => NAMING.some(variable => draft[variable] !== undefined);

/** What a reader makes of an entry: its key as the file has it, its item, and the fields that CSL has no place for. */
export interface EntryMade {
  readonly key: string;
  readonly draft: Draft;
  readonly kept: Readonly<Record<string, string>>;
  /** What a file of another format had beside these, under its full names ("nbib:GR"). */
  readonly foreign?: Readonly<Record<string, string>>;
}

/** Names that are remembered, of variables and of each format; files make up any number of them. */
const MOST_NAMES = 1_000;

const asRead = new Map<string, string>();

/** The kept name under which an entry says what a variable was called, where it could have been called otherwise. */
export function readAs(variable: string): string {
  const before = asRead.get(variable);
  if (before !== undefined) return before;
  const name = `@${variable}`;
  if (asRead.size < MOST_NAMES) asRead.set(variable, name);
  return name;
}

const NOTHING: Readonly<Record<string, string>> = {};

/** The kept fields, or one and the same object for all entries that have none: a library has 100,000. */
export function keptOr(kept: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const _ in kept) return kept;
  return NOTHING;
}

const ownNames = new Map<string, Map<string, string>>();

/** A kept field's name with its format's; the same few are asked for at every entry. */
function ownName(format: string, name: string): string {
  let names = ownNames.get(format);
  if (names === undefined) {
    names = new Map();
    ownNames.set(format, names);
  }
  const before = names.get(name);
  if (before !== undefined) return before;
  const own = `${format}:${name}`;
  if (names.size < MOST_NAMES) names.set(name, own);
  return own;
}

/** Where publishers' markup and escaped characters come through from what their sites export. */
const TITLES = [
  'title',
  'title-short',
  'container-title',
  'container-title-short',
  'collection-title',
  'volume-title',
  'publisher',
];

/** A reference of an entry of the format `format`, which marks its kept fields as its own (`ris:U1`). */
export function referenceOf(id: string, format: string, { draft, kept, foreign }: EntryMade): Reference {
  draft.id = id;
  for (const variable of TITLES) {
    const title = draft[variable];
    if (typeof title === 'string') draft[variable] = publishedTitle(title);
  }
  if (typeof draft.abstract === 'string') draft.abstract = publishedAbstract(draft.abstract);
  const item = draft as CslItem;
  let own: Record<string, string> | undefined;
  for (const name in foreign) {
    own ??= {};
    own[name] = foreign[name] as string;
  }
  for (const name in kept) {
    own ??= {};
    own[ownName(format, name)] = kept[name] as string;
  }
  return own === undefined ? { id, item } : { id, item, kept: own };
}

/** Makes references of the entries of one file, each with an id of its own: the entry's key where it is free, else with a number after it. */
export function referencesOf(format: string): (entry: EntryMade) => Reference {
  // With the number to try next, so that a thousand entries of one key do not search a thousand times.
  const used = new Map<string, number>();
  return entry => {
    const key = entry.key.trim();
    const wanted = key === '' ? keyFor(entry.draft) : key.slice(0, 180);
    let id = wanted;
    let n = used.get(wanted);
    if (n !== undefined) {
      do id = `${wanted}-${n++}`;
      while (used.has(id));
      used.set(wanted, n);
    }
    used.set(id, 2);
    return referenceOf(id, format, entry);
  };
}

/** The references of the entries of a whole file. */
export const withIds = (format: string, entries: readonly EntryMade[]): readonly Reference[] =>
  entries.map(referencesOf(format));

/** The kept fields that came from a file of this format, by their names there. */
export function keptFor({ kept }: Reference, format: string): readonly (readonly [name: string, value: string])[] {
  const prefix = `${format}:`;
  return Object.entries(kept ?? {})
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value]);
}
