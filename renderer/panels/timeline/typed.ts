/** Moments as they are typed here: days with or without their letter, dates with the day first. */
import type { Moment, Series, TimeSettings } from '../../../core/report/types.ts';
import { dateOf } from '../../../core/timeline/moment.ts';
import { readBareDay, readMoment } from '../../../core/timeline/read-moment.ts';

/** Null where the text is no moment. */
export function typedMoment(text: string): Moment | null {
  const read = readMoment(text, 'day-month');
  return read === 'ambiguous' ? null : (read ?? readBareDay(text));
}

/** A calendar day as `YYYY-MM-DD`; null where the text is none. */
export function typedDate(text: string): string | null {
  const moment = typedMoment(text);
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
