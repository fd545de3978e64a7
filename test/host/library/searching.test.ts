import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LibraryQuery } from '../../../core/library/types.ts';
import { type OpenLibrary, openLibrary } from '../../../host/library/library.ts';
import { adding, article, commit, idsOf, libraryFolder, newLibrary, setting } from './sample.ts';

function sample(): OpenLibrary {
  const library = newLibrary();
  commit(
    library,
    adding(
      'haldane',
      article('Haldane', 2018, 'Calcified arterioles of the skin', {
        DOI: '10.5555/nn.2018.1',
        'container-title': 'Nephrol Notes',
      }),
    ),
    adding(
      'delorme',
      article('Delorme', 2021, 'Rhéophérèse et artériolopathie calcifiante : neuf cas', { language: 'fr' }),
    ),
    adding('brandt', {
      ...article('Brandt', 2017, 'Rheopheresis lowers fibrinogen', {
        abstract: 'Fourteen patients on haemodialysis, and the skin.',
      }),
      tags: ['methods'],
    }),
    adding('sorbye', article('Sørbye', 2020, 'Survival after calciphylaxis')),
    adding('wang', {
      ...article('王', 2019, '钙化防御的治疗'),
      notes: [{ id: 'n', text: 'Ask Ndiaye for the full text' }],
    }),
  );
  return library;
}
const found = (library: OpenLibrary, text: string, more: LibraryQuery = {}) => idsOf(library, { text, ...more });

describe('searching as one types', () => {
  const library = sample();
  it('the beginning of a word is enough, in any order', () => {
    expect(found(library, 'arteri calc')).toEqual(['delorme', 'haldane']);
    expect(found(library, 'hal 2018')).toEqual(['haldane']);
    expect(found(library, 'H')).toContain('haldane');
  });
  it('accents and case do not matter, either way', () => {
    expect(found(library, 'RHEOPHERESE')).toEqual(['delorme']);
    expect(found(library, 'rhéophérèse')).toEqual(['delorme']);
    expect(found(library, 'sorbye')).toEqual(['sorbye']);
    expect(found(library, 'Sørbye')).toEqual(['sorbye']);
  });
  it('journal, identifier, tag, note and abstract are looked at', () => {
    expect(found(library, 'nephrol notes')).toEqual(['haldane']);
    expect(found(library, '10.5555/nn.2018.1')).toEqual(['haldane']);
    expect(found(library, 'methods')).toEqual(['brandt']);
    expect(found(library, 'ndiaye')).toEqual(['wang']);
    expect(found(library, 'haemodialysis')).toEqual(['brandt']);
  });
  it('a title stands before an abstract', () => {
    expect(found(library, 'skin')).toEqual(['haldane', 'brandt']);
  });
  it('scripts without spaces are found by a part', () => {
    expect(found(library, '防御')).toEqual(['wang']);
  });
  it('a typing error finds the nearest word, only where nothing matches, and says so', () => {
    expect(library.lister.page({ text: 'fibrinogin' }, 0, 10)).toMatchObject({ total: 1, instead: 'fibrinogen' });
    expect(library.lister.page({ text: 'fibrinogen' }, 0, 10).instead).toBeNull();
    expect(found(library, 'zzzzzzz')).toEqual([]);
  });
  it('an identifier is found as it was copied; Greek letters and compounds, however they are written', () => {
    const library = newLibrary();
    const title = 'Long-term follow-up of COVID-19: TNF-α, interleukin 6 and a handbook of lymphnodes';
    const item = {
      ...article('Lo', 2021, title).item,
      DOI: '10.1016/S0140-6736(09)60919-4',
      PMID: '19465235',
      PMCID: 'PMC7654321',
    };
    commit(library, adding('lo', { item }), adding('other', article('Roe', 2020, 'Alpha rhythm of long duration')));
    for (const text of [
      'https://doi.org/10.1016/s0140-6736(09)60919-4',
      'doi:10.1016/S0140-6736(09)60919-4',
      'PMID: 19465235',
      'https://pubmed.ncbi.nlm.nih.gov/19465235/',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC7654321/',
      'tnf alpha',
      'TNF-α',
      'longterm',
      'followup covid19',
      'interleukin6',
      'hand book',
      'lymph nodes',
    ])
      expect(found(library, text), text).toEqual(['lo']);
    expect(library.lister.page({ text: 'longterm' }, 0, 10).instead).toBe('long term');
    expect(library.lister.page({ text: 'hand book' }, 0, 10).instead).toBe('handbook');
    expect(library.lister.page({ text: 'tnf alpha' }, 0, 10).instead).toBeNull();
  });
  it('filters narrow it', () => {
    expect(found(library, 'skin', { tags: ['methods'] })).toEqual(['brandt']);
    expect(found(library, 'rh', { from: 2020 })).toEqual(['delorme']);
    expect(found(library, 'skin', { starred: true })).toEqual([]);
    expect(found(library, 'calc', { sort: 'year' })).toEqual(['haldane', 'sorbye', 'delorme']);
  });
});

