/** Whether two items are the same work: by identifiers, then by title, year and first author. */
import { areAtOnePlace, areElsewhere, areSameTitles, compared } from './alike.ts';
import type { CslItem } from './csl.ts';
import { nearNames } from './near-words.ts';

/** Letters and digits, without markup, accents, case and white space. */
export function folded(text: unknown): string {
  const letters = typeof text === 'string' ? text : typeof text === 'number' ? String(text) : '';
  // Most titles are plain, and a library has many.
  if (/^[\w\s.,:;()?'’/-]*$/.test(letters)) return letters.replace(/[\W_]+/g, '').toLowerCase();
  return letters
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** What a work can be known by; empty where there is nothing of it. */
export interface Identifiers {
  readonly doi: string;
  readonly pmid: string;
  readonly pmcid: string;
  /** Title, year and first author, of a short title its place too; empty where there is too little to tell works apart. */
  readonly work: string;
  /** The title alone, to look for candidates by. */
  readonly title: string;
}

/** A title of fewer letters, such as "Editorial", says nothing. */
const TELLING = 12;

/** Of a work whose title says little ("Editorial", "Vade-mecum") where it is to be found must be the same as well: its pages, or a book's publisher. */
function shortWork(item: CslItem, named: string, author: string): string {
  const container = folded(item['container-title']);
  const publisher = folded(item.publisher);
  const page = folded(item.page);
  if (author === '' || (container === '' ? publisher === '' : page === '')) return '';
  return `${named}|${container || publisher}|${folded(item.volume)}|${page}`;
}

/** Identifiers as they compare: bare, without case and punctuation. */
export function identifiersOf(item: CslItem): Identifiers {
  const title = folded(item.title);
  const year = String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
  const first = item.author?.[0];
  const author = folded(first?.family ?? first?.literal);
  return {
    doi: folded(
      String(item.DOI ?? '')
        .replace(/^\s*(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
        .replace(/%2f/gi, '/'),
    ),
    pmid: String(item.PMID ?? '').replace(/\D/g, ''),
    pmcid: String(item.PMCID ?? '').replace(/\D/g, ''),
    work:
      title === '' || year === ''
        ? ''
        : title.length >= TELLING
          ? `${title}|${year}|${author}`
          : shortWork(item, `${title}|${year}|${author}`, author),
    title: title.length < TELLING ? '' : title,
  };
}

/** What a work can be known by, strongest first. Empty where there is too little to tell works apart. */
function identities(item: CslItem): readonly string[] {
  const { doi, pmid, pmcid, work } = identifiersOf(item);
  return [
    ...(doi === '' ? [] : [`doi:${doi}`]),
    ...(pmid === '' ? [] : [`pmid:${pmid}`]),
    ...(pmcid === '' ? [] : [`pmcid:${pmcid}`]),
    ...(work === '' ? [] : [`work:${work}`]),
  ];
}

/** Whether identifiers say that two items are two works: two different DOIs are, whatever their titles say. */
export function areApart(one: Identifiers, other: Identifiers): boolean {
  const differ = (key: 'doi' | 'pmid') => one[key] !== '' && other[key] !== '' && one[key] !== other[key];
  return differ('doi') || (differ('pmid') && (one.doi === '' || one.doi !== other.doi));
}

/** Known works, to which more may come. */
export interface KnownWorks<T extends { readonly item: CslItem }> {
  add(entry: T): void;
  /** The same work as an item; null where it is not known. */
  find(item: CslItem): T | null;
}

/** Finds works among known ones. Two different DOIs are two works, whatever their titles say. */
export function knownWorks<T extends { readonly item: CslItem }>(): KnownWorks<T> {
  const byIdentity = new Map<string, T>();
  const add = (entry: T) => {
    for (const identity of identities(entry.item)) if (!byIdentity.has(identity)) byIdentity.set(identity, entry);
  };
  const find = (item: CslItem) => {
    for (const identity of identities(item)) {
      const found = byIdentity.get(identity);
      if (!found) continue;
      const [one, other] = [identifiersOf(found.item).doi, identifiersOf(item).doi];
      const areTwo = identity.startsWith('work:') && areElsewhere(found.item, item);
      if (!areTwo && (one === '' || other === '' || one === other)) return found;
    }
    return null;
  };
  return { add, find };
}

/** The same for works that are all known at once. */
export function duplicateFinder<T extends { readonly item: CslItem }>(
  known: readonly T[],
): (item: CslItem) => T | null {
  const works = knownWorks<T>();
  for (const entry of known) works.add(entry);
  return works.find;
}

/** Pairs of neighbouring letters, counted. */
function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How alike two folded titles are, 0 to 1 (Dice's coefficient over letter pairs). */
export function titleLikeness(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  if (one.length < 2 || other.length < 2) return 0;
  const pairs = pairsOf(one);
  let common = 0;
  for (const [pair, count] of pairsOf(other)) common += Math.min(count, pairs.get(pair) ?? 0);
  return (2 * common) / (one.length + other.length - 2);
}

/**
 * Titles at least so alike are taken for one (found on pairs that differ by a typing error, a subtitle's colon, "&"/"and"); less alike ones
 * may be where both can be looked at word by word.
 */
const ALIKE = 0.9;
const WORTH_A_LOOK = 0.75;

/** A digit that differs ("Part 1", "Part 2", "2018 guideline") makes two works of titles that are otherwise alike. */
const digitsOf = (title: string) => title.replace(/\D+/g, ' ').trim();

/** All that is compared of a work. */
export interface WorkFacts extends Identifiers {
  /** NaN where none is told. */
  readonly year: number;
  /** Family name of the first author, folded. */
  readonly author: string;
}

/** What is compared of an item. */
export function workFacts(item: CslItem): WorkFacts {
  const first = item.author?.[0];
  const facts = identifiersOf(item);
  return {
    ...facts,
    title: compared(facts.title),
    year: Number(item.issued?.['date-parts']?.[0]?.[0] ?? Number.NaN),
    author: compared(folded(first?.family ?? first?.literal)),
  };
}

/**
 * Whether two works may be one though no identifier says so: titles alike, or one the other's beginning (a subtitle left
 * out); years at most one apart (online first, then in print); the same first author. For a person to look at. Where the items
 * themselves can be had, their titles are compared word by word, and where they were published.
 */
export function likelySame(
  one: WorkFacts,
  other: WorkFacts,
  items: () => readonly [CslItem, CslItem] | null = () => null,
): boolean {
  if (one.title === '' || other.title === '' || areApart(one, other)) return false;
  const apart = Math.abs(one.year - other.year);
  if (apart > 2 || digitsOf(one.title) !== digitsOf(other.title)) return false;
  const isNamed = one.author !== '' && other.author !== '';
  if (isNamed && !nearNames(one.author, other.author)) return false;
  const [short, long] = one.title.length < other.title.length ? [one.title, other.title] : [other.title, one.title];
  const isBeginning = short.length >= 20 && long.startsWith(short);
  // Dice's coefficient cannot reach so far where lengths differ more.
  if (!isBeginning && 2 * short.length < WORTH_A_LOOK * (short.length + long.length)) return false;
  const likeness = isBeginning ? 1 : titleLikeness(one.title, other.title);
  if (likeness < WORTH_A_LOOK) return false;
  const both = items();
  if (both === null) return apart !== 2 && (isBeginning ? short.length >= 30 : likeness >= ALIKE);
  const [mine, its] = both;
  if (apart === 2 && !areAtOnePlace(mine, its)) return false;
  // Where a year is missing, the name has to be there.
  if (Number.isNaN(apart) && !isNamed) return false;
  return !areElsewhere(mine, its) && areSameTitles(String(mine.title ?? ''), String(its.title ?? ''));
}
