import { describe, expect, it } from 'vitest';
import type { DoseChange, Treatment } from '../../../../../core/report/course.ts';
import type { Language, Moment } from '../../../../../core/report/types.ts';
import { totalOf } from '../../../../../core/timeline/treatments/total.ts';
import { doseText, totalText } from '../../../../../core/timeline/treatments/words.ts';
import {
  changesText,
  givenText,
  typedChanges,
  typedDose,
  typedGiven,
} from '../../../../../renderer/panels/timeline/course/regimens.ts';
import { days } from '../../../../core/timeline/series.ts';

const steroid: Treatment = {
  id: 'steroid',
  name: 'Prednisone',
  dose: { amount: 60, unit: 'mg' },
  frequency: 'daily',
  start: { day: 0 },
  stop: { day: 29 },
  changes: [],
};
const writing = (language: Language) => ({ time: days, language });
const read = (text: string, language: Language = 'en', treatment = steroid) => {
  let made = 0;
  return typedChanges(text, treatment, writing(language), () => `fresh-${++made}`);
};
const bare = (changes: ReturnType<typeof read>) =>
  'wrong' in changes ? changes : changes.map(({ id: _, ...change }) => change);

it('a dose with its unit, for each kilogram or square metre, is read as it is shown', () => {
  for (const text of ['25\u00a0g', '1\u00a0mg/kg', '0.5\u00a0mg/kg/h', '375\u00a0mg/m²', '10']) {
    const dose = typedDose(text);
    expect(dose && doseText(dose, 'en')).toBe(text);
  }
  expect(typedDose('1,5 mg/kg')).toEqual({ amount: 1.5, unit: 'mg', per: 'kg' });
  expect(typedDose('a little')).toBeNull();
});

describe('changes of dose in one line', () => {
  it.each([
    ['D5: 40 mg', [{ at: { day: 5 }, dose: { amount: 40, unit: 'mg' } }]],
    ['D5: 40', [{ at: { day: 5 }, dose: { amount: 40, unit: 'mg' } }]],
    [
      'D5: 0.5 mg/kg 2/day IV',
      [{ at: { day: 5 }, dose: { amount: 0.5, unit: 'mg', per: 'kg' }, frequency: '2/day', route: 'IV' }],
    ],
    ['D5: 40 2/day', [{ at: { day: 5 }, dose: { amount: 40, unit: 'mg' }, frequency: '2/day' }]],
    ['D5: every other day', [{ at: { day: 5 }, frequency: 'every other day' }]],
    [
      'D5 → 1 125 mg every 3 weeks',
      [{ at: { day: 5 }, dose: { amount: 1125, unit: 'mg' }, frequency: 'every 3 weeks' }],
    ],
    [
      'D5: 40 mg; D10: paused; D20: 20 mg',
      [
        { at: { day: 5 }, dose: { amount: 40, unit: 'mg' } },
        { at: { day: 10 }, dose: { amount: 0, unit: 'mg' } },
        { at: { day: 20 }, dose: { amount: 20, unit: 'mg' } },
      ],
    ],
  ] as const)('%s', (text, changes) => {
    expect(bare(read(text))).toEqual(changes);
  });

  it('in French, and as dates', () => {
    expect(bare(read('J5 : 0,5 mg/kg toutes les 8 h per os ; J9 : pause', 'fr'))).toEqual([
      { at: { day: 5 }, dose: { amount: 0.5, unit: 'mg', per: 'kg' }, frequency: 'toutes les 8 h', route: 'per os' },
      { at: { day: 9 }, dose: { amount: 0, unit: 'mg', per: 'kg' } },
    ]);
  });

  it.each(['en', 'fr'] as const)('what is shown in %s is read as it is, ids and all', language => {
    const changes: readonly DoseChange[] = [
      { id: 'a', at: { day: 4.25 }, dose: { amount: 0.5, unit: 'mg', per: 'kg' }, frequency: '2/j', route: 'IV' },
      { id: 'b', at: { day: 9 }, dose: { amount: 0, unit: 'mg' } },
      { id: 'c', at: { day: 12 }, frequency: 'as the ward says' },
    ];
    const text = changesText(changes, writing(language));
    expect(read(text, language, { ...steroid, changes })).toEqual(changes);
  });

  it('a change keeps its id where only its dose is another', () => {
    const changes = [{ id: 'a', at: { day: 5 }, dose: { amount: 40, unit: 'mg' } }];
    expect(read('D5: 30 mg', 'en', { ...steroid, changes })).toMatchObject([{ id: 'a', dose: { amount: 30 } }]);
  });

  it.each(['D5', 'tomorrow: 40 mg', 'D5: a little', 'D0: 40 mg', 'D31: 40 mg', 'D5: 40 mg 3', 'D5: 40 mg; D5: 30 mg'])(
    '%s is refused',
    text => {
      expect(read(text)).toHaveProperty('wrong');
    },
  );

  it('the sum follows: 5 × 60 + 5 × 40 + 20 × 20 mg', () => {
    const changes = read('D5: 40 mg; D10: 20 mg');
    if ('wrong' in changes) throw new Error(changes.wrong);
    expect(totalText(totalOf({ ...steroid, changes }, days), 'en')).toBe('900\u00a0mg');
  });
});

describe('single days in one line', () => {
  const given: readonly Moment[] = [{ day: 1 }, { day: 8.5 }, { day: 15 }];

  it.each(['en', 'fr'] as const)('are read as they are shown in %s, hours and all', language => {
    expect(typedGiven(givenText(given, writing(language)), given, writing(language))).toEqual(given);
  });

  it('a day more leaves the hours of the others', () => {
    expect(typedGiven(`${givenText(given, writing('fr'))}, J22`, given, writing('fr'))).toEqual([
      ...given,
      { day: 22 },
    ]);
  });

  it('what is no day is named', () => {
    expect(typedGiven('D1, then', [], writing('en'))).toEqual({ wrong: 'then' });
  });
});
