import { describe, expect, it } from 'vitest';
import {
  canShow,
  firstDate,
  isMixed,
  typedDate,
  typedMoment,
  typedMoments,
} from '../../../../renderer/panels/timeline/typed.ts';
import { days } from '../../../core/timeline/series.ts';

describe('moments typed by hand', () => {
  it('3/4/2024 is the third of April in French, and asked for again in English', () => {
    expect(typedMoment('3/4/2024', 'fr')).toEqual({ date: '2024-04-03' });
    expect(typedMoment('3/4/2024', 'en')).toBeNull();
    expect(typedMoments('3/4/2024', 'en')).toEqual([{ date: '2024-04-03' }, { date: '2024-03-04' }]);
    expect(typedMoment('28/3/2024', 'en')).toEqual({ date: '2024-03-28' });
  });

  it('days come with or without their letter', () => {
    expect(typedMoment('J15', 'fr')).toEqual({ day: 15 });
    expect(typedMoment('15', 'en')).toEqual({ day: 15 });
    expect(typedMoment('soon', 'en')).toBeNull();
  });

  it('a day is no date', () => {
    expect(typedDate('15', 'fr')).toBeNull();
    expect(typedDate('28/03/2024', 'fr')).toBe('2024-03-28');
  });
});

describe('days and dates', () => {
  const d = (day: number) => ({ day });
  const on = (date: string) => ({ date });

  it('one is shown as the other only with the date of day 0', () => {
    expect(canShow([d(0)], days, 'dates')).toBe(false);
    expect(canShow([d(0)], days, 'days')).toBe(true);
    expect(canShow([on('2024-03-28')], days, 'weeks')).toBe(false);
    expect(canShow([on('2024-03-28')], { ...days, dayZero: '2024-03-28' }, 'weeks')).toBe(true);
  });

  it('dates are shown as days where days are counted from a date', () => {
    const counted = { ...days, countFrom: { at: on('2024-03-28'), is: 'biopsy' } };
    expect(canShow([on('2024-04-12')], counted, 'days')).toBe(true);
    expect(canShow([on('2024-04-12'), d(3)], counted, 'days')).toBe(false);
  });

  it('the earliest date is proposed as day 0', () => {
    expect(firstDate([d(0), on('2024-04-12'), on('2024-03-28')], days)).toBe('2024-03-28');
    expect(firstDate([d(0)], days)).toBe('');
  });

  it('both kinds together are mixed until day 0 has a date', () => {
    expect(isMixed([d(0), on('2024-03-28')], days)).toBe(true);
    expect(isMixed([d(0), on('2024-03-28')], { ...days, dayZero: '2024-03-28' })).toBe(false);
    expect(isMixed([on('2024-03-28')], days)).toBe(false);
  });
});
