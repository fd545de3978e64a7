/** What is done to the library from the window, undone step by step: quick changes, and long work with its progress and a stop. */
import { useRef, useState } from 'react';
import type { HostClient } from '../../core/contract/contract.ts';
import type { BulkEdit } from '../../core/library/bulk.ts';
import type { Change, EditEvent, UndoEvent } from '../../core/library/types.ts';
import { done as ended, failed, type Outcome } from '../../core/outcome.ts';
import { notify, notifyProblem } from '../app/notices/notices.ts';
import { unexpectedProblem } from '../app/opening.ts';
import { useFormat } from '../words/format.ts';
import { say } from '../words/index.ts';
import { settled } from './asking.ts';

export interface Work {
  /** Makes changes; a failure is told, and where words are given what was done, with the way back. Gives whether they were made. */
  apply(changes: readonly Change[], label: string, told?: Told): Promise<boolean>;
  /**
   * Does the same to all of these entries; a failure or a stop is told. Gives how many changed, null where not all could be gone through.
   * What is done with the same `batches` is one step to undo.
   */
  edit(ids: readonly string[], edit: BulkEdit, label: string, batches?: number[]): Promise<Edited | null>;
  /** Keeps in mind what was done otherwise, to be undone; where words are given they are told, with the way back. */
  did(batches: readonly number[], told?: Told): void;
  /** Keeps in mind what was done outside the library, as to a case beside it: undone in its turn by what is given. */
  step(undo: () => void): void;
  /** Takes back what was done last from this window, or the batches given. */
  undo(batches?: readonly number[]): Promise<void>;
  /** Nothing that was done can be taken back any more: the library is another. */
  forget(): void;
}

/** What was done, in words. */
export interface Told {
  readonly title: string;
  readonly hint?: string;
}

export interface Edited {
  readonly batches: readonly number[];
  readonly entries: number;
}

/** Long work that is under way. */
export interface Working {
  readonly kind: 'editing' | 'undoing';
  readonly done: number;
  readonly of: number;
  stop(): void;
}

/** Work that ends before that is not told of (milliseconds). */
const TOLD_AFTER = 700;

/** `working` is what takes long just now. */
export function useWork(host: HostClient): { readonly work: Work; readonly working: Working | null } {
  const done = useRef<(readonly number[] | (() => void))[]>([]);
  const [working, setWorking] = useState<Working | null>(null);
  const formatNow = useFormat();
  const format = useRef(formatNow);
  format.current = formatNow;

  /** Reads long work to its end, telling how far it is; what broke off is told. */
  async function through<Event extends EditEvent | UndoEvent>(
    kind: Working['kind'],
    begin: (halt: AbortSignal) => AsyncIterable<Event>,
    hear: (event: Extract<Event, { kind: 'progress' }>) => void,
  ): Promise<Outcome<Extract<Event, { kind: 'done' }>>> {
    let problem = unexpectedProblem();
    const stopping = new AbortController();
    const begun = performance.now();
    const stop = () => stopping.abort();
    try {
      for await (const event of begin(stopping.signal)) {
        if (event.kind === 'failed') problem = event.problem;
        else if (event.kind === 'done') return ended(event as Extract<Event, { kind: 'done' }>);
        else {
          hear(event as Extract<Event, { kind: 'progress' }>);
          if (performance.now() - begun > TOLD_AFTER) setWorking({ kind, done: event.done, of: event.of, stop });
        }
      }
    } catch {
      // The host has gone: what was done until then stands.
    } finally {
      setWorking(null);
    }
    notifyProblem(problem);
    return failed(problem);
  }

  const work = useRef<Work>({
    async apply(changes, label, told) {
      if (changes.length === 0) return true;
      const answer = await settled(host.call('library.apply', { changes: [...changes] as never, label }));
      if (!answer.ok) return false;
      if (answer.value.batch !== null) this.did([answer.value.batch], told);
      return true;
    },
    async edit(ids, edit, label, batches = []) {
      // One list from its beginning on: what broke off half way is undone in one step as well.
      const end = await through(
        'editing',
        halt => host.stream('library.edit', { ids: [...ids], edit, label }, { halt }),
        ({ batch }) => {
          if (batch === null) return;
          if (batches.length === 0) done.current.push(batches);
          batches.push(batch);
        },
      );
      if (!end.ok) return null;
      const { left } = end.value;
      if (left === 0) return { batches, entries: end.value.entries };
      const words = say('library');
      const title = words('editStopped', {
        done: format.current.number(ids.length - left),
        of: format.current.number(ids.length),
      });
      notify({
        severity: 'note',
        about: 'library',
        title,
        ...(batches.length > 0 && { action: { label: words('undo'), run: () => void this.undo(batches) } }),
      });
      return null;
    },
    forget() {
      done.current = [];
    },
    did(batches, told) {
      if (batches.length > 0 && !done.current.includes(batches)) done.current.push(batches);
      if (!told) return;
      const way = { label: say('library')('undo'), run: () => void this.undo(batches) };
      notify({ severity: 'ok', about: 'library', ...told, ...(batches.length > 0 && { action: way }) });
    },
    step(undo) {
      done.current.push(undo);
    },
    async undo(wanted) {
      const batches = wanted ?? done.current.at(-1);
      done.current = done.current.filter(each => each !== batches);
      if (typeof batches === 'function') {
        batches();
        return;
      }
      if (!batches) {
        notify({ severity: 'note', title: say('library')('nothingUndone') });
        return;
      }
      const end = await through(
        'undoing',
        halt => host.stream('library.undo', { batches: [...batches] }, { halt }),
        () => {},
      );
      if (!end.ok) {
        // What was taken back before it broke off is passed over the next time.
        if (end.problem.code !== 'library.undo') done.current.push(batches);
        return;
      }
      const { remaining } = end.value;
      if (remaining.length === 0) notify({ severity: 'ok', title: say('library')('undone') });
      else {
        done.current.push(remaining);
        notify({ severity: 'note', title: say('library')('undoStopped') });
      }
    },
  }).current;
  return { work, working };
}
