import { describe, expect, it } from 'vitest';
import { readFrequency } from '../../../../core/timeline/treatments/frequency.ts';

const perDay = (text: string) => {
  const read = readFrequency(text);
  return read?.kind === 'regular' ? read.times / read.every : (read?.kind ?? null);
};

describe('how often something is given', () => {
  it.each([
    ['x2/j', 2],
    ['2x/j', 2],
    ['2 ×/jour', 2],
    ['2 fois par jour', 2],
    ['deux fois par jour', 2],
    ['bid', 2],
    ['twice daily', 2],
    ['twice a day', 2],
    ['matin et soir', 2],
    ['1-0-1', 2],
    ['3 times a day', 3],
    ['q8h', 3],
    ['toutes les 8 heures', 3],
    ['every 8 hours', 3],
    ['/8h', 3],
    ['tid', 3],
    ['matin, midi et soir', 3],
    ['qid', 4],
    ['toutes les 6 h', 4],
    ['/j', 1],
    ['par jour', 1],
    ['once daily', 1],
    ['Quotidien', 1],
    ['1 jour sur 2', 0.5],
    ['every other day', 0.5],
    ['q48h', 0.5],
    ['tous les 2 jours', 0.5],
  ])('%s is %f a day', (text, times) => {
    expect(perDay(text)).toBeCloseTo(times, 9);
  });

  it.each([
    ['1×/semaine', 1],
    ['hebdomadaire', 1],
    ['weekly', 1],
    ['x3/sem', 3],
    ['3 fois par semaine', 3],
    ['trois fois par semaine', 3],
    ['3 times a week', 3],
    ['2 séances par semaine', 2],
    ['twice weekly', 2],
    ['toutes les 2 semaines', 0.5],
    ['q3w', 1 / 3],
    ['every 3 weeks', 1 / 3],
  ])('%s is %f a week', (text, times) => {
    expect((perDay(text) as number) * 7).toBeCloseTo(times, 9);
  });

  it('once, as needed and without a pause count nothing by themselves', () => {
    expect(perDay('dose unique')).toBe('once');
    expect(perDay('stat')).toBe('once');
    expect(perDay('si besoin')).toBe('as-needed');
    expect(perDay('PRN')).toBe('as-needed');
    expect(perDay('en continu')).toBe('continuous');
    expect(perDay('IVSE')).toBe('continuous');
  });

  it('what is no frequency is none', () => {
    for (const text of ['', 'IV', 'selon la clairance', '0-0-0', 'q0h', '10 mg']) expect(perDay(text), text).toBeNull();
  });
});
