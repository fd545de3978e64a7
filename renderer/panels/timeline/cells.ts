/** The grid of lab values as plain cells: what each shows, what typing into it does. No DOM. */
import type { Op } from '../../../core/report/ops.ts';
import type { Language, Moment, Point, Series, TimeSettings } from '../../../core/report/types.ts';
import { newSeries, setValue } from '../../../core/timeline/edit.ts';
import { momentLabels, orderOf } from '../../../core/timeline/moment.ts';
import { readRange } from '../../../core/timeline/quantity.ts';
import { abnormality, formatPoint, formatRange } from '../../../core/timeline/value.ts';

/** Columns before those of the moments. */
export const ANALYTE = 0;
export const UNIT = 1;
export const RANGE = 2;
export const FIRST_MOMENT = 3;

/** What the grid shows. One row more than there are series: the last takes the name of a new one. */
export interface Sheet {
  readonly series: readonly Series[];
  /** In order; some may have no value yet. */
  readonly moments: readonly Moment[];
  readonly labels: readonly string[];
  /** Of each series and moment; of two at one moment, the last. */
  readonly points: readonly (readonly (Point | undefined)[])[];
  readonly time: TimeSettings;
  /** Of the interface: decimal signs on screen are the user's. */
  readonly language: Language;
}

export interface Shown {
  readonly text: string;
  readonly out?: 'low' | 'high';
}

export interface Edit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Edited {
  readonly ops: readonly Op[];
  /** How many cells could not be read and were left as they are. */
  readonly refused: number;
}

/** A sheet of the series and of moments that were added without a value yet. */
export function sheetOf(
  series: readonly Series[],
  added: readonly Moment[],
  time: TimeSettings,
  language: Language,
): Sheet {
  const byOrder = new Map<number, Moment>();
  for (const at of [...series.flatMap(({ points }) => points.map(point => point.at)), ...added]) {
    const order = orderOf(at, time);
    if (!byOrder.has(order)) byOrder.set(order, at);
  }
  const ordered = [...byOrder].sort(([a], [b]) => a - b);
  const moments = ordered.map(([, at]) => at);
  const points = series.map(one => {
    const known = new Map(one.points.map(point => [orderOf(point.at, time), point]));
    return ordered.map(([order]) => known.get(order));
  });
  return { series, moments, labels: momentLabels(moments, time, language), points, time, language };
}

/** How many rows and columns the cursor can go to. */
export function sizeOf({ series, moments }: Sheet): { readonly rows: number; readonly columns: number } {
  return { rows: series.length + 1, columns: FIRST_MOMENT + moments.length };
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

/** Whether typing into a cell does something: a row without a name has no values. */
export function isOpen(sheet: Sheet, row: number, column: number): boolean {
  return row < sheet.series.length || column === ANALYTE;
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
    if (!before) continue;
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

/** A rectangle of the grid as tab-separated text; row −1 is the header. */
export function copied(
  sheet: Sheet,
  box: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number },
  heads: readonly string[],
): string {
  const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines: string[] = [];
  for (let row = box.top; row <= box.bottom; row++) {
    const cells: string[] = [];
    for (let column = box.left; column <= box.right; column++)
      cells.push(quoted(row < 0 ? (heads[column] ?? '') : shownAt(sheet, row, column).text));
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}
