/** The moments of a table of lab values in the text, changed by its card. */
import type { Moment, Series, TimeSettings } from '../../../core/report/types.ts';
import { orderOf } from '../../../core/timeline/moment.ts';
import { momentsOf } from '../../../core/timeline/table.ts';

/** Every moment that a table can show, in order: those of its series, and those chosen before that have no value any more. */
export function offeredMoments(
  series: readonly Series[],
  chosen: readonly Moment[] | undefined,
  time: TimeSettings,
): readonly Moment[] {
  const own = momentsOf(series, time);
  const known = new Set(own.map(at => orderOf(at, time)));
  const others = (chosen ?? []).filter(at => !known.has(orderOf(at, time)));
  return [...own, ...others].sort((a, b) => orderOf(a, time) - orderOf(b, time));
}

/** The chosen moments with one more or without it; undefined, which is every moment, where all are. */
export function withMoment(
  offered: readonly Moment[],
  chosen: readonly Moment[] | undefined,
  moment: Moment,
  isIn: boolean,
  time: TimeSettings,
): Moment[] | undefined {
  const orders = new Set((chosen ?? offered).map(at => orderOf(at, time)));
  if (isIn) orders.add(orderOf(moment, time));
  else orders.delete(orderOf(moment, time));
  const next = offered.filter(at => orders.has(orderOf(at, time)));
  return next.length === offered.length ? undefined : next;
}
