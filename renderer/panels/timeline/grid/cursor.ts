/** The cursor of a grid and the range it spans. Row −1 is the header. */

export interface Cursor {
  readonly row: number;
  readonly column: number;
  /** The other corner of the range. */
  readonly toRow: number;
  readonly toColumn: number;
}

export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** On one cell. */
export function atCursor(row: number, column: number): Cursor {
  return { row, column, toRow: row, toColumn: column };
}

export function boxOf({ row, column, toRow, toColumn }: Cursor): Box {
  return {
    top: Math.min(row, toRow),
    bottom: Math.max(row, toRow),
    left: Math.min(column, toColumn),
    right: Math.max(column, toColumn),
  };
}

/** The cursor kept inside a grid that may have shrunk. */
export function clampCursor(cursor: Cursor, { rows, columns }: Size): Cursor {
  const row = (wanted: number) => Math.max(-1, Math.min(rows - 1, wanted));
  const column = (wanted: number) => Math.max(0, Math.min(columns - 1, wanted));
  return {
    row: row(cursor.row),
    column: column(cursor.column),
    toRow: row(cursor.toRow),
    toColumn: column(cursor.toColumn),
  };
}

/** One cell on, without a range. */
export function moved({ row, column }: Cursor, down: number, right: number): Cursor {
  return atCursor(row + down, column + right);
}

/** Where a key takes the cursor, or its range with Shift; null for a key that moves nothing. */
export function extended(key: string, far: boolean, range: boolean, cursor: Cursor, size: Size): Cursor | null {
  const { toRow: row, toColumn: column } = cursor;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const targets: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [far ? 0 : row - 1, column],
    ArrowDown: [far ? last.row : row + 1, column],
    ArrowLeft: [row, far ? 0 : column - 1],
    ArrowRight: [row, far ? last.column : column + 1],
    Home: [far ? 0 : row, 0],
    End: [far ? last.row : row, last.column],
    PageUp: [0, column],
    PageDown: [last.row, column],
  };
  const to = targets[key];
  if (!to) return null;
  return range ? { ...cursor, toRow: to[0], toColumn: to[1] } : atCursor(to[0], to[1]);
}
