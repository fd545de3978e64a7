/** Dates of publication as MEDLINE prints them: "2020 Jan-Feb", "2019 Winter", "2019 Dec 30-2020 Jan 5", "20200315". */
import type { CslDate } from '../references/csl.ts';
import { looseDateAndWords, monthNumber, withoutWords } from './dates.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** By CSL's number, less one. */
const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];
const SEASON_NAMES: readonly RegExp[] = [/^spr/i, /^sum/i, /^(?:aut|fal)/i, /^win/i];

interface Point {
  year?: number;
  month?: number;
  day?: number;
  season?: number;
  /** A word that is no part of a date. */
  unread?: true;
}

function pointOf(text: string): Point {
  const point: Point = {};
  const words = text.split(/[\s/.,]+/).filter(each => each !== '');
  // "2018 3 mai": where a month is named, a number is a day.
  const named = words.some(word => !/^\d+$/.test(word) && monthNumber(word) !== null);
  for (const word of words) {
    if (/^\d{4}$/.test(word) && point.year === undefined) point.year = Number(word);
    else if (/^\d{1,2}$/.test(word)) {
      const number = Number(word);
      if (!named && point.month === undefined && point.year !== undefined && number >= 1 && number <= 12)
        point.month = number;
      else if (number >= 1 && number <= 31 && point.day === undefined) point.day = number;
      else point.unread = true;
    } else {
      const season = SEASON_NAMES.findIndex(name => name.test(word));
      const month = season < 0 ? monthNumber(word) : null;
      if (season >= 0 && point.season === undefined) point.season = season + 1;
      else if (month !== null && point.month === undefined) point.month = month;
      else point.unread = true;
    }
  }
  return point;
}

/** Year, month and day as far as they are known: ERIC writes 20190000. */
function known([year = 0, month = 0, day = 0]: readonly number[]): number[] {
  if (month < 1 || month > 12) return [year];
  return day < 1 || day > 31 ? [year, month] : [year, month, day];
}

function parts({ year, month, day }: Point): number[] {
  if (month === undefined) return [year as number];
  return day === undefined ? [year as number, month] : [year as number, month, day];
}

/** A CSL date; null for an empty text. What is no date at all is kept as `raw`, words beside a date are left out. */
export const medlineDate = (text: string): CslDate | null => withoutWords(medlineDateAndWords(text));

/** The same date; where it has words that were not understood, all of it as `literal` beside its parts. */
export function medlineDateAndWords(text: string): CslDate | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  // Ovid ends it with two slashes.
  const compact = /^(\d{4})(\d\d)(\d\d)\/*$/.exec(trimmed);
  if (compact) return { 'date-parts': [known(compact.slice(1).map(Number))] };
  if (/^\d{4}-\d\d?(?:-\d\d?)?$|^\d\d?([./])\d\d?\1\d{4}$|^\d{4}\/\d\d$/.test(trimmed))
    return looseDateAndWords(trimmed);
  const [left = '', right] = trimmed.split(/\s*[-–—]\s*/, 2);
  const from = pointOf(left);
  if (right === undefined) {
    if (from.year === undefined) return looseDateAndWords(trimmed);
    // What nearly every date is.
    if (from.season === undefined && !from.unread) return { 'date-parts': [parts(from)] };
    return {
      'date-parts': [parts(from)],
      ...(from.season === undefined ? {} : { season: from.season }),
      ...(from.unread ? { literal: trimmed } : {}),
    };
  }
  const to = pointOf(right);
  // "2020 Jan 1-7": a lone number after the dash is a day of the same month.
  if (to.month === undefined && to.year === undefined && to.season === undefined && from.month !== undefined)
    to.month = from.month;
  from.year ??= to.year as number;
  to.year ??= from.year;
  if (from.year === undefined) return looseDateAndWords(trimmed);
  if (from.season !== undefined || to.season !== undefined)
    return { 'date-parts': [parts(from)], ...(from.season === undefined ? {} : { season: from.season }) };
  const [a, b] = [parts(from), parts(to)];
  return { 'date-parts': a.join() === b.join() ? [a] : [a, b] };
}

function printed([year, month, day]: readonly (number | string)[], before?: readonly (number | string)[]): string {
  const sameYear = before !== undefined && before[0] === year;
  const sameMonth = sameYear && before[1] === month;
  return [
    sameYear && month !== undefined ? '' : String(year),
    month === undefined || (sameMonth && day !== undefined) ? '' : (MONTHS[Number(month) - 1] ?? ''),
    day === undefined ? '' : String(day),
  ]
    .filter(part => part !== '')
    .join(' ');
}

/** A CSL date as MEDLINE prints it; empty where it says no year. */
export function writtenMedlineDate(date: CslDate | undefined): string {
  const [from, to] = date?.['date-parts'] ?? [];
  if (!from || from[0] === undefined) return date?.raw ?? date?.literal ?? '';
  const season = SEASONS[Number(date?.season) - 1];
  if (season !== undefined && from.length === 1) return `${from[0]} ${season}`;
  return to ? `${printed(from)}-${printed(to, from)}` : printed(from);
}
