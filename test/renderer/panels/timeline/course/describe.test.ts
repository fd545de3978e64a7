import { describe, expect, it } from 'vitest';
import type { Describing } from '../../../../../renderer/panels/timeline/course/describe.ts';
import { describe as described } from '../../../../../renderer/panels/timeline/course/describe.ts';
import { numberText, typedNumber } from '../../../../../renderer/panels/timeline/course/numbers.ts';
import { say } from '../../../../../renderer/words/index.ts';
import { days, seriesOf } from '../../../../core/timeline/series.ts';

const d = (day: number) => ({ day });
const crp = seriesOf('CRP', 'mg/L', { high: 5 }, { 0: '60', 15: '< 0.5' });
const needs: Describing = {
  report: {
    series: [{ ...crp, points: crp.points.map(point => ({ ...point, status: 'corrected' as const })) }],
    treatments: [
      {
        id: 't',
        name: 'Prednisone',
        dose: { amount: 1, unit: 'mg', per: 'kg' },
        frequency: 'daily',
        start: d(0),
        stop: d(6),
        changes: [],
      },
    ],
    events: [{ id: 'e', kind: 'procedure', label: 'Biopsy', at: d(2), note: 'Skin' }],
    stays: [{ id: 's', label: 'ICU', start: d(0) }],
    phases: [],
    time: { ...days, dayZero: '2024-03-28' },
    patient: { weight: 60 },
  },
  images: [],
  language: 'en',
  say: say('course'),
};
const told = (of: 'point' | 'treatment' | 'event' | 'stay', id: string, point?: string) => {
  const found = described({ of, id, ...(point && { point }) }, needs);
  return found && [found.title, ...found.lines].map(line => line.replace(/[\u00a0\u202f]/g, ' '));
};

describe('one thing of the timeline in words', () => {
  it('a value with its unit, reference range, status, day and date', () => {
    expect(told('point', 'crp', crp.points[0]?.id)).toEqual([
      'CRP 60 mg/L',
      'reference < 5, above it',
      'corrected result',
      'D0 · 28 Mar 2024',
    ]);
  });

  it('what a laboratory printed is said where the value says it otherwise', () => {
    const other = { ...needs, report: { ...needs.report, series: [seriesOf('CRP', 'mg/L', {}, { 0: '60 (H)' })] } };
    const id = other.report.series[0]?.points[0]?.id;
    expect(described({ of: 'point', id: 'crp', ...(id && { point: id }) }, other)?.lines[0]).toBe('printed as 60 (H)');
  });

  it('a value in the unit that its series is shown in, and as measured', () => {
    const creatinine = {
      ...seriesOf('Creatinine', 'µmol/L', { high: 90 }, { 0: '132' }),
      shownUnit: 'mg/dL',
    };
    const other = { ...needs, report: { ...needs.report, series: [creatinine] } };
    const id = creatinine.points[0]?.id;
    const found = described({ of: 'point', id: creatinine.id, ...(id && { point: id }) }, other);
    expect([found?.title, found?.lines[0]].map(line => line?.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      'Creatinine 1.49 mg/dL (132 µmol/L)',
      'reference < 1, above it',
    ]);
  });

  it('a treatment with its span and its arithmetic', () => {
    expect(told('treatment', 't')).toEqual([
      'Prednisone',
      '1 mg/kg daily',
      'D0 to D6 · 7 days',
      '1 mg/kg × 60 kg = 60 mg a day; 7 days: 420 mg',
    ]);
  });

  it('events and stays', () => {
    expect(told('event', 'e')).toEqual(['Biopsy', 'Procedure', 'D2 · 30 Mar 2024', 'Skin']);
    expect(told('stay', 's')).toEqual(['ICU', 'from D0 on']);
    expect(told('event', 'gone')).toBeNull();
  });
});

describe('numbers typed', () => {
  it.each([
    ['25', 25],
    ['0,5', 0.5],
    ['0.5', 0.5],
    ['1 125', 1125],
    ['1,125.5', 1125.5],
    ['a lot', null],
    ['1,5,2', null],
  ])('%s is %s', (text, number) => {
    expect(typedNumber(text)).toBe(number);
  });

  it('are shown with all their decimals', () => {
    expect(numberText(0.25, 'fr')).toBe('0,25');
  });
});
