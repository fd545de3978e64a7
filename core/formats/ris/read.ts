/** From the tags of a RIS entry to a CSL item. */
import type { CslDate, CslName } from '../../references/csl.ts';
import { dateFromFields, isoDate, looseDate, looseDateAndWords } from '../dates.ts';
import { foreignOf, isForeign } from '../foreign/lines.ts';
import { isDatabaseWord } from '../genres.ts';
import { bareDoi, cslPages, type Draft, type EntryMade, joinPages, keptOr, readAs, take } from '../item.ts';
import { abbreviates } from '../journal-names.ts';
import { joinKeywords } from '../keywords.ts';
import { commaName, isNobody, writtenName } from '../names.ts';
import { fullPages } from '../pages.ts';
import { firstSerial } from '../serials.ts';
import { takeSpare } from '../spare.ts';
import { isArticle } from '../typed-rows.ts';
import { type Tag, tagFor, tagOf, typeOfTag } from './tags.ts';

/** Kept under this name: the type, where it is not the one that is written. */
export const TYPE_AS_READ = '@type';

/** Kept under this name: the tag that says the day and month of a date whose year stands alone. */
export const DAY_APART = '@day';

/** Where variables stand that RIS has no tag for; Zotero has its Extra there. */
export const SPARE = 'M2';

/** An entry while its lines are read. */
export interface Entry {
  readonly type: string;
  readonly at: number;
  readonly draft: Draft;
  readonly kept: Record<string, string>;
  key: string;
  /** How many tags it has beside its type. */
  tags: number;
  keywords: string[] | null;
  /** What only makes sense once all is known, by tag. */
  special: Record<string, string> | null;
  /** Where a line that goes on is added. */
  last: Tag | null;
  lastName: string;
}

/** An entry that begins; `type` is what its `TY` says, empty where it has none. */
export function newEntry(type: string, at: number): Entry {
  const code = type.toUpperCase();
  return {
    type: code,
    at,
    draft: { id: '', type: typeOfTag(code) },
    kept: {},
    key: '',
    tags: 0,
    keywords: null,
    special: null,
    last: null,
    lastName: '',
  };
}

function keep(entry: Entry, name: string, value: string): void {
  const before = entry.kept[name];
  entry.kept[name] = before === undefined ? value : `${before}\n${value}`;
}

/** Takes a tag and its value. */
export function addTag(entry: Entry, first: number, second: number, value: string): void {
  entry.tags++;
  entry.last = null;
  const tag = tagOf(first, second);
  if (tag === undefined) {
    const name = String.fromCharCode(first, second);
    if (name === 'ID') entry.key = value;
    else if (value !== '') keep(entry, name, value);
    entry.lastName = value === '' ? '' : name;
    return;
  }
  entry.lastName = tag.name;
  if (value === '') {
    entry.last = tag;
    return;
  }
  const { draft } = entry;
  const { kind, variable, name } = tag;
  if (kind === 'text') {
    if (draft[variable] === undefined) {
      draft[variable] = variable === 'title' && value.includes('  ') ? value.replace(/\s+/g, ' ') : value;
      entry.last = tag;
      if (name !== tagFor(variable)) entry.kept[readAs(variable)] = name;
    } else keep(entry, name, value);
  } else if (kind === 'names') {
    addName(entry, tag, value);
    entry.last = tag;
  } else if (kind === 'keywords') {
    if (entry.keywords === null) entry.keywords = [value];
    else entry.keywords.push(value);
  } else if (kind === 'date') {
    const date = draft[variable] === undefined ? looseDate(value) : null;
    if (date) draft[variable] = date;
    else keep(entry, name, value);
  } else {
    entry.special ??= {};
    if (entry.special[name] === undefined) {
      entry.special[name] = value;
      entry.last = tag;
    } else keep(entry, name, value);
  }
}

/** A person or body as a line of RIS names them. */
export const nameOf = (value: string): CslName => commaName(value, true);