describe('a list that changes', () => {
  it('finds a word as soon as it was written, and no longer once it was taken away', () => {
    const library = sample();
    found(library, 'x');
    const { batch } = commit(library, setting('wang', 'note.m', 'quinquagenarian'));
    expect(found(library, 'quinqua')).toEqual(['wang']);
    library.undo(batch as number, 'ana');
    expect(found(library, 'quinquagenarian')).toEqual([]);
  });
  it('shows what is in the trash there only', () => {
    const library = sample();
    commit(library, setting('haldane', 'trashed', true));
    expect(found(library, 'haldane')).toEqual([]);
    expect(found(library, 'haldane', { trash: true })).toEqual(['haldane']);
    commit(library, setting('haldane', 'trashed', false));
    expect(found(library, 'haldane')).toEqual(['haldane']);
  });
  it('a short beginning finds rare words beside the many common ones', () => {
    const library = newLibrary();
    const words = Array.from({ length: 80 }, (_, n) => `ca${String.fromCharCode(97 + (n % 26))}${n}`);
    commit(library, ...words.map((word, n) => adding(`e${n}`, article('Lo', 2000, `${word} study of ${n}`))));
    expect(library.lister.page({ text: 'ca' }, 0, 10)).toMatchObject({ total: 80 });
  });
  it('in the trash it is found as elsewhere: by any word, by its beginning, with a typing error', () => {
    const library = sample();
    commit(library, setting('brandt', 'trashed', true));
    expect(found(library, 'haemodial', { trash: true })).toEqual(['brandt']);
    expect(found(library, 'fibrinogin', { trash: true })).toEqual(['brandt']);
    expect(found(library, 'fibrinogen')).toEqual([]);
  });
  it('a filter holds from the moment on that an entry has what it asks for', () => {
    const library = sample();
    found(library, 'skin', { starred: true });
    commit(
      library,
      setting('brandt', 'starred', true),
      setting('brandt', 'read', true),
      setting('wang', 'tag.x', true),
    );
    expect(found(library, 'skin', { starred: true })).toEqual(['brandt']);
    expect(found(library, 'skin', { unread: true })).toEqual(['haldane']);
    expect(found(library, '', { tags: ['x'] })).toEqual(['wang']);
    expect(found(library, 'arteri', { types: ['book'] })).toEqual([]);
    commit(
      library,
      setting('haldane', 'item.type', 'book'),
      setting('haldane', 'item.issued', { 'date-parts': [[2024]] }),
    );
    expect(found(library, 'arteri', { types: ['book'] })).toEqual(['haldane']);
    expect(found(library, 'calc', { sort: 'year', descending: true })[0]).toBe('haldane');
  });
  it('sorts by any column, what has none of it last', () => {
    const library = sample();
    commit(library, adding('none', { item: { id: '', type: 'book', title: 'The aardvark' } }));
    expect(idsOf(library, { sort: 'title' })[0]).toBe('none');
    expect(idsOf(library, { sort: 'year', descending: true })).toEqual([
      'delorme',
      'sorbye',
      'wang',
      'haldane',
      'brandt',
      'none',
    ]);
    expect(idsOf(library, { sort: 'author' }).at(-1)).toBe('none');
    expect(idsOf(library, {})[0]).toBe('none');
  });
});

describe('letters typed in a list', () => {
  it('reach the next row whose author or title begins with them, round the end; in a sorted list by what it is sorted by', () => {
    const library = newLibrary();
    commit(
      library,
      adding('a', article('Sørbye', 2001, 'Zebra')),
      adding('b', article('Lo', 2002, 'The skin')),
      adding('c', article('Haldane', 2003, 'Calcified', { 'container-title': 'Skin Notes' })),
    );
    const reach = (letters: string, from = 0, query = {}) => library.lister.reach(query, letters, from);
    // The newest first: c, b, a.
    expect([reach('so'), reach('SØRB'), reach('sk'), reach('the sk'), reach('x')]).toEqual([2, 2, 1, 1, null]);
    expect([reach('s', 0), reach('s', 2), reach('s', 3)]).toEqual([1, 2, 1]);
    const byAuthor = { sort: 'author' } as const;
    expect([reach('s', 0, byAuthor), reach('c', 0, byAuthor)]).toEqual([2, null]);
    expect(reach('skin', 0, { sort: 'journal' })).toBe(0);
    expect(reach('lo', 0, { text: 'calcified' })).toBeNull();
  });
});

