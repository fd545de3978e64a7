/** The rows of the grid in another order than the report's, which stays as it is. */
import type { Moment, Series, TimeSettings } from '../../../core/report/types.ts';
import { pointAt } from '../../../core/timeline/edit.ts';
import { orderOf } from '../../../core/timeline/moment.ts';
import type { Direction } from './grid/model.ts';

/** By the name of the analyte, its unit, or the value at a moment. */
export type SortBy = 'analyte' | 'unit' | Moment;

export interface Sorting {
  readonly by: SortBy;
  readonly direction: Direction;
  /** The rows as they stood when they were sorted: a value that is typed afterwards does not take its row away from under the hand. */
  readonly ids: readonly string[];
}

const compare = (language: string) => new Intl.Collator(language, { numeric: true, sensitivity: 'base' }).compare;

/** Series sorted; those without a value at the moment are last either way, and equal ones stay as they are. */
export function sortedSeries(
  series: readonly Series[],
  { by, direction }: Pick<Sorting, 'by' | 'direction'>,
  time: TimeSettings,
  language: string,
): readonly Series[] {
  const sign = direction === 'ascending' ? 1 : -1;
  if (by === 'analyte' || by === 'unit') {
    const collate = compare(language);
    return series.toSorted((a, b) => sign * collate(a[by], b[by]));
  }
  const values = new Map(series.map(one => [one, pointAt(one, by, time)?.value ?? null]));
  return series.toSorted((a, b) => {
    const [left, right] = [values.get(a) ?? null, values.get(b) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

/** Series in the order of a sorting; those that came since are last. */
export function inSorting(series: readonly Series[], sorting: Sorting | null): readonly Series[] {
  if (!sorting) return series;
  const places = new Map(sorting.ids.map((id, place) => [id, place]));
  const placeOf = ({ id }: Series) => places.get(id) ?? Number.POSITIVE_INFINITY;
  return series.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

/** Which way the rows still stand by a column; null where values that were changed since have broken the order. */
export function directionBy(
  rows: readonly Series[],
  sorting: Sorting | null,
  by: SortBy,
  time: TimeSettings,
  language: string,
): Direction | null {
  if (!sorting || !sameColumn(sorting.by, by, time)) return null;
  const sorted = sortedSeries(rows, sorting, time, language);
  return sorted.every((one, index) => one === rows[index]) ? sorting.direction : null;
}

function sameColumn(a: SortBy, b: SortBy, time: TimeSettings): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return orderOf(a, time) === orderOf(b, time);
}
