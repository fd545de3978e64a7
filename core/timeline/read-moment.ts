/** Dates, times and days as laboratories write them, in French and English. */
import type { Moment } from '../report/types.ts';

/** Which of the numbers of "03-04-05" is the day. */
export type DateOrder = 'day-month' | 'month-day' | 'year-first';

/** A moment as read: where the report can place it, and as precisely as the source stated it. */
export interface ReadTime {
  /** Null where the source gives no day: "2024-05". */
  readonly at: Moment | null;
  /** ISO 8601 local time as precise as the source ("2024-05", "2024-05-12", "2024-05-12T08:30:15"), or "day 3". */
  readonly stated: string;
}

/** Months by the letters they begin with, accents folded; "ma" alone is none. */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^jan/, 1],
  [/^f[eé]v|^feb/, 2],
  [/^mar/, 3],
  [/^a[vp]r/, 4],
  [/^mai$|^may/, 5],
  [/^juin|^jun/, 6],
  [/^juil|^jul/, 7],
  [/^ao[uû]t|^aug/, 8],
  [/^sep/, 9],
  [/^oct/, 10],
  [/^nov/, 11],
  [/^d[eé]c/, 12],
];

const two = (number: number) => String(number).padStart(2, '0');

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
}

/** "08:30", "8h30", "8 h", "2:30 PM", "T08:30:15.123+02:00": the hour as written, whatever its zone. Null where there is none. */
function readClock(text: string): Clock | null {
  const found =
    /^[\sT,à-]*(?:(?:at|à|kl)\s+)?(\d{1,2})\s*(?:[:.h]\s*(\d{2})?|(?=\s*[ap]\.?m))(?:[:.m](\d{2})(?:[.,]\d+)?s?)?\s*([ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?\s*$/i.exec(
      text,
    );
  // "0630", as American laboratories head their columns.
  const [, hours, minutes] = /^\s*([01]\d|2[0-3])([0-5]\d)$/.exec(text) ?? [];
  if (hours !== undefined) return { hour: Number(hours), minute: Number(minutes) };
  if (!found) return null;
  const half = found[4]?.[0]?.toLowerCase();
  const stated = Number(found[1]);
  const hour = half === undefined ? stated : (stated % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(found[2] ?? 0);
  const second = found[3] === undefined ? undefined : Number(found[3]);
  if (hour > 24 || minute > 59 || (second ?? 0) > 60) return null;
  return { hour: hour === 24 ? 0 : hour, minute, ...(second === undefined ? {} : { second }) };
}

/** The year that two digits stand for. */
const century = (year: number) => year + (year < 70 ? 2000 : 1900);

/** A year as it is written: "0001", with which systems fill dates that they do not have, is not 2001. */
const yearOf = (digits: string) => (digits.length > 2 ? Number(digits) : century(Number(digits)));

/** A calendar moment of the numbers of a date and what follows it; null where there is no such day, or letters follow that are no hour. */
function calendar(year: number, month: number, day: number, after = ''): ReadTime | null {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysOf(month, year)) return null;
  const iso = `${year}-${two(month)}-${two(day)}`;
  const rest = after.trim();
  if (rest === '') return { at: { date: iso }, stated: iso };
  const clock = readClock(rest);
  if (clock === null) return null;
  const minute = `${iso}T${two(clock.hour)}:${two(clock.minute)}`;
  return { at: { date: minute }, stated: clock.second === undefined ? minute : `${minute}:${two(clock.second)}` };
}

/** Days of a month in the Gregorian calendar. */
function daysOf(month: number, year: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** "03/04/2024" as its numbers, without a pattern: files have tens of thousands of such dates. Null for anything else. */
function plainDate(text: string): readonly [number, number, number] | null {
  const mark = text.charCodeAt(2);
  // "-", "." and "/".
  if (text.length !== 10 || mark < 45 || mark > 47 || text.charCodeAt(5) !== mark) return null;
  let number = 0;
  for (let index = 0; index < 10; index++) {
    if (index === 2 || index === 5) continue;
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return null;
    number = number * 10 + digit;
  }
  return [Math.floor(number / 1_000_000), Math.floor(number / 10_000) % 100, number % 10_000];
}

function relative(day: number): ReadTime {
  return { at: { day }, stated: `day ${day}` };
}

const sign = (text: string | undefined) => (text === '-' || text === '−' || text === '–' ? -1 : 1);

/** A bare whole number, where its column is known to count days; with `hours` also fractions of days. */
export function readBareDay(text: string, hours = false): Moment | null {
  const number = (hours ? /^([+−-]?)(\d{1,4}(?:[.,]\d{1,6})?)$/ : /^([+−-]?)(\d{1,4})$/).exec(text.trim());
  const days = Number((number?.[2] ?? '').replace(',', '.'));
  // A year alone is no day.
  return number && days < 1900 ? { day: sign(number[1]) * days } : null;
}

/** "J3", "D−1", "jour 15", "S2", "W2+3", "week 4", "H6", "H+12": relative to day 0. */
function readRelative(text: string): ReadTime | null {
  const day =
    /^(?:j|d|day|jour|post-?op(?:[ée]ratoire)? (?:j|d|day|jour))\s*([+−–-]?)\s*(\d{1,5}(?:[.,]\d{1,6})?)$/i.exec(text);
  if (day) return relative(sign(day[1]) * Number((day[2] as string).replace(',', '.')));
  // "W2+3" is three days into the second week.
  const week = /^(?:s|w|sem|week|semaine)\.?\s*([+−–-]?)\s*(\d{1,3})(?:\+([0-6]))?$/i.exec(text);
  if (week) return relative(7 * sign(week[1]) * Number(week[2]) + Number(week[3] ?? 0));
  const hour = /^h\s*([+−–-]?)\s*(\d{1,3})$|^\+?\s*()(\d{1,3})\s*h(?:eures?|ours?)?$/i.exec(text);
  return hour ? relative((sign(hour[1]) * Number(hour[2] ?? hour[4])) / 24) : null;
}

function monthOf(word: string): number | null {
  return MONTHS.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1] ?? null;
}

/** "12 mai 2024", "12-May-24", "1er juin 2024", "May 12, 2024", with or without an hour. */
function readWorded(text: string): ReadTime | null {
  const dayFirst =
    /^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?[\s./-]+(?:of\s+)?(\p{L}{3,10})\.?[\s,./-]+(\d{4}|\d{2})(?![\d:h])(.*)$/iu.exec(
      text,
    );
  if (dayFirst) {
    const month = monthOf(dayFirst[2] as string);
    return month === null ? null : calendar(yearOf(dayFirst[3] as string), month, Number(dayFirst[1]), dayFirst[4]);
  }
  const monthFirst = /^(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/iu.exec(text);
  const month = monthFirst && monthOf(monthFirst[1] as string);
  return monthFirst && month ? calendar(Number(monthFirst[3]), month, Number(monthFirst[2]), monthFirst[4]) : null;
}

/** "2024-05" or "2024" or "mai 2024": no day, so no place in a report; said as precisely as it was. */
function readPartial(text: string): ReadTime | null {
  const iso = /^((?:19|20)\d{2})(?:[-/](\d{1,2}))?$/.exec(text);
  if (iso) {
    const month = iso[2] === undefined ? null : Number(iso[2]);
    if (month === null) return { at: null, stated: iso[1] as string };
    return month >= 1 && month <= 12 ? { at: null, stated: `${iso[1]}-${two(month)}` } : null;
  }
  const worded = /^(\p{L}{3,10})\.?\s+((?:19|20)\d{2})$/u.exec(text);
  const month = worded && monthOf(worded[1] as string);
  return month ? { at: null, stated: `${worded?.[2]}-${two(month)}` } : null;
}

/** A date, time or day from a cell; null where it is none, 'ambiguous' for "03/04/2024" while the order is not known. */
export function readTime(text: string, order?: DateOrder): ReadTime | null | 'ambiguous' {
  const plain = plainDate(text);
  if (plain) return readNumbers(plain[0], plain[1], text.slice(6), '', order);
  const trimmed = text.replace(/[\u00a0\u202f]/g, ' ').trim();
  if (trimmed === '' || trimmed.length > 60) return null;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/.exec(trimmed);
  if (iso) return calendar(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4]);
  const common = /^(?:\p{L}{2,9}\.?\s+)?(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/.-])(.*)$/u.exec(
    trimmed,
  );
  if (common) {
    // "24-05-13": the year is first in ISO's order and last in every other.
    if (order === undefined && couldBeginWithYear(trimmed)) return 'ambiguous';
    return readNumbers(Number(common[1]), Number(common[3]), common[4] as string, common[5] ?? '', order);
  }
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(trimmed);
  if (compact) {
    const clock = [compact[4], compact[5], compact[6]].filter(part => part !== undefined).join(':');
    return calendar(Number(compact[1]), Number(compact[2]), Number(compact[3]), clock);
  }
  return readRelative(trimmed) ?? readWorded(trimmed) ?? readPartial(trimmed);
}

/** Whether hyphens part three pairs of digits of which the first could be a year and the last a day. */
export function couldBeginWithYear(text: string): boolean {
  const [, , month, day] = /^(\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(text) ?? [];
  return month !== undefined && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

function readNumbers(
  a: number,
  b: number,
  year: string,
  after: string,
  order: DateOrder | undefined,
): ReadTime | null | 'ambiguous' {
  if (order === 'year-first' && year.length === 2) return calendar(century(a), b, Number(year), after);
  if ((order === undefined || order === 'year-first') && a <= 12 && b <= 12 && a !== b) return 'ambiguous';
  const dayFirst = a > 12 || (b <= 12 && order !== 'month-day');
  return dayFirst ? calendar(yearOf(year), b, a, after) : calendar(yearOf(year), a, b, after);
}

const YEARLESS =
  /^(\d{1,2}\/\d{1,2}|\d{2}[.-]\d{2})\.?((?:[\sT,à]+\d{1,2}\s?[:h].*)?)$|^(\d{1,2}(?:er|st|nd|rd|th)?[\s-]\p{L}{3,10}|\p{L}{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?)\.?((?:[\s,à]+\d{1,2}\s?[:h].*)?)$/iu;

/**
 * A date that has no year, "12/05" or "12 mai", read with the one that is given: "2024", or "2023-2024" where July to December are of
 * the first. Null where it is no such date, 'yearless' where no year is given.
 */
export function readYearless(
  text: string,
  order: DateOrder | undefined,
  year: string | undefined,
): ReadTime | null | 'ambiguous' | 'yearless' {
  if (plainDate(text)) return null;
  const found = YEARLESS.exec(text.replace(/[\u00a0\u202f]/g, ' ').trim());
  if (!found) return null;
  const [, numbers, clock = '', worded = '', wordedClock = ''] = found;
  const dated = (of: string) =>
    readTime(
      numbers === undefined ? `${worded} ${of}${wordedClock}` : `${numbers.replace(/[.-]/, '/')}/${of}${clock}`,
      order,
    );
  const possible = dated('2000');
  if (possible === null) return null;
  if (year === undefined) return 'yearless';
  const [first = '', second] = year.split('-');
  const time = dated(first);
  const isLater = second !== undefined && time !== null && time !== 'ambiguous' && Number(time.stated.slice(5, 7)) < 7;
  return isLater ? dated(second) : time;
}

/** The moment of {@link readTime}; null also where the day is not stated. */
export function readMoment(text: string, order?: DateOrder): Moment | null | 'ambiguous' {
  const time = readTime(text, order);
  return time === 'ambiguous' ? time : (time?.at ?? null);
}

/**
 * The order that dates of one file decide among themselves: a day above 12 in any of them decides for all.
 * Undefined where none does, or where they contradict each other.
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder | undefined {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const plain = plainDate(text);
    if (plain) {
      if (plain[0] > 12) dayFirst = true;
      else if (plain[1] > 12) monthFirst = true;
      continue;
    }
    const found = /(?:^|\D)(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/.exec(text);
    if (!found || couldBeginWithYear(found[0].replace(/^\D/, ''))) continue;
    if (Number(found[1]) > 12) dayFirst = true;
    else if (Number(found[3]) > 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'day-month' : 'month-day';
}
