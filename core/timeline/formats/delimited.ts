/** Delimited text (RFC 4180, and what spreadsheets make of it) into rows of cells, in one pass. */

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

/**
 * Rows of cells. A quotation mark opens a quoted cell only at its start; two of them are one; one that is never closed is a
 * letter like others. Blank lines are left out. `lines`, where given, takes the number of each row's first line, from 1.
 */
export function parseDelimited(text: string, delimiter: Delimiter, lines?: number[]): string[][] {
  const rows: string[][] = [];
  const stated = STATED.exec(text);
  let at = stated ? stated[0].length : text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = stated ? 2 : 1;
  const length = text.length;
  const separator = delimiter.charCodeAt(0);
  if (at >= length) return rows;
  // Rows are as long as the one before, nearly always: their room is made at once.
  let row: string[] = [];
  let cells = 0;
  let first = line;
  // Names, units and days stand in row after row: one string for all of them costs no memory, and is looked up by its identity.
  const kept: string[] = new Array(KEPT).fill('');
  const cut = (from: number, to: number): string => {
    const size = to - from;
    if (size === 0) return '';
    if (size > 24) return text.slice(from, to);
    const place =
      (text.charCodeAt(from) * 31 +
        text.charCodeAt(to - 1) * 7 +
        text.charCodeAt(from + (size >> 1)) * 101 +
        (size > 1 ? text.charCodeAt(from + 1) : 0) * 211 +
        size) &
      (KEPT - 1);
    const there = kept[place] as string;
    if (there.length === size && text.startsWith(there, from)) return there;
    const made = text.slice(from, to);
    kept[place] = made;
    return made;
  };
  const endRow = () => {
    if (cells < row.length) row.length = cells;
    if (cells > 1 || row[0] !== '') {
      rows.push(row);
      lines?.push(first);
      row = new Array<string>(cells);
    }
    cells = 0;
  };
  for (;;) {
    const closing = text.charCodeAt(at) === 34 ? closingQuote(text, at) : -1;
    if (closing < 0) {
      const from = at;
      while (at < length) {
        const code = text.charCodeAt(at);
        if (code === separator || code === 10 || code === 13) break;
        at++;
      }
      row[cells++] = cut(from, at);
    } else {
      let cell = text.slice(at + 1, closing).replaceAll('""', '"');
      for (let index = text.indexOf('\n', at); index >= 0 && index < closing; index = text.indexOf('\n', index + 1))
        line++;
      const from = closing + 1;
      at = from;
      // Letters after a closing quotation mark stay with the cell.
      while (at < length) {
        const code = text.charCodeAt(at);
        if (code === separator || code === 10 || code === 13) break;
        at++;
      }
      if (at > from) cell += text.slice(from, at);
      row[cells++] = cell;
    }
    if (at >= length) {
      endRow();
      return rows;
    }
    const code = text.charCodeAt(at);
    at++;
    if (code === separator) continue;
    if (code === 13 && text.charCodeAt(at) === 10) at++;
    line++;
    endRow();
    first = line;
    if (at >= length) return rows;
  }
}

/** Strings kept while a text is parsed; a power of two. */
const KEPT = 2048;

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
