import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsText, filledOn, landed, landing, linesOf } from '../../../../../renderer/panels/timeline/grid/block.ts';
import type { GridModel } from '../../../../../renderer/panels/timeline/grid/model.ts';
import { indices } from '../../../../../renderer/panels/timeline/grid/window.ts';

const gridOf = (cells: readonly (readonly string[])[]): GridModel => ({
  heads: (cells[0] ?? []).map((_, column) => ({ label: `c${column}` })),
  names: [...cells.map((_, row) => `r${row}`), 'new'],
  newHint: '',
  fixed: 1,
  shown: (row, column) => ({ text: cells[row]?.[column] ?? '' }),
  typed: (row, column) => cells[row]?.[column] ?? '',
  plain: (row, column) => cells[row]?.[column] ?? '',
  isOpen: row => row >= 0 && row < cells.length,
});

describe('a range of a grid', () => {
  it('comes back as it was copied, whatever stands in its cells', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', ',', '\t', '\n', '"', ' '), maxLength: 4 });
    const cells = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      // A clipboard ends in a line end or not; a last line of empty cells cannot be told from none.
      .filter(lines => lines.every(line => line.some(cell => cell.trim() !== '')) && lines.length > 0);
    fc.assert(
      fc.property(cells, lines => {
        const box = { top: 0, left: 0, bottom: lines.length - 1, right: (lines[0] ?? []).length - 1 };
        expect(linesOf(cellsText(gridOf(lines), box, 'typed'))).toEqual(lines);
      }),
      { numRuns: 60 },
    );
  });

  it('is filled with a block as often as it holds it, else takes the block as it is', () => {
    const lines = [['1', '2']];
    expect(landing({ top: 0, left: 3, bottom: 3, right: 3 }, lines)).toEqual({ top: 0, left: 3, bottom: 3, right: 4 });
    expect(landing({ top: 1, left: 3, bottom: 1, right: 6 }, lines)).toEqual({ top: 1, left: 3, bottom: 1, right: 6 });
    expect(landed({ top: 1, left: 3, bottom: 1, right: 6 }, lines).map(({ text }) => text)).toEqual([
      '1',
      '2',
      '1',
      '2',
    ]);
  });

  it('fills down from its first row, or from the row above where it is one row; never the names', () => {
    const grid = gridOf([
      ['CRP', '60', '20'],
      ['Sodium', '', ''],
      ['Potassium', '', ''],
    ]);
    expect(filledOn(grid, { top: 0, left: 0, bottom: 2, right: 1 }, 'down')).toEqual([
      { row: 1, column: 1, text: '60' },
      { row: 2, column: 1, text: '60' },
    ]);
    expect(filledOn(grid, { top: 1, left: 2, bottom: 1, right: 2 }, 'down')).toEqual([
      { row: 1, column: 2, text: '20' },
    ]);
    expect(filledOn(grid, { top: 0, left: 1, bottom: 0, right: 1 }, 'down')).toEqual([]);
    expect(filledOn(grid, { top: 0, left: 1, bottom: 0, right: 2 }, 'right')).toEqual([
      { row: 0, column: 2, text: '60' },
    ]);
  });
});

describe('a large grid', () => {
  it('leaves out what is not in sight, but for the row or column of the cursor, and says how much', () => {
    expect(indices({ from: 10, to: 12 }, 3, 20)).toEqual([
      { index: 3, before: 3 },
      { index: 10, before: 6 },
      { index: 11, before: 0 },
    ]);
    expect(indices({ from: 0, to: 40 }, -1, 2).map(({ index }) => index)).toEqual([0, 1]);
  });
});
