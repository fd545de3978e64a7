import { expect, it } from 'vitest';
import { withColumns, withoutColumn } from '../../../../renderer/panels/timeline/columns.ts';
import { days } from '../../../core/timeline/series.ts';

it('a column is added once, and taken out again leaves nothing behind', () => {
  const one = withColumns(days, [{ day: 3 }, { day: 3 }, { day: 5 }]);
  expect(one.columns).toEqual([{ day: 3 }, { day: 5 }]);
  expect(withColumns(one, [{ day: 5 }])).toBe(one);
  expect(withoutColumn(one, { day: 4 })).toBe(one);
  expect(withoutColumn(withoutColumn(one, { day: 3 }), { day: 5 })).toEqual(days);
});
