import { describe, expect, it } from 'vitest';
import type { Treatment } from '../../../../../core/report/course.ts';
import type { Moment } from '../../../../../core/report/types.ts';
import { heldOf, isMovable, movedTo, orderOfHeld } from '../../../../../renderer/panels/timeline/course/moving.ts';
import { days } from '../../../../core/timeline/series.ts';

const d = (day: number): Moment => ({ day });
const course = (treatment: Partial<Treatment>, time = days) => ({
  treatments: [{ id: 't', name: 'T', start: d(0), changes: [], ...treatment }],
  events: [{ id: 'e', kind: 'procedure' as const, label: 'Biopsy', at: d(3) }],
  stays: [{ id: 's', label: 'Ward', start: d(2), stop: d(5) }],
  phases: [],
  time,
});
const stop = { of: 'treatment', id: 't', end: 'stop' } as const;
const start = { of: 'treatment', id: 't', end: 'start' } as const;

describe('the end of a bar moved', () => {
  it('is one op with the day it was let go on', () => {
    const op = movedTo(course({ stop: d(10) }), stop, 12.4);
    expect(op).toMatchObject({ set: 'treatment', id: 't', value: { stop: d(12) } });
    expect(movedTo(course({ stop: d(10) }), stop, 10.3)).toBeNull();
  });

  it('gives what went on a last day', () => {
    expect(movedTo(course({}), stop, 7)).toMatchObject({ value: { stop: d(7) } });
    expect(orderOfHeld(course({}), stop, 30)).toBe(30);
  });

  it('never passes the other end or a change of dose', () => {
    expect(movedTo(course({ stop: d(10) }), stop, -4)).toMatchObject({ value: { stop: d(0) } });
    expect(movedTo(course({ stop: d(10) }), start, 40)).toMatchObject({ value: { start: d(10) } });
    const changes = [{ id: 'c', at: d(6) }];
    expect(movedTo(course({ stop: d(10), changes }), stop, 3)).toMatchObject({ value: { stop: d(6) } });
    expect(movedTo(course({ stop: d(10), changes }), start, 8)).toMatchObject({ value: { start: d(5) } });
  });

  it('a date stays a date', () => {
    const dated = { ...days, dayZero: '2024-03-01' };
    const op = movedTo(course({ start: { date: '2024-03-01' }, stop: { date: '2024-03-11' } }, dated), stop, 13);
    expect(op).toMatchObject({ value: { stop: { date: '2024-03-14' } } });
  });

  it('single administrations are not moved by their end', () => {
    expect(isMovable(course({ given: [d(0), d(4)] }), stop)).toBe(false);
    expect(movedTo(course({ given: [d(0), d(4)] }), stop, 9)).toBeNull();
  });

  it('each of them is, in order of time, and the first day of the treatment goes with the first', () => {
    const given = course({ given: [d(0), d(4), d(8)] });
    const dose = (index: number) => ({ of: 'dose', id: 't', index }) as const;
    expect(heldOf(given, { of: 'dose', id: 't', point: '1' }, 'at')).toEqual(dose(1));
    expect(movedTo(given, dose(1), 9)).toMatchObject({ value: { start: d(0), given: [d(0), d(8), d(9)] } });
    expect(movedTo(given, dose(0), 2.2)).toMatchObject({ value: { start: d(2), given: [d(2), d(4), d(8)] } });
    expect(movedTo(given, dose(2), -1)).toMatchObject({ value: { start: d(-1), given: [d(-1), d(0), d(4)] } });
    expect(movedTo(given, dose(1), 4.3)).toBeNull();
    expect(orderOfHeld(given, dose(2), 30)).toBe(8);
  });

  it('an event goes to another day', () => {
    expect(movedTo(course({}), { of: 'event', id: 'e' }, 5)).toMatchObject({ set: 'event', value: { at: d(5) } });
  });

  it('stays are moved alike', () => {
    expect(movedTo(course({}), { of: 'stay', id: 's', end: 'start' }, 1)).toMatchObject({
      set: 'stay',
      value: { start: d(1), stop: d(5) },
    });
  });
});
