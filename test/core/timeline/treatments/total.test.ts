import { describe, expect, it } from 'vitest';
import type { Treatment } from '../../../../core/report/course.ts';
import { bodySurface, stepsOf, totalOf } from '../../../../core/timeline/treatments/total.ts';
import { doseText, regimenText, totalText } from '../../../../core/timeline/treatments/words.ts';
import { days } from '../series.ts';

const given = (more: Partial<Treatment>): Treatment => ({
  id: 't',
  name: 'T',
  start: { day: 0 },
  changes: [],
  ...more,
});
const amount = (treatment: Partial<Treatment>, patient = {}) => {
  const total = totalOf(given(treatment), days, { patient });
  return total.known ? `${total.exact ? '' : '≈ '}${total.amount} ${total.unit}` : total.because;
};

describe('what a treatment adds up to', () => {
  it('25 g three times a week for fifteen weeks is 1,125 g', () => {
    expect(amount({ dose: { amount: 25, unit: 'g' }, frequency: '3×/semaine', stop: { day: 104 } })).toBe('1125 g');
  });

  it('1 g every 8 hours for 10 days is 30 g: the last day counts', () => {
    expect(amount({ dose: { amount: 1, unit: 'g' }, frequency: 'q8h', stop: { day: 9 } })).toBe('30 g');
  });

  it('once a week from D1 to D22 is four times', () => {
    const total = totalOf(
      given({ dose: { amount: 700, unit: 'mg' }, frequency: 'weekly', start: { day: 1 }, stop: { day: 22 } }),
      days,
    );
    expect(total).toEqual({ known: true, amount: 2800, unit: 'mg', administrations: 4, exact: true });
  });

  it('1 mg/kg a day for 14 days at 62 kg is 868 mg, and unknown without the weight', () => {
    const treatment = { dose: { amount: 1, unit: 'mg', per: 'kg' as const }, frequency: '/j', stop: { day: 13 } };
    expect(amount(treatment, { weight: 62 })).toBe('868 mg');
    expect(amount(treatment)).toBe('weight');
  });

  it('375 mg/m² four times at 70 kg and 175 cm is 2,767 mg (Mosteller: 1.845 m²)', () => {
    expect(bodySurface(70, 175)).toBeCloseTo(1.8447, 4);
    const total = totalOf(
      given({ dose: { amount: 375, unit: 'mg', per: 'm2' }, frequency: 'weekly', stop: { day: 21 } }),
      days,
      { patient: { weight: 70, height: 175 } },
    );
    expect(total.known && Math.round(total.amount)).toBe(2767);
    expect(
      amount({ dose: { amount: 375, unit: 'mg', per: 'm2' }, frequency: 'weekly', stop: { day: 21 } }, { weight: 70 }),
    ).toBe('height');
  });

  it('a taper adds its steps: 60 mg for 7 days, 40 for 7, 20 for 7 is 840 mg', () => {
    const taper = {
      dose: { amount: 60, unit: 'mg' },
      frequency: 'daily',
      stop: { day: 20 },
      changes: [
        { id: 'a', at: { day: 7 }, dose: { amount: 40, unit: 'mg' } },
        { id: 'b', at: { day: 14 }, dose: { amount: 20, unit: 'mg' } },
      ],
    };
    expect(amount(taper)).toBe('840 mg');
    expect(stepsOf(given(taper), days).map(({ from, to }) => [from, to])).toEqual([
      [0, 7],
      [7, 14],
      [14, 21],
    ]);
  });

  it('a pause adds nothing', () => {
    const changes = [
      { id: 'a', at: { day: 2 }, dose: { amount: 0, unit: 'mg' } },
      { id: 'b', at: { day: 5 }, dose: { amount: 10, unit: 'mg' } },
    ];
    expect(amount({ dose: { amount: 10, unit: 'mg' }, frequency: 'daily', stop: { day: 9 }, changes })).toBe('70 mg');
  });

  it('steps in mg and g add up in the unit of the first, in mg and mL they do not', () => {
    const change = (unit: string) => [{ id: 'a', at: { day: 1 }, dose: { amount: 1, unit } }];
    const common = { dose: { amount: 500, unit: 'mg' }, frequency: 'daily', stop: { day: 1 } };
    expect(amount({ ...common, changes: change('g') })).toBe('1500 mg');
    expect(amount({ ...common, changes: change('mL') })).toBe('units');
  });

  it('a rate is an amount of its hours: 2 mg/h for 3 days is 144 mg', () => {
    expect(amount({ dose: { amount: 2, unit: 'mg/h' }, frequency: 'en continu', stop: { day: 2 } })).toBe('144 mg');
    expect(amount({ dose: { amount: 40, unit: 'mg/j' }, stop: { day: 2 } })).toBe('120 mg');
  });

  it('sessions are counted: seven exchanges of 3 L are 21 L', () => {
    const sessions = [0, 1, 2, 3, 4, 6, 8].map(day => ({ day }));
    expect(amount({ dose: { amount: 3, unit: 'L' }, given: sessions })).toBe('21 L');
  });

  it('3 a week over 10 days is said to be about', () => {
    expect(amount({ dose: { amount: 10, unit: 'mg' }, frequency: '3 fois par semaine', stop: { day: 9 } })).toMatch(
      /^≈ 42\.85/,
    );
  });

  it('between hours, the first and the last count: q8h from 08:00 to 08:00 the next day is four', () => {
    const total = totalOf(
      given({
        dose: { amount: 1, unit: 'g' },
        frequency: 'q8h',
        start: { date: '2024-05-01T08:00' },
        stop: { date: '2024-05-02T08:00' },
      }),
      { ...days, dayZero: '2024-05-01' },
    );
    expect(total.known && total.administrations).toBe(4);
  });

  it('every 48 hours from D0 to D6 is four times, however it is written, and a change of dose begins its own count', () => {
    for (const frequency of ['q48h', 'every 48 h', 'toutes les 48 h', 'un jour sur deux', 'every other day'])
      expect(amount({ dose: { amount: 10, unit: 'mg' }, frequency, stop: { day: 6 } })).toBe('40 mg');
    const changes = [{ id: 'c', at: { day: 4 }, dose: { amount: 5, unit: 'mg' } }];
    expect(amount({ dose: { amount: 10, unit: 'mg' }, frequency: 'q48h', stop: { day: 6 }, changes })).toBe('30 mg');
  });

  it('a change on the last day counts that day; one behind it, nothing', () => {
    const dose = { amount: 60, unit: 'mg' };
    const change = (day: number) => [{ id: 'c', at: { day }, dose: { amount: 20, unit: 'mg' } }];
    expect(amount({ dose, frequency: 'daily', stop: { day: 6 }, changes: change(6) })).toBe('380 mg');
    expect(amount({ dose, frequency: 'daily', stop: { day: 6 }, changes: change(9) })).toBe('420 mg');
  });

  it('once given as needed, there is no sum, also where it was daily before', () => {
    const changes = [{ id: 'c', at: { day: 3 }, frequency: 'as needed' }];
    expect(amount({ dose: { amount: 1, unit: 'g' }, frequency: 'q6h', stop: { day: 6 }, changes })).toBe('as-needed');
  });

  it('single administrations are each of the dose of their day, per kilogram too', () => {
    const given = [{ day: 0 }, { day: 7 }, { day: 14 }, { day: 21 }];
    const changes = [{ id: 'c', at: { day: 14 }, dose: { amount: 0.5, unit: 'g' } }];
    expect(amount({ dose: { amount: 1000, unit: 'mg' }, given, changes })).toBe('3000 mg');
    expect(amount({ dose: { amount: 10, unit: 'mg', per: 'kg' }, given }, { weight: 62 })).toBe('2480 mg');
    const paused = [{ id: 'c', at: { day: 7 }, dose: { amount: 0, unit: 'mg' } }];
    expect(amount({ dose: { amount: 1000, unit: 'mg' }, given, changes: paused })).toBe('1000 mg');
  });

  it('what goes on, is given as needed, or has no dose has no total, and says why', () => {
    const dose = { amount: 1, unit: 'g' };
    expect(amount({ dose, frequency: 'daily' })).toBe('stop');
    expect(amount({ dose, frequency: 'si besoin', stop: { day: 3 } })).toBe('as-needed');
    expect(amount({ dose, frequency: 'selon douleur', stop: { day: 3 } })).toBe('frequency');
    expect(amount({ frequency: 'daily', stop: { day: 3 } })).toBe('dose');
    expect(totalOf(given({ dose, frequency: 'daily' }), days, { until: 5 })).toMatchObject({ amount: 5 });
    expect(amount({ dose, frequency: 'dose unique' })).toBe('1 g');
  });
});

