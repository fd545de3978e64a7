import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOf, fieldsOf } from '../../../core/library/fields.ts';
import type { Change } from '../../../core/library/types.ts';
import { collectionCounts } from '../../../host/library/groups.ts';
import type { OpenLibrary } from '../../../host/library/library.ts';
import { adding, article, commit, idsOf, newLibrary, setting } from './sample.ts';

describe('undoing a batch', () => {
  it('puts back every field of it, and can be undone in turn', () => {
    const library = newLibrary();
    commit(library, adding('a', article('Haldane', 2018, 'Title', { volume: '7' })));
    const { batch } = commit(library, setting('a', 'item.title', 'Other'), setting('a', 'item.volume', null));
    const undone = library.undo(batch as number, 'ana');
    expect(library.entry('a')?.item).toMatchObject({ title: 'Title', volume: '7' });
    expect(undone.ok && library.undo(undone.value.batch as number, 'ana').ok).toBe(true);
    expect(library.entry('a')?.item).toMatchObject({ title: 'Other' });
    expect(library.entry('a')?.item.volume).toBeUndefined();
  });

  it('once only', () => {
    const library = newLibrary();
    commit(library, adding('a', article('Haldane', 2018, 'Title')));
    const { batch } = commit(library, setting('a', 'starred', true));
    expect(library.undo(batch as number, 'ana').ok).toBe(true);
    expect(library.undo(batch as number, 'ana')).toMatchObject({ ok: false, problem: { code: 'library.undo' } });
  });

  it('leaves a field that was changed again since, and says so', () => {
    const library = newLibrary();
    commit(library, adding('a', article('Haldane', 2018, 'Title')));
    const { batch } = commit(library, setting('a', 'item.title', 'First'), setting('a', 'item.volume', '3'));
    commit(library, setting('a', 'item.title', 'Second'));
    expect(library.undo(batch as number, 'ana')).toMatchObject({ ok: true, value: { left: 1 } });
    expect(library.entry('a')?.item).toMatchObject({ title: 'Second' });
    expect(library.entry('a')?.item.volume).toBeUndefined();
  });

  it('of an import puts what came in to the trash, but not what somebody worked on since', () => {
    const library = newLibrary();
    const { batch } = commit(
      library,
      adding('a', article('Haldane', 2018, 'One')),
      adding('b', article('Lo', 2016, 'Two')),
    );
    commit(library, setting('b', 'note.n', 'Read this again'));
    expect(library.undo(batch as number, 'ana')).toMatchObject({ ok: true, value: { left: 1 } });
    expect(idsOf(library, {})).toEqual(['b']);
    expect(idsOf(library, { trash: true })).toEqual(['a']);
  });
});

/** All that a library holds outside the trash, whatever the order of its lists. */
function stateOf(library: OpenLibrary): unknown {
  const entries = idsOf(library, { sort: 'added' }).map(id => {
    const entry = library.entry(id);
    return entry && [id, Object.fromEntries(fieldsOf(entry).map(field => [field, fieldOf(entry, field)]))];
  });
  const collections = collectionCounts(library.database).filter(({ trashed }) => !trashed);
  return JSON.parse(JSON.stringify({ entries: Object.fromEntries(entries as never), collections }));
}

const value = fc.oneof(fc.constant(null), fc.string({ minLength: 1, maxLength: 12 }));
const entry = fc.constantFrom('a', 'b', 'c');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    entry,
    field: fc.constantFrom('item.title', 'item.volume', 'item.abstract', 'kept.bibtex:x', 'note.n'),
    value,
  }),
  fc.record({
    entry,
    field: fc.constantFrom('starred', 'read', 'trashed', 'tag.skin', 'tag.Œdème', 'collection.one', 'collection.two'),
    value: fc.constantFrom(true, null),
  }),
  fc.record({
    entry: fc.constantFrom('d', 'e'),
    field: fc.constant('new'),
    value: fc.constant(article('New', 2020, 'Fresh')),
  }),
  fc.record({ entry, field: fc.constant('key'), value: fc.stringMatching(/^[a-z]{1,4}$/) }),
  fc.record({
    entry: fc.constantFrom('collection:one', 'collection:two'),
    field: fc.constant('name'),
    value: fc.constantFrom('One', 'Two'),
  }),
  fc.record({
    entry: fc.constant('collection:two'),
    field: fc.constant('parent'),
    value: fc.constantFrom('one', null),
  }),
);

describe('random changes', () => {
  it('undone from the last to the first give back the start, and undone again the end', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), batches => {
        const library = newLibrary();
        commit(
          library,
          setting('collection:one', 'name', 'First'),
          adding('a', article('Haldane', 2018, 'Calcified arterioles')),
          adding('b', { ...article('Lo', 2016, 'Wounds'), tags: ['skin'], collections: ['one'] }),
          adding('c', article('Sørbye', 2020, 'Survival')),
        );
        const start = stateOf(library);
        const done = batches.flatMap(changes => commit(library, ...changes).batch ?? []);
        const end = stateOf(library);
        const undone = done.toReversed().map(batch => {
          const answer = library.undo(batch, 'ana');
          expect(answer).toMatchObject({ ok: true, value: { left: 0 } });
          return answer.ok ? answer.value.batch : null;
        });
        expect(stateOf(library)).toEqual(start);
        for (const batch of undone.toReversed()) if (batch !== null) library.undo(batch, 'ana');
        expect(stateOf(library)).toEqual(end);
        library.close();
      }),
      { numRuns: 40 },
    );
  });
});
