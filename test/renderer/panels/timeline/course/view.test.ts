import { expect, it } from 'vitest';
import {
  layoutOf,
  shownLanes,
  type View,
  viewFrom,
  WHOLE,
} from '../../../../../renderer/panels/timeline/course/view.ts';

it('the view of a file comes back as it was left', () => {
  const view: View = { span: [3, 12.5], breaks: true, log: ['crp'], hidden: ['images', 'ldh'], tables: true };
  expect(viewFrom(layoutOf(view))).toEqual(view);
  expect(shownLanes(view)).toEqual(['phases', 'stays', 'events', 'treatments']);
});

it('what makes no sense is as at first', () => {
  for (const timeline of [undefined, 4, '{', 'null', '{"span":[5,1],"log":"x","hidden":[3],"tables":"yes"}'])
    expect(viewFrom(timeline === undefined ? {} : { timeline })).toEqual(WHOLE);
});
