import { describe, expect, it } from 'vitest';
import { withField } from '../../../../core/library/fields.ts';
import type { KeptEntry } from '../../../../core/library/types.ts';
import { savedChanges } from '../../../../renderer/library/entry/saving.ts';

const opened: KeptEntry = {
  id: 'e1',
  key: 'lee2021',
  item: { id: 'e1', type: 'article-journal', title: 'Calciphylaxis', volume: '1' },
  kept: {},
  tags: [],
  collections: [],
  notes: [],
  read: false,
  starred: false,
  files: [],
  cited: [],
  aliases: [],
  trashed: false,
  mergedInto: null,
  revision: 1,
  created: { by: 'Ann', at: 0 },
  changed: { by: 'Ann', at: 0 },
};
const later = (field: string, value: unknown): KeptEntry => ({ ...opened, ...withField(opened, field, value) });

describe('saving a form that was open while others worked', () => {
  it('changes what its author changed, and leaves what others changed meanwhile', () => {
    const item = { ...opened.item, volume: '2' };
    for (const now of [later('item.issue', '7'), later('item.title', 'Calciphylaxie')])
      expect(savedChanges(opened, item, now)).toEqual({
        changes: [{ entry: 'e1', field: 'item.volume', value: '2' }],
        crossed: [],
      });
  });

  it('tells of a field that both changed, with what stands in it now', () => {
    const item = { ...opened.item, volume: '2' };
    expect(savedChanges(opened, item, later('item.volume', '3')).crossed).toEqual([
      { field: 'item.volume', value: '3' },
    ]);
    expect(savedChanges(opened, item, later('item.volume', '2')).crossed).toEqual([]);
  });
});
