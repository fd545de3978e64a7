/** From an entry of BibTeX or BibLaTeX to a CSL item. */
import type { CslDate } from '../../references/csl.ts';
import { dateFromFields, isoDate } from '../dates.ts';
import { foreignOf } from '../foreign/lines.ts';
import { isDatabaseWord } from '../genres.ts';
import { bareDoi, cslPages, type Draft, type EntryMade, keptOr, readAs, take } from '../item.ts';
import { dropTwins, PROSE, takeSpare } from '../spare.ts';
import { entryType, FIELDS, fieldOf, GENRES, KEYED, printedKey, TYPES } from './fields.ts';
import { decodeLatex } from './latex.ts';
import { closesAtEnd, readNames } from './names.ts';
import type { RawEntry } from './scan.ts';

const TITLE = { title: true };

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

/** Fields that are put together once all are known. */
type Special = Record<string, string | undefined>;

/** All of them at once, so that every entry's are one kind of object. */
const noSpecial = (): Special => ({
  title: undefined,
  subtitle: undefined,
  doi: undefined,
  howpublished: undefined,
  eprint: undefined,
  eprinttype: undefined,
  archiveprefix: undefined,
  pages: undefined,
  eid: undefined,
  'article-number': undefined,
  art_number: undefined,
  articleno: undefined,
  'elocation-id': undefined,
  number: undefined,
  issue: undefined,
  date: undefined,
  year: undefined,
  month: undefined,
  day: undefined,
});

