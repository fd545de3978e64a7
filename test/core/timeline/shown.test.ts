import { describe, expect, it } from 'vitest';
import type { Series } from '../../../core/report/types.ts';
import { drawChart } from '../../../core/timeline/chart.ts';
import { inUnit, shownSeries, unitChoices } from '../../../core/timeline/shown.ts';
import { labTable } from '../../../core/timeline/table.ts';
import { formatValue } from '../../../core/timeline/value.ts';

const creatinine = (more: Partial<Series> = {}): Series => ({
  id: 'creatinine',
  analyte: 'Creatinine',
  unit: 'mg/dL',
  range: { low: 0.5, high: 1.2 },
  points: [
    { id: 'a', at: { day: 0 }, value: 1.4, asPrinted: '1.4 (H)' },
    { id: 'b', at: { day: 3 }, value: 1, comparator: '<', asPrinted: '<1.00' },
    { id: 'c', at: { day: 5 }, value: null, asPrinted: 'haemolysed' },
  ],
  ...more,
});
const time = { dayZeroIs: 'admission', show: 'days' } as const;

describe('a series shown in another unit', () => {
  it('has its values, comparators and range in it, with the digits that were printed; words stay', () => {
    const shown = inUnit(creatinine(), 'µmol/L');
    expect(shown?.unit).toBe('µmol/L');
    expect(shown?.range).toEqual({ low: 44, high: 106 });
    expect(shown?.points.map(({ value, comparator, asPrinted }) => [value, comparator, asPrinted])).toEqual([
      [124, undefined, '124'],
      [88.4, '<', '88.4'],
      [null, undefined, 'haemolysed'],
    ]);
  });

  it('is quoted in the unit it is shown in, or in both', () => {
    const series = creatinine({ shownUnit: 'µmol/L' });
    const [first] = series.points;
    if (!first) throw new Error('no point');
    expect(formatValue(first, series, 'fr', 'value-unit')).toBe('124\u00a0µmol/L');
    expect(formatValue(first, series, 'fr', 'value')).toBe('124');
    expect(formatValue(first, series, 'fr', 'both-units')).toBe('124\u00a0µmol/L (1,4\u00a0mg/dL)');
    expect(formatValue(first, creatinine(), 'fr', 'both-units')).toBe('1,4\u00a0mg/dL');
  });

  it('is drawn in it, and its chart says so', () => {
    const { alt } = drawChart({ series: [creatinine({ shownUnit: 'µmol/L' })], time, language: 'en', width: 400 });
    expect(alt).toContain('µmol/L');
    expect(alt).not.toContain('mg/dL');
  });

  it('stays as it is where its values do not go over into the unit', () => {
    expect(inUnit(creatinine(), 'mmHg')).toBeNull();
    expect(shownSeries(creatinine({ shownUnit: 'mmHg' })).unit).toBe('mg/dL');
    const same = creatinine();
    expect(shownSeries(same)).toBe(same);
  });

  it('is the same object for the same series', () => {
    const series = creatinine({ shownUnit: 'µmol/L' });
    expect(shownSeries(series)).toBe(shownSeries(series));
  });
});

describe('units to choose from', () => {
  it.each([
    ['Creatinine', 'mg/dL', ['mg/dL', 'mg/L', 'µmol/L']],
    ['Glucose', 'mmol/L', ['mmol/L', 'g/L', 'mg/dL']],
    ['Leucocytes', 'G/L', ['G/L', '/mm³']],
    ['HbA1c', '%', ['%', 'mmol/mol']],
  ])('%s in %s', (analyte, unit, expected) => {
    const choices = unitChoices({
      ...creatinine(),
      analyte,
      unit,
      range: {},
      points: [{ id: 'p', at: { day: 0 }, value: 8, asPrinted: '8' }],
    });
    expect(choices[0]).toBe(unit);
    expect(choices).toEqual(expect.arrayContaining(expected));
    expect(choices).not.toContain('mmHg');
  });

  it('a unit that is not known is its own only choice', () => {
    expect(unitChoices({ ...creatinine(), unit: 'arb' })).toEqual(['arb']);
  });
});

describe('the publication table', () => {
  const shown = creatinine({ shownUnit: 'µmol/L' });
  const texts = (rows: readonly (readonly { readonly text: string }[])[]) =>
    rows.map(row => row.map(({ text }) => text));

  it('has analytes across, units and reference ranges in the heads, where that is chosen', () => {
    const { headerRows, rows } = labTable({ series: [shown], across: 'analytes', time, language: 'en' });
    expect(headerRows).toBe(2);
    expect(texts(rows)).toEqual([
      ['Time', 'Creatinine (µmol/L)'],
      ['Reference', '44–106'],
      ['D0', '124'],
      ['D3', '<\u00a088.4'],
      ['D5', 'haemolysed'],
    ]);
    expect(rows[2]?.[1]?.bold).toBe(true);
  });

  it('shows both units', () => {
    const { rows } = labTable({ series: [shown], bothUnits: true, time, language: 'fr' });
    expect(texts(rows)[1]).toEqual([
      'Creatinine (µmol/L; mg/dL)',
      '44–106 (0,5–1,2)',
      '124 (1,4)',
      '<\u00a088,4 (<\u00a01,00)',
      'haemolysed',
    ]);
  });
});
