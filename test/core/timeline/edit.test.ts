import { describe, expect, it } from 'vitest';
import {
  mergeAll,
  mergeSeries,
  moveMoment,
  newSeries,
  pointAt,
  removeMoment,
  replacedValues,
  setValue,
  shownIn,
} from '../../../core/timeline/edit.ts';
import { crp, days, fibrinogen, seriesOf } from './series.ts';

const printed = (series: typeof crp) => series.points.map(({ asPrinted }) => asPrinted);

describe('editing a series', () => {
  it('a changed value keeps the id of its point, so that quotations follow', () => {
    const changed = setValue(crp, { day: 15 }, '<30', days);
    expect(changed.points[1]).toEqual({ id: 'd15', at: { day: 15 }, value: 30, comparator: '<', asPrinted: '<30' });
    expect(printed(crp)).toEqual(['60', '31', '<5']);
  });

  it('a new value stands in its place in time', () => {
    expect(printed(setValue(crp, { day: 7 }, '48', days))).toEqual(['60', '48', '31', '<5']);
    expect(printed(setValue(crp, { day: -2 }, '70', days))).toEqual(['70', '60', '31', '<5']);
  });

  it('an emptied value is gone; what changes nothing gives the same series', () => {
    expect(printed(setValue(crp, { day: 15 }, '  ', days))).toEqual(['60', '<5']);
    expect(setValue(crp, { day: 99 }, '', days)).toBe(crp);
    expect(setValue(crp, { day: 15 }, '31', days)).toBe(crp);
  });

  it('"1,234" typed is decimals to a French hand and thousands to an English one; a typed point is always decimals', () => {
    const value = (typed: string, comma: 'decimal' | 'thousands') =>
      pointAt(setValue(crp, { day: 1 }, typed, days, comma), { day: 1 }, days)?.value;
    expect(value('1,234', 'decimal')).toBe(1.234);
    expect(value('1,234', 'thousands')).toBe(1234);
    expect(value('7.412', 'decimal')).toBe(7.412);
    expect(value('5,6', 'thousands')).toBe(5.6);
  });

  it('words are kept as words', () => {
    expect(pointAt(setValue(crp, { day: 1 }, 'neg', days), { day: 1 }, days)).toMatchObject({
      value: null,
      asPrinted: 'neg',
    });
  });

  it('values move with their moment and stay in order', () => {
    const moved = moveMoment(crp, { day: 0 }, { day: 20 }, days);
    expect(moved.points.map(({ id, at }) => [id, at])).toEqual([
      ['d15', { day: 15 }],
      ['d0', { day: 20 }],
      ['d105', { day: 105 }],
    ]);
    expect(moveMoment(crp, { day: 3 }, { day: 4 }, days)).toBe(crp);
    expect(printed(removeMoment(crp, { day: 15 }, days))).toEqual(['60', '<5']);
  });

  it('a new series has an id of its own', () => {
    expect(newSeries([crp], 'CRP', 'crp').id).toBe('crp-2');
  });
});

describe('the unit that a series is shown in', () => {
  it('is written down where it is another than it was measured in; the values stay', () => {
    const shown = shownIn(crp, 'mg/dL');
    expect(shown).toEqual({ ...crp, shownUnit: 'mg/dL' });
    expect(shownIn(shown, crp.unit)).toEqual(crp);
  });
});

describe('bringing series together', () => {
  it('at a moment that both have, the newer value stands under the id of the older', () => {
    const merged = mergeSeries(crp, seriesOf('CRP', 'mg/L', {}, { 15: '33', 20: '25' }), days);
    expect(merged.points.map(({ id, asPrinted }) => [id, asPrinted])).toEqual([
      ['d0', '60'],
      ['d15', '33'],
      ['d20', '25'],
      ['d105', '<5'],
    ]);
    expect(merged.range).toEqual({ high: 5 });
  });

  it('the same analyte in another unit is another series', () => {
    const all = mergeAll(
      [crp],
      [seriesOf('crp', 'mg/dL', {}, { 0: '6' }), seriesOf('crp', 'mg/L', {}, { 1: '58' })],
      days,
    );
    expect(all.map(({ id, unit, points }) => [id, unit, points.length])).toEqual([
      ['crp', 'mg/L', 4],
      ['crp-2', 'mg/dL', 1],
    ]);
  });

  it('the same results read twice change nothing', () => {
    const once = mergeAll([crp], [fibrinogen], days);
    expect(mergeAll(once, [crp, fibrinogen], days)).toEqual(once);
    expect(replacedValues(once, mergeAll(once, [crp], days))).toBe(0);
  });

  it('replaced values are counted', () => {
    const after = mergeAll([crp, fibrinogen], [seriesOf('CRP', 'mg/L', {}, { 15: '33', 20: '25' })], days);
    expect(replacedValues([crp, fibrinogen], after)).toBe(1);
  });

  it('a date finds the day that it is', () => {
    const time = { ...days, dayZero: '2024-03-28' };
    const merged = mergeSeries(crp, seriesOf('CRP', 'mg/L', {}, { '2024-04-12': '33' }), time);
    expect(printed(merged)).toEqual(['60', '33', '<5']);
  });
});
