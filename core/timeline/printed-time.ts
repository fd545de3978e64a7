/** Time as a report's text and exports show it. */
import type { CaseReport, Moment, TimeSettings } from '../report/types.ts';
import { relativeTime } from './moment.ts';

/** What of a report has moments. */
export type Dated = Pick<CaseReport, 'series' | 'treatments' | 'events' | 'stays' | 'phases' | 'time'>;

const known = new WeakMap<TimeSettings, readonly [Dated['series'], Dated['events'], TimeSettings]>();

/** Relative days or weeks whatever the window shows, the same in the whole document; a chart that asks for dates says so itself. */
export function printedTime(report: Dated): TimeSettings {
  const { series, treatments, events, stays, phases, time } = report;
  const kept = known.get(time);
  if (kept && kept[0] === series && kept[1] === events) return kept[2];
  const moments: Moment[] = [];
  for (const { points } of series) for (const { at } of points) moments.push(at);
  for (const { at } of events) moments.push(at);
  for (const { start } of [...treatments, ...stays, ...phases]) moments.push(start);
  const printed = relativeTime(time, moments);
  known.set(time, [series, events, printed]);
  return printed;
}
