/** What a report takes of a reading. */
import type { Moment, Point, Series } from '../../report/types.ts';
import { isWithdrawn } from './series.ts';
import { flagOfResult } from './status.ts';
import type { LabImport, LabReading, LabResult, LabSeries } from './types.ts';

type PointStatus = NonNullable<Point['status']>;

const KEPT_STATUS: ReadonlySet<string> = new Set([
  'preliminary',
  'corrected',
  'amended',
  'superseded',
] satisfies PointStatus[]);

const isForReport = (result: LabResult) => result.at !== null && !isWithdrawn(result);

/** How many results have a moment and were not withdrawn: what a report takes. */
export function countForReport({ series }: { readonly series: readonly LabSeries[] }): number {
  let count = 0;
  for (const { results } of series) for (const result of results) if (isForReport(result)) count++;
  return count;
}

/** How many results were not withdrawn and have no moment. */
export function countUndated({ series }: { readonly series: readonly LabSeries[] }): number {
  let count = 0;
  for (const { results } of series)
    for (const result of results) if (result.at === null && !isWithdrawn(result)) count++;
  return count;
}

/** The reference range of a result: its own column's, else the one printed behind the value. */
export function rangeOfResult({ range, quantity }: Pick<LabResult, 'range' | 'quantity'>): Series['range'] {
  if (range.low !== undefined || range.high !== undefined) return range;
  return quantity.range ?? range;
}

const isEmpty = ({ low, high }: Series['range']) => low === undefined && high === undefined;

/** The range that most results of a series state; the first of those that stand equally often. */
function usualRange(ranges: readonly Series['range'][]): Series['range'] {
  const counts = new Map<string, { readonly range: Series['range']; count: number }>();
  for (const range of ranges) {
    if (isEmpty(range)) continue;
    const key = `${range.low}|${range.high}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { range, count: 1 });
  }
  let best: { readonly range: Series['range']; count: number } = { range: {}, count: 0 };
  for (const each of counts.values()) if (each.count > best.count) best = each;
  return best.range;
}

/**
 * The series as a report holds them. Results without a moment stay outside, and so does what the laboratory withdrew; both are
 * in the reading's warnings. A LOINC code is taken over where the source states it, never where it was only suggested.
 */
export function forReport({ series }: { readonly series: readonly LabSeries[] }): readonly Series[] {
  return series.flatMap(({ id, analyte, loinc, unit, results }) => {
    const kept = results.filter(isForReport);
    if (kept.length === 0) return [];
    const ranges = kept.map(rangeOfResult);
    const range = usualRange(ranges);
    const times = new Map<string, number>();
    const points = kept.map((result, index): Point => {
      const at = result.at as Moment;
      const moment = 'date' in at ? at.date : `d${at.day}`;
      const count = (times.get(moment) ?? 0) + 1;
      times.set(moment, count);
      const flag = flagOfResult(result);
      const own = ranges[index] ?? {};
      const differs = !isEmpty(own) && (own.low !== range.low || own.high !== range.high);
      const status = result.status !== null && KEPT_STATUS.has(result.status) ? (result.status as PointStatus) : null;
      return {
        id: count === 1 ? moment : `${moment}-${count}`,
        at,
        value: result.quantity.value,
        ...(result.quantity.comparator ? { comparator: result.quantity.comparator } : {}),
        ...(flag === '' ? {} : { flag }),
        asPrinted: result.asPrinted,
        ...(status === null ? {} : { status }),
        ...(differs ? { range: own } : {}),
      };
    });
    return [{ id, analyte, ...(loinc === undefined ? {} : { loinc }), unit, range, points }];
  });
}

/** A reading as a window shows and takes it. */
export function importOf(reading: LabReading): LabImport {
  const { series, ...rest } = reading;
  const suggestions = series.flatMap(({ id, loinc, suggestedLoinc }) =>
    loinc === undefined && suggestedLoinc !== undefined ? [[id, suggestedLoinc] as const] : [],
  );
  return { ...rest, series: forReport(reading), suggestedLoinc: Object.fromEntries(suggestions) };
}
