/** The moment that days are counted from: chosen among what happened, changed and changed back without touching a stored moment. */
import type { Language, Moment, TimeSettings } from '../report/types.ts';
import { dateOf, dayOf, orderOf } from './moment.ts';
import type { Dated } from './printed-time.ts';

/** Something of the course that can be day 0. */
export interface Zero {
  readonly id: string;
  readonly is: string;
  readonly at: Moment;
}

const FIRST_DOSE = { en: 'first dose of', fr: 'première dose de' } as const;

/** Moments of a report, of whatever it holds. */
export function momentsOf({ series, treatments, events, stays, phases }: Dated): readonly Moment[] {
  const spans = [...treatments, ...stays, ...phases].flatMap(({ start, stop }) => (stop ? [start, stop] : [start]));
  const within = treatments.flatMap(({ changes, given = [] }) => [...changes.map(({ at }) => at), ...given]);
  return [
    ...series.flatMap(({ points }) => points.map(({ at }) => at)),
    ...events.map(({ at }) => at),
    ...spans,
    ...within,
  ];
}

/** What can be chosen as day 0: events, the beginnings of stays and phases, first doses; in order of time. */
export function possibleZeros(report: Dated, language: Language): readonly Zero[] {
  const zeros: Zero[] = [
    ...report.events.map(({ id, label, at }) => ({ id: `event ${id}`, is: label, at })),
    ...report.stays.map(({ id, label, start }) => ({ id: `stay ${id}`, is: label, at: start })),
    ...report.phases.map(({ id, name, start }) => ({ id: `phase ${id}`, is: name, at: start })),
    ...report.treatments.map(({ id, name, start }) => ({
      id: `treatment ${id}`,
      is: `${FIRST_DOSE[language]} ${name}`,
      at: start,
    })),
  ];
  return zeros.sort((a, b) => orderOf(a.at, report.time) - orderOf(b.at, report.time));
}

/** A day without its hour: days are counted from midnight. */
function wholeDay(at: Moment): Moment {
  return 'date' in at ? { date: at.date.slice(0, 10) } : { day: Math.floor(at.day) };
}

/**
 * Time with its days counted from a moment; null goes back to the stored day 0, which `is` then names. Where all moments are
 * dates and day 0 has none, the moment becomes day 0 itself.
 */
export function countedFrom(
  time: TimeSettings,
  at: Moment | null,
  is: string,
  moments: readonly Moment[],
): TimeSettings {
  const { countFrom: _, ...rest } = time;
  if (at === null) return { ...rest, dayZeroIs: is };
  const from = wholeDay(at);
  if (
    'date' in from &&
    (time.dayZero === from.date || (time.dayZero === undefined && moments.every(each => 'date' in each)))
  )
    return { ...rest, dayZero: from.date, dayZeroIs: is };
  if (dayOf(from, time) === 0) return { ...rest, dayZeroIs: is };
  return { ...rest, countFrom: { at: from, is } };
}

/** The date of the moment that days are counted from (`YYYY-MM-DD`); null where it is not known. */
export function dateOfZero(time: TimeSettings): string | null {
  return time.countFrom ? dateOf(time.countFrom.at, time) : (time.dayZero ?? null);
}

/** Time with a date given to the moment that days are counted from, or taken from it; every stored day keeps its place. */
export function withZeroDate(time: TimeSettings, date: string | null): TimeSettings {
  const { dayZero: _, ...rest } = time;
  if (date === null) return rest;
  const shift = time.countFrom && 'day' in time.countFrom.at ? time.countFrom.at.day : 0;
  const zero = dateOf({ day: -shift }, { ...rest, dayZero: date });
  return zero === null ? rest : { ...rest, dayZero: zero };
}
