/** Delimited text (RFC 4180, and what spreadsheets make of it) into rows of cells, in one pass. */

import { type Cells, rowsOf } from './cells.ts';

/** One character that parts cells. */
export type Delimiter = string;

/** The usual ones first: of two that fit equally well, the first holds. */
const CANDIDATES: readonly Delimiter[] = ['\t', ';', ',', '|', '^', '~', '¦', '#', ':'];

/** "sep=;": how Excel is told the delimiter; no row of the table. */
const STATED = /^\ufeff?sep=(.)\r?\n/i;

/** The delimiter that parts the most lines into the same number of cells, outside quotation marks. */
export function sniffDelimiter(text: string): Delimiter {
  const stated = STATED.exec(text);
  if (stated) return stated[1] as string;
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
    .slice(0, 60);
  const score = (delimiter: Delimiter): number => {
    const counts = lines.map(line => line.split(delimiter).length - 1);
    const frequency = new Map<number, number>();
    for (const count of counts) if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    let best = 0;
    // Many cells a line are no accident; one colon or comma a line may be.
    for (const [count, times] of frequency)
      best = Math.max(best, (times / lines.length) * (1 + Math.min(count, 8) / 20));
    return best;
  };
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of CANDIDATES) {
    const found = score(delimiter);
    if (found > best.score) best = { delimiter, score: found };
  }
  return best.delimiter;
}

/** A column that is being parsed: codes found by the letters of their first text, without making a text of each cell. */
class GrowingColumn {
  codes: Uint32Array;
  readonly texts: string[] = [''];
  /** Where each text first stands; -1 where quotation marks were taken out of it. */
  private readonly starts: number[] = [-1];
  private readonly hashes: number[] = [0];
  private table = new Int32Array(256);

  private readonly text: string;

  constructor(text: string, rows: number) {
    this.text = text;
    this.codes = new Uint32Array(rows);
  }

  /** The cell from one letter to before another; `hash` is of its letters. */
  cut(row: number, from: number, to: number, hash: number): void {
    this.codes[row] = from === to ? 0 : this.codeOf(hash, from, to, null);
  }

  /** A cell that was quoted. */
  put(row: number, cell: string): void {
    let hash = 0;
    for (let at = 0; at < cell.length; at++) hash = (Math.imul(hash, 31) + cell.charCodeAt(at)) | 0;
    this.codes[row] = cell === '' ? 0 : this.codeOf(hash, 0, cell.length, cell);
  }

  private codeOf(hash: number, from: number, to: number, cell: string | null): number {
    const mask = this.table.length - 1;
    let place = spread(hash) & mask;
    for (let code = this.table[place] as number; code !== 0; code = this.table[place] as number) {
      if (this.hashes[code] === hash && this.isSame(code, from, to, cell)) return code;
      place = (place + 1) & mask;
    }
    const code = this.texts.length;
    this.texts.push(cell ?? this.text.slice(from, to));
    this.starts.push(cell === null ? from : -1);
    this.hashes.push(hash);
    this.table[place] = code;
    if (code * 2 > this.table.length) this.grow();
    return code;
  }

  private isSame(code: number, from: number, to: number, cell: string | null): boolean {
    const known = this.texts[code] as string;
    const size = to - from;
    if (known.length !== size) return false;
    const start = this.starts[code] as number;
    if (cell !== null || start < 0) return known === (cell ?? this.text.slice(from, to));
    const { text } = this;
    for (let at = 0; at < size; at++) if (text.charCodeAt(start + at) !== text.charCodeAt(from + at)) return false;
    return true;
  }

  private grow(): void {
    const table = new Int32Array(this.table.length * 2);
    const mask = table.length - 1;
    for (let code = 1; code < this.hashes.length; code++) {
      let place = spread(this.hashes[code] as number) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = code;
    }
    this.table = table;
  }
}

const spread = (hash: number) => hash ^ (hash >>> 15);

function doubled(from: Uint32Array): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(from.length * 2);
  made.set(from);
  return made;
}

/**
 * The cells of a text. A quotation mark opens a quoted cell only at its start; two of them are one; one that is never closed is a
 * letter like others. Blank lines are left out.
 */
export function parseCells(text: string, delimiter: Delimiter): Cells {
  const stated = STATED.exec(text);
  let at = stated ? stated[0].length : text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = stated ? 2 : 1;
  const length = text.length;
  const separator = delimiter.charCodeAt(0);
  const columns: GrowingColumn[] = [];
  let room = Math.max(64, Math.ceil(length / 32));
  let widths = new Uint32Array(room);
  let lines = new Uint32Array(room);
  let row = 0;
  let column = 0;
  let first = line;
  let here: GrowingColumn | undefined;
  const columnAt = (index: number): GrowingColumn => {
    const made = new GrowingColumn(text, room);
    columns[index] = made;
    return made;
  };
  const endRow = () => {
    if (column > 1 || (columns[0]?.codes[row] ?? 0) !== 0) {
      widths[row] = column;
      lines[row] = first;
      row++;
      if (row === room) {
        room *= 2;
        widths = doubled(widths);
        lines = doubled(lines);
        for (const each of columns) each.codes = doubled(each.codes);
      }
    }
    column = 0;
  };
  while (at < length) {
    here = columns[column] ?? columnAt(column);
    const closing = text.charCodeAt(at) === 34 ? closingQuote(text, at) : -1;
    const from = closing < 0 ? at : closing + 1;
    let hash = 0;
    let code = 0;
    const begin = at;
    at = from;
    // Letters after a closing quotation mark stay with the cell.
    while (at < length) {
      code = text.charCodeAt(at);
      if (code === separator || code === 10 || code === 13) break;
      hash = (Math.imul(hash, 31) + code) | 0;
      at++;
    }
    if (closing < 0) here.cut(row, from, at, hash);
    else {
      for (let index = text.indexOf('\n', begin); index >= 0 && index < closing; index = text.indexOf('\n', index + 1))
        line++;
      here.put(row, text.slice(begin + 1, closing).replaceAll('""', '"') + text.slice(from, at));
    }
    column++;
    if (at >= length) break;
    at++;
    if (code === separator) {
      if (at < length) continue;
      // A separator at the very end has one more cell behind it.
      (columns[column] ?? columnAt(column)).codes[row] = 0;
      column++;
      break;
    }
    if (code === 13 && text.charCodeAt(at) === 10) at++;
    line++;
    endRow();
    first = line;
  }
  if (column > 0) endRow();
  return {
    count: row,
    columns: columns.map(({ codes, texts }) => ({ codes: codes.subarray(0, row), texts })),
    widths: widths.subarray(0, row),
    lines: lines.subarray(0, row),
  };
}

/** The rows of a text, each as long as it is. */
export function parseDelimited(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  return rowsOf(parseCells(text, delimiter));
}

/** Where the quoted cell that begins at `open` ends; -1 where it never does. */
function closingQuote(text: string, open: number): number {
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return -1;
    if (text.charCodeAt(quote + 1) !== 34) return quote;
    from = quote + 2;
  }
}
