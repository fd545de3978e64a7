import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCells, parseDelimited, sniffDelimiter } from '../../../../core/timeline/formats/delimited.ts';

const quoted = (cell: string, delimiter: string) =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

describe('delimited text', () => {
  it('what was written is read, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '1', ',', ';', '\t', '"', '\n', '\r\n', ' ', '|') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (table, delimiter, end) => {
          const text = table.map(row => row.map(each => quoted(each, delimiter)).join(delimiter)).join(end);
          expect(parseDelimited(text, delimiter as ',')).toEqual(table);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('blank lines are left out, a missing last line end is none', () => {
    expect(parseDelimited('a;b\n\n1;2', ';')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(parseDelimited('', ';')).toEqual([]);
    expect(parseDelimited('a;b\n;', ';')).toEqual([
      ['a', 'b'],
      ['', ''],
    ]);
  });

  it('a quotation mark that is never closed is a letter, and takes no row with it', () => {
    expect(parseDelimited('a,"b\nc,d', ',')).toEqual([
      ['a', '"b'],
      ['c', 'd'],
    ]);
  });

  it('rows know their line, past blank lines and line ends within cells', () => {
    expect([...parseCells('a;b\n\n"1\n2";3\n4;5', ';').lines]).toEqual([1, 3, 5]);
  });

  it('Excel’s "sep=" says the delimiter and is no row', () => {
    expect(sniffDelimiter('sep=;\na;1,5\n')).toBe(';');
    expect(parseDelimited('sep=;\na;1,5\n', ';')).toEqual([['a', '1,5']]);
  });

  it.each([
    ['a;b\n1,5;2', ';'],
    ['a,b\n1.5,2', ','],
    ['a\tb\n1,5\t2;3', '\t'],
    ['"a;x",b\n"c;d;e",f', ','],
    ['nom|valeur\nCRP|5', '|'],
  ])('%j is parted by %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it('50,000 rows are parsed, every one', () => {
    const text = 'CRP;28/03/2024;"1,5";mg/L;0-5\n'.repeat(50_000);
    expect(parseDelimited(text, ';')).toHaveLength(50_000);
  });
});
