/** Changes to a series, each giving a new one. */
import type { Moment, Point, Series, TimeSettings } from '../report/types.ts';
import { orderOf, sameMoment } from './moment.ts';
import { type Decimal, readQuantity } from './quantity.ts';

/**
 * A point from typed text: what is typed is what is printed. A point typed by hand is always a decimal sign; `comma` says what
 * a comma before three digits is ("1,234": decimals to a French hand, thousands to an English one).
 */
function typedPoint(id: string, at: Moment, typed: string, comma: 'decimal' | 'thousands'): Point {
  const sign: Decimal = typed.includes(',') && comma === 'decimal' ? 'comma' : 'point';
  const quantity = readQuantity(typed, sign);
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

function freeId(taken: ReadonlySet<string>, wanted: string): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  return id;
}

const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));

function ordered(points: readonly Point[], time: TimeSettings): readonly Point[] {
  const orders = new Map(points.map(point => [point, orderOf(point.at, time)]));
  return points.toSorted((a, b) => (orders.get(a) ?? 0) - (orders.get(b) ?? 0));
}

/** The point of a series at a moment; of two at one moment, the last, as tables print it. */
export function pointAt({ points }: Series, at: Moment, time: TimeSettings): Point | undefined {
  return points.findLast(point => sameMoment(point.at, at, time));
}

/** The series with a value at a moment; an empty text removes what is there. The point keeps its id, so quoted values follow. */
export function setValue(
  series: Series,
  at: Moment,
  typed: string,
  time: TimeSettings,
  comma: 'decimal' | 'thousands' = 'decimal',
): Series {
  const there = pointAt(series, at, time);
  const index = there ? series.points.indexOf(there) : -1;
  if (typed.trim() === '') return there ? { ...series, points: series.points.toSpliced(index, 1) } : series;
  if (there)
    return there.asPrinted === typed.trim()
      ? series
      : { ...series, points: series.points.with(index, typedPoint(there.id, there.at, typed, comma)) };
  const point = typedPoint(freeId(idsOf(series.points), momentId(at)), at, typed, comma);
  return { ...series, points: ordered([...series.points, point], time) };
}

/** The series with what stood at one moment standing at another; ids stay. */
export function moveMoment(series: Series, from: Moment, to: Moment, time: TimeSettings): Series {
  if (!series.points.some(point => sameMoment(point.at, from, time))) return series;
  const points = series.points.map(point => (sameMoment(point.at, from, time) ? { ...point, at: to } : point));
  return { ...series, points: ordered(points, time) };
}

/** The series without its values at a moment. */
export function removeMoment(series: Series, at: Moment, time: TimeSettings): Series {
  const points = series.points.filter(point => !sameMoment(point.at, at, time));
  return points.length === series.points.length ? series : { ...series, points };
}

/** A series without values, with an id that no other has. */
export function newSeries(others: readonly Series[], analyte: string, id: string): Series {
  return { id: freeId(idsOf(others), id), analyte, unit: '', range: {}, points: [] };
}

/** The series shown in a unit, wherever it is read; in the one it was measured in, nothing is written down. */
export function shownIn(series: Series, unit: string): Series {
  const { shownUnit: _, ...measured } = series;
  return unit === series.unit ? measured : { ...measured, shownUnit: unit };
}

/** Whether two series hold values of the same analyte in the same unit. */
export function sameAnalyte(a: Series, b: Series): boolean {
  return a.analyte.trim().toLowerCase() === b.analyte.trim().toLowerCase() && a.unit.trim() === b.unit.trim();
}

/** A series with one more's values: at a moment that both have, the newer value stands under the older's id. */
export function mergeSeries(old: Series, added: Series, time: TimeSettings): Series {
  const places = new Map(old.points.map((point, index) => [orderOf(point.at, time), index]));
  const points = [...old.points];
  const taken = idsOf(old.points);
  for (const point of added.points) {
    const place = places.get(orderOf(point.at, time));
    const there = place === undefined ? undefined : points[place];
    if (there && place !== undefined) {
      points[place] = { ...point, id: there.id };
      continue;
    }
    const id = freeId(taken, point.id);
    taken.add(id);
    points.push({ ...point, id });
  }
  const range = Object.keys(old.range).length > 0 ? old.range : added.range;
  return { ...old, range, points: ordered(points, time) };
}

/** Series of a report and series just read, as one list: the same analyte in the same unit is one series. */
export function mergeAll(known: readonly Series[], read: readonly Series[], time: TimeSettings): readonly Series[] {
  const all = [...known];
  for (const added of read) {
    const index = all.findIndex(one => sameAnalyte(one, added));
    const there = all[index];
    if (there) all[index] = mergeSeries(there, added, time);
    else all.push({ ...added, id: freeId(idsOf(all), added.id), points: ordered(added.points, time) });
  }
  return all;
}

/** How many values of a list of series are others in the list it became. */
export function replacedValues(before: readonly Series[], after: readonly Series[]): number {
  let replaced = 0;
  before.forEach((series, index) => {
    const now = new Map(after[index]?.points.map(point => [point.id, point.asPrinted]));
    for (const { id, asPrinted } of series.points) if (now.has(id) && now.get(id) !== asPrinted) replaced++;
  });
  return replaced;
}
