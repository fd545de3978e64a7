/**
 * A table as columns of codes: each column has its different texts once, and a number a row. A laboratory's file repeats its names,
 * units, days and values, so that each is read once and the rest is looked up by number.
 */

export interface Column {
  /** By row; 0 is the empty text. */
  readonly codes: Uint32Array;
  /** By code, in the order in which they first stand. */
  readonly texts: readonly string[];
}

export interface Cells {
  /** How many rows there are. */
  readonly count: number;
  readonly columns: readonly Column[];
  /** How many cells each row has. */
  readonly widths: Uint32Array;
  /** The number of each row's first line in its file, from 1. */
  readonly lines: Uint32Array;
}

/** The text of a cell; empty where its row ends before it. */
export function textAt({ columns }: Cells, row: number, column: number): string {
  const there = columns[column];
  return there ? (there.texts[there.codes[row] as number] as string) : '';
}

/** One row as texts. */
export function rowAt(cells: Cells, row: number): readonly string[] {
  return Array.from({ length: cells.widths[row] as number }, (_, column) => textAt(cells, row, column));
}

/** Rows as texts, from one to before another. */
export function rowsOf(cells: Cells, from = 0, to = cells.count): readonly (readonly string[])[] {
  return Array.from({ length: Math.max(Math.min(to, cells.count) - from, 0) }, (_, index) =>
    rowAt(cells, from + index),
  );
}

/** The different texts of a column that stand in a row or below it, in their order. */
export function textsFrom({ columns, count }: Cells, column: number, from: number): readonly string[] {
  const there = columns[column];
  if (!there) return [];
  const { codes, texts } = there;
  if (from === 0) return texts;
  const seen = new Uint8Array(texts.length);
  for (let row = from; row < count; row++) seen[codes[row] as number] = 1;
  return texts.filter((_, code) => seen[code] === 1);
}

/** A table without some of its rows and columns. */
export function cellsWhere(cells: Cells, keep: (row: number) => boolean, left: number, right: number): Cells {
  const rows = Array.from({ length: cells.count }, (_, row) => row).filter(keep);
  const pick = (from: Uint32Array) => Uint32Array.from(rows, row => from[row] as number);
  return {
    count: rows.length,
    columns: cells.columns.slice(left, right).map(({ codes, texts }) => ({ codes: pick(codes), texts })),
    widths: pick(cells.widths).map(width => Math.max(Math.min(width, right) - left, 0)),
    lines: pick(cells.lines),
  };
}

/** Rows of texts as columns of codes. `lines` are the numbers of the rows in their file. */
export function cellsOf(rows: readonly (readonly string[])[], lines: ArrayLike<number>): Cells {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, column): Column => {
    const codes = new Uint32Array(rows.length);
    const texts = [''];
    const known = new Map([['', 0]]);
    for (let row = 0; row < rows.length; row++) {
      const text = rows[row]?.[column] ?? '';
      let code = known.get(text);
      if (code === undefined) {
        code = texts.length;
        texts.push(text);
        known.set(text, code);
      }
      codes[row] = code;
    }
    return { codes, texts };
  });
  return {
    count: rows.length,
    columns,
    widths: Uint32Array.from(rows, row => row.length),
    lines: Uint32Array.from(rows, (_, row) => lines[row] ?? row + 1),
  };
}
