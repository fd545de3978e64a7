/** Moments of a report: calendar days, or days relative to day 0; told apart, ordered and printed. */
import type { Language, Moment, TimeSettings } from '../report/types.ts';

const DAY = 86_400_000;

/** Milliseconds of a calendar moment, without any time zone: hospital dates are local everywhere. */
function instant(date: string): number {
  const plain = plainInstant(date);
  if (plain !== null) return plain;
  const [, year = '0', month = '1', day = '1', hour = '0', minute = '0'] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(date) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
}

/** "2024-05-12" or "2024-05-12T08:30" without a pattern: large series have tens of thousands of them. Null for anything else. */
function plainInstant(date: string): number | null {
  const hasTime = date.length === 16 && date[10] === 'T' && date[13] === ':';
  if ((date.length !== 10 && !hasTime) || date[4] !== '-' || date[7] !== '-') return null;
  const day = Date.UTC(digitsAt(date, 0, 4), digitsAt(date, 5, 7) - 1, digitsAt(date, 8, 10));
  const milliseconds = hasTime ? day + (digitsAt(date, 11, 13) * 60 + digitsAt(date, 14, 16)) * 60_000 : day;
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** The whole number that stands between two places of a text; NaN where something else does. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Days from day 0, fractions for hours; null where a date cannot be placed because day 0 has no date. */
export function dayOf(moment: Moment, time: TimeSettings): number | null {
  if ('day' in moment) return moment.day;
  return time.dayZero === undefined ? null : (instant(moment.date) - instant(time.dayZero)) / DAY;
}

/** The calendar day of a moment (`YYYY-MM-DD`), or null where it is not known. */
export function dateOf(moment: Moment, time: TimeSettings): string | null {
  if ('date' in moment) return moment.date.slice(0, 10);
  if (time.dayZero === undefined) return null;
  return new Date(instant(time.dayZero) + Math.floor(moment.day) * DAY).toISOString().slice(0, 10);
}

/** A number that orders moments of one report: days from day 0, or from 1970 where no day 0 has a date. */
export function orderOf(moment: Moment, time: TimeSettings): number {
  return dayOf(moment, time) ?? ('date' in moment ? instant(moment.date) / DAY : moment.day);
}

/** The moment at a number of {@link orderOf}; `dated` where that number counts from 1970. */
export function momentAt(order: number, dated: boolean): Moment {
  if (!dated) return { day: order };
  return { date: new Date(Math.floor(order) * DAY).toISOString().slice(0, 10) };
}

/** The moment at a number of {@link orderOf}, written as another is: a date stays a date. Whole days. */
export function momentLike(order: number, like: Moment, time: TimeSettings): Moment {
  const whole = Math.floor(order);
  if ('day' in like) return { day: whole };
  return { date: dateOf({ day: whole }, time) ?? new Date(whole * DAY).toISOString().slice(0, 10) };
}

/** A moment as it is read from what is typed or shown, stored: days counted from another moment than day 0 are counted from day 0. */
export function storedMoment(read: Moment, time: TimeSettings): Moment {
  const { countFrom } = time;
  if (!countFrom || 'date' in read) return read;
  const zero = dayOf(countFrom.at, time);
  if (zero !== null) return { day: read.day + zero };
  return {
    date: new Date(instant((countFrom.at as { date: string }).date) + Math.floor(read.day) * DAY)
      .toISOString()
      .slice(0, 10),
  };
}

/** Which moments one axis can hold: all of them, or without the date of day 0 only those given as the first is. */
export function onOneAxis(moments: readonly Moment[], time: TimeSettings): (moment: Moment) => boolean {
  const [first] = moments;
  if (time.dayZero !== undefined || first === undefined) return () => true;
  return moment => 'date' in moment === 'date' in first;
}

/** "J15" in French, "D15" in English; a minus sign before day 0. Any hour of a day is that day. */
export function dayLabel(day: number, language: Language): string {
  const whole = Math.floor(day);
  return `${language === 'fr' ? 'J' : 'D'}${whole < 0 ? '−' : ''}${Math.abs(whole)}`;
}

/** "S2" in French, "W2" in English; a day that begins no week is counted from the week it is in: "W2+3". */
export function weekLabel(day: number, language: Language): string {
  const whole = Math.floor(day);
  const week = Math.floor(whole / 7);
  const rest = whole - week * 7;
  const letter = language === 'fr' ? 'S' : 'W';
  return `${letter}${week < 0 ? '−' : ''}${Math.abs(week)}${rest === 0 ? '' : `+${rest}`}`;
}

/** Days from the moment that shown days are counted from: day 0, or another that the report names. Null where none is known. */
export function shownDayOf(moment: Moment, time: TimeSettings): number | null {
  const { countFrom } = time;
  if (!countFrom) return dayOf(moment, time);
  const [here, zero] = [dayOf(moment, time), dayOf(countFrom.at, time)];
  if (here !== null && zero !== null) return here - zero;
  if ('date' in moment && 'date' in countFrom.at) return orderOf(moment, time) - orderOf(countFrom.at, time);
  return here;
}

/**
 * Time as exports show it: relative, unless dates are asked for outright. Where day 0 has no date and nothing is counted from,
 * the earliest of the moments is, so that no calendar date leaves by accident.
 */
export function relativeTime(time: TimeSettings, moments: readonly Moment[]): TimeSettings {
  const relative: TimeSettings = time.show === 'dates' ? { ...time, show: 'days' } : time;
  if (time.dayZero !== undefined || time.countFrom) return relative;
  const dates = moments.flatMap(moment => ('date' in moment ? [moment.date.slice(0, 10)] : []));
  const [first] = dates.sort();
  return first === undefined || dates.length < moments.length
    ? relative
    : { ...relative, countFrom: { at: { date: first }, is: '' } };
}

/** A moment as the report shows time: "J15", "S2", or "12/05/2021" in French and "12 May 2021" in English. */
export function momentLabel(moment: Moment, time: TimeSettings, language: Language): string {
  const day = shownDayOf(moment, time);
  const date = dateOf(moment, time);
  if (time.show === 'weeks' && day !== null) return weekLabel(day, language);
  if (time.show === 'days' && day !== null) return dayLabel(day, language);
  if (date === null) return day === null ? '' : dayLabel(day, language);
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  if (language === 'fr') return `${dayOfMonth}/${month}/${year}`;
  return `${Number(dayOfMonth)}\u00a0${shortMonth(Number(month))}\u00a0${year}`;
}

const months: string[] = [];

/** "May", "Sept": a formatter costs more than all that it formats, and a grid has thousands of days. */
function shortMonth(month: number): string {
  const known = months[month];
  if (known !== undefined) return known;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2000, month - 1, 1),
  );
  months[month] = name;
  return name;
}

