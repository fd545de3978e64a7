import { expect, it } from 'vitest';
import { movedUp, withPage, type ZoteroPage } from '../../../../renderer/panels/references/lookup/zotero-pages.ts';

const page = (total: number, ...keys: string[]): ZoteroPage => ({
  total,
  references: keys.map(key => ({ id: key, item: { id: key, type: 'book' }, kept: { 'zotero:key': key } })),
});
const keys = ({ references }: ZoteroPage) => references.map(({ id }) => id).join('');

it('items that came again, since new ones moved all down, stand in the list once', () => {
  const list = withPage(page(6, 'a', 'b', 'c'), page(7, 'c', 'd', 'e'));
  expect([keys(list), list.total]).toEqual(['abcde', 7]);
});

it('after items went, the next page is asked for from where it is now', () => {
  expect(movedUp(300, page(20_000), page(20_000))).toBe(null);
  expect(movedUp(300, page(20_000), page(20_001))).toBe(null);
  expect(movedUp(300, page(20_000), page(19_998))).toBe(298);
  expect(movedUp(100, page(20_000), page(3))).toBe(0);
});

it('an item of a group and one of the own library are two, though a copy kept its key', () => {
  const [own] = page(2, 'a').references;
  const group = { ...own, kept: { 'zotero:key': 'a', 'zotero:uri': 'http://zotero.org/groups/9/items/a' } };
  expect(withPage(page(2, 'a'), { total: 2, references: [group] as ZoteroPage['references'] }).references).toHaveLength(
    2,
  );
});
