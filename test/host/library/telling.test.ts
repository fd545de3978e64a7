import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryFrom } from '../../../core/library/fields.ts';
import type { Change, NewEntry } from '../../../core/library/types.ts';
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
          expect(JSON.parse(new TextDecoder().decode(told))).toEqual(item);
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
  const data = (of: typeof library) => of.database.value<string>('select data from bodies');
  expect(data(library)).toBe(data(other));
  library.commit([setting('a"b', 'item.title', 'Heart')], { by: 'ana' });
  expect(library.entry('a"b')?.item.title).toBe('Heart');
});
