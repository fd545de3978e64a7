import { describe, expect, it } from 'vitest';
import type { CollectionCount, KeptEntry } from '../../../core/library/types.ts';
import { behind } from '../../../renderer/library/behind.ts';
import { candidatesBeside } from '../../../renderer/library/candidates.ts';
import { columnsOf, toggledColumn } from '../../../renderer/library/columns.ts';
import { conditions, filterQuery, NO_FILTER } from '../../../renderer/library/filters.ts';
import { together } from '../../../renderer/library/importing.ts';
import { NOTHING_TYPED, typedOn, wantedRow } from '../../../renderer/library/letters.ts';
import { printedBibliography, printedCitation } from '../../../renderer/library/printed.ts';
import { followed, only, ranged, reached, toggled } from '../../../renderer/library/selection.ts';
import { branches, placesFor, queryOf } from '../../../renderer/library/shelf.ts';
import { takenChange, taking } from '../../../renderer/library/taking.ts';

const idAt = (index: number) => ['a', 'b', 'c', 'd'][index];

describe('importing', () => {
  it('several files are told of as one', () => {
    const one = { batches: [1], added: ['a'], already: 1, proposed: 0, left: 0, problems: [] };
    const other = { batches: [2, 3], added: ['b', 'c'], already: 0, proposed: 2, left: 5, problems: [] };
    expect(together(one, other)).toEqual({
      batches: [1, 2, 3],
      added: ['a', 'b', 'c'],
      already: 1,
      proposed: 2,
      left: 5,
      problems: [],
    });
  });
});

describe('letters typed in the list', () => {
  const typed = (keys: string, pause = 100) =>
    [...keys].reduce((before, key, index) => typedOn(before, key, index * pause) ?? before, NOTHING_TYPED);
  it('go on from where they fit, and the same letter again goes to the next row', () => {
    expect(wantedRow(typed('s'), 4)).toEqual({ letters: 's', from: 5 });
    expect(wantedRow(typed('sø'), 4)).toEqual({ letters: 'sø', from: 4 });
    expect(wantedRow(typed('Ss'), 4)).toEqual({ letters: 's', from: 5 });
    expect(wantedRow(typed('sø', 2000), -1)).toEqual({ letters: 'ø', from: 0 });
  });
  it('a space or a sign begins no word but stands in one', () => {
    expect(typedOn(NOTHING_TYPED, ' ', 0)).toBeNull();
    expect(typedOn(NOTHING_TYPED, '/', 0)).toBeNull();
    expect(typedOn(NOTHING_TYPED, 'ArrowDown', 0)).toBeNull();
    expect(typed('de l').letters).toBe('de l');
  });
});

describe('references copied as printed', () => {
  const runs = [{ text: 'Lo C. ' }, { text: 'Skin', italic: true as const }, { text: ' & more.' }];
  const printed = {
    clusters: { all: [{ text: '1', sup: true as const, citation: 'all', to: 'a' }] },
    bibliography: [
      { reference: 'a', label: '1.', runs },
      { reference: 'b', label: '2.', runs },
    ],
    missing: [],
  };
  it('are text, and HTML with their italics and without places of the report', () => {
    const { text, html } = printedBibliography(printed);
    expect(text).toBe('1. Lo C. Skin & more.\n2. Lo C. Skin & more.');
    expect(html).toContain('<p>1. Lo C. <em>Skin</em> &amp; more.</p>');
    expect(printedCitation(printed)).toEqual({ text: '[1]', html: '<sup>1</sup>' });
  });
  it('one alone has no number', () => {
    expect(printedBibliography({ ...printed, bibliography: printed.bibliography.slice(0, 1) }).text).toBe(
      'Lo C. Skin & more.',
    );
  });
});

describe('selecting rows', () => {
  it('a range goes from where it began, in either direction', () => {
    const first = only('c', 2);
    expect([...ranged(first, 0, idAt).ids]).toEqual(['a', 'b', 'c']);
    expect([...ranged(ranged(first, 0, idAt), 3, idAt).ids]).toEqual(['c', 'd']);
  });
  it('a row is added to the others and taken from them', () => {
    const two = toggled(only('a', 0), 'c', 2);
    expect([...two.ids]).toEqual(['a', 'c']);
    expect([...toggled(two, 'a', 0).ids]).toEqual(['c']);
  });
  it('the keyboard stays with its entry when the list is read anew, and what is acted on is that entry', () => {
    const before = only('c', 2);
    const now = followed(
      before,
      new Map([
        ['x', 0],
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]),
    );
    expect(now).toMatchObject({ at: 3, from: 3, current: 'c' });
    expect(followed(before, new Map([['x', 2]]))).toBe(before);
    expect(ranged(only('a', 0), 3, idAt).current).toBe('d');
  });
  it('keys stop at both ends', () => {
    expect(reached('ArrowUp', 0, 4, 2)).toBe(0);
    expect(reached('PageDown', 3, 4, 2)).toBe(3);
    expect(reached('End', -1, 4, 2)).toBe(3);
    expect(reached('x', 1, 4, 2)).toBeNull();
    expect(reached('ArrowDown', -1, 0, 2)).toBeNull();
  });
});

const collection = (id: string, parent: string | null, trashed = false): CollectionCount => ({
  id,
  name: id,
  parent,
  trashed,
  entries: 0,
  within: 0,
});

