import { describe, expect, it } from 'vitest';
import type { Moment, TimeSettings } from '../../../core/report/types.ts';
import { momentLabel, momentLike, storedMoment } from '../../../core/timeline/moment.ts';
import { countedFrom, dateOfZero, possibleZeros, withZeroDate } from '../../../core/timeline/zero.ts';

const days: TimeSettings = { dayZeroIs: 'admission', show: 'days' };
const d = (day: number): Moment => ({ day });
const on = (date: string): Moment => ({ date });

describe('the moment that days are counted from', () => {
  it('an event becomes day 0 and goes back, and no stored moment is touched', () => {
    const counted = countedFrom(days, d(8), 'transplant', [d(0), d(8), d(30)]);
    expect([d(0), d(8), d(30)].map(at => momentLabel(at, counted, 'en'))).toEqual(['D−8', 'D0', 'D22']);
    expect(countedFrom(counted, null, 'admission', [])).toEqual(days);
  });

  it('where everything is dated, the chosen moment is day 0 with its date, without its hour', () => {
    const dates = [on('2024-05-01'), on('2024-05-03T08:30')];
    const counted = countedFrom({ dayZeroIs: '', show: 'dates' }, dates[1] as Moment, 'biopsy', dates);
    expect(counted).toEqual({ dayZero: '2024-05-03', dayZeroIs: 'biopsy', show: 'dates' });
    expect(momentLabel(dates[0] as Moment, { ...counted, show: 'days' }, 'en')).toBe('D−2');
  });

  it('a moment of the same day as day 0 is day 0, and not counted from', () => {
    const dated = { ...days, dayZero: '2024-05-03' };
    expect(countedFrom(dated, on('2024-05-03T11:00'), 'first dose', [])).toEqual({ ...dated, dayZeroIs: 'first dose' });
    expect(countedFrom(days, d(0), 'first dose', [])).toEqual({ ...days, dayZeroIs: 'first dose' });
  });

  it('a date given to it dates the stored day 0 too', () => {
    const counted = withZeroDate(countedFrom(days, d(8), 'transplant', [d(8)]), '2024-03-09');
    expect(counted.dayZero).toBe('2024-03-01');
    expect(dateOfZero(counted)).toBe('2024-03-09');
    expect(withZeroDate(counted, null).dayZero).toBeUndefined();
  });

  it('a day that is typed is one of those that are shown', () => {
    const counted = countedFrom(days, d(8), 'transplant', [d(8)]);
    expect(storedMoment(d(-8), counted)).toEqual(d(0));
    expect(storedMoment(on('2024-03-09'), counted)).toEqual(on('2024-03-09'));
    expect(storedMoment(d(3), days)).toEqual(d(3));
    const mixed: TimeSettings = { ...days, countFrom: { at: on('2024-03-30'), is: 'x' } };
    expect(storedMoment(d(3), mixed)).toEqual(on('2024-04-02'));
  });

  it('a moved end stays a day or a date as it was', () => {
    expect(momentLike(12.6, d(3), days)).toEqual(d(12));
    expect(momentLike(12.6, on('2024-01-01'), { ...days, dayZero: '2024-03-01' })).toEqual(on('2024-03-13'));
    expect(momentLike(19783.2, on('2024-01-01'), days)).toEqual(on('2024-03-01'));
  });

  it('offers what happened, in order of time', () => {
    const zeros = possibleZeros(
      {
        series: [],
        treatments: [{ id: 't', name: 'rituximab', start: d(3), changes: [] }],
        events: [{ id: 'e', kind: 'event', label: 'Admission', at: d(0) }],
        stays: [{ id: 's', label: 'Intensive care', start: d(1) }],
        phases: [],
        time: days,
      },
      'fr',
    );
    expect(zeros.map(({ is }) => is)).toEqual(['Admission', 'Intensive care', 'première dose de rituximab']);
  });
});
