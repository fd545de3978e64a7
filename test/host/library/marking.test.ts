import { describe, expect, it } from 'vitest';
import type { OpenLibrary } from '../../../host/library/library.ts';
import { historyOf, pendingChanges, stampOf } from '../../../host/library/log.ts';
import { adding, article, commit, idsOf, newLibrary, setting } from './sample.ts';

const COUNT = 420;
const ids = Array.from({ length: COUNT }, (_, index) => `e${index}`);

function filled(): OpenLibrary {
  const library = newLibrary();
  commit(
    library,
    ...ids.map((id, index) => adding(id, article('Haldane', 2018, `Title ${index}`, { DOI: `10.1/${id}` }))),
  );
  commit(library, setting('e7', 'starred', true), setting('e8', 'read', true));
  return library;
}

/** All that is known of entries but when and in which batch it was done. */
const known = (library: OpenLibrary) =>
  ids.map(id => {
    const { revision: _, changed, created: __, ...entry } = library.entry(id) ?? (undefined as never);
    return {
      ...entry,
      by: changed.by,
      history: historyOf(library.database, id).map(({ field, value, before, by }) => ({ field, value, before, by })),
    };
  });

describe('a flag, tag or collection of many entries set at once', () => {
  it.each(['starred', 'tag."Haut" d’été, 5%', 'collection.c1'])(
    '%s: gives what setting it one by one gives, undone too',
    flag => {
      const [many, few] = [filled(), filled()];
      for (const library of [many, few])
        commit(library, setting('e3', 'tag.one', true), setting('e3', flag, true), setting('e3', 'tag.two', true));
      for (const value of [true, false]) {
        const batch = commit(many, ...ids.map(id => setting(id, flag, value)));
        const batches = few.database.transaction(() => ids.map(id => commit(few, setting(id, flag, value)).batch));
        expect(known(many)).toEqual(known(few));
        expect(many.lister.page({}, 0, COUNT).rows.map(({ id, tags }) => [id, tags])).toEqual(
          few.lister.page({}, 0, COUNT).rows.map(({ id, tags }) => [id, tags]),
        );
        expect(batch.entries.length).toBe(batches.filter(each => each !== null).length);
        many.undo(batch.batch as number, 'ben');
        few.database.transaction(() => {
          for (const each of batches.toReversed()) if (each !== null) few.undo(each, 'ben');
        });
        expect(known(many)).toEqual(known(few));
        commit(many, ...ids.map(id => setting(id, flag, value)));
        few.database.transaction(() => {
          for (const id of ids) commit(few, setting(id, flag, value));
        });
      }
      expect(pendingChanges(many.database, 0, 1_000_000).length).toBe(
        pendingChanges(few.database, 0, 1_000_000).length,
      );
    },
  );

  it('each is stamped with the revision it was made on, and lists follow', () => {
    const library = filled();
    const made = stampOf(library.database, 'e1', 'starred');
    const before = stampOf(library.database, 'e7', 'starred');
    expect(idsOf(library, { starred: true })).toEqual(['e7']);
    const { batch } = commit(library, ...ids.map(id => setting(id, 'starred', true)));
    expect(idsOf(library, { starred: true }).length).toBe(COUNT);
    expect(historyOf(library.database, 'e1')[0]).toMatchObject({ base: made, revision: batch });
    // It had one before: nothing was changed.
    expect(stampOf(library.database, 'e7', 'starred')).toBe(before);
    commit(library, ...ids.map(id => setting(id, 'starred', false)));
    expect(historyOf(library.database, 'e7')[0]).toMatchObject({ base: before, value: null, before: true });
    expect(library.lister.page({}, 0, 10).rows.every(({ starred }) => !starred)).toBe(true);
  });

  it('says which entries are not there, and another change keeps the flag', () => {
    const library = filled();
    const { missing } = commit(library, ...[...ids, 'gone'].map(id => setting(id, 'starred', true)));
    expect(missing).toEqual([setting('gone', 'starred', true)]);
    commit(library, setting('e1', 'item.volume', '7'), setting('e2', 'tag.skin', true));
    expect([library.entry('e1')?.starred, library.entry('e2')?.starred]).toEqual([true, true]);
    expect(idsOf(library, { starred: true }).length).toBe(COUNT);
  });

  it('entries are found by the tag that many were given, and no more once it was taken away', () => {
    const library = filled();
    const found = () => [
      idsOf(library, { text: 'dermatology' }).length,
      idsOf(library, { tags: ['dermatology'] }).length,
    ];
    expect(found()).toEqual([0, 0]);
    const { batch } = commit(library, ...ids.map(id => setting(id, 'tag.dermatology', true)));
    expect(found()).toEqual([COUNT, COUNT]);
    expect(idsOf(library, { text: 'haldane title 7' }).length).toBeGreaterThan(0);
    library.undo(batch as number, 'ben');
    expect(found()).toEqual([0, 0]);
    const text = library.database.value<string>('select data from bodies where n = 1') ?? '';
    expect(JSON.stringify(JSON.parse(text))).toBe(text);
  });
});
