import { describe, expect, it } from 'vitest';
import { importedBy, NOTHING_IMPORTED, together } from '../../../core/library/imported.ts';
import type { CollectionCount, ImportEvent, KeptEntry, PastChange } from '../../../core/library/types.ts';
import { problem } from '../../../core/outcome.ts';
import { behind } from '../../../renderer/library/case/behind.ts';
import { candidatesBeside } from '../../../renderer/library/case/candidates.ts';
import { takenChange, taking } from '../../../renderer/library/case/taking.ts';
import { pastSentence, pastSteps } from '../../../renderer/library/entry/past.ts';
import {
  COLUMNS,
  columnsOf,
  toggledColumn,
  tracks,
  usualWidth,
  widthsOf,
  withWidth,
} from '../../../renderer/library/list/columns.ts';
import { conditions, filterQuery, NO_FILTER } from '../../../renderer/library/list/filters.ts';
import { NOTHING_TYPED, typedOn, wantedRow } from '../../../renderer/library/list/letters.ts';
import { printedBibliography, printedCitation } from '../../../renderer/library/list/printed.ts';
import { followed, NOTHING, only, ranged, reached, toggled } from '../../../renderer/library/list/selection.ts';
import { branches, placesFor, queryOf } from '../../../renderer/library/shelves/shelf.ts';
import { say } from '../../../renderer/words/index.ts';

const idAt = (index: number) => ['a', 'b', 'c', 'd'][index];