function addName(entry: Entry, { name, variable }: Tag, value: string): void {
  const { draft, kept } = entry;
  const as = kept[readAs(variable)] ?? tagFor(variable);
  const names = draft[variable] as CslName[] | undefined;
  if (!/[^\s,]/.test(value)) return;
  const one = nameOf(value);
  if ((names !== undefined && name !== as) || isNobody(value)) {
    keep(entry, name, value);
    return;
  }
  if (names === undefined) {
    draft[variable] = [one];
    if (name !== as) kept[readAs(variable)] = name;
  } else names.push(one);
  // Degrees and the like are no part of a name, and are given back with it.
  if (/[([&،，]|,.*,|Ph|M\.D/.test(value) && writtenName(one) !== value) keep(entry, `@${name}`, value);
}

/** Takes a line that goes on with the value before it; false where there is none that it could belong to. */
export function addMore(entry: Entry, line: string): boolean {
  const { draft, last, lastName } = entry;
  if (last?.kind === 'names') addName(entry, last, line);
  else if (last?.kind === 'text') {
    const before = draft[last.variable];
    draft[last.variable] = typeof before === 'string' ? `${before} ${line}` : line;
  } else if (last?.kind === 'special' && entry.special)
    entry.special[last.name] = `${entry.special[last.name] ?? ''} ${line}`.trim();
  else if (lastName === 'ID') entry.key = `${entry.key} ${line}`.trim();
  else if (lastName === 'KW') entry.keywords = [...(entry.keywords ?? []), line];
  else if (lastName !== '' && entry.kept[lastName] !== undefined) entry.kept[lastName] += ` ${line}`;
  else return false;
  return true;
}

/** The entry's item, with what had to wait for its end. */
export function finish(entry: Entry): EntryMade {
  const { draft, kept, special, keywords } = entry;
  if (keywords !== null) draft.keyword = joinKeywords(keywords);
  const all = special ?? {};
  finishDates(entry, all);
  finishContainer(entry, all);
  finishNumbers(entry, all);
  finishIdentifiers(entry, all);
  finishTitle(entry);
  finishEditors(entry);
  finishNote(entry);
  let foreign: Readonly<Record<string, string>> | undefined;
  if (kept[SPARE] !== undefined) {
    const lines = kept[SPARE].split('\n');
    if (lines.some(isForeign)) foreign = foreignOf(lines);
    const left = takeSpare(draft, foreign ? lines.filter(line => !isForeign(line)) : lines);
    if (left.length > 0) kept[SPARE] = left.join('\n');
    else delete kept[SPARE];
  }
  if (entry.type !== 'JOUR' && entry.type !== 'BOOK' && entry.type !== 'CHAP') kept[TYPE_AS_READ] = entry.type;
  return { key: entry.key, draft, kept: keptOr(kept), ...(foreign && { foreign }) };
}

type Special = Readonly<Record<string, string>>;

/** "2019" and "2019/05/03" need no closer look. */
function dateOf(value: string): CslDate | null {
  const { length } = value;
  if (length === 4 && value >= '1000' && value <= '2999') {
    const year = Number(value);
    if (!Number.isNaN(year)) return { 'date-parts': [[year]] };
  }
  if (length === 8 && /^(?:19|20)\d{6}$/.test(value)) return isoDate(value.replace(/^(....)(..)(..)$/, '$1-$2-$3'));
  if (length === 10 && value[4] === '/' && value[7] === '/') {
    const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))];
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return { 'date-parts': [[year, month, day]] };
  }
  return looseDate(value);
}

/** Publishers who have nothing else to note put the article's address there. */
function finishNote(entry: Entry): void {
  const { draft } = entry;
  if (draft.note === undefined) return;
  if (!/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)10\.\d{4,9}\/\S+$/i.test(String(draft.note))) return;
  keep(entry, entry.kept[readAs('note')] ?? 'N1', String(draft.note));
  delete draft.note;
}

