import { describe, expect, it } from 'vitest';
import type { Series } from '../../../../core/report/types.ts';
import { drawTimeline } from '../../../../core/timeline/drawing/draw.ts';
import { pairName, pressurePairs } from '../../../../core/timeline/drawing/pressure.ts';
import { days, seriesOf } from '../series.ts';
import { elements } from './elements.ts';

const of = (analyte: string, unit = 'mmHg', printed: Readonly<Record<string, string>> = { 0: '180', 1: '140' }) =>
  seriesOf(analyte, unit, {}, printed);
const pairs = (...series: Series[]) => [...pressurePairs(series)].map(([id, other]) => [id, other.id]);

describe('blood pressure', () => {
  it('systolic and diastolic are a pair in either language, by their short names and by their codes', () => {
    expect(pairs(of('Systolic blood pressure'), of('Diastolic blood pressure'))).toEqual([
      ['systolic blood pressure', 'diastolic blood pressure'],
    ]);
    expect(pairs(of('PAD'), of('Pression artérielle systolique'))).toEqual([['pression artérielle systolique', 'pad']]);
    expect(pairs({ ...of('NIBP s'), loinc: '8480-6' }, { ...of('NIBP d'), loinc: '8462-4' })).toEqual([
      ['nibp s', 'nibp d'],
    ]);
  });

  it('is none of two pressures, of two units, or where one of them is there twice', () => {
    expect(pairs(of('Systolic pulmonary artery pressure'), of('Diastolic blood pressure'))).toEqual([]);
    expect(pairs(of('SBP'), of('DBP', 'kPa'))).toEqual([]);
    expect(pairs(of('SBP'), of('DBP'), of('Systolic blood pressure'))).toEqual([]);
    expect(pairs(of('CRP'), of('Diastolic blood pressure'))).toEqual([]);
  });

  it('is named once', () => {
    expect(pairName(of('PAS'), 'fr')).toBe('Pression artérielle');
    expect(pairName(of('Pulmonary artery systolic pressure'), 'en')).toBe('Pulmonary artery pressure');
  });

  it('stands in one lane, a bar between the two values of a moment and both in words', () => {
    const upper = of('Systolic blood pressure', 'mmHg', { 0: '185', 1: '142', 3: '128' });
    const lower = of('Diastolic blood pressure', 'mmHg', { 0: '104', 1: '86' });
    for (const layout of ['lanes', 'panels'] as const) {
      const drawing = drawTimeline({
        series: [upper, lower],
        time: days,
        language: 'en',
        width: 453,
        settings: { layout },
      });
      elements(drawing.svg);
      expect(drawing.lanes).toMatchObject([{ id: upper.id, partner: lower.id }]);
      expect(drawing.lanes).toHaveLength(1);
      expect(drawing.targets.map(({ id }) => id)).toEqual([upper.id, upper.id, upper.id, lower.id, lower.id]);
      for (const text of ['Blood pressure', '185', '104', '142', '86', '128'])
        expect(drawing.svg).toContain(`>${text}<`);
      const bars = /<path d="((?:M[\d.]+ [\d.]+V[\d.]+)+)"/.exec(drawing.svg)?.[1] ?? '';
      expect(bars.split('M')).toHaveLength(3);
      // Of the greater above it, of the lesser below it: none on a bar.
      const lineOf = (text: string) => Number(new RegExp(`y="([\\d.]+)"[^>]*>${text}<`).exec(drawing.svg)?.[1]);
      expect(lineOf('142')).toBeLessThan(lineOf('86'));
      expect(drawing.alt).toContain('Diastolic blood pressure (mmHg): 104');
    }
  });
});
