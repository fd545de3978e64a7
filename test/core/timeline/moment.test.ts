import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayLabel,
  dayOf,
  momentAt,
  momentLabel,
  momentLabels,
  onOneAxis,
  orderOf,
  sameMoment,
} from '../../../core/timeline/moment.ts';
import { readBareDay, readMoment } from '../../../core/timeline/read-moment.ts';
import { days } from './series.ts';

const dated = { ...days, dayZero: '2024-03-28' };

describe('moments', () => {
  it('a date is a day once day 0 has a date, and back', () => {
    expect(dayOf({ date: '2024-04-12' }, dated)).toBe(15);
    expect(dateOf({ day: 15 }, dated)).toBe('2024-04-12');
    expect(dayOf({ date: '2024-04-12' }, days)).toBeNull();
    expect(dateOf({ day: 15 }, days)).toBeNull();
  });

  it('hours tell apart what stands on one day, of dates and of parts of a day', () => {
    expect(momentLabels([{ day: 0 }, { day: 1 / 24 }, { day: -0.5 }], days, 'fr')).toEqual([
      'J0',
      'J0 1\u00a0h\u00a000',
      'J−1',
    ]);
    expect(momentLabels([{ day: 2.25 }, { day: 2 + 1439.8 / 1440 }], days, 'en')).toEqual(['D2 06:00', 'D2']);
  });

  it('the clocks going forward on 31 March 2024 lose no day', () => {
    expect(dayOf({ date: '2024-04-01' }, dated)).toBe(4);
  });

  it('an afternoon is still its day, before day 0 too', () => {
    expect(momentLabel({ date: '2024-03-28T18:00' }, dated, 'fr')).toBe('J0');
    expect(momentLabel({ date: '2024-03-27T18:00' }, dated, 'en')).toBe('D−1');
    expect(dayLabel(105, 'fr')).toBe('J105');
  });

  it('dates are printed as each language writes them', () => {
    const shown = { ...dated, show: 'dates' as const };
    expect(momentLabel({ day: 15 }, shown, 'fr')).toBe('12/04/2024');
    expect(momentLabel({ day: 15 }, shown, 'en')).toBe('12\u00a0Apr\u00a02024');
  });

  it('what cannot be shown as asked is shown as it is', () => {
    expect(momentLabel({ date: '2024-04-12' }, days, 'fr')).toBe('12/04/2024');
    expect(momentLabel({ day: 3 }, { ...days, show: 'dates' }, 'en')).toBe('D3');
  });

  it('the hour parts two values of one day, and is left out otherwise', () => {
    const moments = [{ date: '2024-03-28T08:00' }, { date: '2024-03-28T18:30' }, { date: '2024-03-29T08:00' }];
    expect(momentLabels(moments, dated, 'en')).toEqual(['D0 08:00', 'D0 18:30', 'D1']);
    expect(momentLabels(moments, dated, 'fr')[1]).toBe('J0 18\u00a0h\u00a030');
  });

  it('a day and its date are the same moment', () => {
    expect(sameMoment({ day: 15 }, { date: '2024-04-12' }, dated)).toBe(true);
    expect(sameMoment({ day: 15 }, { date: '2024-04-12' }, days)).toBe(false);
  });

  it('days and dates share an axis only where day 0 has a date', () => {
    const mixed = [{ date: '2024-04-12' }, { day: 3 }];
    expect(mixed.filter(onOneAxis(mixed, days))).toEqual([{ date: '2024-04-12' }]);
    expect(mixed.filter(onOneAxis(mixed, dated))).toEqual(mixed);
  });

  it('a place on the axis is a moment again', () => {
    expect(momentAt(orderOf({ date: '2024-04-12' }, days), true)).toEqual({ date: '2024-04-12' });
    expect(momentAt(15, false)).toEqual({ day: 15 });
  });
});

describe('moments as laboratories write them', () => {
  it.each([
    ['J0', { day: 0 }],
    ['J+15', { day: 15 }],
    ['j−3', { day: -3 }],
    ['D15', { day: 15 }],
    ['Day 15', { day: 15 }],
    ['jour 15', { day: 15 }],
    ['S2', { day: 14 }],
    ['W2+3', { day: 17 }],
    ['week 4', { day: 28 }],
    ['2024-03-28', { date: '2024-03-28' }],
    ['2024-03-28T08:30:00Z', { date: '2024-03-28T08:30' }],
    ['28/03/2024', { date: '2024-03-28' }],
    ['28.03.24 8:05', { date: '2024-03-28T08:05' }],
    ['28/03/2024 8h05', { date: '2024-03-28T08:05' }],
    ['03/28/2024', { date: '2024-03-28' }],
    ['04/04/2024', { date: '2024-04-04' }],
  ])('%s', (text, moment) => {
    expect(readMoment(text)).toEqual(moment);
  });

  it('03/04/2024 is asked about, and read once the order is known', () => {
    expect(readMoment('03/04/2024')).toBe('ambiguous');
    expect(readMoment('03/04/2024', 'day-month')).toEqual({ date: '2024-04-03' });
    expect(readMoment('03/04/2024', 'month-day')).toEqual({ date: '2024-03-04' });
  });

  it('days that no calendar has are no dates', () => {
    expect(readMoment('30/02/2024')).toBeNull();
    expect(readMoment('2024-13-01')).toBeNull();
    expect(readMoment('hier')).toBeNull();
    expect(readMoment('CRP')).toBeNull();
  });

  it('two digits are a year of this century or the last; 0001, with which systems fill missing dates, is no year', () => {
    expect(readMoment('13/05/24')).toEqual({ date: '2024-05-13' });
    expect(readMoment('13-05-71')).toEqual({ date: '1971-05-13' });
    expect(readMoment('13 mai 24')).toEqual({ date: '2024-05-13' });
    expect(readMoment('24-05-13', 'year-first')).toEqual({ date: '2024-05-13' });
    for (const text of ['0001-01-01', '0001-01-01T00:00:00', '01/01/0001', '1 Jan 0001', '9999-12-31'])
      expect(readMoment(text)).toBeNull();
  });

  it('a bare number is a day, a year is not', () => {
    expect(readBareDay('15')).toEqual({ day: 15 });
    expect(readBareDay('-3')).toEqual({ day: -3 });
    expect(readBareDay('2024')).toBeNull();
    expect(readBareDay('1,5')).toBeNull();
  });
});

it.each([
  '2024-05-12',
  '2024-05-12T08:30',
  '2024-12-31T23:59',
  '2024-05-12T08:30:11',
  '2024-13-41T25:61',
  '2024-05-12T08:3x',
  '2024-05-12T0830',
])('“%s” stands where the pattern of dates puts it', date => {
  const [, year, month, day, hour = '0', minute = '0'] = (
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(date) ?? []
  ).map(part => part ?? '0') as string[];
  const expected = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) / 86_400_000;
  expect(orderOf({ date }, { dayZeroIs: '', show: 'days' })).toBe(expected);
});
