/** The same done to many entries, and taken back: a few at a time, so that lists and searches go on in between, and it can be stopped. */
import { setImmediate as turn } from 'node:timers/promises';
import { type BulkEdit, bulkChanges } from '../../core/library/bulk.ts';
import type { Change, EditEvent, UndoEvent } from '../../core/library/types.ts';
import type { OpenLibrary } from './library.ts';
import { countIn } from './log.ts';
import { nothingToUndo } from './problems.ts';
import { standings } from './writing.ts';

/** Entries of a batch: as many as take about so long (milliseconds), which another question waits at most. */
const FIRST = 500;
const FEWEST = 500;
const MOST = 5000;
const TAKING = 100;

export interface EditRequest {
  readonly ids: readonly string[];
  readonly edit: BulkEdit;
  readonly label: string;
}

/** Edits entries, each some of them in a batch that stands whole whenever the program ends. What of it was done before is not done again. */
export async function* editEntries(
  library: OpenLibrary,
  { ids, edit, label }: EditRequest,
  by: string,
  signal: AbortSignal,
): AsyncGenerator<EditEvent> {
  const batches: number[] = [];
  let entries = 0;
  let at = 0;
  let size = FIRST;
  while (at < ids.length && !signal.aborted) {
    const begun = performance.now();
    const some = ids.slice(at, at + size);
    const applied = library.commit(changesOf(library, some, edit), { label, by });
    if (applied.batch !== null) batches.push(applied.batch);
    entries += applied.entries.length;
    at += some.length;
    size = Math.round(Math.min(MOST, Math.max(FEWEST, (size * TAKING) / (performance.now() - begun))));
    yield { kind: 'progress', done: at, of: ids.length, batch: applied.batch };
    await turn();
  }
  yield { kind: 'done', batches, entries, left: ids.length - at };
}

function changesOf({ database }: OpenLibrary, ids: readonly string[], edit: BulkEdit): readonly Change[] {
  if (edit.kind === 'field') return ids.map(entry => ({ entry, field: edit.field, value: edit.value }));
  const entries = standings(database, ids).map(({ entry }) => entry);
  return bulkChanges(entries, edit.variable, edit.text, edit.where);
}

/** Takes batches back, the last first. One that was taken back before, or is not there, is passed over. */
export async function* undoBatches(
  library: OpenLibrary,
  batches: readonly number[],
  by: string,
  signal: AbortSignal,
): AsyncGenerator<UndoEvent> {
  const waiting = batches.toSorted((a, b) => a - b);
  const counts = countIn(library.database, waiting);
  const of = waiting.reduce((sum, batch) => sum + (counts.get(batch) ?? 0), 0);
  const undone: number[] = [];
  let left = 0;
  let done = 0;
  while (!signal.aborted) {
    const batch = waiting.pop();
    if (batch === undefined) break;
    const one = library.undo(batch, by);
    done += counts.get(batch) ?? 0;
    if (one.ok) {
      left += one.value.left;
      if (one.value.batch !== null) undone.push(one.value.batch);
    }
    yield { kind: 'progress', done, of };
    await turn();
  }
  if (undone.length === 0 && left === 0 && waiting.length === 0) yield { kind: 'failed', problem: nothingToUndo() };
  else yield { kind: 'done', batches: undone, left, remaining: waiting };
}
