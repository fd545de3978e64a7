/** Moments as they are typed here: days with or without their letter, dates. */
import type { Language, Moment, Series, TimeSettings } from '../../../core/report/types.ts';
import { dateOf } from '../../../core/timeline/moment.ts';
import { readBareDay, readMoment } from '../../../core/timeline/read-moment.ts';

/** Null where the text is no moment; in English also where it could be two, as 3/4/2024: the language is that of two orders. */
export function typedMoment(text: string, language: Language): Moment | null {
  const read = readMoment(text, language === 'fr' ? 'day-month' : undefined);
  return read === 'ambiguous' ? null : (read ?? readBareDay(text));
}

/** A calendar day as `YYYY-MM-DD`; null where the text is none. */
export function typedDate(text: string, language: Language): string | null {
  const moment = typedMoment(text, language);
  return moment && 'date' in moment ? moment.date.slice(0, 10) : null;
}

/** The earliest date of any value, to propose as day 0. */
export function firstDate(series: readonly Series[], time: TimeSettings): string {
  const dates = series.flatMap(({ points }) => points.map(({ at }) => ('date' in at ? dateOf(at, time) : null)));
  return dates.filter(date => date !== null).sort()[0] ?? '';
}

/** Whether there are dates and days, which cannot stand on one axis as long as day 0 has no date. */
export function isMixed(series: readonly Series[], { dayZero }: TimeSettings): boolean {
  if (dayZero !== undefined) return false;
  const moments = series.flatMap(({ points }) => points.map(({ at }) => at));
  return moments.some(at => 'date' in at) && moments.some(at => 'day' in at);
}

/** Whether the report's values can be shown this way as things are. */
export function canShow(series: readonly Series[], { dayZero }: TimeSettings, show: TimeSettings['show']): boolean {
  if (dayZero !== undefined) return true;
  const other = show === 'days' ? 'date' : 'day';
  return !series.some(({ points }) => points.some(({ at }) => other in at));
}
