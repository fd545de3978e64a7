/** Dates as reference formats write them, read into CSL dates. What is not understood is kept as `raw`. */
import type { CslDate } from '../references/csl.ts';

/** Month names and their usual abbreviations in English and French, by their first letters, accents folded. */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^jan/, 1],
  [/^fe[bv]/, 2],
  [/^mar/, 3],
  [/^a[pv]r/, 4],
  [/^ma[iy]/, 5],
  [/^(?:jun|juin)/, 6],
  [/^(?:jul|juil)/, 7],
  [/^(?:aug|aou)/, 8],
  [/^sep/, 9],
  [/^oct/, 10],
  [/^nov/, 11],
  [/^dec/, 12],
];

const SEASONS: readonly (readonly [RegExp, number])[] = [
  [/^(?:spr|print)/, 1],
  [/^(?:sum|ete)/, 2],
  [/^(?:aut|fal)/, 3],
  [/^(?:win|hiv)/, 4],
];

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** 1 to 12, from a name or a number; null where it is neither. */
export function monthNumber(word: string): number | null {
  const text = folded(word.trim());
  if (/^\d{1,2}$/.test(text)) {
    const number = Number(text);
    return number >= 1 && number <= 12 ? number : null;
  }
  return MONTHS.find(([name]) => name.test(text))?.[1] ?? null;
}

/** A date from its fields; null without any. "May--June" and "15 May" are understood as they are commonly written in a month field. */
export function dateFromFields(year: string, month = '', day = ''): CslDate | null {
  const y = /-?\d{1,4}/.exec(year)?.[0];
  if (y === undefined) return year.trim() === '' ? null : { literal: year.trim() };
  if (month.trim() === '') return { 'date-parts': [[Number(y)]] };
  const words = month.split(/[\s/.,–—-]+/).filter(word => word !== '');
  const months = words.map(monthNumber).filter(number => number !== null);
  const named = words
    .filter(word => !/^\d+$/.test(word))
    .map(monthNumber)
    .find(number => number !== null);
  const m = named ?? months[0];
  if (m === undefined) {
    const season = SEASONS.find(([name]) => name.test(folded(month)))?.[1];
    return season === undefined
      ? { 'date-parts': [[Number(y)]], literal: `${year} ${month}` }
      : { 'date-parts': [[Number(y)]], season };
  }
  const d = Number(
    /^\d{1,2}$/.exec(day.trim())?.[0] ??
      (named === undefined ? '' : (words.find(word => /^\d{1,2}$/.test(word)) ?? '')),
  );
  if (d >= 1 && d <= 31) return { 'date-parts': [[Number(y), m, d]] };
  if (months.length > 1 && months[1] !== m)
    return {
      'date-parts': [
        [Number(y), m],
        [Number(y), months[1] as number],
      ],
    };
  return { 'date-parts': [[Number(y), m]] };
}

/**
 * An ISO 8601 date or a range of two (`2019-05-03`, `2019`, `2019-05/2019-07`), with EDTF's marks for "about" and
 * "perhaps" (`1990~`, `1990?`) and its seasons (`2018-21` is spring 2018); null where it is none.
 */
export function isoDate(text: string): CslDate | null {
  const trimmed = text.trim();
  const about = /[~?%]/.test(trimmed);
  const [from, to, more] = (about ? trimmed.replace(/[~?%]/g, '') : trimmed)
    .split('/', 3)
    .map((part, index) => (index < 2 && (part === '' || part === '..') ? undefined : parts(part)));
  if (!from || to === null || more !== undefined) return null;
  const season = seasonOf(from);
  if (season !== null) from.length = 1;
  if (to && seasonOf(to) !== null) to.length = 1;
  return {
    'date-parts': to ? [from, to] : [from],
    ...(season === null ? {} : { season }),
    ...(about ? { circa: true } : {}),
  };
}

/** 1 to 4 for EDTF's seasons, which stand in the month's place as 21 to 24. */
const seasonOf = ([, month = 0]: readonly number[]) => (month >= 21 && month <= 24 ? month - 20 : null);

function parts(text: string): number[] | null {
  const found = /^(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?$/.exec(text.trim());
  if (!found) return null;
  const [year, month, day] = found
    .slice(1)
    .filter(part => part !== undefined)
    .map(Number) as [number, number?, number?];
  // "2018-00-00" is a year; "2018-05-00" a month.
  if (!month || (month > 12 && (month < 21 || month > 24))) return month ? null : [year];
  return !day || day > 31 ? (day ? null : [year, month]) : [year, month, day];
}

/** Where a range ends that a RIS date says behind its third slash: "2019/04//2019-05", "2019/04//Apr-May". */
function rangeEnd(year: string, rest: string): readonly number[] | null {
  if (rest === '') return null;
  return (
    (/^\d/.test(rest) ? isoDate(rest)?.['date-parts']?.[0] : dateFromFields(year, rest)?.['date-parts']?.[1])?.map(
      Number,
    ) ?? null
  );
}

/** A date as RIS and catalogues write it: `2019/05/03/`, `2019///`, "2019 May 3", "2019". */
export function looseDate(text: string): CslDate | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const iso = isoDate(trimmed);
  if (iso) return iso;
  const slashed = /^(-?\d{4})\/(\d{0,2})\/(\d{0,2})(?:\/(.*))?$/.exec(trimmed);
  if (slashed) {
    const [, year = '', month = '', day = '', rest = ''] = slashed;
    const season = SEASONS.find(([name]) => name.test(folded(rest)))?.[1];
    const date = dateFromFields(year, month, day);
    if (date && season !== undefined && month === '') return { ...date, season };
    const until = date?.['date-parts'] === undefined ? null : rangeEnd(year, rest);
    return date && until ? { ...date, 'date-parts': [date['date-parts']?.[0] ?? [], until] } : date;
  }
  const years = /^(\d{4})\s*[–—-]\s*(\d{4}|\d\d)$/.exec(trimmed);
  if (years) {
    const [from = '', to = ''] = years.slice(1);
    const last = to.length === 4 ? to : from.slice(0, 2) + to;
    if (Number(last) > Number(from)) return { 'date-parts': [[Number(from)], [Number(last)]] };
  }
  const about = /^(?:c|ca|circa|vers|about)\.?\s*(\d{4})$/i.exec(trimmed);
  if (about) return { 'date-parts': [[Number(about[1])]], circa: true };
  const words = /^(-?\d{4})[\s,/-]*(.*)$/.exec(trimmed);
  if (words) return dateFromFields(words[1] as string, words[2] ?? '');
  const last = /^(.*?)[\s,]*(\d{4})$/.exec(trimmed);
  if (last) return dateFromFields(last[2] as string, last[1] ?? '');
  return { raw: trimmed };
}
