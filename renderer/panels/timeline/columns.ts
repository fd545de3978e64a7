/** Columns of the grid that have no value yet: kept with the report, so that they are undone, saved and there again. No DOM. */
import type { Moment, TimeSettings } from '../../../core/report/types.ts';
import { sameMoment } from '../../../core/timeline/moment.ts';

/** Time with columns for some moments more; the same where it has them all. */
export function withColumns(time: TimeSettings, moments: readonly Moment[]): TimeSettings {
  const { columns = [] } = time;
  const more: Moment[] = [];
  for (const moment of moments)
    if (![...columns, ...more].some(each => sameMoment(each, moment, time))) more.push(moment);
  return more.length === 0 ? time : { ...time, columns: [...columns, ...more] };
}

/** Time without the column of a moment; the same where it has none. */
export function withoutColumn(time: TimeSettings, moment: Moment): TimeSettings {
  const { columns = [], ...rest } = time;
  const left = columns.filter(each => !sameMoment(each, moment, time));
  if (left.length === columns.length) return time;
  return left.length === 0 ? rest : { ...rest, columns: left };
}
