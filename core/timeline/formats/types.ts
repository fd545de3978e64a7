/** What reading a laboratory's file gives: series, what was not understood, and what must be asked. */
import type { Problem, Words } from '../../outcome.ts';
import type { Series } from '../../report/types.ts';

/** What a column holds. */
export type ColumnRole =
  | 'analyte'
  | 'value'
  | 'unit'
  | 'moment'
  | 'low'
  | 'high'
  | 'range'
  | 'flag'
  /** In wide files: the values of one analyte, or of one moment. */
  | 'values'
  | 'ignore';

export interface Column {
  /** As in the file; "1", "2" … where it has no header. */
  readonly name: string;
  readonly role: ColumnRole;
  /** A few cells, to recognise it by. */
  readonly samples: readonly string[];
}

/** Long: a row a value. Wide: a row an analyte with moments as columns, or a row a moment with analytes as columns. */
export type Shape = 'long' | 'wide-moments' | 'wide-analytes';

export interface LabOptions {
  readonly shape?: Shape;
  /** By index of column; what is not given is guessed. */
  readonly roles?: Readonly<Record<number, ColumnRole>>;
  readonly dateOrder?: 'day-month' | 'month-day';
  readonly decimal?: 'comma' | 'point';
}

/** Something ambiguous in the file, asked rather than guessed; reading goes on with the answer in {@link LabOptions}. */
export interface LabQuestion {
  readonly kind: 'date-order' | 'decimal' | 'unit';
  readonly words: Words;
  /** The text that could be read in two ways. */
  readonly sample: string;
}

export interface LabReading {
  readonly shape: Shape;
  readonly columns: readonly Column[];
  readonly series: readonly Series[];
  /** How many values were read. */
  readonly values: number;
  readonly notUnderstood: readonly { readonly row: number; readonly text: string; readonly why: Words }[];
  readonly questions: readonly LabQuestion[];
  readonly warnings: readonly Problem[];
}
