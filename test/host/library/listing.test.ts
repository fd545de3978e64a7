import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../core/library/texts.ts';
import type { Change, KeptEntry } from '../../../core/library/types.ts';
import { openDatabase } from '../../../host/library/database.ts';
import type { OpenLibrary } from '../../../host/library/library.ts';
import { migrations } from '../../../host/library/migrations/index.ts';
import { libraryFile, openLibraryFile } from '../../../host/library/opening.ts';
import { adding, article, commit, libraryFolder, newLibrary, setting } from './sample.ts';

/** Rows as they are listed, and as they are made of the entries themselves. */
function both(library: OpenLibrary) {
  const rows = [false, true].flatMap(trash => library.lister.page({ trash }, 0, 100).rows);
  return { rows, wanted: rows.map(({ id }) => rowOf(library.entry(id) as KeptEntry)) };
}

/** One field of an entry, as everything that writes sets it. */
const field = fc.oneof(
  fc.constantFrom<[string, unknown]>(
    ['item.title', 'A <i>new</i> title, “quoted” \\ “𝒳”'],
    ['item.title', null],
    ['item.type', 'book'],
    ['item.author', [{ family: 'Ngô' }, { literal: 'A "group"' }, { family: 'Lo' }, { family: 'Li' }]],
    ['item.author', null],
    ['item.editor', [{ family: 'Berg', 'non-dropping-particle': 'van den' }]],
    ['item.issued', { literal: 'spring 1999' }],
    ['item.issued', null],
    ['item.container-title', 'Néphrologie'],
    ['item.publisher', 'Lippincott'],
    ['key', 'another'],
    ['tag.skin', true],
    ['tag.a "tag"', true],
    ['tag.skin', null],
    ['read', true],
    ['starred', true],
    ['starred', null],
    ['trashed', true],
    ['trashed', null],
    ['file.f', { id: 'f', name: 'a.pdf', path: '/a.pdf', size: 1, hash: 'h', seen: 1 }],
    ['file.f', null],
    ['cited.r', { report: 'r', path: null }],
    ['cited.r', null],
    ['mergedInto', 'e0'],
    ['note.n', 'A note'],
  ),
);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.tuple(fc.nat(3), field), { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constant('undo' as const) },
);

describe('the row of a list', () => {
  it('is what its entry makes it, whatever was written, undone or taken from a team', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.boolean(), (steps, isTeam) => {
        const library = newLibrary();
        const made = Array.from({ length: 4 }, (_, n) => adding(`e${n}`, article('Haldane', 2018, `Title ${n}`)));
        commit(library, ...made, setting('e1', 'tag.skin', true));
        let last: number | null = null;
        for (const some of steps) {
          if (some === 'undo') {
            if (last !== null) library.undo(last, 'bo');
            last = null;
          } else {
            const changes: Change[] = some.map(([n, [name, value]]) => setting(`e${n}`, name, value));
            last = library.commit(changes, { by: 'ana', ...(isTeam ? { origin: 'team' as const } : {}) }).batch;
          }
          const { rows, wanted } = both(library);
          expect(rows).toEqual(wanted);
        }
        library.close();
      }),
      { numRuns: Number(process.env.EDIT_RUNS ?? 25) },
    );
  });

  it('of a library of an earlier version is written when it is opened', () => {
    const folder = libraryFolder();
    openLibraryFile(folder, { steps: migrations.slice(0, 7) });
    const earlier = openDatabase(libraryFile(folder));
    // More than are filled in at once.
    earlier.exec(`
      with recursive counted(n) as (select 1 union all select n + 1 from counted where n < 1203)
      insert into entries select n, 'e' || n, 'k' || n, 1, 'ana', n, 'bo', 2 * n, 0, n % 2, 0, 0, 'book', 2000, '', '', '', ''
      from counted;
      insert into bodies select n, '', '', '', '', json_object('id', id, 'key', key,
        'item', json_object('id', id, 'type', 'book', 'title', 'Title ' || n, 'issued', json('{"date-parts":[[2000]]}')),
        'kept', json('{}'), 'tags', json_array('t' || n), 'collections', json('[]'), 'notes', json('[]'),
        'read', json('false'), 'starred', json(iif(n % 2, 'true', 'false')), 'files', json('[]'), 'cited', json('[]'),
        'aliases', json('[]'), 'trashed', json('false'), 'mergedInto', null) from entries`);
    earlier.close();
    const library = newLibrary(folder);
    const { rows } = library.lister.page({}, 0, 2000);
    expect(rows.length).toBe(1203);
    expect(rows).toEqual(rows.map(({ id }) => rowOf(library.entry(id) as KeptEntry)));
    expect(rows.at(-1)).toMatchObject({ title: 'Title 1', tags: ['t1'], starred: true, changed: 2 });
  });
});
