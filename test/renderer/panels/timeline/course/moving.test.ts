import { describe, expect, it } from 'vitest';
import type { Treatment } from '../../../../../core/report/course.ts';
import type { Moment } from '../../../../../core/report/types.ts';
import { isMovable, movedEnd, orderOfEnd } from '../../../../../renderer/panels/timeline/course/moving.ts';
import { days } from '../../../../core/timeline/series.ts';

const d = (day: number): Moment => ({ day });
const course = (treatment: Partial<Treatment>, time = days) => ({
  treatments: [{ id: 't', name: 'T', start: d(0), changes: [], ...treatment }],
  stays: [{ id: 's', label: 'Ward', start: d(2), stop: d(5) }],
  phases: [],
  time,
});
const stop = { of: 'treatment', id: 't', end: 'stop' } as const;
const start = { of: 'treatment', id: 't', end: 'start' } as const;

describe('the end of a bar moved', () => {
  it('is one op with the day it was let go on', () => {
    const op = movedEnd(course({ stop: d(10) }), stop, 12.4);
    expect(op).toMatchObject({ set: 'treatment', id: 't', value: { stop: d(12) } });
    expect(movedEnd(course({ stop: d(10) }), stop, 10.3)).toBeNull();
  });

  it('gives what went on a last day', () => {
    expect(movedEnd(course({}), stop, 7)).toMatchObject({ value: { stop: d(7) } });
    expect(orderOfEnd(course({}), stop, 30)).toBe(30);
  });

  it('never passes the other end or a change of dose', () => {
    expect(movedEnd(course({ stop: d(10) }), stop, -4)).toMatchObject({ value: { stop: d(0) } });
    expect(movedEnd(course({ stop: d(10) }), start, 40)).toMatchObject({ value: { start: d(10) } });
    const changes = [{ id: 'c', at: d(6) }];
    expect(movedEnd(course({ stop: d(10), changes }), stop, 3)).toMatchObject({ value: { stop: d(6) } });
    expect(movedEnd(course({ stop: d(10), changes }), start, 8)).toMatchObject({ value: { start: d(5) } });
  });

  it('a date stays a date', () => {
    const dated = { ...days, dayZero: '2024-03-01' };
    const op = movedEnd(course({ start: { date: '2024-03-01' }, stop: { date: '2024-03-11' } }, dated), stop, 13);
    expect(op).toMatchObject({ value: { stop: { date: '2024-03-14' } } });
  });

  it('single administrations are not moved by their end', () => {
    expect(isMovable(course({ given: [d(0), d(4)] }), stop)).toBe(false);
    expect(movedEnd(course({ given: [d(0), d(4)] }), stop, 9)).toBeNull();
  });

  it('stays are moved alike', () => {
    expect(movedEnd(course({}), { of: 'stay', id: 's', end: 'start' }, 1)).toMatchObject({
      set: 'stay',
      value: { start: d(1), stop: d(5) },
    });
  });
});
