import { expect, test } from 'vitest';
import { seenTogether } from '../../../renderer/editor/nodes/runs.tsx';

test('the numbers of a call are one piece of text, links or not', () => {
  expect(seenTogether([{ text: '1' }, { text: ',' }, { text: '3' }])).toEqual([{ text: '1,3' }]);
  expect(
    seenTogether([
      { text: '1', sup: true },
      { text: '–4', sup: true },
    ]),
  ).toEqual([{ text: '1–4', sup: true }]);
});

test('a line may still end between two works of a call, and marks stay where they were', () => {
  const call = [{ text: '(Haldane 1990' }, { text: '; ' }, { text: 'Pires 1991)' }];
  expect(seenTogether(call)).toEqual(call);
  const marked = [{ text: 'a' }, { text: 'b', italic: true as const }, { text: 'c', smallCaps: true as const }];
  expect(seenTogether(marked)).toEqual(marked);
  expect(seenTogether([])).toEqual([]);
});
