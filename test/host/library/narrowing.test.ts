import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords } from '../../../core/library/folding.ts';
import { authorOrder, journalOf, plainText, titleOrder, yearOf } from '../../../core/library/texts.ts';
import { type Change, type KeptEntry, type LibraryQuery, SORT_KEYS } from '../../../core/library/types.ts';
import type { OpenLibrary } from '../../../host/library/library.ts';
import { article, commit, idsOf, newLibrary } from './sample.ts';

/** "outer" has "inner" in it; "gone" is in the trash. */
const COLLECTIONS = ['outer', 'inner', 'gone'];
const WORDS = [
  'skin',
  'skull',
  'Kidney',
  'œdème',
  'Œuvre',
  'straße',
  'rein',
  '\u{1d400}lpha',
  'a title longer than what is sorted by at once',
];
const TAGS = ['to read', 'methods'];

const some = <T>(...of: readonly T[]) => fc.constantFrom(...of);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** A field of an entry as it may be set. */
const field = fc.oneof(
  fc.subarray(WORDS).map(words => ['item.title', words.join(' ')] as const),
  some('Ito', 'Sørbye', '').map(family => ['item.author', [{ family, given: 'A.' }]] as const),
  some(
    'Kidney International',
    'Kidney International Reports: case reports of everything in many more words than one',
    '',
  ).map(name => ['item.container-title', name] as const),
  some(null, 1998, 2010, 2024).map(year => ['item.issued', year === null ? null : { 'date-parts': [[year]] }] as const),
  some('article-journal', 'book', 'webpage').map(type => ['item.type', type] as const),
  fc.tuple(some(...TAGS), fc.boolean()).map(([tag, is]) => [`tag.${tag}`, is ? true : null] as const),
  fc.tuple(some(...COLLECTIONS), fc.boolean()).map(([id, is]) => [`collection.${id}`, is ? true : null] as const),
  fc.tuple(some('starred', 'read', 'trashed'), fc.boolean()),
);
const step = fc.tuple(fc.nat(9), field);

const query: fc.Arbitrary<LibraryQuery> = fc
  .record({
    text: maybe(some('ski', 'k', 'kidney', 'oed', 'œd', 'STRASSE', 'straß', 'ito a', 'kid rein', 'a')),
    tags: maybe(fc.subarray(TAGS)),
    collection: maybe(some(...COLLECTIONS)),
    from: maybe(some(1998, 2005)),
    to: maybe(some(2010, 2020)),
    types: maybe(fc.subarray(['book', 'webpage', 'thesis'])),
    starred: maybe(fc.boolean()),
    unread: maybe(fc.boolean()),
    unfiled: maybe(fc.boolean()),
    trash: maybe(fc.boolean()),
    sort: maybe(some(...SORT_KEYS)),
    descending: maybe(fc.boolean()),
  })
  .map(all => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

/** Whether a query asks for an entry, by looking at nothing but it. */
function isWanted(entry: KeptEntry, { text = '', tags = [], types = [], ...query }: LibraryQuery): boolean {
  const year = yearOf(entry.item);
  const { title, author, 'container-title': journal } = entry.item;
  const names = (author ?? []).map(({ family, given }) => `${family} ${given}`);
  const words = foldedWords([title, ...names, journal, year, entry.key, ...entry.tags].join(' '));
  const inside = { outer: ['outer', 'inner'], inner: ['inner'], gone: ['gone'] }[query.collection ?? 'outer'] ?? [];
  return (
    foldedWords(text).every(typed => words.some(word => word.startsWith(typed))) &&
    tags.every(tag => entry.tags.includes(tag)) &&
    (query.collection === undefined || entry.collections.some(id => inside.includes(id))) &&
    (query.from === undefined || (year !== null && year >= query.from)) &&
    (query.to === undefined || (year !== null && year <= query.to)) &&
    (types.length === 0 || types.includes(entry.item.type)) &&
    (!query.starred || entry.starred) &&
    (!query.unread || !entry.read) &&
    (!query.unfiled || !entry.collections.some(id => id !== 'gone')) &&
    entry.trashed === (query.trash ?? false)
  );
}

const SORTED_BY: Readonly<Record<string, (entry: KeptEntry) => string | number | null>> = {
  title: ({ item }) => titleOrder(plainText(item.title)),
  author: ({ item }) => authorOrder(item),
  journal: ({ item }) => journalOf(item).toLowerCase(),
  year: ({ item }) => yearOf(item),
  type: ({ item }) => item.type,
  changed: ({ changed }) => changed.at,
};

/** Entries in the order of a query, the newest of equals first. `ids` are those of all, in the order in which they came. */
function inOrder(entries: readonly KeptEntry[], ids: readonly string[], { sort = 'added', descending }: LibraryQuery) {
  const keyOf = SORTED_BY[sort] ?? (({ id }: KeptEntry) => ids.indexOf(id));
  const isNone = (entry: KeptEntry) => keyOf(entry) === null || keyOf(entry) === '';
  return [...entries].sort((a, b) => {
    if (isNone(a) !== isNone(b)) return isNone(a) ? 1 : -1;
    const [one, other] = [keyOf(a), keyOf(b)] as [number, number];
    if (one === other || isNone(a)) return ids.indexOf(b.id) - ids.indexOf(a.id);
    return (one < other ? -1 : 1) * (descending ? -1 : 1);
  });
}

function expectLike(library: OpenLibrary, ids: readonly string[], asked: LibraryQuery) {
  const entries = ids.flatMap(id => library.entry(id) ?? []);
  const wanted = entries.filter(entry => isWanted(entry, asked));
  // Where nothing has these words, others are looked for.
  if (wanted.length === 0 && asked.text !== undefined) return;
  const isByWorth = asked.sort === undefined && asked.text !== undefined;
  const order = inOrder(wanted, ids, { ...(asked.sort === undefined ? { descending: true } : {}), ...asked });
  const found = idsOf(library, asked);
  if (isByWorth) expect([...found].sort()).toEqual(order.map(({ id }) => id).sort());
  else expect(found).toEqual(order.map(({ id }) => id));
  expect(library.lister.page(asked, 0, 3)).toMatchObject({ total: wanted.length });
}

describe('a list', () => {
  it('is what going through all entries one by one finds, in its order, whatever was changed since it was last asked for', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.array(step, { minLength: 1, maxLength: 8 }), fc.array(query, { minLength: 1, maxLength: 8 })),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        rounds => {
          const library = newLibrary();
          const made = (name: string, more: readonly Change[] = []): Change[] => [
            { entry: `collection:${name}`, field: 'name', value: name },
            ...more,
          ];
          commit(
            library,
            ...made('outer'),
            ...made('inner', [{ entry: 'collection:inner', field: 'parent', value: 'outer' }]),
            ...made('gone', [{ entry: 'collection:gone', field: 'trashed', value: true }]),
          );
          const ids: string[] = [];
          for (const [steps, queries] of rounds) {
            for (const [number, [name, value]] of steps) {
              const id = `e${number}`;
              if (!ids.includes(id)) {
                ids.push(id);
                commit(library, { entry: id, field: 'new', value: article('Lo', 2000, 'Skin') });
              }
              commit(library, { entry: id, field: name, value });
            }
            for (const asked of queries) expectLike(library, ids, asked);
          }
        },
      ),
      { numRuns: Number(process.env.EDIT_RUNS ?? 25) },
    );
  });
});
