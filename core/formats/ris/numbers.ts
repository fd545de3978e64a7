/** The numbers of a RIS entry: issues, volumes, pages, ISSN and ISBN. */
import { bareDoi, cslPages, joinPages, readAs, take } from '../item.ts';
import { fullPages } from '../pages.ts';
import { firstSerial } from '../serials.ts';
import { isArticle } from '../typed-rows.ts';
import { type Entry, keep, takeKept } from './entry.ts';

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

export function finishNumbers(entry: Entry): void {
  const { draft, kept } = entry;
  const { IS, SP, EP, C7, SN } = entry.special;
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
  if (draft.type === 'thesis' && /^\D+$/.test(String(draft.volume ?? 0))) {
    const genre = entry.special.M3;
    // What kind of thesis it is says more.
    if (genre !== undefined && bareDoi(genre) === null) keep(entry, 'VL', String(draft.volume));
    else {
      draft.genre = draft.volume;
      kept[readAs('genre')] = 'VL';
    }
    delete draft.volume;
  }
  if (draft.type === 'thesis' || draft.type === 'manuscript') takeKept(entry, 'number', 'M1');
  numberApart(entry);
  if (SN !== undefined && kept[readAs('number')] !== 'SN') finishSerial(entry, SN);
  if (SP !== undefined && NO_PAGES.test(SP)) {
    keep(entry, 'SP', SP);
    if (EP !== undefined) keep(entry, 'EP', EP);
  } else if (SP !== undefined || EP !== undefined) {
    const pages = pagesOf(SP ?? '', EP ?? '');
    // Of a whole work, EndNote says here how many it has: "350", "350 p."
    const count = WHOLE.has(draft.type) ? PAGES_IN_ALL.exec(pages) : null;
    if (count === null) take(draft, 'page', pages);
    else if (take(draft, 'number-of-pages', count[1]) && pages !== count[1]) kept['@SP'] = pages;
    // "12-18" in one tag, or a last page given short, is written as it came.
    if (SP === undefined || EP === undefined ? pages.includes('-') : pages !== `${SP}-${EP}`) {
      if (SP !== undefined) kept['@SP'] = SP;
      if (EP !== undefined) kept['@EP'] = EP;
    }
  }
  finishSection(entry);
  if (C7 === undefined || /^PMC\d+$/i.test(C7)) return;
  if (take(draft, 'page', cslPages(C7))) kept[readAs('page')] = 'C7';
  else keep(entry, 'C7', C7);
}

/** Of a chapter, `SE` is which one it is; of an article EndNote has its first page there, and newspapers their section. */
function finishSection(entry: Entry): void {
  const { draft, kept } = entry;
  const { section } = draft;
  if (typeof section !== 'string') return;
  const isNumber = /^[A-Za-z]{0,2}\d{1,8}$/.test(section);
  if (draft.type === 'chapter') {
    if (!take(draft, 'chapter-number', section)) return;
    delete draft.section;
  } else if (isNumber && (draft.type === 'article-journal' || draft.type === 'article-magazine')) {
    delete draft.section;
    if (take(draft, 'page', section)) kept[readAs('page')] = 'SE';
    else keep(entry, 'SE', section);
  }
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

/** "350", "350 p.", and as libraries have it "1 vol. (XII-350 p.)". */
const PAGES_IN_ALL = /^(?:1 vol\. ?\()?(?:\[?[IVXLCivxlc]+\]?-)?(\d+)(?:\s?(?:p|pp|pages|S|f)\.?)?\)?(?:\s?[:;].*)?$/;

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
