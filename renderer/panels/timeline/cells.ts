/** The grid of lab values as plain cells: what each shows, what typing into it does. No DOM. */
import type { Op } from '../../../core/report/ops.ts';
import type { Language, Moment, Point, Series, TimeSettings } from '../../../core/report/types.ts';
import { printedDecimals } from '../../../core/timeline/decimals.ts';
import { newSeries, setValue } from '../../../core/timeline/edit.ts';
import { momentLabels, orderOf } from '../../../core/timeline/moment.ts';
import { readRange } from '../../../core/timeline/quantity.ts';
import { abnormality, formatPoint, formatRange } from '../../../core/timeline/value.ts';
import type { Edit, Shown } from './grid/model.ts';

/** Columns before those of the moments. */
export const ANALYTE = 0;
export const UNIT = 1;
export const RANGE = 2;
export const FIRST_MOMENT = 3;

/** What the grid shows. One row more than there are series: the last takes the name of a new one. */
export interface Sheet {
  readonly series: readonly Series[];
  /** In order of time, or the latest first; some may have no value yet. */
  readonly moments: readonly Moment[];
  readonly labels: readonly string[];
  /** Of each series and moment; of two at one moment, the last. */
  readonly points: readonly (readonly (Point | undefined)[])[];
  readonly time: TimeSettings;
  readonly latestFirst: boolean;
  /** Of the interface: decimal signs on screen are the user's. */
  readonly language: Language;
}

export interface Edited {
  readonly ops: readonly Op[];
  /** How many cells could not be read, or have no row or column, and were left as they are. */
  readonly refused: number;
}

const FIRST: Moment = { day: 0 };

/** A sheet of the series and of moments that have a column without a value yet. */
export function sheetOf(
  series: readonly Series[],
  added: readonly Moment[],
  time: TimeSettings,
  language: Language,
  latestFirst = false,
): Sheet {
  const byOrder = new Map<number, Moment>();
  for (const at of [...series.flatMap(({ points }) => points.map(point => point.at)), ...added]) {
    const order = orderOf(at, time);
    if (!byOrder.has(order)) byOrder.set(order, at);
  }
  // There is always a column to type a first value into.
  if (byOrder.size === 0) byOrder.set(orderOf(FIRST, time), FIRST);
  const ordered = [...byOrder].sort(([a], [b]) => (latestFirst ? b - a : a - b));
  const moments = ordered.map(([, at]) => at);
  const points = series.map(one => {
    const known = new Map(one.points.map(point => [orderOf(point.at, time), point]));
    return ordered.map(([order]) => known.get(order));
  });
  return { series, moments, labels: momentLabels(moments, time, language), points, time, latestFirst, language };
}

/** What a cell shows. */
export function shownAt(sheet: Sheet, row: number, column: number): Shown {
  const series = sheet.series[row];
  if (!series) return { text: '' };
  if (column === ANALYTE) return { text: series.analyte };
  if (column === UNIT) return { text: series.unit };
  if (column === RANGE) return { text: formatRange(series.range, sheet.language) };
  const point = sheet.points[row]?.[column - FIRST_MOMENT];
  if (!point) return { text: '' };
  const out = abnormality(point, series);
  return { text: formatPoint(point, sheet.language), ...(out && { out }) };
}

/** What editing a cell begins with: a value as the laboratory printed it. */
export function typedAt(sheet: Sheet, row: number, column: number): string {
  if (column < FIRST_MOMENT) return shownAt(sheet, row, column).text;
  return sheet.points[row]?.[column - FIRST_MOMENT]?.asPrinted ?? '';
}

/** As {@link shownAt}, in letters that a spreadsheet reads as a number: nothing parts its thousands. */
export function plainAt(sheet: Sheet, row: number, column: number): string {
  if (column < FIRST_MOMENT) return shownAt(sheet, row, column).text.replaceAll('\u00a0', ' ');
  const point = sheet.points[row]?.[column - FIRST_MOMENT];
  if (!point) return '';
  if (point.value === null) return point.asPrinted;
  const number = point.value.toFixed(Math.min(printedDecimals(point), 20));
  return (point.comparator ?? '') + (sheet.language === 'fr' ? number.replace('.', ',') : number);
}

/**
 * Whether typing into a cell does something: a row without a name has no values, nor has the column behind the last moment; its
 * head takes a moment.
 */
export function isOpen({ series, moments }: Sheet, row: number, column: number): boolean {
  const isNewColumn = column === FIRST_MOMENT + moments.length;
  if (row < 0) return isNewColumn;
  return row < series.length ? !isNewColumn : column === ANALYTE;
}

function editSeries(series: Series, column: number, text: string, sheet: Sheet): Series | 'refused' {
  const typed = text.trim();
  if (column === ANALYTE) return typed === '' || typed === series.analyte ? series : { ...series, analyte: typed };
  if (column === UNIT) return typed === series.unit ? series : { ...series, unit: typed };
  if (column === RANGE) {
    if (typed === formatRange(series.range, sheet.language)) return series;
    const range = readRange(typed, sheet.language === 'en' ? 'point' : undefined);
    return typed !== '' && Object.keys(range).length === 0 ? 'refused' : { ...series, range };
  }
  const moment = sheet.moments[column - FIRST_MOMENT];
  if (!moment) return series;
  return setValue(series, moment, text, sheet.time, sheet.language === 'en' ? 'thousands' : 'decimal');
}

/** The ops of some edits; a name typed or pasted below the last row makes a series. `freshId` names such a series. */
export function opsOf(sheet: Sheet, edits: readonly Edit[], freshId: () => string): Edited {
  const series = [...sheet.series];
  let refused = 0;
  // Names first, so that the values beside a new name find its row.
  for (const { row, column, text } of edits.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    if (row === series.length && column === ANALYTE && text.trim() !== '') {
      series.push(newSeries(series, text.trim(), freshId()));
      continue;
    }
    const before = series[row];
    if (!before || column >= FIRST_MOMENT + sheet.moments.length) {
      if (text.trim() !== '') refused++;
      continue;
    }
    const after = editSeries(before, column, text, sheet);
    if (after === 'refused') refused++;
    else series[row] = after;
  }
  return { ops: changes(sheet.series, series), refused };
}

/** Ops that bring one list of series to another, which has the same first ones in the same order. */
export function changes(before: readonly Series[], after: readonly Series[]): readonly Op[] {
  return after.flatMap((value, index): Op[] =>
    value === before[index] ? [] : [{ set: 'series', id: value.id, value }],
  );
}
