/** Delimited text (RFC 4180, and what spreadsheets make of it) into rows of cells, in one pass. */

import { type Cells, rowsOf } from './cells.ts';
import type { Step } from './types.ts';

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

/** Rows between two words of how far it is. */
const STEP = 4096;

/** A column that is being parsed: codes found by the bytes of their first text, without making a text of each cell. */
class GrowingColumn {
  codes: Uint32Array;
  readonly texts: string[] = [''];
  private readonly bytes: Uint8Array;
  /** Where each text first stands, and how many bytes it has; no bytes where quotation marks were taken out of it. */
  private starts = new Int32Array(128);
  private sizes = new Int32Array(128);
  private hashes = new Int32Array(128);
  /** Which text last stood below each; 0 where none did. */
  private followers = new Int32Array(128);
  private table = new Int32Array(256);

  constructor(bytes: Uint8Array, rows: number) {
    this.bytes = bytes;
    this.codes = new Uint32Array(rows);
  }

  /**
   * Where the cell that begins at a byte is the same as in the row above it, or as what stood below that text before, its code, and
   * the byte behind it; -1 where it is another. Units, ranges and days stand in row after row; the names of a panel, and their units,
   * follow each other in the same order again and again.
   */
  repeat(row: number, from: number, ends: Uint8Array): number {
    const above = row === 0 ? 0 : (this.codes[row - 1] as number);
    const behind = this.stand(above, row, from, ends);
    return behind >= 0 ? behind : this.stand(this.followers[above] as number, row, from, ends);
  }

  private stand(code: number, row: number, from: number, ends: Uint8Array): number {
    const size = this.sizes[code] as number;
    const { bytes } = this;
    if (size === 0 || ends[bytes[from + size] as number] !== 1) return -1;
    const start = this.starts[code] as number;
    for (let at = 0; at < size; at++) if (bytes[start + at] !== bytes[from + at]) return -1;
    this.codes[row] = code;
    return from + size;
  }

  /** The cell from one byte to before another; `hash` is of its bytes. */
  cut(row: number, from: number, to: number, hash: number): void {
    const size = to - from;
    if (size === 0) {
      this.codes[row] = 0;
      return;
    }
    const { bytes, table, hashes, sizes, starts } = this;
    const mask = table.length - 1;
    let place = (hash ^ (hash >>> 15)) & mask;
    for (let code = table[place] as number; code !== 0; code = table[place] as number) {
      if (hashes[code] === hash && sizes[code] === size) {
        const start = starts[code] as number;
        let at = 0;
        while (at < size && bytes[start + at] === bytes[from + at]) at++;
        if (at === size) {
          this.codes[row] = code;
          if (row > 0) this.followers[this.codes[row - 1] as number] = code;
          return;
        }
      }
      place = (place + 1) & mask;
    }
    this.codes[row] = this.add(hash, from, size, textOf(bytes, from, to), place);
  }

  /** A cell that was quoted: its text is another than its bytes. */
  put(row: number, cell: string): void {
    this.codes[row] = cell === '' ? 0 : this.quoted(cell);
  }

  private readonly unquoted = new Map<string, number>();

  private quoted(cell: string): number {
    const there = this.unquoted.get(cell);
    if (there !== undefined) return there;
    const code = this.add(0, 0, 0, cell, -1);
    this.unquoted.set(cell, code);
    return code;
  }

  private add(hash: number, from: number, size: number, text: string, place: number): number {
    const code = this.texts.length;
    this.texts.push(text);
    if (code >= this.starts.length) {
      this.starts = doubled(this.starts);
      this.sizes = doubled(this.sizes);
      this.hashes = doubled(this.hashes);
      this.followers = doubled(this.followers);
    }
    this.starts[code] = from;
    this.sizes[code] = size;
    this.hashes[code] = hash;
    if (place >= 0) {
      this.table[place] = code;
      if (code * 2 > this.table.length) this.grow();
    }
    return code;
  }

  private grow(): void {
    const table = new Int32Array(this.table.length * 2);
    const mask = table.length - 1;
    for (let code = 1; code < this.texts.length; code++) {
      // Quoted cells are found by their text.
      if (this.sizes[code] === 0) continue;
      const hash = this.hashes[code] as number;
      let place = (hash ^ (hash >>> 15)) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = code;
    }
    this.table = table;
  }
}

function doubled<T extends Int32Array | Uint32Array>(from: T): T {
  const made = new (from.constructor as new (length: number) => T)(from.length * 2);
  made.set(from);
  return made;
}

const utf8 = new TextDecoder();
const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** Short texts of ASCII letters are put together here: a decoder's call costs more than they do. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 24) return utf8.decode(bytes.subarray(from, to));
  let text = '';
  for (let at = from; at < to; at++) {
    const code = bytes[at] as number;
    if (code > 127) return utf8.decode(bytes.subarray(from, to));
    text += ASCII[code];
  }
  return text;
}