/** What publishers say of a manuscript and not of its publication: "2013/02/15/received". */
const OF_MANUSCRIPT = /receiv|accept|revis|submit/i;

/**
 * The fullest date of the year that `PY` or `Y1` says holds; `DA` alone may be a day without a year ("May 3"). A bare year
 * beside it says nothing more and is written from it again.
 */
function finishDates(entry: Entry, special: Special): void {
  const { draft, kept } = entry;
  let from = '';
  let best: CslDate | null = null;
  for (const name of ['PY', 'Y1', 'DA']) {
    const value = special[name];
    if (value === undefined || (value.length > 10 && OF_MANUSCRIPT.test(value))) continue;
    const date = dateOf(value);
    if (date !== null && (best === null || isFuller(date, best))) {
      best = date;
      from = name;
    }
  }
  if (best === null) {
    for (const name of ['PY', 'Y1', 'DA']) if (special[name] !== undefined) keep(entry, name, special[name]);
    return;
  }
  draft.issued = best;
  const stated = special[from] ?? '';
  const words = /^\d{4}[\d/]*$/.test(stated) ? null : looseDateAndWords(stated);
  if (words?.literal !== undefined && words['date-parts'] !== undefined) keep(entry, from, stated);
  for (const name of ['DA', 'PY', 'Y1']) {
    const value = special[name];
    if (value === undefined || name === from) continue;
    if (saysYear(best, value)) kept['@also'] = kept['@also'] ? `${kept['@also']} ${name}` : name;
    else keep(entry, name, value);
  }
  if (from !== 'PY' || best['date-parts']?.[0]?.[1] !== undefined || best.season !== undefined)
    kept[readAs('issued')] = from;
  const [year, month] = best['date-parts']?.[0] ?? [];
  if (
    special.DA === undefined ||
    from === 'DA' ||
    year === undefined ||
    month !== undefined ||
    /\d{4}/.test(special.DA)
  )
    return;
  const whole = dateFromFields(String(year), special.DA);
  if (whole?.['date-parts'] === undefined || whole.literal !== undefined) return;
  draft.issued = whole;
  kept[DAY_APART] = 'DA';
}

/** Whether a date says more than another and not otherwise. */
function isFuller(date: CslDate, than: CslDate): boolean {
  const [a, b] = [date['date-parts'], than['date-parts']];
  if (b?.[0] === undefined) return a?.[0] !== undefined;
  if (a?.[0] === undefined || String(a[0][0]) !== String(b[0][0])) return false;
  return a[0].length > b[0].length || a.length > b.length || (date.season !== undefined && than.season === undefined);
}

const saysYear = (date: CslDate, value: string) =>
  value.slice(0, 4) === String(date['date-parts']?.[0]?.[0]) && (value.length === 4 || /^\d{4}\/+$/.test(value));

/** EndNote's edited book has its editors where other works have their authors. */
function finishEditors({ draft, kept, type }: Entry): void {
  if (type !== 'EDBOOK' || draft.author === undefined || draft.editor !== undefined) return;
  draft.editor = draft.author;
  delete draft.author;
  kept[readAs('editor')] = kept[readAs('author')] ?? 'AU';
  delete kept[readAs('author')];
}

/** Of a book, `BT` is its own title where it has no other. */
function finishTitle({ draft, kept }: Entry): void {
  if (draft.title !== undefined || kept[readAs('container-title')] !== 'BT') return;
  if (draft.type !== 'book' && draft.type !== 'manuscript') return;
  draft.title = draft['container-title'];
  delete draft['container-title'];
  delete kept[readAs('container-title')];
  kept[readAs('title')] = 'BT';
}

