import { createEditor } from 'slate';
import { expect, it } from 'vitest';
import type { Moment } from '../../../../core/report/types.ts';
import type { CaseEditor } from '../../../../renderer/editor/types.ts';
import { followMoment } from '../../../../renderer/panels/timeline/following.ts';
import { days } from '../../../core/timeline/series.ts';

function table(moments?: readonly Moment[]): { readonly editor: CaseEditor; moments(): unknown } {
  const editor = createEditor() as unknown as CaseEditor;
  const caption = { type: 'caption', children: [{ text: '' }] };
  editor.children = [
    {
      type: 'part',
      key: 'observation',
      children: [{ type: 'lab-table', id: 't', series: ['crp'], ...(moments && { moments }), children: [caption] }],
    },
  ] as never;
  const first = () =>
    (editor.children[0] as unknown as { readonly children: readonly { moments?: unknown }[] }).children[0];
  return { editor, moments: () => first()?.moments };
}

it('a chosen moment goes where its column goes, or away with it; a table that chooses all stays as it is', () => {
  const chosen = table([{ day: 0 }, { day: 15 }]);
  followMoment(chosen.editor, { day: 15 }, { day: 16 }, days);
  expect(chosen.moments()).toEqual([{ day: 0 }, { day: 16 }]);
  followMoment(chosen.editor, { day: 7 }, { day: 8 }, days);
  expect(chosen.moments()).toEqual([{ day: 0 }, { day: 16 }]);
  followMoment(chosen.editor, { day: 0 }, null, days);
  expect(chosen.moments()).toEqual([{ day: 16 }]);
  followMoment(chosen.editor, { day: 16 }, null, days);
  expect(chosen.moments()).toBeUndefined();
  const all = table();
  followMoment(all.editor, { day: 0 }, { day: 1 }, days);
  expect(all.moments()).toBeUndefined();
});

it('a moment with a date is known by its day', () => {
  const dated = { ...days, dayZero: '2024-03-01' };
  const chosen = table([{ date: '2024-03-16' }]);
  followMoment(chosen.editor, { day: 15 }, { date: '2024-03-20' }, dated);
  expect(chosen.moments()).toEqual([{ date: '2024-03-20' }]);
});