describe('columns', () => {
  const ids = (setting: string, isNarrow = false) => columnsOf(setting, isNarrow).map(({ id }) => id);
  it('are the usual ones until some are chosen, keep their order, and always have the title', () => {
    expect(ids('')).toEqual(['author', 'year', 'title', 'journal']);
    expect(ids(toggledColumn('', 'added'))).toEqual(['author', 'year', 'title', 'journal', 'added']);
    expect(ids(toggledColumn('author added', 'author'))).toEqual(['title', 'added']);
  });
  it('are few in a narrow window', () => {
    expect(ids('author year journal added', true)).toEqual(['author', 'year', 'title']);
  });
});

describe('the filter', () => {
  it('narrows by what is set; half a year narrows nothing', () => {
    expect(filterQuery(NO_FILTER)).toEqual({});
    const filter = { ...NO_FILTER, type: 'book', from: '199', to: '2004', withFile: true };
    expect(filterQuery(filter)).toEqual({ types: ['book'], to: 2004, withFile: true });
    expect(conditions(filter)).toBe(3);
  });
});

describe('shelves', () => {
  it('a collection moves anywhere but into itself and what stands in it', () => {
    const all = [
      collection('skin', null),
      collection('calc', 'skin'),
      collection('deep', 'calc'),
      collection('x', null),
    ];
    expect(placesFor(all, 'calc').map(({ id }) => id)).toEqual(['skin', 'x']);
    expect(placesFor(all, 'skin').map(({ id }) => id)).toEqual(['x']);
  });
  it('two that were put into each other by two people are both still there', () => {
    const ring = [collection('a', 'b'), collection('b', 'a'), collection('in', 'b')];
    expect(branches(ring, new Set()).map(({ id, depth }) => [id, depth])).toEqual([
      ['a', 0],
      ['b', 1],
      ['in', 2],
    ]);
  });
  it('collections stand under the one they are in; a folded one hides them, and one in the trash lets them out', () => {
    const all = [
      collection('skin', null),
      collection('calc', 'skin'),
      collection('old', null, true),
      collection('x', 'old'),
    ];
    expect(branches(all, new Set()).map(({ id, depth }) => [id, depth])).toEqual([
      ['skin', 0],
      ['calc', 1],
      ['x', 0],
    ]);
    expect(branches(all, new Set(['skin'])).map(({ id }) => id)).toEqual(['skin', 'x']);
  });
  it('each is a query', () => {
    expect(queryOf({ kind: 'unread' })).toEqual({ unread: true });
    expect(queryOf({ kind: 'collection', id: 'c' })).toEqual({ collection: 'c' });
    expect(queryOf({ kind: 'all' })).toEqual({});
  });
});

const entry = (id: string, more: object = {}): KeptEntry => ({
  id,
  key: 'haldane18',
  item: { id, type: 'article-journal', title: 'Calcified arterioles of the skin', DOI: '10.5555/a' },
  kept: {},
  tags: [],
  collections: [],
  notes: [],
  read: false,
  starred: false,
  files: [],
  cited: [],
  aliases: [],
  trashed: false,
  mergedInto: null,
  revision: 7,
  created: { by: 'ana', at: 1 },
  changed: { by: 'ana', at: 1 },
  ...more,
});

describe('taking entries into a report', () => {
  it('a copy has the key as its id and knows where it came from', () => {
    const { ops, references } = taking([], [entry('e')]);
    expect(references).toEqual(['haldane18']);
    expect(ops).toMatchObject([
      { set: 'reference', id: 'haldane18', value: { item: { id: 'haldane18' }, library: { entry: 'e', revision: 7 } } },
    ]);
  });
  it('what is there already, by its link or by its DOI, is cited and not doubled', () => {
    const linked = { id: 'x', item: { id: 'x', type: 'book' }, library: { entry: 'e', revision: 1 } };
    expect(taking([linked], [entry('e')])).toEqual({ ops: [], references: ['x'] });
    const same = { id: 'y', item: { id: 'y', type: 'article-journal', DOI: 'https://doi.org/10.5555/A' } };
    expect(taking([same], [entry('e')])).toEqual({ ops: [], references: ['y'] });
  });
  it('a change is taken whole, under the id that the text cites', () => {
    const now = entry('other', { item: { id: 'other', type: 'article-journal', title: 'New' }, revision: 9 });
    const reference = { id: 'x', item: { id: 'x', type: 'book' }, library: { entry: 'e', revision: 7 } };
    expect(takenChange(reference, { entry: 'e', now })).toMatchObject({
      id: 'x',
      value: { id: 'x', item: { id: 'x', title: 'New' }, library: { entry: 'other', revision: 9 } },
    });
  });
});

describe('copies behind the library', () => {
  const copy = {
    id: 'x',
    item: { id: 'x', type: 'article-journal', title: 'Old' },
    library: { entry: 'e', revision: 1 },
  };
  const now = (more: object) => entry('e', { item: { id: 'e', type: 'article-journal', title: 'Old', ...more } });
  it('are those whose entry prints something else now; a star is no change', () => {
    expect(behind([copy], [{ entry: 'e', now: { ...now({}), starred: true } }]).size).toBe(0);
    expect([...behind([copy], [{ entry: 'e', now: now({ volume: '3' }) }]).keys()]).toEqual(['x']);
  });
});

describe('references offered from the library', () => {
  it('are those that the report does not have', () => {
    const linked = { id: 'x', item: { id: 'x', type: 'book' }, library: { entry: 'e', revision: 1 } };
    const other = entry('f', { item: { id: 'f', type: 'book', title: 'Another book of the skin' } });
    expect(candidatesBeside([linked], [entry('e'), other]).map(({ entry: { id } }) => id)).toEqual(['f']);
  });
});
