/** When a work appeared: the fields date, year, month and day. */
import type { CslDate } from '../../references/csl.ts';
import { dateFromFields, isoDate } from '../dates.ts';
import type { Draft } from '../item.ts';
import { decodeLatex } from './latex.ts';
import { keep, type Special } from './special.ts';

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
export const readDate = (raw: string): CslDate | null => isoDate(decodeLatex(raw).replace(/\u00a0/g, '~'));

export function readDates(special: Special, draft: Draft, kept: Record<string, string>): void {
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
