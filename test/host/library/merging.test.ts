import { describe, expect, it } from 'vitest';
import { paragraph, withPart } from '../../../core/checks/examples.ts';
import { type BulkWhere, isFittingText } from '../../../core/library/bulk.ts';
import { mergeCounts } from '../../../core/library/merging.ts';
import type { DuplicatePair, KeptEntry } from '../../../core/library/types.ts';
import { operations } from '../../../host/library/operations.ts';
import { findPairs, keepApart } from '../../../host/library/pairing.ts';
import { createLibraryRoom } from '../../../host/library/room.ts';
import { citingNotes } from '../../../host/services/library.ts';
import { blank } from '../documents/folder.ts';
import { adding, article, commit, edited, idsOf, libraryFolder, newLibrary, setting } from './sample.ts';

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

describe('one field of many entries', () => {
  const three = () => {
    const library = newLibrary();
    commit(
      library,
      adding('a', { ...article('Haldane', 2018, 'One', { 'container-title': 'NEJM' }), tags: ['skin'] }),
      adding('b', article('Haldane', 2018, 'Two', { 'container-title': 'N Engl J Med', language: 'fr' })),
      adding('c', { ...article('Haldane', 2018, 'Three'), tags: ['skin'] }),
    );
    return library;
  };
  const ids = ['a', 'b', 'c'];
  const set = (library: ReturnType<typeof three>, text: string, where: BulkWhere) =>
    edited(library, ids, { kind: 'variable', variable: 'container-title', text, where });
  const journals = (library: ReturnType<typeof three>) =>
    ids.map(id => library.entry(id)?.item['container-title'] ?? null);

  it('is set in one step, which is undone in one step', async () => {
    const library = three();
    const { entries, batches } = await set(library, 'N Engl J Med', 'all');
    // The one that says so already is not touched.
    expect(entries).toBe(2);
    expect(journals(library)).toEqual(['N Engl J Med', 'N Engl J Med', 'N Engl J Med']);
    expect(batches).toHaveLength(1);
    expect(library.undo(batches[0] as number, 'ana').ok).toBe(true);
    expect(journals(library)).toEqual(['NEJM', 'N Engl J Med', null]);
  });

  it('is filled only where it is empty, if so wanted; an empty text empties it', async () => {
    const library = three();
    await set(library, 'Lancet', 'empty');
    expect(journals(library)).toEqual(['NEJM', 'N Engl J Med', 'Lancet']);
    await set(library, '', 'all');
    expect(journals(library)).toEqual([null, null, null]);
  });

  it('what they hold is counted first', () => {
    const common = operations.common(three(), { ids });
    expect(common).toMatchObject({ ok: true, value: { looked: 3, tags: [{ value: 'skin', entries: 2 }] } });
    expect(common.ok && common.value.values['container-title']).toEqual([
      { value: '', entries: 1 },
      { value: 'N Engl J Med', entries: 1 },
      { value: 'NEJM', entries: 1 },
    ]);
  });

  it('a language is a tag, not a word', () => {
    expect(['fr', 'pt-BR', ''].every(text => isFittingText('language', text))).toBe(true);
    expect(['French', 'fr_FR', 'f'].some(text => isFittingText('language', text))).toBe(false);
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
      setting('a', 'cited.both', { report: 'both', path: null, times: 2 }),
      setting('b', 'cited.both', { report: 'both', path: null, times: 1 }),
      setting('b', 'cited.r', { report: 'r', path: '/r.casereport', times: 4 }),
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
      cited: [
        { report: 'both', path: null, times: 3 },
        { report: 'r', path: '/r.casereport', times: 4 },
      ],
      starred: true,
    });
    expect(idsOf(library, {})).toEqual(['a']);
    expect(idsOf(library, { text: 'other' })).toEqual(['a']);
    expect(library.entry('b')).toMatchObject({ trashed: true, mergedInto: 'a', item: { title: 'The long title' } });
  });

  it('says before it is done how many reports and citations follow, and what is taken over', () => {
    const library = two();
    const [a, b] = [library.entry('a') as KeptEntry, library.entry('b') as KeptEntry];
    expect(mergeCounts(a, b, ['item.title'])).toEqual({
      reports: 2,
      citations: 5,
      staying: 1,
      fields: 3,
      tags: 1,
      collections: 1,
      notes: 1,
      files: 0,
    });
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
    const citing = (id: string) => ({
      type: 'citation' as const,
      id,
      items: [{ reference: 'ref' }],
      children: [{ text: '' }],
    });
    const report = { ...blank(), references: [{ id: 'ref', item, library: { entry: 'a', revision: 1 } }] };
    const twice = paragraph('Once ', citing('c'), ' and twice ', citing('d'), '.');
    await note(withPart(report, 'discussion', twice), '/x.casereport');
    const entry = async (id: string) => {
      const answer = await room.ask('entry', { id });
      return answer.ok ? answer.value : null;
    };
    expect((await entry('a'))?.cited).toEqual([{ report: 'r', path: '/x.casereport', times: 2 }]);

    // After a merge the entry that stayed is the one that is cited, also by a report that did not take that over yet.
    await room.ask('apply', { changes: [adding('b', article('Haldane', 2018, 'Arterioles'))], label: 'x', by: 'ana' });
    await room.ask('merge', { stays: 'b', goes: 'a', chosen: [], by: 'ana' });
    await note(report, '/x.casereport');
    expect((await entry('b'))?.cited).toEqual([{ report: 'r', path: '/x.casereport', times: 0 }]);
    await note(blank(), '/x.casereport');
    expect((await entry('b'))?.cited).toEqual([]);
    await room.close();
  });
});
