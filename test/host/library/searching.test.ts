import { describe, expect, it } from 'vitest';
import type { LibraryQuery } from '../../../core/library/types.ts';
import type { OpenLibrary } from '../../../host/library/library.ts';
import { adding, article, commit, idsOf, newLibrary, setting } from './sample.ts';

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
    expect(library.lister.page({ text: 'ca' }, 0, 10)).toMatchObject({ total: 80, more: false });
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
