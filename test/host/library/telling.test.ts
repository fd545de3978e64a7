import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryFrom } from '../../../core/library/fields.ts';
import type { Change, NewEntry } from '../../../core/library/types.ts';
import { listedItem } from '../../../host/library/listed.ts';
import { hear, tell } from '../../../host/library/telling.ts';
import { adding, newLibrary, setting } from './sample.ts';

const text = fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '\u2028', 'é', '{', '}', ',', ' ') });
const variables = fc.dictionary(
  fc.oneof(fc.constantFrom('title', 'abstract', 'id', 'issued'), text),
  fc.oneof(text, fc.nat()),
);
const made = fc.record(
  {
    item: variables.map(its => ({ type: 'book', ...its })),
    key: text,
    tags: fc.array(text),
    kept: fc.dictionary(text, text),
  },
  { requiredKeys: ['item'] },
);
const change = fc.oneof(
  fc.tuple(text, made).map(([entry, value]) => adding(entry, value as unknown as NewEntry)),
  fc
    .tuple(text, text, fc.oneof(text, fc.constant(null), fc.boolean()))
    .map(of => setting(`x${of[0]}`, ...[of[1], of[2]])),
);

it('changes are heard as they were told, and the JSON of an item that came as text is that of the item', () => {
  fc.assert(
    fc.property(fc.array(change), changes => {
      const { changes: each, ...others } = hear(tell({ changes, label: 'import', by: 'ana' }));
      const heard = [...each];
      const named = changes.map((change): Change => {
        if (change.field !== 'new') return change;
        const value = change.value as NewEntry;
        return { ...change, value: { ...value, item: { ...value.item, id: change.entry } } };
      });
      expect(others).toEqual({ label: 'import', by: 'ana' });
      expect(each.length).toBe(changes.length);
      expect(heard.map(({ entry, field, value }) => ({ entry, field, value }))).toEqual(named);
      for (const { field, entry, value, told } of heard)
        if (field === 'new') {
          const { item } = entryFrom(entry, 'key', value as NewEntry);
          expect(JSON.parse(new TextDecoder().decode(told?.bytes))).toEqual(item);
          expect(told?.listed).toEqual(JSON.parse(JSON.stringify(listedItem(item))));
        }
    }),
  );
});

it('an entry that came as text stands in the tables as one that did not, and is changed as one', () => {
  const item = { id: 'other', type: 'book', title: 'Skin “and” kidney\n', issued: { 'date-parts': [[2018]] } };
  const changes = [adding('a"b', { item, key: 'k', tags: ['x'] })];
  const library = newLibrary();
  library.commit(hear(tell({ changes, label: 'import', by: 'ana' })).changes, { by: 'ana' });
  const other = newLibrary();
  other.commit(changes, { by: 'ana' });
  const rows = (of: typeof library) => of.database.rows('select * from entries e join bodies b on b.n = e.n');
  const timeless = (of: typeof library) => rows(of).map(row => row.map(value => (Number(value) > 1e12 ? 'at' : value)));
  expect(timeless(library)).toEqual(timeless(other));
  library.commit([setting('a"b', 'item.title', 'Heart')], { by: 'ana' });
  expect(library.entry('a"b')?.item.title).toBe('Heart');
  const both = [adding('b', { item, key: 'l' }), setting('b', 'item.title', 'Lung'), setting('b', 'tag.y', true)];
  library.commit(hear(tell({ changes: both, label: 'import', by: 'ana' })).changes, { by: 'ana' });
  expect(library.entry('b')).toMatchObject({ item: { title: 'Lung', type: 'book' }, tags: ['y'] });
  expect(library.lister.page({ text: 'lung' }, 0, 9).rows).toMatchObject([{ id: 'b', title: 'Lung', tags: ['y'] }]);
});