describe('importing', () => {
  it('several files are told of as one', () => {
    const one = { ...NOTHING_IMPORTED, batches: [1], added: ['a'], already: 1 };
    const other = { ...NOTHING_IMPORTED, batches: [2, 3], added: ['b', 'c'], proposed: 2, left: 5 };
    expect(together(one, other)).toEqual({
      batches: [1, 2, 3],
      added: ['a', 'b', 'c'],
      already: 1,
      proposed: 2,
      left: 5,
      problems: [],
      broke: null,
    });
  });

  it('that breaks off says what had come in, whether it was told why or the host went without a word', async () => {
    const why = (code: string) => problem(code, { en: '', fr: '' }, { en: '', fr: '' });
    const lost = why('lost');
    async function* events(some: readonly ImportEvent[], isGone: boolean) {
      yield* some;
      if (isGone) throw new Error('gone');
    }
    const brought = (batch: number | null, ...added: string[]) => ({ batch, added, already: 1, proposed: 0 });
    const adding = [
      { kind: 'progress', step: 'reading', done: 0, of: 0 },
      { kind: 'progress', step: 'adding', done: 3, of: 10, brought: brought(4, 'a', 'b') },
      { kind: 'progress', step: 'adding', done: 4, of: 10, brought: brought(null) },
    ] as const satisfies readonly ImportEvent[];
    const failed = { kind: 'failed', problem: why('library.full') } as const;
    const came = { ...NOTHING_IMPORTED, batches: [4], added: ['a', 'b'], already: 2, left: 6 };
    expect(await importedBy(events([...adding, failed], false), lost)).toEqual({ ...came, broke: failed.problem });
    expect(await importedBy(events(adding, true), lost)).toEqual({ ...came, broke: lost });
    expect(await importedBy(events([adding[0], failed], false), lost)).toBe(failed.problem);
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
    const up = ranged(only('c', 2), 0, idAt) ?? NOTHING;
    expect([...up.ids]).toEqual(['a', 'b', 'c']);
    expect([...(ranged(up, 3, idAt)?.ids ?? [])]).toEqual(['c', 'd']);
    expect([...(ranged(up, 1, idAt)?.ids ?? [])]).toEqual(['b', 'c']);
    expect([...(ranged(NOTHING, 1, idAt)?.ids ?? [])]).toEqual(['b']);
  });
  it('the end of a long range goes on where the rows at its beginning are read no longer', () => {
    const far = { ids: new Set(['0', '1', '2', '3', '4']), at: 4, current: '4', from: 0 };
    const near = (index: number) => (index > 2 ? String(index) : undefined);
    expect([...(ranged(far, 6, near)?.ids ?? [])]).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    expect(ranged(far, 3, near)).toMatchObject({ at: 3, current: '3', from: 0 });
    expect([...(ranged(far, 3, near)?.ids ?? [])]).toEqual(['0', '1', '2', '3']);
    // Down to a row that was not read, and of single rows that make no range, all is asked for.
    expect(ranged(far, 1, near)).toBeNull();
    expect(ranged({ ...far, ids: new Set(['0', '4']) }, 5, near)).toBeNull();
    expect(ranged({ ...far, ids: new Set(['5', '6', '7', '8', '9']) }, 5, near)).toBeNull();
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
    expect(ranged(only('a', 0), 3, idAt)?.current).toBe('d');
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
  it('what services said against it comes with it, and stays when a change is taken of the same work', () => {
    const standing = { state: 'retracted', at: 1, source: 'crossref', notices: [], noticeOf: [] } as const;
    const [op] = taking([], [{ ...entry('e'), standing }]).ops;
    expect(op).toMatchObject({ value: { standing } });
    const held = { id: 'x', item: entry('e').item, standing, library: { entry: 'e', revision: 1 } };
    const change = (now: KeptEntry) => takenChange(held, { entry: 'e', now });
    expect(change(entry('e'))).toMatchObject({ value: { standing } });
    expect(change(entry('e', { item: { id: 'e', type: 'book', DOI: '10.5555/z' } }))).not.toHaveProperty(
      'value.standing',
    );
    expect(candidatesBeside([], [{ ...entry('e'), standing }])[0]).toMatchObject({ standing });
  });
  it('of entries that are one work, or one entry twice, a single copy comes in', () => {
    const { ops, references } = taking([], [entry('e'), entry('f', { key: 'other' }), entry('e')]);
    expect(references).toEqual(['haldane18', 'haldane18', 'haldane18']);
    expect(ops).toHaveLength(1);
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

describe('widths of columns', () => {
  it('are kept as chosen within bounds, the title takes what is left, and the usual ones come back', () => {
    const wide = withWidth('', 'journal', 240.4);
    expect(wide).toBe('journal:240');
    expect(withWidth(withWidth(wide, 'author', 5), 'journal', null)).toBe('author:40');
    expect([...widthsOf('year:60 title:300 nonsense:5 journal:9999 key')]).toEqual([
      ['year', 60],
      ['journal', 800],
    ]);
    const columns = COLUMNS.filter(({ id }) => ['author', 'title', 'journal'].includes(id));
    expect(tracks(columns, widthsOf('author:60 journal:240'))).toBe(
      'minmax(60px, 60px) minmax(160px, 1fr) minmax(72px, 240px)',
    );
    // Of a wide window the journal takes its part.
    expect(tracks(columns, new Map())).toBe(
      'minmax(88px, 132px) minmax(160px, 1fr) minmax(72px, clamp(140px, -180px + 25vw, 240px))',
    );
    const journal = columns[2] as (typeof COLUMNS)[number];
    expect([1000, 1280, 1600, 2400].map(window => usualWidth(journal, window))).toEqual([140, 140, 220, 240]);
  });
});

describe('the history of an entry', () => {
  const change = (seq: number, batch: number, field: string, before: unknown, value: unknown, label = 'edit') =>
    ({
      ...{ seq, batch, field, before, value, label, base: 0, revision: batch, origin: 'here' },
      ...{ entry: 'a', by: batch === 2 ? 'Ann Lee' : 'ben', at: batch },
    }) as PastChange;
  it('is told in steps, each in the order in which it was done, without what says nothing', () => {
    const steps = pastSteps([
      change(6, 3, 'cited.r1', { times: 1 }, { times: 2 }, 'cited'),
      change(5, 3, 'item.page', null, '7'),
      change(4, 2, 'tag.skin', null, true, 'merge'),
      change(3, 2, 'item.volume', '1', '2', 'merge'),
      change(2, 1, 'file.f', { name: 'a' }, { name: 'b' }, 'moved'),
      change(1, 1, 'new', null, null, 'import'),
    ]);
    expect(steps.map(({ by, reason, changes }) => [by, reason, changes.map(({ field }) => field)])).toEqual([
      ['ben', null, ['item.page']],
      ['Ann Lee', 'past_merge', ['item.volume', 'tag.skin']],
      ['ben', 'past_import', ['new']],
    ]);
  });
  it('says in a sentence what is no other value', () => {
    const words = say('library');
    const told = (field: string, before: unknown, value: unknown) =>
      pastSentence(words, change(1, 1, field, before, value), [{ id: 'c', name: 'Skin' } as CollectionCount]);
    expect(told('tag.old', true, null)).toBe('Tag “old” taken off');
    expect(told('collection.c', null, true)).toBe('Filed in “Skin”');
    expect(told('collection.x', true, null)).toBe('Taken out of “a collection that is gone”');
    expect(told('file.f', { name: 'lo.pdf' }, null)).toBe('File “lo.pdf” taken off');
  });
});