describe('in words', () => {
  it('doses have the decimal sign of the language, and what they are of', () => {
    expect(doseText({ amount: 0.5, unit: 'mg', per: 'kg' }, 'fr')).toBe('0,5\u00a0mg/kg');
    expect(doseText({ amount: 375, unit: 'mg', per: 'm2' }, 'en')).toBe('375\u00a0mg/m²');
    expect(doseText({ amount: 5, unit: 'µg/h', per: 'kg' }, 'en')).toBe('5\u00a0µg/kg/h');
    expect(regimenText({ dose: { amount: 25, unit: 'g' }, frequency: '3×/semaine', route: 'IV' }, 'fr')).toBe(
      '25\u00a0g 3×/semaine IV',
    );
    expect(regimenText({ dose: { amount: 0, unit: 'g' } }, 'fr')).toBe('pause');
  });

  it('a total that is not exact is said to be about', () => {
    const total = { known: true, unit: 'mg', administrations: 3, amount: 42.857142, exact: false } as const;
    expect(totalText(total, 'fr')).toBe('environ 42,86\u00a0mg');
    expect(totalText({ ...total, amount: 1125, exact: true, unit: 'g' }, 'fr')).toBe('1125\u00a0g');
    expect(totalText({ known: false, because: 'stop' }, 'fr')).toBe('');
  });
});
