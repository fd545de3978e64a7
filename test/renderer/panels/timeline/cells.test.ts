import { describe, expect, it } from 'vitest';
import { apply } from '../../../../core/report/ops.ts';
import type { CaseReport, Series } from '../../../../core/report/types.ts';
import { isOpen, opsOf, plainAt, sheetOf, shownAt, typedAt } from '../../../../renderer/panels/timeline/cells.ts';
import { atCursor, boxOf, clampCursor, extended } from '../../../../renderer/panels/timeline/grid/cursor.ts';
import type { Edit } from '../../../../renderer/panels/timeline/grid/model.ts';
import { headedBlock } from '../../../../renderer/panels/timeline/lab-paste.ts';
import { crp, days, fibrinogen } from '../../../core/timeline/series.ts';

const sheet = sheetOf([crp, fibrinogen], [{ day: 7 }], days, 'fr');

function edited(edits: readonly Edit[]): readonly Series[] {
  const { ops } = opsOf(sheet, edits, () => 'new');
  return ops.reduce((report, op) => apply(report, op).report, { series: sheet.series } as unknown as CaseReport).series;
}

describe('the grid of lab values', () => {
  it('has every moment once, those without a value included, in order of time or the latest first', () => {
    expect(sheet.labels).toEqual(['J0', 'J7', 'J15', 'J105']);
    const turned = sheetOf([crp, fibrinogen], [{ day: 7 }], days, 'fr', true);
    expect(turned.labels).toEqual(['J105', 'J15', 'J7', 'J0']);
    expect(shownAt(turned, 0, 6).text).toBe('60');
  });

  it('shows values in the language of the interface, and edits what the laboratory printed', () => {
    expect(shownAt(sheet, 0, 6)).toEqual({ text: '<\u00a05' });
    expect(typedAt(sheet, 0, 6)).toBe('<5');
    expect(shownAt(sheet, 1, 3)).toEqual({ text: '6,0', out: 'high' });
    expect(shownAt(sheetOf([fibrinogen], [], days, 'en'), 0, 3).text).toBe('6.0');
    expect(shownAt(sheet, 1, 5).text).toBe('');
  });

  it('a typed value, unit, range and name change their series and no other', () => {
    const [first, second] = edited([
      { row: 0, column: 4, text: '48' },
      { row: 0, column: 1, text: 'mg/dL' },
      { row: 0, column: 2, text: '2–6,5' },
      { row: 0, column: 0, text: 'Protéine C réactive' },
    ]);
    expect(first).toMatchObject({
      id: 'crp',
      analyte: 'Protéine C réactive',
      unit: 'mg/dL',
      range: { low: 2, high: 6.5 },
    });
    expect(first?.points.map(({ asPrinted }) => asPrinted)).toEqual(['60', '48', '31', '<5']);
    expect(second).toBe(fibrinogen);
  });

  it('a range that is not understood is refused and left as it is', () => {
    expect(opsOf(sheet, [{ row: 0, column: 2, text: 'normal' }], () => 'x')).toEqual({ ops: [], refused: 1 });
    expect(edited([{ row: 0, column: 2, text: '' }])[0]?.range).toEqual({});
  });

  it('a cell that was opened and left changes nothing', () => {
    for (let column = 0; column < 7; column++)
      expect(opsOf(sheet, [{ row: 1, column, text: typedAt(sheet, 1, column) }], () => 'x').ops).toEqual([]);
  });

  it('a name in the last row makes a series, whose values may be pasted with it', () => {
    const series = edited([
      { row: 2, column: 0, text: 'Sodium' },
      { row: 2, column: 1, text: 'mmol/L' },
      { row: 2, column: 3, text: '131' },
      { row: 3, column: 0, text: 'Potassium' },
    ]);
    expect(series.slice(2)).toMatchObject([
      { id: 'new', analyte: 'Sodium', unit: 'mmol/L', points: [{ value: 131, at: { day: 0 } }] },
      { id: 'new-2', analyte: 'Potassium' },
    ]);
    expect(isOpen(sheet, 2, 3)).toBe(false);
    expect(edited([{ row: 2, column: 3, text: '5' }])).toHaveLength(2);
  });

  it('what goes to a spreadsheet are numbers that it reads: a plain sign, no parted thousands', () => {
    expect(plainAt(sheet, 0, 6)).toBe('<5');
    expect(plainAt(sheet, 1, 3)).toBe('6,0');
    const many = { ...crp, points: [{ id: 'a', at: { day: 0 }, value: 12345.5, asPrinted: '12 345,5 (H)' }] };
    expect(plainAt(sheetOf([many], [], days, 'fr'), 0, 3)).toBe('12345,5');
    expect(plainAt(sheetOf([many], [], days, 'en'), 0, 3)).toBe('12345.5');
  });

  it('values without a row or a column are counted, not lost in silence', () => {
    const { ops, refused } = opsOf(
      sheet,
      [
        { row: 0, column: 7, text: '1' },
        { row: 5, column: 3, text: '2' },
        { row: 5, column: 4, text: '' },
      ],
      () => 'x',
    );
    expect(ops).toEqual([]);
    expect(refused).toBe(2);
  });

  it('days pasted on the heads become columns where they are none yet; rows are known by name and unit', () => {
    const block = headedBlock(sheet, 0, [
      ['', '', '', 'J15', 'J30', 'demain'],
      ['Sodium', 'mmol/L', '', '', '140', ''],
      ['CRP', 'mg/L', '<5', '30', '22', '1'],
      ['CRP', 'mg/dL', '', '', '2.2', ''],
    ]);
    expect(block?.added).toEqual([{ day: 30 }]);
    expect(block?.left).toBe(1);
    const { ops } = opsOf(block?.sheet ?? sheet, block?.edits ?? [], () => 'new');
    const values = ops.map(op => (op.set === 'series' ? op.value : null));
    expect(values[0]?.points.map(({ at, asPrinted }) => [at, asPrinted])).toContainEqual([{ day: 30 }, '22']);
    expect(values[0]?.points.map(({ asPrinted }) => asPrinted)).toContain('30');
    expect(values.slice(1)).toMatchObject([
      { analyte: 'Sodium', points: [{ at: { day: 30 }, value: 140 }] },
      { analyte: 'CRP', unit: 'mg/dL', points: [{ at: { day: 30 }, value: 2.2 }] },
    ]);
    expect(headedBlock(sheet, 3, [['1,5', 'neg']])).toBeNull();
    expect(headedBlock(sheet, 3, [['J2 6\u00a0h\u00a000', 'J2']])?.added).toEqual([{ day: 2.25 }, { day: 2 }]);
  });
});

describe('the cursor of the grid', () => {
  const size = { rows: 3, columns: 7 };

  it('moves by a cell, to the edge, and into the header', () => {
    expect(extended('ArrowDown', false, false, atCursor(0, 3), size)).toEqual(atCursor(1, 3));
    expect(extended('ArrowRight', true, false, atCursor(0, 3), size)).toEqual(atCursor(0, 6));
    expect(clampCursor(extended('ArrowUp', false, false, atCursor(0, 3), size) ?? atCursor(0, 0), size).row).toBe(-1);
    expect(extended('x', false, false, atCursor(0, 3), size)).toBeNull();
  });

  it('Shift spans a range from where it began', () => {
    const once = extended('ArrowDown', false, true, atCursor(0, 3), size) ?? atCursor(0, 0);
    const twice = extended('ArrowLeft', false, true, once, size) ?? atCursor(0, 0);
    expect(boxOf(twice)).toEqual({ top: 0, bottom: 1, left: 2, right: 3 });
    expect(twice).toMatchObject({ row: 0, column: 3 });
  });

  it('stays inside a grid that has shrunk', () => {
    expect(clampCursor(atCursor(9, 9), size)).toEqual(atCursor(2, 6));
  });
});