/** Bytes without the byte order mark of UTF-8. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** A delimiter of several bytes is parted by this one, which no text has. */
const UNIT_SEPARATOR = '\u001f';

/**
 * The cells of a text. A quotation mark opens a quoted cell only at its start; two of them are one; one that is never closed is a
 * letter like others. Blank lines are left out.
 */
export function parseCells(text: string, delimiter: Delimiter): Cells {
  const isWide = delimiter.charCodeAt(0) > 127;
  const stated = STATED.exec(text);
  const table = stated ? text.slice(stated[0].length) : text.replace(/^\ufeff/, '');
  const bytes = new TextEncoder().encode(isWide ? table.replaceAll(delimiter, UNIT_SEPARATOR) : table);
  return cellsIn(bytes, isWide ? 31 : delimiter.charCodeAt(0), stated ? 2 : 1);
}

/** Whether a text has what a decoder puts for bytes that are no UTF-8, or a zero byte, which no text has. */
export function isDoubtful(text: string): boolean {
  return text.includes('\ufffd') || text.includes('\0');
}

/**
 * The cells of a text from its bytes in UTF-8, as {@link parseCells} gives them; `beginning` is what its delimiter is found by. Null
 * where a cell may be no UTF-8 (what parts cells is ASCII, so that the whole is valid where each cell is), or the text states its
 * delimiter or has one outside ASCII.
 */
export function parseEncoded(bytes: Uint8Array, beginning: string, step: Step = () => undefined): Cells | null {
  const separator = sniffDelimiter(beginning).charCodeAt(0);
  if (separator > 127 || STATED.test(beginning)) return null;
  const cells = cellsIn(withoutMark(bytes), separator, 1, step);
  return cells.columns.some(({ texts }) => texts.some(isDoubtful)) ? null : cells;
}

/** The cells of bytes in UTF-8; `firstLine` is the number of their first line in the file. */
function cellsIn(bytes: Uint8Array, separator: number, firstLine: number, step: Step = () => undefined): Cells {
  const ends = new Uint8Array(256);
  for (const code of [separator, 10, 13]) ends[code] = 1;
  const { length } = bytes;
  const columns: GrowingColumn[] = [];
  let room = Math.max(64, Math.ceil(length / 32));
  let widths = new Uint32Array(room);
  let lines = new Uint32Array(room);
  let at = 0;
  let line = firstLine;
  let row = 0;
  let column = 0;
  let first = line;
  const columnAt = (index: number): GrowingColumn => {
    const made = new GrowingColumn(bytes, room);
    columns[index] = made;
    return made;
  };
  const endRow = () => {
    if (column > 1 || (columns[0]?.codes[row] ?? 0) !== 0) {
      widths[row] = column;
      lines[row] = first;
      row++;
      if (row % STEP === 0) step(at / length);
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
    const here = columns[column] ?? columnAt(column);
    const begin = at;
    const closing = bytes[at] === 34 ? closingQuote(bytes, at) : -1;
    if (closing < 0) {
      const behind = here.repeat(row, at, ends);
      if (behind >= 0) at = behind;
      else {
        let hash = 0;
        while (at < length) {
          const letter = bytes[at] as number;
          if (ends[letter] === 1) break;
          hash = (Math.imul(hash, 31) + letter) | 0;
          at++;
        }
        here.cut(row, begin, at, hash);
      }
    } else {
      let hash = 0;
      let isPlain = true;
      for (let index = begin + 1; index < closing; index++) {
        const letter = bytes[index] as number;
        if (letter === 10) line++;
        else if (letter === 34) isPlain = false;
        hash = (Math.imul(hash, 31) + letter) | 0;
      }
      at = closing + 1;
      // Letters after a closing quotation mark stay with the cell.
      while (at < length && ends[bytes[at] as number] !== 1) at++;
      if (isPlain && at === closing + 1) here.cut(row, begin + 1, closing, hash);
      else {
        const within = utf8.decode(bytes.subarray(begin + 1, closing));
        here.put(row, within.replaceAll('""', '"') + textOf(bytes, closing + 1, at));
      }
    }
    column++;
    if (at >= length) break;
    const code = bytes[at] as number;
    at++;
    if (code === separator) {
      if (at < length) continue;
      // A separator at the very end has one more cell behind it.
      (columns[column] ?? columnAt(column)).codes[row] = 0;
      column++;
      break;
    }
    if (code === 13 && bytes[at] === 10) at++;
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
function closingQuote(bytes: Uint8Array, open: number): number {
  let from = open + 1;
  for (;;) {
    const quote = bytes.indexOf(34, from);
    if (quote < 0) return -1;
    if (bytes[quote + 1] !== 34) return quote;
    from = quote + 2;
  }
}
