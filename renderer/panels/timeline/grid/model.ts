/** What a grid shows and takes: plain cells, whatever stands in them. Row −1 is the header; the last row takes a new thing. */

export interface Shown {
  readonly text: string;
  /** Outside its reference range. */
  readonly out?: 'low' | 'high';
}

export interface Edit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export type Direction = 'ascending' | 'descending';

export interface Head {
  readonly label: string;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
  /** Which way the rows stand by this column; null where they do not, absent where they cannot. */
  readonly sorted?: Direction | null;
  /** Of its cells. */
  readonly className?: string;
  /** Takes the head of a new column. */
  readonly isNew?: boolean;
}

export interface GridModel {
  readonly heads: readonly Head[];
  /** What each row is called; the last one makes a new thing. */
  readonly names: readonly string[];
  /** Said in the first cell of the last row while it is empty. */
  readonly newHint: string;
  /** How many columns at the left are always in sight. */
  readonly fixed: number;
  shown(row: number, column: number): Shown;
  /** What editing a cell begins with. */
  typed(row: number, column: number): string;
  /** What a spreadsheet gets of a cell. */
  plain(row: number, column: number): string;
  /** Whether typing into a cell does something. */
  isOpen(row: number, column: number): boolean;
}

export function sizeOfModel({ heads, names }: GridModel): { readonly rows: number; readonly columns: number } {
  return { rows: names.length, columns: heads.length };
}