/** `T2` is the journal or the book a chapter is in; of a book itself it is the series. `JO` beside a fuller title is the short one. */
function finishContainer(entry: Entry, { T2, JO, ET }: Special): void {
  const { draft, kept } = entry;
  if (ET !== undefined) finishEdition(entry, ET);
  if (T2 !== undefined && kept.C3?.includes('\n') === false && draft.type === 'paper-conference') {
    // EndNote and Zotero: the meeting, and its proceedings.
    if (take(draft, 'container-title', kept.C3)) {
      kept[readAs('container-title')] = 'C3';
      delete kept.C3;
    }
    take(draft, 'event-title', T2);
    kept[readAs('event-title')] = 'T2';
  } else if (T2 !== undefined) {
    const container = draft['container-title'] === undefined;
    // ScienceDirect has an issue's own title there, and the journal in JO.
    const ofIssue = container && JO !== undefined && isArticle(draft.type) && !sameJournal(JO, T2);
    const variable = draft.type === 'book' ? 'collection-title' : ofIssue ? 'volume-title' : 'container-title';
    if (!take(draft, variable, T2)) keep(entry, 'T2', T2);
    else if (variable !== 'container-title') kept[readAs(variable)] = 'T2';
  }
  if (draft.type === 'paper-conference') {
    takeKept(entry, 'event-place', 'C1');
    // Web of Science.
    takeKept(entry, 'event-title', 'CP');
    takeKept(entry, 'event-place', 'CL');
  }
  if (JO !== undefined) {
    if (take(draft, 'container-title', JO)) kept[readAs('container-title')] = 'JO';
    else if (JO !== draft['container-title'] && take(draft, 'container-title-short', JO))
      kept[readAs('container-title-short')] = 'JO';
    else keep(entry, 'JO', JO);
  }
  if (isArticle(draft.type)) finishJournal(entry);
}

const sameJournal = (a: string, b: string) => abbreviates(a, b) || abbreviates(b, a);

/** Gives what was kept of a tag with one value to a variable that has none. */
function takeKept({ draft, kept }: Entry, variable: string, tag: string): boolean {
  const value = kept[tag];
  if (value === undefined || value.includes('\n') || !take(draft, variable, value)) return false;
  delete kept[tag];
  if (tag !== tagFor(variable)) kept[readAs(variable)] = tag;
  return true;
}

/** A journal has a name; of two the longer one is it, wherever they stand. */
function finishJournal(entry: Entry): void {
  const { draft, kept } = entry;
  const [name, short] = [readAs('container-title'), readAs('container-title-short')];
  takeKept(entry, 'container-title', 'SO');
  if (!takeKept(entry, 'container-title-short', 'JI')) takeKept(entry, 'container-title-short', 'J9');
  const [long, cut] = [draft['container-title'], draft['container-title-short']];
  if (typeof cut !== 'string') return;
  if (long === undefined) {
    draft['container-title'] = cut;
    delete draft['container-title-short'];
    kept[name] = kept[short] ?? 'J2';
    delete kept[short];
  } else if (cut.length > String(long).length && abbreviates(String(long), cut)) {
    draft['container-title'] = cut;
    draft['container-title-short'] = long;
    [kept[name], kept[short]] = [kept[short] ?? 'J2', kept[name] ?? 'T2'];
  }
}

/** Whether an edition is rather a date. */
export const looksOnline = (type: string, value: string): boolean =>
  type === 'article-journal' && /^\d{4}[/-]|^\d{8}$|^[A-Z][a-z]{2,8} \d/.test(value);

/** EndNote says under `ET` of an article when it was first online. */
function finishEdition({ draft, kept }: Entry, value: string): void {
  if (draft.type === 'software' || draft.type === 'dataset') {
    draft.version = value;
    return;
  }
  const date = looksOnline(draft.type, value) ? dateOf(value) : null;
  if (date?.['date-parts'] === undefined) {
    draft.edition = value;
    return;
  }
  draft['available-date'] = date;
  kept['@ET'] = value;
}

