/** Changes to a series, each giving a new one. */
import type { Moment, Point, Series, TimeSettings } from '../report/types.ts';
import { orderOf, sameMoment } from './moment.ts';
import { readQuantity } from './quantity.ts';

/** A point from typed text: what is typed is what is printed. "1,234" is read with a decimal comma, as it is typed by hand. */
function typedPoint(id: string, at: Moment, typed: string): Point {
  const quantity = readQuantity(typed, typed.includes(',') ? 'comma' : 'point');
  const read = quantity === null || quantity === 'ambiguous' ? { value: null } : quantity;
  return {
    id,
    at,
    value: read.value,
    ...(read.comparator ? { comparator: read.comparator } : {}),
    ...(read.flag ? { flag: read.flag } : {}),
    asPrinted: typed.trim(),
  };
}

const momentId = (at: Moment) => ('date' in at ? at.date : `d${at.day}`);

function freeId(points: readonly Point[], wanted: string): string {
  let id = wanted;
  for (let n = 2; points.some(point => point.id === id); n++) id = `${wanted}-${n}`;
  return id;
}

/** The series with a value at a moment; an empty text removes what is there. The point keeps its id, so quoted values follow. */
export function setValue(series: Series, at: Moment, typed: string, time: TimeSettings): Series {
  const index = series.points.findLastIndex(point => sameMoment(point.at, at, time));
  const there = series.points[index];
  if (typed.trim() === '') return there ? { ...series, points: series.points.toSpliced(index, 1) } : series;
  if (there)
    return there.asPrinted === typed.trim()
      ? series
      : { ...series, points: series.points.with(index, typedPoint(there.id, there.at, typed)) };
  const added = [...series.points, typedPoint(freeId(series.points, momentId(at)), at, typed)];
  return { ...series, points: added.sort((a, b) => orderOf(a.at, time) - orderOf(b.at, time)) };
}

/** A series with one more's values: at a moment that both have, the newer value stands. */
export function mergeSeries(old: Series, added: Series, time: TimeSettings): Series {
  return added.points.reduce(
    (series, point) => {
      const merged = setValue(series, point.at, point.asPrinted, time);
      const index = merged.points.findLastIndex(other => sameMoment(other.at, point.at, time));
      const there = merged.points[index];
      // Read once already, with the file's own decimal sign.
      return there ? { ...merged, points: merged.points.with(index, { ...point, id: there.id }) } : merged;
    },
    { ...old, range: Object.keys(old.range).length > 0 ? old.range : added.range },
  );
}
