/** When a RIS entry was published: what `PY`, `Y1` and `DA` say together. */
import type { CslDate } from '../../references/csl.ts';
import { dateFromFields, isoDate, looseDate, looseDateAndWords } from '../dates.ts';
import { readAs } from '../item.ts';
import { type Entry, keep } from './entry.ts';

/** Kept under this name: the tag that says the day and month of a date whose year stands alone. */
export const DAY_APART = '@day';

/** Kept under this name: that the day a page was seen stands in tags of its own, a year and a day. */
export const ACCESSED = '@accessed';

/** The types of EndNote that say in `C1` and `C2` in which year and on which day they were cited. */
const CITED = new Set(['WEB', 'ELEC', 'EBOOK', 'EJOUR', 'ECHAP', 'BLOG', 'DBASE', 'MULTI']);

/** The day on which a page was seen, which EndNote says in two tags: `VL` and `Y2`, and since its version X7 `C1` and `C2`. */
export function finishAccessed(entry: Entry): void {
  const { draft, kept, special, type } = entry;
  if (!CITED.has(type)) {
    // Rayyan has the month of publication there.
    const words = (draft.accessed as CslDate | undefined)?.raw;
    if (words !== undefined && /^\d{1,2}$/.test(words)) {
      keep(entry, 'Y2', words);
      delete draft.accessed;
    }
    return;
  }
  const year = /^(?:19|20)\d\d$/;
  const day = (draft.accessed as CslDate | undefined)?.raw;
  if (draft.accessed !== undefined && day === undefined) return;
  const volume = /^(?:WEB|ELEC|BLOG)$/.test(type) && year.test(String(draft.volume)) ? String(draft.volume) : undefined;
  const cited = kept.C1 !== undefined && year.test(kept.C1) ? kept.C1 : undefined;
  const stated = cited ?? volume;
  if (stated === undefined) return;
  const date = dateFromFields(stated, (cited === undefined ? undefined : special.C2) ?? day ?? '');
  if (date?.['date-parts'] === undefined || date.literal !== undefined) return;
  draft.accessed = date;
  kept[ACCESSED] = stated;
  if (day !== undefined) keep(entry, 'Y2', day);
  if (volume !== stated) return;
  keep(entry, 'VL', volume);
  delete draft.volume;
}

const TAGS = ['PY', 'Y1', 'DA'] as const;

/** "2019" and "2019/05/03" need no closer look. */
export function dateOf(value: string): CslDate | null {
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

/** In this order, what says the same again is remembered. */
const WRITTEN = ['DA', 'PY', 'Y1'] as const;

/** What publishers say of a manuscript and not of its publication: "2013/02/15/received". */
const OF_MANUSCRIPT = /receiv|accept|revis|submit/i;

/**
 * The fullest date of the year that `PY` or `Y1` says holds; `DA` alone may be a day without a year ("May 3"). A bare year
 * beside it says nothing more and is written from it again.
 */
export function finishDates(entry: Entry): void {
  const { draft, kept, special } = entry;
  let from: (typeof TAGS)[number] = 'PY';
  let best: CslDate | null = null;
  for (const name of TAGS) {
    const value = special[name];
    if (value === undefined || (value.length > 10 && OF_MANUSCRIPT.test(value))) continue;
    const date = dateOf(value);
    if (date !== null && (best === null || isFuller(date, best))) {
      best = date;
      from = name;
    }
  }
  if (best === null) {
    for (const name of TAGS) if (special[name] !== undefined) keep(entry, name, special[name]);
    return;
  }
  draft.issued = best;
  const stated = special[from] ?? '';
  const words = /^\d{4}[\d/]*$/.test(stated) ? null : looseDateAndWords(stated);
  if (words?.literal !== undefined && words['date-parts'] !== undefined) keep(entry, from, stated);
  for (const name of WRITTEN) {
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
