/** What is left of a library whose program was ended in the middle: copies of its files as they stood at a moment are that. */
import { copyFileSync, existsSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenLibrary } from '../../../host/library/library.ts';
import { adding, article, idsOf, libraryFolder, newLibrary } from './sample.ts';

const MANY = 1200;

/** The files of a library as they stand now, in another folder. */
function copied(folder: string): string {
  const copy = libraryFolder();
  for (const name of ['library.db', 'library.db-wal'])
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
  return copy;
}

const entriesOf = (batch: number) =>
  Array.from({ length: MANY }, (_, at) => adding(`e${batch}-${at}`, article('Haldane', 1990 + batch, `Title ${at}`)));
const commitOf = (library: OpenLibrary, batch: number) =>
  library.commit(entriesOf(batch), { by: 'ana', label: 'import' });

/** Batches that are there, each whole or not at all: with its rows, its log and its words. */
function batchesIn(folder: string): readonly number[] {
  const library = newLibrary(folder);
  const { database } = library;
  expect(database.value('pragma integrity_check')).toBe('ok');
  const found = database.rows<readonly [number, number]>('select year, count(*) from entries group by year order by 1');
  for (const [year, count] of found) {
    expect(count).toBe(MANY);
    expect(idsOf(library, { text: `${year} haldane` })).toHaveLength(MANY);
  }
  expect(database.value('select count(*) from bodies')).toBe(found.length * MANY);
  expect(database.value("select count(*) from changes where field = 'new'")).toBe(found.length * MANY);
  expect(database.value('select count(*) from batches')).toBe(found.length);
  return found.map(([year]) => year - 1990);
}

describe('a library whose program ends while much is taken in', () => {
  it('has every batch that was made, and nothing of the one under way, though nothing was brought into its file yet', () => {
    const folder = libraryFolder();
    const library = newLibrary(folder);
    expect(commitOf(library, 1).batch).toBe(1);
    const file = statSync(join(folder, 'library.db')).size;
    const between = copied(folder);
    let within = '';
    library.database.transaction(() => {
      commitOf(library, 2);
      within = copied(folder);
    });
    expect(statSync(join(folder, 'library.db')).size).toBe(file);
    const after = copied(folder);
    library.database.settle();
    expect(statSync(join(folder, 'library.db-wal')).size).toBe(0);
    expect([between, within, after, copied(folder)].map(batchesIn)).toEqual([[1], [1], [1, 2], [1, 2]]);
  });

  it('opens whole with the first batches, wherever what was written last is cut off', () => {
    const folder = libraryFolder();
    const library = newLibrary(folder);
    library.database.settle();
    const lengths = [1, 2, 3].map(batch => {
      commitOf(library, batch);
      return statSync(join(folder, 'library.db-wal')).size;
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: lengths[2] as number }), length => {
        const cut = copied(folder);
        truncateSync(join(cut, 'library.db-wal'), length);
        expect(batchesIn(cut)).toEqual([1, 2, 3].filter(batch => (lengths[batch - 1] as number) <= length));
      }),
      { numRuns: 6, examples: [[lengths[0] as number], [(lengths[1] as number) - 1]] },
    );
  });
});
