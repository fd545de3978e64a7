/** Dates and days as laboratories write them. */
import type { Moment } from '../report/types.ts';

export type DateOrder = 'day-month' | 'month-day';

const two = (number: number) => String(number).padStart(2, '0');

function calendar(year: number, month: number, day: number, hour?: string, minute?: string): Moment | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const time = hour === undefined || minute === undefined ? '' : `T${hour.padStart(2, '0')}:${minute}`;
  return { date: `${year}-${two(month)}-${two(day)}${time}` };
}

/** A bare whole number, where its column is known to count days. */
export function readBareDay(text: string): Moment | null {
  const number = /^([+−-]?)(\d{1,4})$/.exec(text.trim());
  // A year alone is no day.
  return number && Number(number[2]) < 1900
    ? { day: (number[1] === '-' || number[1] === '−' ? -1 : 1) * Number(number[2]) }
    : null;
}

/** A moment from a cell; null where it is none, 'ambiguous' for "03/04/2024" while the order is not known. */
export function readMoment(text: string, order?: DateOrder): Moment | null | 'ambiguous' {
  const trimmed = text.trim();
  const day = /^(?:j|d|day|jour)\s*([+−-]?)\s*(\d{1,4})$/i.exec(trimmed);
  if (day) return { day: (day[1] === '-' || day[1] === '−' ? -1 : 1) * Number(day[2]) };
  const week = /^(?:s|w|week|semaine)\s*([+−-]?)\s*(\d{1,3})$/i.exec(trimmed);
  if (week) return { day: 7 * (week[1] === '-' || week[1] === '−' ? -1 : 1) * Number(week[2]) };
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::\d{2})?.*)?$/.exec(trimmed);
  if (iso) return calendar(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4], iso[5]);
  const common = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:\s+(?:à\s*)?(\d{1,2})[:h](\d{2}))?/.exec(trimmed);
  if (!common) return null;
  const [a, b] = [Number(common[1]), Number(common[2])];
  const year = Number(common[3]) + (common[3]?.length === 2 ? 2000 : 0);
  if (order === undefined && a <= 12 && b <= 12 && a !== b) return 'ambiguous';
  const dayFirst = a > 12 || (b <= 12 && order !== 'month-day');
  return dayFirst ? calendar(year, b, a, common[4], common[5]) : calendar(year, a, b, common[4], common[5]);
}
