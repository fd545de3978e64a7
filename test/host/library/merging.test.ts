import { describe, expect, it } from 'vitest';
import type { DuplicatePair } from '../../../core/library/types.ts';
import { operations } from '../../../host/library/operations.ts';
import { findPairs, keepApart } from '../../../host/library/pairing.ts';
import { createLibraryRoom } from '../../../host/library/room.ts';
import { citingNotes } from '../../../host/services/library.ts';
import { blank } from '../documents/folder.ts';
import { adding, article, commit, idsOf, libraryFolder, newLibrary, setting } from './sample.ts';

async function pairs(library: ReturnType<typeof newLibrary>): Promise<readonly DuplicatePair[]> {
  for await (const event of findPairs(library.database, new AbortController().signal))
    if (event.kind === 'done') return event.pairs;
  return [];
}
const merge = (library: ReturnType<typeof newLibrary>, stays: string, goes: string, chosen: string[] = []) =>
  operations.merge(library, { stays, goes, chosen, by: 'ana' });

describe('duplicates in a library', () => {
  it('are found by identifier, by title, year and author, and by titles nearly the same', async () => {
    const library = newLibrary();
    commit(
      library,
      adding('a', article('Haldane', 2018, 'Calcified arterioles of the skin', { DOI: '10.5555/x' })),
      adding('b', article('Haldane', 2018, 'Another title entirely', { DOI: 'https://doi.org/10.5555/X' })),
      adding('c', article('Lo', 2016, 'Wound infection in calcific arteriolopathy')),
      adding('d', article('Lo', 2016, 'Wound infection in calcific arteriolopathy')),
      adding('e', article('Varga', 2014, 'Stopping warfarin in calciphylaxis: what happens next')),
      adding('f', article('Varga', 2015, 'Stopping warfarin in calciphylaxis; what hapens next')),
      adding(
        'g',
        article('Varga', 2014, 'Stopping warfarin in calciphylaxis: what happens next 2', { DOI: '10.5555/g' }),
      ),
    );
    expect(await pairs(library)).toEqual([
      { one: 'a', other: 'b', because: 'doi' },
      { one: 'c', other: 'd', because: 'work' },
      { one: 'e', other: 'f', because: 'alike' },
    ]);
    keepApart(library.database, 'e', 'f');
    expect(await pairs(library)).toHaveLength(2);
  });
});

describe('merging two entries', () => {
  const two = () => {
    const library = newLibrary();
    commit(
      library,
      setting('collection:skin', 'name', 'Skin'),
      adding('a', { ...article('Haldane', 2018, 'Short', { volume: '3' }), key: 'haldane', tags: ['one'] }),
      adding('b', {
        ...article('Haldane', 2018, 'The long title', { abstract: 'Words.' }),
        key: 'other',
        tags: ['two'],
        collections: ['skin'],
        notes: [{ id: 'n', text: 'Mine' }],
        kept: { 'ris:AN': '77' },
      }),
      setting('b', 'cited.r', { report: 'r', path: '/r.casereport' }),
      setting('b', 'starred', true),
    );
    return library;
  };

  it('keeps every field, tag, collection, note and citing report, and the other key', () => {
    const library = two();
    merge(library, 'a', 'b', ['item.title']);
    expect(library.entry('a')).toMatchObject({
      key: 'haldane',
      aliases: ['other'],
      item: { title: 'The long title', volume: '3', abstract: 'Words.' },
      kept: { 'ris:AN': '77' },
      tags: ['one', 'two'],
      collections: ['skin'],
      notes: [{ text: 'Mine' }],
      cited: [{ report: 'r', path: '/r.casereport' }],
      starred: true,
    });
    expect(idsOf(library, {})).toEqual(['a']);
    expect(idsOf(library, { text: 'other' })).toEqual(['a']);
    expect(library.entry('b')).toMatchObject({ trashed: true, mergedInto: 'a', item: { title: 'The long title' } });
  });

  it('is undone whole', () => {
    const library = two();
    const before = [library.entry('a'), library.entry('b')].map(entry => ({ ...entry, revision: 0, changed: 0 }));
    const merged = merge(library, 'a', 'b', ['item.title']);
    expect(merged.ok && library.undo(merged.value.batch as number, 'ana').ok).toBe(true);
    const after = [library.entry('a'), library.entry('b')].map(entry => ({ ...entry, revision: 0, changed: 0 }));
    expect(after).toEqual(before);
  });

  it('a report that copied the one that went is shown the one that stayed', () => {
    const library = two();
    merge(library, 'a', 'b');
    const links = [{ entry: 'b', revision: library.revision() }];
    expect(operations.compare(library, { links })).toMatchObject({
      ok: true,
      value: [{ entry: 'b', now: { id: 'a' } }],
    });
  });
});

describe('a report and the library', () => {
  it('a copy is behind once its entry changed', () => {
    const library = newLibrary();
    commit(library, adding('a', article('Haldane', 2018, 'Calcified arterioles')));
    const links = [{ entry: 'a', revision: library.revision() }];
    expect(operations.compare(library, { links })).toEqual({ ok: true, value: [] });
    commit(library, setting('a', 'item.volume', '12'));
    expect(operations.compare(library, { links })).toMatchObject({
      ok: true,
      value: [{ now: { item: { volume: '12' } } }],
    });
  });

  it('where it is cited is noted on saving, and taken back when it no longer is', async () => {
    const room = createLibraryRoom(libraryFolder(), null);
    await room.ask('apply', { changes: [adding('a', article('Haldane', 2018, 'Arterioles'))], label: 'x', by: 'ana' });
    const note = citingNotes(room);
    const item = { id: 'ref', type: 'book' };
    await note(
      { ...blank(), references: [{ id: 'ref', item, library: { entry: 'a', revision: 1 } }] },
      '/x.casereport',
    );
    const cited = async () => {
      const entry = await room.ask('entry', { id: 'a' });
      return entry.ok ? entry.value.cited : null;
    };
    expect(await cited()).toEqual([{ report: 'r', path: '/x.casereport' }]);
    await note(blank(), '/x.casereport');
    expect(await cited()).toEqual([]);
    await room.close();
  });
});
