import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { BulkEdit } from '../../../core/library/bulk.ts';
import type { EditEvent, UndoEvent } from '../../../core/library/types.ts';
import { editEntries, undoBatches } from '../../../host/library/editing.ts';
import type { OpenLibrary } from '../../../host/library/library.ts';
import { historyOf } from '../../../host/library/log.ts';
import { paced } from '../../../host/library/pacing.ts';
import { adding, article, commit, edited, idsOf, libraryFolder, newLibrary } from './sample.ts';

const COUNT = 1300;
const ids = Array.from({ length: COUNT }, (_, index) => `e${index}`);

function filled(folder = libraryFolder()): OpenLibrary {
  const library = newLibrary(folder);
  commit(library, ...ids.map((id, index) => adding(id, article('Haldane', 2018, `Title ${index}`))));
  return library;
}

const star: BulkEdit = { kind: 'field', field: 'starred', value: true };

const editing = (library: OpenLibrary, edit: BulkEdit, signal = new AbortController().signal) =>
  editEntries(library, { ids, edit, label: 'edit' }, 'ana', signal);

async function undone(library: OpenLibrary, batches: readonly number[], stopAfter = Number.POSITIVE_INFINITY) {
  const stopping = new AbortController();
  const events: UndoEvent[] = [];
  for await (const event of undoBatches(library, batches, 'ben', stopping.signal)) {
    events.push(event);
    if (events.length >= stopAfter) stopping.abort();
  }
  return events;
}

describe('the same done to very many entries', () => {
  it.each<readonly [BulkEdit, () => object]>([
    [star, () => ({ starred: true })],
    [{ kind: 'field', field: 'trashed', value: true }, () => ({ trashed: true })],
    [{ kind: 'field', field: 'tag.skin', value: true }, () => ({ tags: ['skin'] })],
    [{ kind: 'field', field: 'collection.c1', value: true }, () => ({ collections: ['c1'] })],
    [
      { kind: 'variable', variable: 'container-title', text: 'Lancet', where: 'empty' },
      () => ({ item: expect.objectContaining({ 'container-title': 'Lancet' }) }),
    ],
  ])('%o: is told of as it goes on, others have their turn, and all of it is taken back', async (edit, changed) => {
    const library = filled();
    const before = ids.map(id => library.entry(id));
    const events: EditEvent[] = [];
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    for await (const event of editing(library, edit)) events.push(event);
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
    const progress = events.filter(event => event.kind === 'progress');
    expect(progress.length).toBeGreaterThan(1);
    expect(progress.at(-1)).toMatchObject({ done: COUNT, of: COUNT });
    const end = events.at(-1);
    if (end?.kind !== 'done') throw new Error(end?.kind);
    expect(end).toEqual({ kind: 'done', batches: progress.map(({ batch }) => batch), entries: COUNT, left: 0 });
    for (const id of ['e0', 'e700', 'e1299']) {
      expect(library.entry(id)).toMatchObject({ ...changed(), changed: { by: 'ana' } });
      expect(historyOf(library.database, id)).toHaveLength(2);
    }
    // Once more changes nothing.
    expect(await edited(library, ids, edit)).toMatchObject({ batches: [], entries: 0 });
    expect((await undone(library, end.batches)).at(-1)).toMatchObject({ kind: 'done', left: 0, remaining: [] });
    for (const [index, id] of ids.entries()) {
      const { revision: _, changed: __, ...now } = library.entry(id) as never as Record<string, unknown>;
      const { revision: ___, changed: ____, ...was } = before[index] as never as Record<string, unknown>;
      expect(now).toEqual(was);
    }
  });

  it('stopped, what was done stays and is undone; undoing can be stopped and gone on with', async () => {
    const library = filled();
    const stopping = new AbortController();
    let end: EditEvent | null = null;
    for await (const event of editing(library, star, stopping.signal)) {
      stopping.abort();
      end = event;
    }
    if (end?.kind !== 'done') throw new Error('no end');
    expect(end.left).toBe(COUNT - end.entries);
    expect(idsOf(library, { starred: true })).toHaveLength(end.entries);
    const all = await edited(library, ids, star);
    const batches = [...end.batches, ...all.batches];
    const half = (await undone(library, batches, 1)).at(-1);
    if (half?.kind !== 'done') throw new Error('no end');
    expect(half.remaining.length).toBe(batches.length - 1);
    expect(idsOf(library, { starred: true }).length).toBeGreaterThan(0);
    await undone(library, batches);
    expect(idsOf(library, { starred: true })).toEqual([]);
    expect(await undone(library, batches)).toContainEqual(expect.objectContaining({ kind: 'failed' }));
  });

  it('wherever the program is ended, what is on the disk is whole, and the same edit does the rest', async () => {
    const folder = libraryFolder();
    const library = filled(folder);
    const states: string[] = [];
    /** What the disk would hold if everything stopped now. */
    const keepState = () => {
      const state = join(mkdtempSync(join(tmpdir(), 'casewright-state-')), 'library');
      cpSync(folder, state, { recursive: true });
      states.push(state);
    };
    for await (const event of editing(library, star)) if (event.kind === 'progress') keepState();
    // In the midst of a batch.
    library.database.transaction(() => {
      library.commit(
        ids.map(entry => ({ entry, field: 'tag.skin', value: true })),
        { by: 'ana', label: 'tag' },
      );
      keepState();
    });
    for (const state of states) {
      const left = newLibrary(state);
      const { database } = left;
      expect(left.warnings).toEqual([]);
      expect(database.value('pragma integrity_check')).toBe('ok');
      const starred = "select count(*) from entries where starred = 1 and changed_by = 'ana'";
      const count = database.value<number>(starred);
      expect(database.value("select count(*) from stamps where field = 'starred'")).toBe(count);
      expect(database.value("select count(*) from changes where field = 'starred' and value = 'true'")).toBe(count);
      expect(database.value("select count(*) from changes where field = 'tag.skin'")).toBe(0);
      await edited(left, ids, star);
      expect(database.value(starred)).toBe(COUNT);
    }
  });
});

describe('telling of changes', () => {
  it('keeps a pace, and the last is told surely', () => {
    vi.useFakeTimers();
    try {
      const told: number[] = [];
      const tell = paced<number>(value => told.push(value));
      for (let value = 1; value <= 100; value++) tell(value);
      expect(told).toEqual([1, 2, 3, 4]);
      vi.advanceTimersByTime(1000);
      expect(told).toEqual([1, 2, 3, 4, 100]);
      vi.advanceTimersByTime(1000);
      tell(101);
      expect(told.at(-1)).toBe(101);
    } finally {
      vi.useRealTimers();
    }
  });
});
