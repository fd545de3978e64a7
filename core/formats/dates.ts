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
  // "28-30 July", as conferences have it.
  const last = Number(/^(?:\p{L}+\.? )?\d{1,2} ?[-–—] ?(\d{1,2})(?: \p{L}+\.?)?$/u.exec(month.trim())?.[1] ?? 0);
  if (named !== undefined && day === '' && d >= 1 && last > d && last <= 31)
    return {
      'date-parts': [
        [Number(y), m, d],
        [Number(y), m, last],
      ],
    };
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

type Parts = readonly (number | string)[];

/**
 * The range that a RIS date says behind its third slash: "2019/04//2019-05", "2019/04//Apr-May", and "2009/04//Mar/Apr2009" as
 * EBSCO has it, where the month before may be either; null where it says none.
 */
function rangeOf(start: Parts, year: string, rest: string): readonly [Parts, Parts] | null {
  if (rest === '') return null;
  if (/^\d/.test(rest)) {
    const end = isoDate(rest)?.['date-parts']?.[0];
    return end ? [start, end] : null;
  }
  const [from, to] = dateFromFields(year, rest)?.['date-parts'] ?? [];
  if (from === undefined || to === undefined) return null;
  return [start[1] === to[1] && start.length < 3 ? from : start, to];
}

/**
 * "15.03.2020" and "15/03/2020", the day first, as German and French write them. Between slashes Americans have the month first:
 * where both readings are dates only the year is sure, and the rest stays words.
 */
function dayBeforeMonth(text: string): CslDate | null {
  const found = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!found) return null;
  const [, first = '', separator, second = '', year = ''] = found;
  const [a, b] = [Number(first), Number(second)];
  if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12))
    return { 'date-parts': [[Number(year)]], literal: text };
  if (separator === '.' || a > 12)
    return b > 12 ? { 'date-parts': [[Number(year), a, b]] } : { 'date-parts': [[Number(year), b, a]] };
  if (b > 12) return { 'date-parts': [[Number(year), a, b]] };
  return a === b ? { 'date-parts': [[Number(year), a, b]] } : { 'date-parts': [[Number(year)]], literal: text };
}

/**
 * A date as RIS and catalogues write it: `2019/05/03/`, `2019///`, "2019 May 3", "2019". Words that are no part of it are left out:
 * citeproc prints a date's `literal` before its parts, and so the year twice.
 */
export const looseDate = (text: string): CslDate | null => withoutWords(looseDateAndWords(text));

/** A date without the words that {@link dateFromFields} found beside it. */
export function withoutWords(date: CslDate | null): CslDate | null {
  if (date?.['date-parts'] === undefined || date.literal === undefined) return date;
  const { literal: _, ...rest } = date;
  return rest;
}

/** The same date; where it has words that were not understood, all of it as `literal` beside its parts. */
export function looseDateAndWords(text: string): CslDate | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const iso = isoDate(trimmed);
  if (iso) return iso;
  // "1998/99" is two years, "1998/9" a month.
  const volumeYears = /^(\d\d)(\d\d)\/(\d\d)$/.exec(trimmed);
  if (volumeYears && Number(volumeYears[3]) > 12) {
    const [century = '', first = '', last = ''] = volumeYears.slice(1);
    if (Number(last) > Number(first)) return { 'date-parts': [[Number(century + first)], [Number(century + last)]] };
  }
  const slashed = /^(-?\d{4})\/(\d{0,2})\/(\d{0,2})(?:\/(.*))?$/.exec(trimmed);
  if (slashed) {
    const [, year = '', month = '', day = '', rest = ''] = slashed;
    const season = SEASONS.find(([name]) => name.test(folded(rest)))?.[1];
    const date = dateFromFields(year, month, day);
    if (date && season !== undefined && month === '') return { ...date, season };
    const range = date?.['date-parts'] === undefined ? null : rangeOf(date['date-parts'][0] ?? [], year, rest);
    return date && range ? { ...date, 'date-parts': range } : date;
  }
  const years = /^(\d{4})\s*[–—-]\s*(\d{4}|\d\d)$/.exec(trimmed);
  if (years) {
    const [from = '', to = ''] = years.slice(1);
    const last = to.length === 4 ? to : from.slice(0, 2) + to;
    if (Number(last) > Number(from)) return { 'date-parts': [[Number(from)], [Number(last)]] };
  }
  const dayFirst = dayBeforeMonth(trimmed);
  if (dayFirst) return dayFirst;
  const about = /^(?:c|ca|circa|vers|about)\.?\s*(\d{4})$/i.exec(trimmed);
  if (about) return { 'date-parts': [[Number(about[1])]], circa: true };
  const words = /^(-?\d{4})[\s,/-]*(.*)$/.exec(trimmed);
  if (words) return dateFromFields(words[1] as string, words[2] ?? '');
  const last = /^(.*?)[\s,]*(\d{4})$/.exec(trimmed);
  if (last) return dateFromFields(last[2] as string, last[1] ?? '');
  return { raw: trimmed };
}
