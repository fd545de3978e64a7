import { describe, expect, it } from 'vitest';
import type { Patient, Treatment } from '../../../../core/report/course.ts';
import type { Language } from '../../../../core/report/types.ts';
import { arithmeticOf } from '../../../../core/timeline/treatments/arithmetic.ts';
import { days } from '../series.ts';

const d = (day: number) => ({ day });
function told(more: Partial<Treatment>, patient: Patient = {}, language: Language = 'en') {
  const treatment: Treatment = { id: 't', name: 'T', start: d(0), changes: [], ...more };
  const { lines, because } = arithmeticOf(treatment, days, { patient, language });
  return [...lines.map(line => line.replace(/[\u00a0\u202f]/g, ' ')), ...(because ? [`? ${because}`] : [])];
}
const mg = (amount: number, per?: 'kg' | 'm2') => ({ amount, unit: 'mg', ...(per && { per }) });

describe('the arithmetic of a treatment, shown', () => {
  it('25 g three times a week for fifteen weeks, in both languages', () => {
    const thiosulfate = { dose: { amount: 25, unit: 'g' }, frequency: '3×/semaine', stop: d(104) };
    expect(told(thiosulfate)).toEqual(['3 × 25 g = 75 g a week; 15 weeks: 1125 g']);
    expect(told(thiosulfate, {}, 'fr')).toEqual(['3 × 25 g = 75 g par semaine ; 15 semaines : 1125 g']);
  });

  it('every eight hours is three a day', () => {
    expect(told({ dose: { amount: 1, unit: 'g' }, frequency: 'q8h', stop: d(9) })).toEqual([
      '3 × 1 g = 3 g a day; 10 days: 30 g',
    ]);
  });

  it('once a week from D1 to D22 is four times', () => {
    expect(told({ dose: mg(700), frequency: 'weekly', start: d(1), stop: d(22) })).toEqual([
      '700 mg a week; 4 times: 2800 mg',
    ]);
  });

  it('a dose per kilogram is shown with the weight, and says that the weight is missing', () => {
    const prednisone = { dose: mg(1, 'kg'), frequency: '/j', stop: d(13) };
    expect(told(prednisone, { weight: 62 })).toEqual(['1 mg/kg × 62 kg = 62 mg a day; 14 days: 868 mg']);
    expect(told(prednisone)).toEqual(['? weight']);
    expect(told({ dose: mg(1, 'kg'), frequency: '/j' })).toEqual(['? weight']);
  });

  it('a dose per square metre is shown with the body surface', () => {
    const rituximab = { dose: mg(375, 'm2'), given: [d(1), d(8), d(15), d(22)] };
    expect(told(rituximab, { weight: 70, height: 175 })).toEqual([
      '375 mg/m² × 1.84 m² = 691.7 mg; 4 × 691.7 mg = 2767 mg',
    ]);
    expect(told(rituximab, { weight: 70 })).toEqual(['? height']);
  });

  it('an infusion by the hour is twenty-four of it a day', () => {
    expect(told({ dose: { amount: 2, unit: 'mg/h' }, frequency: 'continu', stop: d(2) })).toEqual([
      '2 mg/h × 24 h = 48 mg a day; 3 days: 144 mg',
    ]);
    expect(told({ dose: { amount: 60, unit: 'mg/j' }, stop: d(6) }, {}, 'fr')).toEqual([
      '60 mg par jour ; 7 jours : 420 mg',
    ]);
  });

  it('what goes on shows its rhythm, and why there is no sum', () => {
    expect(told({ dose: mg(500), frequency: 'bid' })).toEqual(['2 × 500 mg = 1000 mg a day', '? stop']);
  });

  it('a taper is a line a step, then the sum; a pause is no line', () => {
    const taper = {
      dose: mg(60),
      frequency: 'daily',
      stop: d(20),
      changes: [
        { id: 'a', at: d(7), dose: mg(0) },
        { id: 'b', at: d(14), dose: mg(20) },
      ],
    };
    expect(told(taper)).toEqual([
      'D0–D6: 60 mg a day; 7 days: 420 mg',
      'D14–D20: 20 mg a day; 7 days: 140 mg',
      'In all: 560 mg',
    ]);
  });

  it('a frequency that does not divide the days is about', () => {
    expect(told({ dose: mg(10), frequency: '3/week', stop: d(9) })).toEqual([
      '3 × 10 mg = 30 mg a week; 10 days: about 42.86 mg',
    ]);
  });

  it('a single dose is once; words that are no frequency are named', () => {
    expect(told({ dose: mg(10), frequency: 'once' })).toEqual(['10 mg once']);
    expect(told({ dose: mg(10), frequency: 'selon INR', stop: d(3) })).toEqual(['? frequency']);
    expect(told({ frequency: 'bid', stop: d(3) })).toEqual(['? dose']);
  });
});