/** A report's or patent's own number may stand in `SN` or `M1`. */
function numberOf({ draft, kept }: Entry, sn: string | undefined, is: string | undefined): void {
  const own = sn !== undefined && !/\d{4}-\d{3}[\dXx]|^97[89]|^[\d‐-]{9,12}[\dXx]$/.test(sn);
  if (own && take(draft, 'number', sn)) kept[readAs('number')] = 'SN';
  if (is !== undefined) take(draft, draft.number === undefined ? 'number' : 'issue', is);
  if (kept.M1?.includes('\n') === false && take(draft, 'number', kept.M1)) {
    kept[readAs('number')] = 'M1';
    delete kept.M1;
  }
}

/** Which of the two an `SN` is, for the type of an entry. */
export const serialOf = (type: string, number: string): 'ISBN' | 'ISSN' =>
  firstSerial(number)?.kind ?? (type === 'book' || type === 'chapter' ? 'ISBN' : 'ISSN');

/** The types of works that are no part of another. */
const WHOLE = new Set(['book', 'thesis']);

/** What EndNote numbers in `M1` and not in `IS`: the issue of what is no journal, the volume of a book in its series. */
function numberApart({ draft, kept, type }: Entry): void {
  const { M1 } = kept;
  if (M1 === undefined || !/^[\p{L}\p{N}][\p{L}\p{N}./–-]{0,11}$/u.test(M1)) return;
  const variable =
    (draft.type.startsWith('article') && type !== 'NEWS') || draft.type === 'paper-conference'
      ? 'issue'
      : draft['collection-title'] !== undefined && (draft.type === 'book' || draft.type === 'chapter')
        ? 'collection-number'
        : undefined;
  if (variable === undefined || !take(draft, variable, M1)) return;
  kept[readAs(variable)] = 'M1';
  delete kept.M1;
}

const NUMBERED = new Set(['report', 'patent', 'standard', 'legislation', 'bill', 'legal_case']);

function finishNumbers(entry: Entry, { IS, SP, EP, C7, SN }: Special): void {
  const { draft, kept } = entry;
  if (NUMBERED.has(draft.type)) numberOf(entry, SN, IS);
  else if (IS !== undefined) {
    draft.issue = IS;
    bareNumber(entry, 'issue', 'IS', /^(?:n[°ºo]\.?|no\.|nr\.?|iss(?:ue)?\.?)\s*(?=\d)/i);
  }
  if (isArticle(draft.type)) {
    takeKept(entry, 'volume', 'VO');
    bareNumber(entry, 'volume', 'VL', /^(?:vol(?:ume)?\.?|bd\.?|t(?:ome)?\.)\s*(?=\d)/i);
  }
  // EndNote says there of a thesis what degree it was for.
  if (draft.type === 'thesis' && /^\D+$/.test(String(draft.volume ?? 0)) && draft.genre === undefined) {
    draft.genre = draft.volume;
    delete draft.volume;
    kept[readAs('genre')] = 'VL';
  }
  numberApart(entry);
  if (SN !== undefined && kept[readAs('number')] !== 'SN') finishSerial(entry, SN);
  if (SP !== undefined && NO_PAGES.test(SP)) {
    keep(entry, 'SP', SP);
    if (EP !== undefined) keep(entry, 'EP', EP);
  } else if (SP !== undefined || EP !== undefined) {
    const pages = pagesOf(SP ?? '', EP ?? '');
    // Of a whole work, EndNote says here how many it has: "350", "350 p."
    const count = WHOLE.has(draft.type) ? /^(\d+)(?:\s?(?:p|pp|pages|S)\.?)?$/.exec(pages) : null;
    if (count === null) take(draft, 'page', pages);
    else if (take(draft, 'number-of-pages', count[1]) && pages !== count[1]) kept['@SP'] = pages;
    // "12-18" in one tag, or a last page given short, is written as it came.
    if (SP === undefined || EP === undefined ? pages.includes('-') : pages !== `${SP}-${EP}`) {
      if (SP !== undefined) kept['@SP'] = SP;
      if (EP !== undefined) kept['@EP'] = EP;
    }
  }
  if (C7 === undefined) return;
  if (take(draft, 'page', cslPages(C7))) kept[readAs('page')] = 'C7';
  else keep(entry, 'C7', C7);
}