describe('the index of words', () => {
  const open = (folder: string) => {
    const library = openLibrary(folder);
    if (!library.ok) throw new Error(library.problem.code);
    return library.value;
  };
  /** A closed library of 600 entries whose index was kept. */
  function kept(): string {
    const folder = libraryFolder();
    const library = open(folder);
    commit(library, ...Array.from({ length: 600 }, (_, n) => adding(`e${n}`, article('Lo', 2000, `Study number${n}`))));
    library.keep();
    library.close();
    return folder;
  }

  it('finds the same at the next start, and what was changed after it was kept', () => {
    const folder = kept();
    expect(existsSync(join(folder, 'words.index'))).toBe(true);
    const library = open(folder);
    expect(found(library, 'number599')).toEqual(['e599']);
    commit(library, setting('e599', 'item.title', 'Quinquagenarian'));
    library.close();
    const again = open(folder);
    expect(found(again, 'quinq')).toEqual(['e599']);
    expect(found(again, 'number599')).not.toContain('e599');
    expect(found(again, 'number59')).toHaveLength(10);
    again.close();
  });

  it('damaged, missing or of another library, is made again', () => {
    const folder = kept();
    const path = join(folder, 'words.index');
    writeFileSync(path, readFileSync(path).subarray(0, 900));
    const damaged = open(folder);
    expect(found(damaged, 'number599')).toEqual(['e599']);
    damaged.close();
    const other = libraryFolder();
    writeFileSync(join(other, 'words.index'), readFileSync(join(kept(), 'words.index')));
    const library = newLibrary(other);
    commit(library, adding('a', article('Haldane', 2018, 'Calcified arterioles')));
    expect(found(library, 'number599')).toEqual([]);
    expect(found(library, 'arterioles')).toEqual(['a']);
  });

  it('follows what another program writes to the same library', () => {
    const folder = libraryFolder();
    const [one, other] = [newLibrary(folder), newLibrary(folder)];
    commit(one, adding('a', article('Haldane', 2018, 'Calcified arterioles')));
    expect(found(other, 'arterioles')).toEqual(['a']);
    commit(other, setting('a', 'item.title', 'Rheopheresis'), setting('a', 'starred', true));
    expect(found(one, 'rheo', { starred: true })).toEqual(['a']);
    commit(one, adding('b', article('Ito', 2019, 'Rheology')));
    expect(found(other, 'rheo')).toEqual(['b', 'a']);
    expect(found(one, 'arterioles')).toEqual([]);
  });

  it('holds whatever was changed, sorted in or not', () => {
    const library = newLibrary();
    const WORDS = ['skin', 'skull', 'kidney', 'kin', 'calcified', 'calcium', 'dermis'];
    const many = (size: number, from: number) =>
      Array.from({ length: size }, (_, n) =>
        adding(`m${from + n}`, article('Lo', 2000, `filler${n % 50} ${'x '.repeat(n % 7)}`)),
      );
    const titles = new Map<string, string>();
    const step = fc.tuple(fc.nat(12), fc.subarray(WORDS), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        for (const [index, [which, words, isMany]] of steps.entries()) {
          const [id, title] = [`t${which}`, words.join(' ')];
          const change = titles.has(id) ? setting(id, 'item.title', title) : adding(id, article('', 2000, title));
          titles.set(id, title);
          commit(library, change, ...(isMany && index === 0 ? many(450, titles.size * 1000) : []));
          for (const typed of ['ski', 'k', 'calc', 'dermis', 'kin ski']) {
            const expected = [...titles].filter(([, its]) =>
              typed.split(' ').every(begin => its.split(' ').some(word => word.startsWith(begin))),
            );
            expect([...found(library, typed)].sort()).toEqual(expected.map(([its]) => its).sort());
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is what it was after the library asked itself, until it has no more to ask', () => {
    const library = newLibrary();
    commit(
      library,
      adding('a', article('Haldane', 2018, 'Calcified arterioles')),
      adding('b', article('Lo', 2000, 'x')),
    );
    const expected = found(library, 'calc');
    let rests = 0;
    while (library.prepare(0)) rests++;
    expect(rests).toBeGreaterThan(0);
    expect(found(library, 'calc')).toEqual(expected);
  });

  it('is quick for the next one only once a library that was just filled has been searched, a little at a time', () => {
    const library = newLibrary();
    const calcified = () => library.lister.page({ text: 'calc' }, 0, 3);
    commit(
      library,
      ...Array.from({ length: 2000 }, (_, n) => adding(`e${n}`, article('Haldane', 1990, `Calcified number${n}`))),
    );
    expect(library.lister.isCold()).toBe(false);
    const expected = calcified();
    expect(expected.total).toBe(2000);
    expect(library.lister.isCold()).toBe(true);
    while (library.lister.warm(0));
    expect(library.lister.isCold()).toBe(false);
    expect(calcified()).toEqual(expected);
    expect(library.lister.isCold()).toBe(false);
  });
});
