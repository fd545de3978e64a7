/** From an entry of BibTeX or BibLaTeX to a CSL item. */
import { foreignOf } from '../foreign/lines.ts';
import { isDatabaseWord } from '../genres.ts';
import { cslPages, type Draft, type EntryMade, keptOr, readAs, take } from '../item.ts';
import { dropTwins, PROSE, takeSpare } from '../spare.ts';
import { readDate, readDates } from './dates.ts';
import { entryType, FIELDS, fieldOf, GENRES, KEYED, printedKey, TYPES, wordedType } from './fields.ts';
import { readIdentifiers, verbatim } from './identifiers.ts';
import { decodeLatex } from './latex.ts';
import { readNames } from './lists.ts';
import type { RawEntry } from './scan.ts';
import { keep, noSpecial, type Special } from './special.ts';
import { decodeTitle, readBookTitles, readTitle } from './titles.ts';

/** Kept under this name: what the entry was called where it could have been called otherwise. */
export const TYPE_AS_READ = '@type';

const BOOKS = new Set(['book', 'chapter', 'pamphlet', 'entry-encyclopedia']);
const NUMBERED = new Set(['report', 'patent', 'standard', 'legislation', 'legal_case', 'dataset', 'software']);

/** How the fields begin that say a variable exactly which its own field cannot. */
export const SPARE = 'csl-';
/** How those begin that were kept of a file of another format. */
const FOREIGN = /^(?:ris|nbib|endnote|refworks|zotero|wos|ovid)-/;
/** Between the names of such a field. */
export const SPARE_JOINT = ' \u00b6 ';

/** The item of an entry; fields without a CSL variable are kept as they were written. */
export function makeEntry({ type: entry, key, names, values }: RawEntry): EntryMade {
  const type = TYPES[entry] ?? TYPES[wordedType(entry)] ?? 'document';
  const draft: Draft = { id: '', type };
  const kept: Record<string, string> = {};
  const special = noSpecial();
  // Whether titles stand around the entry's own.
  let around = false;
  let spare: string[] | null = null;
  let elsewhere: string[] | null = null;

  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    const raw = values[index] as string;
    const field = FIELDS.get(name);
    if (field === undefined) {
      if (name.startsWith(SPARE)) {
        spare ??= [];
        spare.push(name);
      } else if (FOREIGN.test(name)) {
        elsewhere ??= [];
        elsewhere.push(name);
      }
      if (raw.trim() !== '') kept[name] = raw;
      continue;
    }
    const { kind, variable, rank, contested } = field;
    around ||= kind === 'title' || name === 'journaltitle';
    if (kind === 'special') {
      special[name] = raw;
      continue;
    }
    const loser = !contested || draft[variable] === undefined ? -1 : holderOf(names, index, variable, kept);
    if (loser >= 0 && rank >= (FIELDS.get(names[loser] as string)?.rank ?? 0)) {
      kept[name] = raw;
      kept[readAs(variable)] = names[loser] as string;
      continue;
    }
    // Mendeley puts all addresses of a work into one field.
    const [address, ...others] = name === 'url' ? raw.trim().split(/[;,]?\s+(?=https?:)/) : [];
    if (others.length > 0) kept[names.includes('url2') ? 'url3' : 'url2'] = others.join(' ');
    const value =
      kind === 'text'
        ? PROSE.has(variable) && hasLines(raw) && PARAGRAPH.test(raw)
          ? paragraphs(raw)
          : decodeLatex(raw)
        : kind === 'title'
          ? decodeTitle(name, raw, kept)
          : kind === 'names'
            ? readNames(raw)
            : kind === 'verbatim'
              ? verbatim(address ?? raw)
              : readDate(raw);
    if (value === null || (value as { length?: number }).length === 0) {
      if (raw.trim() !== '') kept[name] = raw;
      continue;
    }
    if (loser >= 0) {
      kept[names[loser] as string] = values[loser] as string;
      delete kept[readAs(variable)];
    }
    draft[variable] = value;
    if (loser >= 0) kept[readAs(variable)] = name;
    else if (rank !== 0 || name === 'booktitle') rememberName(kept, variable, name, type);
  }
  if (typeof draft.genre === 'string' && isDatabaseWord(draft.genre, type)) {
    keep(kept, 'type', values[names.indexOf('type')]);
    delete draft.genre;
  }
  readPlaces(type, draft, kept);
  readJournal(draft, kept);
  readTitle(special, draft, kept);
  if (around) readBookTitles(draft, kept, names, values);
  readDates(special, draft, kept);
  readIdentifiers(special, draft, kept);
  readNumbers(special, draft, kept, type);
  readType(entry, type, draft, kept);
  let foreign: Record<string, string> | undefined;
  for (const name of elsewhere ?? []) {
    const read = foreignOf(decodeLatex(kept[name] ?? '').split(SPARE_JOINT));
    if (Object.keys(read).length === 0) continue;
    foreign = { ...foreign, ...read };
    delete kept[name];
  }
  for (const name of spare ?? []) {
    const lines = decodeLatex(kept[name] ?? '').split(SPARE_JOINT);
    const variable = (line: string) => line.slice(0, line.indexOf(': ')).replace(/^csl-/, '').toLowerCase();
    if (lines.some(line => `${SPARE}${variable(line)}` !== name) || takeSpare(draft, lines, false).length > 0) continue;
    delete kept[name];
  }
  if (spare !== null)
    dropTwins(
      draft,
      spare.filter(name => kept[name] === undefined).map(name => name.slice(SPARE.length)),
    );
  return foreign === undefined ? { key, draft, kept: keptOr(kept) } : { key, draft, kept: keptOr(kept), foreign };
}