/** A number without the words that say what it counts ("n° 3", "Vol. 12"), which are kept with it. */
function bareNumber({ draft, kept }: Entry, variable: string, tag: string, words: RegExp): void {
  const written = draft[variable];
  if (typeof written !== 'string' || !words.test(written) || kept[readAs(variable)] !== undefined) return;
  draft[variable] = written.replace(words, '');
  kept[`@${tag}`] = written;
}

/** ISSN and ISBN; of several the first, and of a book in a series its own and the series'. */
function finishSerial({ draft, kept }: Entry, written: string): void {
  const number = firstSerial(written)?.number ?? written;
  if (take(draft, serialOf(draft.type, written), number) && number !== written) kept['@SN'] = written;
  const other = firstSerial(kept.SN ?? '');
  if (other !== null && other.number === kept.SN && take(draft, other.kind, other.number)) delete kept.SN;
}

/** What databases say of an article that has no pages. */
const NO_PAGES = /^(?:no pagination|not paginated|no pages?|n\/a|n\. ?pag\.?)$/i;

/** Pages of a first and a last one, the last in full. */
export function pagesOf(first: string, last: string): string {
  return first !== '' &&
    last !== '' &&
    first !== last &&
    first.length === last.length &&
    !/[^A-Za-z\d]/.test(first + last)
    ? `${first}-${last}`
    : fullPages(joinPages(first, last));
}

function finishIdentifiers(entry: Entry, special: Special): void {
  const { draft, kept } = entry;
  for (const name of ['DO', 'DI', 'M3', 'L3']) {
    const value = special[name];
    if (value === undefined) continue;
    const doi = draft.DOI === undefined ? bareDoi(value) : null;
    if (doi !== null) {
      draft.DOI = doi;
      if (name !== 'DO') kept[readAs('DOI')] = name;
      if (doi !== value) kept[`@${name}`] = value;
    } else if (
      name !== 'M3' ||
      /^(?:doi\b|10\.\d{4,9}\/|https?:)/i.test(value) ||
      isDatabaseWord(value, draft.type) ||
      !take(draft, 'genre', value)
    )
      keep(entry, name, value);
  }
  if (draft.DOI === undefined && typeof draft.URL === 'string' && /doi\.org\//i.test(draft.URL))
    take(draft, 'DOI', bareDoi(draft.URL));
  // PubMed Central says its numbers in user fields: "23690738[pmid]".
  for (const name of ['U1', 'U2', 'U3', 'AN']) {
    const value = kept[name] ?? special[name];
    if (value === undefined) continue;
    const [, pmid, pmcid] = /^(?:(\d{1,8})\[pmid\]|(PMC\d+)(?:\[pmcid\])?)$/im.exec(value) ?? [];
    if (pmid !== undefined) take(draft, 'PMID', pmid);
    if (pmcid !== undefined) take(draft, 'PMCID', pmcid);
  }
  const { C2, AN } = special;
  // Cochrane's "PUBMED 31600000,EMBASE 2003456789", Scopus' bare number.
  take(draft, 'PMID', /\bPUBMED (\d{1,8})\b/.exec(kept.C3 ?? '')?.[1]);
  if (C2 !== undefined && /^\d{7,8}$/.test(C2) && /scopus/i.test(String(draft.source)) && take(draft, 'PMID', C2))
    kept[readAs('PMID')] = 'C2';
  else if (C2 !== undefined && (!/^PMC\d+$/i.test(C2) || !take(draft, 'PMCID', C2))) keep(entry, 'C2', C2);
  if (AN === undefined) return;
  const pubmed = /^\d{1,8}$/.test(AN) && (draft.source === undefined || /medline|pubmed/i.test(String(draft.source)));
  if (pubmed && take(draft, 'PMID', AN)) kept[readAs('PMID')] = 'AN';
  else keep(entry, 'AN', AN);
}