/** "14:30" or "14 h 30" where the hour of a moment is known, by its date or by the fraction of its day; empty otherwise. */
export function hourLabel(moment: Moment, language: Language): string {
  const clock = 'date' in moment ? clockOfDate(moment.date) : clockOfDay(moment.day);
  if (!clock) return '';
  const [hour, minute] = clock;
  return language === 'fr' ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;
}

function clockOfDate(date: string): readonly [string, string] | null {
  const [, hour, minute] = /T(\d{2}):(\d{2})/.exec(date) ?? [];
  return hour === undefined || minute === undefined ? null : [hour, minute];
}

function clockOfDay(day: number): readonly [string, string] | null {
  const minutes = Math.round((day - Math.floor(day)) * 1440) % 1440;
  if (minutes === 0) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  return [two(Math.floor(minutes / 60)), two(minutes % 60)];
}

/** Labels of moments side by side: as {@link momentLabel}, with the hour where the day alone would stand twice. */
export function momentLabels(moments: readonly Moment[], time: TimeSettings, language: Language): readonly string[] {
  const labels = moments.map(moment => momentLabel(moment, time, language));
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return labels.map((label, index) => {
    const hour = (counts.get(label) ?? 0) > 1 ? hourLabel(moments[index] as Moment, language) : '';
    return hour === '' ? label : `${label} ${hour}`;
  });
}

/** Whether two moments are the same day (or the same minute where hours are known). */
export function sameMoment(a: Moment, b: Moment, time: TimeSettings): boolean {
  return orderOf(a, time) === orderOf(b, time);
}
