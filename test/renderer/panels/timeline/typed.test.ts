import { describe, expect, it } from 'vitest';
import { canShow, firstDate, isMixed, typedDate, typedMoment } from '../../../../renderer/panels/timeline/typed.ts';
import { crp, days, seriesOf } from '../../../core/timeline/series.ts';

const dated = seriesOf('CRP', 'mg/L', {}, { '2024-04-12': '31', '2024-03-28': '60' });

describe('moments typed by hand', () => {
  it('3/4/2024 is the third of April in French, and asked for again in English', () => {
    expect(typedMoment('3/4/2024', 'fr')).toEqual({ date: '2024-04-03' });
    expect(typedMoment('3/4/2024', 'en')).toBeNull();
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
  it('one is shown as the other only with the date of day 0', () => {
    expect(canShow([crp], days, 'dates')).toBe(false);
    expect(canShow([crp], days, 'days')).toBe(true);
    expect(canShow([dated], days, 'days')).toBe(false);
    expect(canShow([dated], { ...days, dayZero: '2024-03-28' }, 'days')).toBe(true);
  });

  it('the earliest date is proposed as day 0', () => {
    expect(firstDate([crp, dated], days)).toBe('2024-03-28');
    expect(firstDate([crp], days)).toBe('');
  });

  it('both kinds together are mixed until day 0 has a date', () => {
    expect(isMixed([crp, dated], days)).toBe(true);
    expect(isMixed([crp, dated], { ...days, dayZero: '2024-03-28' })).toBe(false);
    expect(isMixed([dated], days)).toBe(false);
  });
});