/** The item of an entry; fields without a CSL variable are kept as they were written. */
export function makeEntry({ type: entry, key, names, values }: RawEntry): EntryMade {
  const type = TYPES[entry] ?? 'document';
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

function keep(kept: Record<string, string>, name: string, raw: string | undefined): void {
  if (raw !== undefined && raw.trim() !== '') kept[name] = raw;
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

/** Kept under this name: the fields whose whole text stood in a second pair of braces, with spaces between. */
export const BRACED = '@braced';

/**
 * A title's letters. Programs that wrap every field in a second pair of braces (Mendeley, Web of Science) protect nothing by
 * them: the pair is remembered and put back when it is written.
 */
function decodeTitle(name: string, raw: string, kept: Record<string, string>): string {
  const text = raw.trim();
  if (!text.startsWith('{') || !text.includes(' ') || !closesAtEnd(text)) return decodeLatex(raw, TITLE);
  kept[BRACED] = kept[BRACED] === undefined ? name : `${kept[BRACED]} ${name}`;
  return decodeLatex(text.slice(1, -1), TITLE);
}

function readTitle({ title = '', subtitle = '' }: Special, draft: Draft, kept: Record<string, string>): void {
  const main = decodeTitle('title', title, kept);
  if (subtitle === '') {
    if (main !== '') draft.title = main;
    return;
  }
  draft.title = joinTitle(main, decodeLatex(subtitle, TITLE));
  if (main !== '') kept.subtitle = subtitle;
}

/** The fields that hold the second part of a title, by the field that holds its first. */
export const SUBTITLES: Readonly<Record<string, string>> = {
  title: 'subtitle',
  booktitle: 'booksubtitle',
  maintitle: 'mainsubtitle',
  journaltitle: 'journalsubtitle',
  issuetitle: 'issuesubtitle',
};

/** A book inside a work of several volumes is one of its volumes; titles that stand around the entry's own take their subtitles. */
function readBookTitles(
  draft: Draft,
  kept: Record<string, string>,
  names: readonly string[],
  values: readonly string[],
): void {
  if (kept.booktitle !== undefined && kept[readAs('container-title')] === 'maintitle') {
    if (take(draft, 'volume-title', decodeTitle('booktitle', kept.booktitle, kept))) {
      delete kept.booktitle;
      kept[readAs('volume-title')] = 'booktitle';
    }
  }
  if (draft.type === 'book' && draft['container-title'] === draft.title && names.includes('booktitle')) {
    // Proceedings that say their title twice are in no other book.
    delete draft['container-title'];
    delete kept[readAs('container-title')];
    kept.booktitle = values[names.indexOf('booktitle')] as string;
  }
  for (const name of ['booktitle', 'maintitle', 'journaltitle', 'issuetitle']) {
    const sub = kept[SUBTITLES[name] as string];
    if (sub === undefined || kept[name] !== undefined || !names.includes(name)) continue;
    const variable =
      kept[readAs('volume-title')] === name ? 'volume-title' : (FIELDS.get(name)?.variable ?? 'container-title');
    const main = draft[variable];
    if (typeof main === 'string') draft[variable] = joinTitle(main, decodeLatex(sub, TITLE));
  }
}

/** "Title: subtitle", or without the colon where the title ends a sentence of its own. */
export function joinTitle(main: string, sub: string): string {
  if (main === '') return sub;
  return `${main}${/[?!:.]$/.test(main) ? '' : ':'} ${sub}`;
}

const MACROS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** BibLaTeX's dates are EDTF, in which "~" is no tie but "about". */
const readDate = (raw: string): CslDate | null => isoDate(decodeLatex(raw).replace(/\u00a0/g, '~'));

function readDates(special: Special, draft: Draft, kept: Record<string, string>): void {
  const { date, year, month, day } = special;
  if (date === undefined && year === undefined) {
    keep(kept, 'month', month);
    keep(kept, 'day', day);
    return;
  }
  const whole = date === undefined ? null : readDate(date);
  if (whole !== null) {
    draft.issued = whole;
    // Beside a date, year and month say the same again unless they differ from it.
    if (year !== undefined && String(whole['date-parts']?.[0]?.[0]) !== year.trim()) keep(kept, 'year', year);
    if (month !== undefined && (whole['date-parts']?.[0]?.length ?? 0) < 2) keep(kept, 'month', month);
    return;
  }
  const issued = dateOfYear(year ?? date ?? '', month, day);
  if (issued === null) {
    keep(kept, 'month', month);
    keep(kept, 'day', day);
    return;
  }
  draft.issued = issued;
  const parts = issued['date-parts']?.[0]?.length ?? 0;
  if (month !== undefined && parts < 2 && issued.season === undefined) keep(kept, 'month', month);
  if (day !== undefined && parts < 3) keep(kept, 'day', day);
  if (year !== undefined && date !== undefined) keep(kept, 'date', date);
}

function dateOfYear(year: string, month: string | undefined, day: string | undefined): CslDate | null {
  const plain = year.length === 4 && year >= '1000' && year <= '2999' ? Number(year) : Number.NaN;
  if (!Number.isNaN(plain)) {
    if (month === undefined) return { 'date-parts': [[plain]] };
    const macro = MACROS[month];
    if (macro !== undefined && day === undefined) return { 'date-parts': [[plain, macro]] };
  }
  const words = decodeLatex(year);
  const circa = /^(?:c|ca|circa|vers)\.?\s*(\d{4})$/i.exec(words);
  if (circa) return { 'date-parts': [[Number(circa[1])]], circa: true };
  const span = /^(\d{4})\s*[-–—/]+\s*(\d{1,2}|\d{4})$/.exec(words);
  const [, from = '', to = ''] = span ?? [];
  const last = Number(from.slice(0, 4 - to.length) + to);
  if (span && last > Number(from) && (to.length !== 2 || Number(to) > 12))
    return { 'date-parts': [[Number(from)], [last]] };
  if (!/^\D{0,3}-?\d{1,4}\D?$/.test(words)) {
    const iso = isoDate(words);
    if (iso) return iso;
    const found = /\b(1[5-9]\d\d|20\d\d)\b/.exec(words);
    if (!found) return words === '' ? null : { literal: words };
    if (words.replace(found[0], '').trim().length > 1) return { literal: words };
  }
  const made = dateFromFields(words, decodeLatex(month ?? ''), decodeLatex(day ?? ''));
  // What stands in a month field and is none must not take the year's place in print.
  return made?.['date-parts'] && made.literal !== undefined ? { 'date-parts': made['date-parts'] } : made;
}

function readIdentifiers(special: Special, draft: Draft, kept: Record<string, string>): void {
  const { doi, howpublished, eprint, eprinttype, archiveprefix } = special;
  if (doi !== undefined) {
    const bare = bareDoi(verbatim(doi));
    if (bare === null) keep(kept, 'doi', doi);
    else draft.DOI = bare;
  }
  // SciELO has an article's own DOI there.
  if (kept.crossref !== undefined && /^\s*10\.\d{4,9}\/\S+\s*$/.test(kept.crossref))
    take(draft, 'DOI', bareDoi(verbatim(kept.crossref)));
  const linked =
    draft.DOI === undefined && /doi\.org\/10\./i.test(String(draft.URL)) ? bareDoi(String(draft.URL)) : null;
  if (linked !== null && take(draft, 'DOI', linked)) kept[readAs('DOI')] = 'url';
  if (howpublished !== undefined) {
    const address =
      /\\url\s*\{([^}]*)\}/.exec(howpublished)?.[1] ?? /https?:\/\/[^\s{}]+[^\s{}.,;:)]/.exec(howpublished)?.[0];
    // An address is taken, and the words around it are kept with it.
    if (address !== undefined) take(draft, 'URL', verbatim(address));
    if (address === undefined && take(draft, 'publisher', decodeLatex(howpublished)))
      kept[readAs('publisher')] = 'howpublished';
    else keep(kept, 'howpublished', howpublished);
  }
  if (eprint !== undefined) {
    const where = `${eprinttype ?? ''}${archiveprefix ?? ''}`;
    if (/pubmed|pmid|medline/i.test(where)) take(draft, 'PMID', decodeLatex(eprint));
    keep(kept, 'eprint', eprint);
  }
  if (draft.PMID !== undefined || draft.note !== undefined || draft.annote !== undefined) {
    const said = /\d{1,8}/.exec(
      String(draft.PMID ?? /\bPMID:?\s*\d{1,8}\b/i.exec(`${draft.note ?? ''} ${draft.annote ?? ''}`)?.[0] ?? ''),
    );
    if (said) {
      // Words beside the number are kept with it.
      const written = String(draft.PMID ?? '');
      if (/\p{L}/u.test(written.replace(/^\s*(?:PMID|https?:\S*)/i, ''))) keep(kept, 'pmid', written);
      draft.PMID = said[0];
    }
  }
  // Better BibTeX has Zotero's Extra in a note.
  if (draft.note !== undefined || draft.annote !== undefined)
    take(
      draft,
      'PMCID',
      /\bPMCID:?\s*(PMC\d+)\b/i.exec(`${draft.note ?? ''} ${draft.annote ?? ''}`)?.[1]?.toUpperCase(),
    );
  if (draft.PMCID !== undefined && /^\d+$/.test(String(draft.PMCID))) draft.PMCID = `PMC${draft.PMCID}`;
  if (kept.eissn !== undefined) {
    const value = decodeLatex(kept.eissn);
    if (take(draft, 'ISSN', value)) {
      delete kept.eissn;
      kept[readAs('ISSN')] = 'eissn';
    }
  }
  keep(kept, 'eprinttype', eprinttype);
  keep(kept, 'archiveprefix', archiveprefix);
}

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
  if (number === undefined) return;
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

/** Addresses and identifiers are not prose: only their escapes are undone. */
function verbatim(value: string): string {
  if (!/[\\{}\s]/.test(value)) return value;
  return value
    .replace(/^\s*\\url\s*\{(.*)\}\s*$/s, '$1')
    .replace(/\\([_%#&$~{}])/g, '$1')
    .replace(/\{?\\textunderscore\s*(?:\{\})?\}?/g, '_')
    .replace(/\s+/g, '')
    .replace(/[{}]/g, '');
}