/** Told at once, as nearly every text has none. */
const hasLines = (raw: string): boolean => raw.includes('\n') || raw.includes('\r');

/** An empty line ends a paragraph in LaTeX. */
const PARAGRAPH = /(?:\r\n|\r(?!\n)|\n)(?:[ \t]*(?:\r\n|\r(?!\n)|\n))+/;

const paragraphs = (raw: string): string =>
  raw
    .split(PARAGRAPH)
    .map(each => decodeLatex(each).trim())
    .filter(each => each !== '')
    .join('\n');

/** Which of the fields before `end` filled a variable. */
function holderOf(
  names: readonly string[],
  end: number,
  variable: string,
  kept: Readonly<Record<string, string>>,
): number {
  for (let index = 0; index < end; index++) {
    const name = names[index] as string;
    if (FIELDS.get(name)?.variable === variable && kept[name] === undefined) return index;
  }
  return -1;
}

/** Of a paper with both, as ACM's have, the address is its publisher's and the location that of the conference. */
function readPlaces(type: string, draft: Draft, kept: Record<string, string>): void {
  if (type !== 'paper-conference' || kept[readAs('publisher-place')] !== 'address' || kept.location === undefined)
    return;
  if (!take(draft, 'event-place', decodeLatex(kept.location))) return;
  delete kept.location;
  kept[readAs('event-place')] = 'location';
}

/** BibDesk and MathSciNet have a journal's whole name beside its abbreviation. */
function readJournal(draft: Draft, kept: Record<string, string>): void {
  const name = ['journal-full', 'fjournal'].find(field => kept[field] !== undefined);
  const short = draft['container-title'];
  if (name === undefined || draft['container-title-short'] !== undefined) return;
  if (kept[readAs('container-title')] !== 'journal') return;
  const full = decodeLatex(kept[name] ?? '');
  if (full.length <= String(short).length) return;
  draft['container-title'] = full;
  draft['container-title-short'] = short;
  delete kept[name];
  kept[readAs('container-title')] = name;
  kept[readAs('container-title-short')] = 'journal';
}

/** A field that is not the usual one for its variable is written under its own name again. */
function rememberName(kept: Record<string, string>, variable: string, name: string, type: string): void {
  if (name !== fieldOf(variable, type, 'bibtex') && name !== fieldOf(variable, type, 'biblatex'))
    kept[readAs(variable)] = name;
}

/** The type in CSL, with the thesis' own genre; an entry of no known type with an address and the day it was seen is a web page. */
function readType(entry: string, type: string, draft: Draft, kept: Record<string, string>): void {
  const genre = GENRES[entry];
  // "type = {Thesis}" says that it is no more than that.
  if (genre !== undefined && kept.type === undefined) take(draft, 'genre', genre);
  for (const variable of KEYED) {
    const key = draft[variable];
    const printed = typeof key === 'string' ? printedKey(variable, key) : undefined;
    if (printed === undefined || printed === key) continue;
    kept[readAs(`${variable}-key`)] = key as string;
    draft[variable] = printed;
  }
  if (
    type === 'document' &&
    draft.URL !== undefined &&
    draft.DOI === undefined &&
    (draft.accessed !== undefined || /\b(?:accessed|visited|retrieved|consult[ée]e?)\b/i.test(String(draft.note))) &&
    draft['container-title'] === undefined
  )
    draft.type = 'webpage';
  if (entry !== 'article' && entry !== entryType(draft.type, String(draft.genre ?? ''), 'bibtex'))
    kept[TYPE_AS_READ] = entry;
}

const VOLUME_AND_ISSUE = /^(\d{1,4}) (\d{1,4}(?:[-/]\d{1,4})?)$/;

function readNumbers(special: Special, draft: Draft, kept: Record<string, string>, type: string): void {
  const { pages, number, issue } = special;
  if (pages !== undefined) take(draft, 'page', pagesOf(pages));
  for (const name of ARTICLE_NUMBERS) {
    const raw = special[name];
    if (raw === undefined) continue;
    if (take(draft, 'page', decodeLatex(raw))) kept[readAs('page')] = name;
    else keep(kept, name, raw);
  }
  if (issue !== undefined && take(draft, 'issue', decodeLatex(issue))) kept[readAs('issue')] = 'issue';
  if (number === undefined) {
    // Semantic Scholar has both numbers in one field: "95 4".
    const both = type === 'article-journal' && issue === undefined ? VOLUME_AND_ISSUE.exec(String(draft.volume)) : null;
    if (both === null) return;
    draft.volume = both[1];
    draft.issue = both[2];
    return;
  }
  const variable = NUMBERED.has(type)
    ? 'number'
    : BOOKS.has(type)
      ? 'collection-number'
      : issue === undefined
        ? 'issue'
        : 'number';
  if (!take(draft, variable, decodeLatex(number))) keep(kept, 'number', number);
}

/** What stands in the place of pages; Scopus and ACM have names of their own for it. */
const ARTICLE_NUMBERS = ['eid', 'article-number', 'art_number', 'articleno', 'elocation-id'];

/** "12--18" is by far the most frequent; the rest goes the long way. */
function pagesOf(raw: string): string {
  const range = raw.indexOf('--');
  return range > 0 && /^[A-Za-z]?\d+--[A-Za-z]?\d+$/.test(raw)
    ? `${raw.slice(0, range)}-${raw.slice(range + 2)}`
    : cslPages(decodeLatex(raw));
}
