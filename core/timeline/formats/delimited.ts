/** Delimited text (RFC 4180, and what spreadsheets make of it) into rows of cells, in one pass. */

export type Delimiter = ',' | ';' | '\t' | '|';

/** The delimiter that parts the first lines most evenly outside quotation marks. */
export function sniffDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
    .slice(0, 20);
  const score = (delimiter: Delimiter): number => {
    const counts = lines.map(line => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1);
    const least = Math.min(...counts);
    const even = counts.every(count => count === counts[0]) ? 1 : 0;
    return least <= 0
      ? (counts.reduce((sum, count) => sum + count, 0) / Math.max(counts.length, 1)) * 0.01
      : least + even * 100;
  };
  const candidates: readonly Delimiter[] = ['\t', ';', ',', '|'];
  return candidates.reduce((best, candidate) => (score(candidate) > score(best) ? candidate : best));
}

/** Rows of cells. A quotation mark opens a quoted cell only at its start; two of them are one. Blank lines are left out. */
export function parseDelimited(text: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const length = text.length;
  const separator = delimiter.charCodeAt(0);
  const endRow = () => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      let cell = '';
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) {
          cell += text.slice(from);
          at = length;
          break;
        }
        cell += text.slice(from, quote);
        if (text.charCodeAt(quote + 1) === 34) {
          cell += '"';
          from = quote + 2;
          continue;
        }
        at = quote + 1;
        break;
      }
      row.push(cell);
      // Letters after a closing quotation mark belong to nothing; they are skipped up to the next separator.
      while (
        at < length &&
        text.charCodeAt(at) !== separator &&
        text.charCodeAt(at) !== 10 &&
        text.charCodeAt(at) !== 13
      )
        at++;
    } else {
      const from = at;
      while (at < length) {
        const code = text.charCodeAt(at);
        if (code === separator || code === 10 || code === 13) break;
        at++;
      }
      row.push(text.slice(from, at));
    }
    if (at >= length) {
      endRow();
      return rows;
    }
    const code = text.charCodeAt(at);
    at++;
    if (code === separator) continue;
    if (code === 13 && text.charCodeAt(at) === 10) at++;
    endRow();
    if (at >= length) return rows;
  }
}
