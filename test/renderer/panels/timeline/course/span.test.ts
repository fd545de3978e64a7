import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panned, reaching, wholeSpan, zoomed } from '../../../../../renderer/panels/timeline/course/span.ts';
import { days } from '../../../../core/timeline/series.ts';

describe('the part of the axis that is seen', () => {
  it('reaches from the first to the last moment', () => {
    expect(wholeSpan([{ day: 3 }, { day: -2 }, { day: 10 }], days)).toEqual([-2, 10]);
    expect(wholeSpan([], days)).toBeNull();
  });

  it('the day under the pointer keeps its place while zooming', () => {
    expect(zoomed(null, [0, 100], 2, 20)).toEqual([10, 60]);
    expect(zoomed([10, 60], [0, 100], 0.5, 20)).toBeNull();
  });

  it('a day that is gone to comes into sight', () => {
    expect(reaching([0, 10], [0, 100], 50)).toEqual([45, 55]);
    expect(reaching([0, 10], [0, 100], 5)).toEqual([0, 10]);
  });

  it('whatever is zoomed and moved, it stays inside of all there is and is never less than a day', () => {
    const step = fc.oneof(
      fc.record({
        factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
        at: fc.double({ min: -50, max: 250, noNaN: true }),
      }),
      fc.record({ by: fc.double({ min: -2, max: 2, noNaN: true }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), steps => {
        const whole = [0, 200] as const;
        let span: readonly [number, number] | null = null;
        for (const each of steps) {
          span = 'by' in each ? panned(span, whole, each.by) : zoomed(span, whole, each.factor, each.at);
          if (!span) continue;
          expect(span[0]).toBeGreaterThanOrEqual(-1e-6);
          expect(span[1]).toBeLessThanOrEqual(200 + 1e-6);
          expect(span[1] - span[0]).toBeGreaterThanOrEqual(1 - 1e-6);
        }
      }),
    );
  });
});
