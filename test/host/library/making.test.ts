import { afterAll, expect, it } from 'vitest';
import type { Change } from '../../../core/library/types.ts';
import { type OpenLibrary, openLibrary } from '../../../host/library/library.ts';
import { readLines } from '../../../host/library/searching/entry-words.ts';
import { createInverted, type Inverted } from '../../../host/library/searching/inverted.ts';
import type { WordReader } from '../../../host/library/searching/reading.ts';
import { hear, tell } from '../../../host/library/telling.ts';
import { adding, article, idsOf, libraryFolder, newLibrary, setting } from './sample.ts';

/** Reads words at once, in this thread. */
function wordReader(): WordReader {
  let read: Inverted | null = null;
  return {
    isPending: () => read !== null,
    put(lines) {
      read ??= createInverted();
      readLines(lines, read);
    },
    collect() {
      const parts = read?.parts() ?? null;
      read = null;
      return parts;
    },
    close() {
      read = null;
    },
  };
}

function withReader(): OpenLibrary {
  const library = openLibrary(libraryFolder(), () => {}, wordReader());
  if (!library.ok) throw new Error(library.problem.code);
  afterAll(() => library.value.close());
  return library.value;
}

const AUTHORS = ['Haldane', 'Pires', 'Œrsted', 'Né "K"'];
const many = (from: number, count: number, more: (at: number) => object = () => ({})): readonly Change[] =>
  Array.from({ length: count }, (_, index) => {
    const at = from + index;
    const made = article(AUTHORS[at % 4] as string, 1990 + (at % 30), `Title\n${at}`, { DOI: `10.5555/${at}` });
    return adding(`e${at}`, { ...made, key: `key ${at}`, ...more(at) });
  });

it('very many entries made as they were told stand, are logged and found as those made one by one, and are undone', () => {
  const batches = [
    // With all that an entry may bring beside its item.
    many(0, 2500, at => ({
      ...(at % 3 === 0 ? { tags: ['read', 'read', `t${at % 5}`] } : {}),
      ...(at % 7 === 0 ? { collections: ['c'], kept: { file: 'a"b' } } : {}),
      ...(at % 11 === 0 ? { notes: [{ id: 'n', text: 'Vasculitis' }] } : {}),
    })),
    // Keys that are taken, in the library and among themselves; one without a key; one that is there already; a collection; a change.
    [
      ...many(2500, 2200, at => (at % 1000 === 10 ? { key: 'key1' } : {})),
      ...many(4700, 1, () => ({ key: undefined })),
      ...many(3, 1),
      setting('collection:c', 'name', 'Kidneys'),
      setting('e2600', 'item.title', 'Another'),
    ],
    // Nothing but what is told as it is to stand.
    many(5000, 2000),
  ];
  const told = withReader();
  const other = newLibrary();
  for (const changes of batches) {
    const heard = hear(tell({ changes, label: 'import', by: 'ana' })).changes;
    const applied = told.commit(heard, { by: 'ana', label: 'import', at: 1000 });
    expect(applied).toEqual(other.commit(changes, { by: 'ana', label: 'import', at: 1000 }));
  }
  for (const table of [
    'entries',
    'bodies',
    'changes',
    'stamps',
    'batches',
    'collections',
    'entry_tags',
    'entry_collections',
  ]) {
    const rows = (of: OpenLibrary) => of.database.rows(`select * from ${table} order by 1, 2`);
    expect(rows(told)).toEqual(rows(other));
  }
  for (const query of [
    { text: 'haldane 1999' },
    { text: 'vasculitis' },
    { text: 'key26' },
    { tags: ['t1'] },
    { text: 'another' },
  ])
    expect(idsOf(told, query)).toEqual(idsOf(other, query));
  expect(idsOf(told, { text: 'title' })).toHaveLength(6700);
  told.undo(3, 'ana');
  expect(idsOf(told, { text: 'title' })).toHaveLength(4700);
});
