import { describe, expect, it } from 'vitest';
import { offeredMoments, withMoment } from '../../../renderer/editor/pickers/lab-table-choices.ts';
import { crp, days, fibrinogen } from '../../core/timeline/series.ts';

describe('the moments of a table of lab values', () => {
  const offered = offeredMoments([crp, fibrinogen], undefined, days);

  it('are those of its series in order, and a chosen one that has no value any more', () => {
    expect(offered).toEqual([{ day: 0 }, { day: 15 }, { day: 105 }]);
    expect(offeredMoments([crp, fibrinogen], [{ day: 15 }, { day: 40 }], days)).toEqual([
      { day: 0 },
      { day: 15 },
      { day: 40 },
      { day: 105 },
    ]);
  });

  it('nothing is written down where every moment is shown, so that a new one comes with its values', () => {
    const without = withMoment(offered, undefined, { day: 15 }, false, days);
    expect(without).toEqual([{ day: 0 }, { day: 105 }]);
    expect(withMoment(offered, without, { day: 15 }, true, days)).toBe(undefined);
  });
});
