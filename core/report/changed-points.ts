/** What changed in a series of values: neighbouring points replaced by others, found by identity as in `changed-text.ts`. */
import { fingerprint } from './fingerprint.ts';
import { MOST_POINTS } from './limits.ts';
import { replacedStretch, stretchOf } from './stretch.ts';
import type { Point, Series } from './types.ts';

export interface ChangedPoints {
  readonly set: 'points';
  /** Of the series. */
  readonly id: string;
  /** Index of the first point that is taken out, or of what comes in. */
  readonly at: number;
  /** How many points are taken out. */
  readonly remove: number;
  readonly insert: readonly Point[];
  /** The {@link fingerprint} of the series that this change was made on. On any other it does not fit. */
  readonly was: number;
}

/** What makes one state of a series the other; null where more than its points changed, or no point stayed. */
export function changedPoints(before: Series, now: Series): ChangedPoints | null {
  const fields = Object.keys(now) as (keyof Series)[];
  const isSame =
    fields.length === Object.keys(before).length &&
    fields.every(field => field === 'points' || now[field] === before[field]);
  if (!isSame || before === now) return null;
  const { at, remove, insert } = stretchOf(before.points, now.points);
  if (remove === before.points.length) return null;
  return { set: 'points', id: now.id, at, remove, insert, was: fingerprint(before) };
}

/** A series with a change made in it, and the change that takes it back. Null where the change was made on other values. */
export function withChangedPoints(
  series: Series,
  change: ChangedPoints,
): { series: Series; inverse: ChangedPoints } | null {
  const { id, at, remove, insert, was } = change;
  const { points } = series;
  if (at + remove > points.length || points.length - remove + insert.length > MOST_POINTS) return null;
  if (fingerprint(series) !== was) return null;
  const now = { ...series, points: replacedStretch(points, change) };
  const back = { set: 'points', id, at, remove: insert.length, insert: points.slice(at, at + remove) } as const;
  return { series: now, inverse: { ...back, was: fingerprint(now) } };
}
