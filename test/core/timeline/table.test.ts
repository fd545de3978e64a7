import { describe, expect, it } from 'vitest';
import { labTable } from '../../../core/timeline/table.ts';
import { crp, days, fibrinogen, seriesOf } from './series.ts';

const texts = (table: ReturnType<typeof labTable>) => table.rows.map(row => row.map(({ text }) => text));

describe('the publication table', () => {
  it('has analytes and references down, moments across, in the language of the document', () => {
    const table = labTable({ series: [crp, fibrinogen], time: days, language: 'fr' });
    expect(texts(table)).toEqual([
      ['Analyse', 'Référence', 'J0', 'J15', 'J105'],
      ['CRP (mg/L)', '<\u00a05', '60', '31', '<\u00a05'],
      ['Fibrinogène (g/L)', '2–4', '6,0', '', '2,30'],
    ]);
    expect(texts(labTable({ series: [fibrinogen], time: days, language: 'en' }))[1]).toEqual([
      'Fibrinogène (g/L)',
      '2–4',
      '6.0',
      '2.30',
    ]);
  });

  it('values outside the reference range are bold, and the note says so', () => {
    const table = labTable({ series: [crp, fibrinogen], time: days, language: 'en' });
    const bold = table.rows.flatMap(row => row.filter(cell => cell.bold).map(({ text }) => text));
    expect(bold).toEqual(['60', '31', '6.0']);
    expect(table.note).toContain('outside the reference range');
  });

  it('nothing marked, nothing noted', () => {
    const table = labTable({ series: [seriesOf('CRP', 'mg/L', { high: 5 }, { 0: '4' })], time: days, language: 'fr' });
    expect(table.note).toBe('');
  });

  it('header cells head their column or row', () => {
    const { rows, headerRows } = labTable({ series: [crp], time: days, language: 'fr' });
    expect(headerRows).toBe(1);
    expect(rows[0]?.every(({ header }) => header)).toBe(true);
    expect(rows[1]?.map(({ header }) => header)).toEqual([true, false, false, false, false]);
  });
});
