/** Rows and columns of a table that came or went, each a change of its own. */
import type { Atom } from './atoms.ts';
import type { Hand, ReturnedCell, ReturnedTable } from './returned.ts';
import type { Change, Reshaping, TableLine } from './review.ts';
import { cellText, type Texts } from './said.ts';
import type { Line, Shape } from './shape.ts';

/** A row or column that came or went, and what its cells say, parted by tabulators. */
export interface LineChange {
  readonly what: 'row' | 'column';
  readonly kind: Extract<Change['kind'], 'insertion' | 'deletion'>;
  readonly text: string;
  readonly hand?: Hand;
}

export interface ReshapingOf {
  readonly sent: Texts;
  readonly came: ReturnedTable;
  readonly shape: Shape;
  /** Notes a change and gives its id. */
  readonly noted: (change: LineChange) => string;
  readonly atoms: (cell: ReturnedCell) => readonly Atom[];
}

const isKept = ({ held, came }: Line) => held !== null && came !== null;

/** Undefined where all rows and columns are those that were sent. */
export function reshapingOf({ sent, came: { rows }, shape, noted, atoms }: ReshapingOf): Reshaping | undefined {
  if (shape.rows.every(isKept) && shape.columns.every(isKept)) return undefined;
  const cellAt = (row: number | null, column: number | null) =>
    row === null || column === null ? undefined : rows[row]?.cells[column];
  const sentAt = (row: number | null, column: number | null) =>
    row === null || column === null ? undefined : sent[row]?.[column];
  const line = (what: LineChange['what'], across: readonly Line[], one: Line): TableLine => {
    const { held, came, hand } = one;
    if (isKept(one)) return { held };
    const isRow = what === 'row';
    const said = across.flatMap((other): readonly string[] => {
      if (held !== null)
        return [isRow ? sentAt(held, other.held) : sentAt(other.held, held)].flatMap(text => text ?? []);
      const cell = isRow ? cellAt(came, other.came) : cellAt(other.came, came);
      return cell ? [cellText(cell, 'deleted')] : [];
    });
    const kind = held === null ? 'insertion' : 'deletion';
    return { held, change: noted({ what, kind, text: said.join('\t'), ...(hand ? { hand } : {}) }) };
  };
  return {
    rows: shape.rows.map(row => line('row', shape.columns, row)),
    columns: shape.columns.map(column => line('column', shape.rows, column)),
    fresh: shape.rows.map(row =>
      shape.columns.map(column => {
        const cell = row.held !== null && column.held !== null ? undefined : cellAt(row.came, column.came);
        return cell ? atoms(cell) : [];
      }),
    ),
  };
}
