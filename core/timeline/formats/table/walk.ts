/** What reading the rows of one table needs and gathers, and the cells of a row by what their columns hold. */
import type { Series } from '../../../report/types.ts';
import type { Quantity } from '../../quantity.ts';
import type { ReadTime } from '../../read-moment.ts';
import type { Cells } from '../cells.ts';
import type { Layout } from '../grid.ts';
import type { ColumnRole, LabResult, LabWarning, Place, Step } from '../types.ts';

export type Time = ReadTime | 'ambiguous' | 'yearless' | 'none';

/** Everything that reading the rows of one table needs and gathers. */
export interface Walk {
  readonly momentOf: (text: string) => Time;
  readonly quantityOf: (text: string) => Quantity | null | 'ambiguous';
  readonly rangeOf: (text: string) => Series['range'];
  readonly nameOf: (text: string) => { readonly name: string; readonly unit: string };
  readonly isSummary: (name: string) => boolean;
  readonly placeOf: (row: number) => Place;
  readonly results: LabResult[];
  readonly warnings: LabWarning[];
  readonly patients: Set<string>;
  /** Whose rows are read; absent for all. */
  readonly patient: string | undefined;
  /** A date that stands above the table, for tables without dates. */
  readonly fallback: ReadTime | null;
  readonly step: Step;
  specimen: string;
  usedFallback: boolean;
}

export interface Table {
  readonly layout: Layout;
  readonly cells: Cells;
  readonly roles: readonly ColumnRole[];
}

/** Rows between two words of how far it is. */
const STEP = 4096;

/** Each row of values with its number in the table. */
export function eachRow(walk: Walk, { layout, cells }: Table, read: (row: number) => void): void {
  for (let row = layout.first; row < cells.count; row++) {
    if (row % STEP === STEP - 1) walk.step(row / cells.count);
    read(row);
  }
}

/** Trimmed; most cells have nothing to trim, and a new string for each would be most of the work. */
export function trimmed(text: string): string {
  const end = text.length - 1;
  if (end < 0) return text;
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(end)];
  return first > 32 && first < 127 && last > 32 && last < 127 ? text : text.trim();
}

/** What a row has at a place; −1 is a column that the table does not have. */
function cellAt(row: readonly string[], index: number): string {
  return index < 0 ? '' : trimmed(row[index] ?? '');
}

/** Indexes of the columns by role, once for all rows. */
export function columnsOf(roles: readonly ColumnRole[]) {
  const indexes: Partial<Record<ColumnRole, number>> = {};
  roles.forEach((role, index) => {
    indexes[role] ??= index;
  });
  const indexOf = (role: ColumnRole) => indexes[role] ?? -1;
  const cell = (row: readonly string[], role: ColumnRole) => cellAt(row, indexOf(role));
  const values = roles.flatMap((role, index) => (role === 'values' ? [index] : []));
  /** A cell that stands beside one value: of the columns between it and the next where each value has its own, else the row's. */
  const beside = (row: readonly string[], role: ColumnRole, value: number) => {
    if (roles.indexOf(role) === roles.lastIndexOf(role)) return cell(row, role);
    const next = values.find(index => index > value) ?? roles.length;
    const own = roles.findIndex((each, index) => each === role && index > value && index < next);
    return own < 0 ? '' : (row[own] ?? '').trim();
  };
  return { cell, indexOf, values, beside };
}

/** A day with the hour that a column beside it has. */
export const joined = (date: string, time: string) => (time === '' || /\d[:h]\d/.test(date) ? date : `${date} ${time}`);
