/** Moments as they are typed here: days with or without their letter, dates. */
import type { Language, Moment, TimeSettings } from '../../../core/report/types.ts';
import { dateOf } from '../../../core/timeline/moment.ts';
import { readBareDay, readMoment } from '../../../core/timeline/read-moment.ts';

/** The moment of a typed text, both where it could be two (3/4/2024 in English, the language of two orders), null where it is none. */
export function typedMoments(text: string, language: Language): Moment | readonly [Moment, Moment] | null {
  const read = readMoment(text, language === 'fr' ? 'day-month' : undefined);
  if (read !== 'ambiguous') return read ?? readBareDay(text) ?? dayAndHour(text);
  const [first, second] = (['day-month', 'month-day'] as const).map(order => readMoment(text, order));
  return first && second && first !== 'ambiguous' && second !== 'ambiguous' ? [first, second] : null;
}

/** "D3 08:30", "J3 8 h 30": a day with its hour, as heads of the grid say it; null for anything else. */
function dayAndHour(text: string): Moment | null {
  const [, day = '', hour, minute] = /^(.*\S)\s+(\d{1,2})\s*[:h]\s*(\d{2})$/.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  const read = readMoment(day);
  if (read === null || read === 'ambiguous' || 'date' in read) return null;
  return { day: (read.day * 1440 + Number(hour) * 60 + Number(minute)) / 1440 };
}

/** Null where the text is no moment, or could be two. */
export function typedMoment(text: string, language: Language): Moment | null {
  const read = typedMoments(text, language);
  return read && !Array.isArray(read) ? (read as Moment) : null;
}

/** A calendar day as `YYYY-MM-DD`; null where the text is none. */
export function typedDate(text: string, language: Language): string | null {
  const moment = typedMoment(text, language);
  return moment && 'date' in moment ? moment.date.slice(0, 10) : null;
}

/** The earliest date of some moments, to propose as day 0. */
export function firstDate(moments: readonly Moment[], time: TimeSettings): string {
  const dates = moments.map(at => ('date' in at ? dateOf(at, time) : null));
  return dates.filter(date => date !== null).sort()[0] ?? '';
}

/** Whether there are dates and days, which cannot stand on one axis as long as day 0 has no date. */
export function isMixed(moments: readonly Moment[], { dayZero }: TimeSettings): boolean {
  return dayZero === undefined && moments.some(at => 'date' in at) && moments.some(at => 'day' in at);
}

/** Whether moments can be shown this way as things are. */
export function canShow(
  moments: readonly Moment[],
  { dayZero, countFrom }: TimeSettings,
  show: TimeSettings['show'],
): boolean {
  if (dayZero !== undefined) return true;
  const needsDates = show === 'dates' || (countFrom !== undefined && 'date' in countFrom.at);
  return moments.every(at => (needsDates ? 'date' in at : 'day' in at));
}
