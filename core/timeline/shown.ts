/** Series in the unit that a report shows them in, where that is another than they were measured in. */
import type { Point, Series } from '../report/types.ts';
import { findAnalyte } from './analytes/find.ts';
import { convertValue, unitFor } from './analytes/measure.ts';
import type { Analyte } from './analytes/table.ts';
import { decimalsFor, significantDigits } from './decimals.ts';
import type { Unit } from './units/read.ts';
import { USUAL_UNITS } from './units/usual.ts';

/** The analyte that a series is of, by its LOINC code or its name; undefined where the table does not have it. */
export function analyteOf({ analyte, unit, loinc }: Series): Analyte | undefined {
  const found = findAnalyte(analyte, { unit, ...(loinc === undefined ? {} : { loinc }) });
  return found.kind === 'found' ? found.analyte : undefined;
}

interface Conversion {
  readonly from: Unit;
  readonly to: Unit;
  readonly analyte: Analyte | undefined;
}

function conversion(series: Series, unit: string): Conversion | null {
  const analyte = analyteOf(series);
  const [from, to] = [unitFor(series.unit, analyte), unitFor(unit, analyte)];
  return from && to && convertValue(1, from, to, analyte) !== null ? { from, to, analyte } : null;
}

function converted(value: number, digits: number, { from, to, analyte }: Conversion) {
  const exact = convertValue(value, from, to, analyte) as number;
  const decimals = decimalsFor(exact, digits);
  return { value: Number(exact.toFixed(decimals)), text: exact.toFixed(decimals) };
}

const digitsOf = (end: number) => Math.max(String(Math.abs(end)).replace('.', '').replace(/^0+/, '').length, 2);

function rangeIn({ low, high }: Series['range'], by: Conversion): Series['range'] {
  return {
    ...(low === undefined ? {} : { low: low === 0 ? 0 : converted(low, digitsOf(low), by).value }),
    ...(high === undefined ? {} : { high: converted(high, digitsOf(high), by).value }),
  };
}

/** As many significant digits as the laboratory printed: 1.4 mg/dL of creatinine is 124 µmol/L, 5.55 mmol/L of glucose 100 mg/dL. */
function pointIn(point: Point, by: Conversion): Point {
  const { range, ...rest } = point;
  const ranged = range ? { range: rangeIn(range, by) } : {};
  if (point.value === null) return { ...rest, ...ranged };
  const { value, text } = converted(point.value, significantDigits(point), by);
  return { ...rest, value, asPrinted: text, ...ranged };
}

/** A series with its values and ranges in another unit; null where they do not go over into it. Texts in the place of a number stay. */
export function inUnit(series: Series, unit: string): Series | null {
  const { shownUnit: _, ...rest } = series;
  if (unit === series.unit) return rest;
  const by = conversion(series, unit);
  if (!by) return null;
  return { ...rest, unit, range: rangeIn(series.range, by), points: series.points.map(point => pointIn(point, by)) };
}

const known = new WeakMap<Series, Series>();

/** The series as charts and tables show it. The same for the same series, so that drawings can tell that nothing changed. */
export function shownSeries(series: Series): Series {
  if (series.shownUnit === undefined) return series;
  const there = known.get(series);
  if (there) return there;
  const shown = inUnit(series, series.shownUnit) ?? inUnit(series, series.unit) ?? series;
  known.set(series, shown);
  return shown;
}

/** A point of a series as it is shown, and its unit. */
export function shownPoint(point: Point, series: Series): readonly [Point, string] {
  if (series.shownUnit === undefined) return [point, series.unit];
  const shown = shownSeries(series);
  return [shown.points[series.points.indexOf(point)] ?? point, shown.unit];
}

/** The value as measured, beside the unit that its series is shown in; null where they are one. */
export function bothUnits(point: Point, series: Series): { readonly point: Point; readonly unit: string } | null {
  return shownSeries(series).unit === series.unit ? null : { point, unit: series.unit };
}

/** The unit that a series was measured in and how shown values go over into it; null where it is shown as measured. */
export function measuredAxis(series: Series): { readonly unit: string; readonly of: (shown: number) => number } | null {
  const shown = shownSeries(series).unit;
  const by = shown === series.unit ? null : conversion({ ...series, unit: shown }, series.unit);
  return by && { unit: series.unit, of: value => convertValue(value, by.from, by.to, by.analyte) as number };
}

/** The unit that a series is shown in need not make its numbers unreadable. */
const READABLE = [0.05, 100_000] as const;

/** Units that a series can be shown in, its own first. */
export function unitChoices(series: Series): readonly string[] {
  const analyte = analyteOf(series);
  const own = unitFor(series.unit, analyte);
  if (series.unit === '' || !own) return [series.unit];
  const typical = series.range.high ?? series.points.find(({ value }) => value !== null && value !== 0)?.value ?? 1;
  const others = USUAL_UNITS.filter(unit => {
    const other = unitFor(unit, analyte);
    if (!other || other.ucum === own.ucum || unit === series.unit) return false;
    const value = convertValue(typical, own, other, analyte);
    return value !== null && Math.abs(value) >= READABLE[0] && Math.abs(value) < READABLE[1];
  });
  const spelled = new Set<string>();
  return [
    series.unit,
    ...others.filter(unit => {
      const { ucum = unit } = unitFor(unit, analyte) ?? {};
      if (spelled.has(ucum)) return false;
      spelled.add(ucum);
      return true;
    }),
  ];
}
