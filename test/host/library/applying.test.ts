import { describe, expect, it } from 'vitest';
import { newId } from '../../../host/library/applying.ts';
import { historyOf, pendingChanges, stampOf } from '../../../host/library/log.ts';
import { adding, article, commit, idsOf, newLibrary, setting } from './sample.ts';

describe('changing a library', () => {
  it('an entry has its fields, its key, and who made it', () => {
    const library = newLibrary();
    commit(
      library,
      adding('a', { ...article('Haldane', 2018, 'Calcified arterioles'), tags: ['skin'], key: 'haldane18' }),
    );
    expect(library.entry('a')).toMatchObject({
      key: 'haldane18',
      tags: ['skin'],
      item: { id: 'a', title: 'Calcified arterioles' },
      created: { by: 'ana' },
      trashed: false,
    });
  });

  it('a key that is taken gets a letter, and one that is changed stays unique', () => {
    const library = newLibrary();
    const same = { ...article('Haldane', 2018, 'One'), key: 'haldane' };
    commit(library, adding('a', same), adding('b', same));
    commit(library, adding('c', same));
    expect(['a', 'b', 'c'].map(id => library.entry(id)?.key)).toEqual(['haldane', 'haldanea', 'haldaneb']);
    commit(library, setting('c', 'key', 'haldane'));
    expect(library.entry('c')?.key).not.toBe('haldane');
    commit(library, setting('c', 'key', 'my key, {2018}'));
    expect(library.entry('c')?.key).toBe('mykey2018');
  });

  it('many changes are one batch, however many are at hand at a time: keys stay apart, what was made is changed, all is undone', () => {
    const library = newLibrary();
    const made = Array.from({ length: 2500 }, (_, n) =>
      adding(`e${n}`, { ...article('Lo', 2000, `Skin ${n}`), key: n % 1200 === 0 ? 'same' : `k${n}` }),
    );
    const { batch, entries } = commit(
      library,
      ...made,
      setting('e7', 'item.title', 'Kidney'),
      adding('e8', article('Lo', 2000, 'Made twice')),
    );
    expect(entries).toEqual(made.map(({ entry }) => entry));
    expect(['e0', 'e1200', 'e2400'].map(id => library.entry(id)?.key)).toEqual(['same', 'samea', 'sameb']);
    expect(library.entry('e8')?.item.title).toBe('Skin 8');
    expect(historyOf(library.database, 'e7')).toMatchObject([
      { field: 'item.title', before: 'Skin 7', base: batch, batch },
      { field: 'new', batch },
    ]);
    expect(idsOf(library, { text: 'kidney' })).toEqual(['e7']);
    expect(idsOf(library, { text: 'skin' }).length).toBe(2499);
    library.undo(batch as number, 'ana');
    expect(idsOf(library, {}).length).toBe(0);
  });

  it('one change of one field is one line of the log, with what stood there and the revision it was made on', () => {
    const library = newLibrary();
    commit(library, adding('a', article('Haldane', 2018, 'Wrong')));
    const { batch } = commit(library, setting('a', 'item.title', 'Right'), setting('a', 'starred', false));
    const [last] = historyOf(library.database, 'a');
    expect(last).toMatchObject({ field: 'item.title', before: 'Wrong', value: 'Right', base: 1, batch, by: 'ana' });
    expect(stampOf(library.database, 'a', 'item.title')).toBe(batch);
    expect(stampOf(library.database, 'a', 'item.author')).toBe(1);
  });

  it('what changes nothing is no revision, and a change of an entry that is not there is told', () => {
    const library = newLibrary();
    commit(library, adding('a', article('Haldane', 2018, 'Title')));
    const before = library.revision();
    expect(commit(library, setting('a', 'item.title', 'Title')).batch).toBeNull();
    expect(commit(library, setting('nobody', 'starred', true)).missing).toHaveLength(1);
    expect(library.revision()).toBe(before);
  });

  it('what came from a team is not sent back to it', () => {
    const library = newLibrary();
    library.commit([adding('a', article('Haldane', 2018, 'Title'))], { by: 'bo', origin: 'team' });
    commit(library, setting('a', 'tag.skin', true));
    expect(pendingChanges(library.database, 0).map(({ field }) => field)).toEqual(['tag.skin']);
  });
});

describe('collections', () => {
  it('stand in one another, and one shows what stands in those inside', () => {
    const library = newLibrary();
    commit(
      library,
      setting('collection:skin', 'name', 'Skin'),
      setting('collection:calc', 'name', 'Calciphylaxis'),
      setting('collection:calc', 'parent', 'skin'),
      adding('a', { ...article('Haldane', 2018, 'Arterioles'), collections: ['calc'] }),
      adding('b', article('Lo', 2016, 'Wounds')),
    );
    expect(idsOf(library, { collection: 'skin' })).toEqual(['a']);
    expect(idsOf(library, { unfiled: true })).toEqual(['b']);
    commit(library, setting('b', 'collection.skin', true));
    expect(idsOf(library, { collection: 'calc' })).toEqual(['a']);
    expect(idsOf(library, { collection: 'skin' })).toEqual(['b', 'a']);
  });

  it('never stand inside themselves', () => {
    const library = newLibrary();
    commit(
      library,
      setting('collection:a', 'name', 'A'),
      setting('collection:b', 'name', 'B'),
      setting('collection:b', 'parent', 'a'),
    );
    expect(commit(library, setting('collection:a', 'parent', 'b')).batch).toBeNull();
  });

  it('one in the trash files nothing', () => {
    const library = newLibrary();
    commit(
      library,
      setting('collection:c', 'name', 'C'),
      adding('a', { ...article('Haldane', 2018, 'Arterioles'), collections: ['c'] }),
    );
    const { batch } = commit(library, setting('collection:c', 'trashed', true));
    expect(idsOf(library, { unfiled: true })).toEqual(['a']);
    library.undo(batch as number, 'ana');
    expect(idsOf(library, { unfiled: true })).toEqual([]);
  });
});

it('new ids are never the same', () => {
  const ids = Array.from({ length: 2000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[\w-]{12}$/);
});
