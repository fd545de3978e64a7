/** An open library: its tables, its lists, and the one way to change it that keeps both in step. */
import type { KeptEntry } from '../../core/library/types.ts';
import { done, type Outcome, type Problem } from '../../core/outcome.ts';
import { type Applied, type ApplyOptions, applyChanges, type Changes } from './applying.ts';
import { backUpIfDue } from './backups.ts';
import type { Database } from './database.ts';
import { createLister, type Lister } from './listing.ts';
import { type Footing, type OpeningOptions, openLibraryFile } from './opening.ts';
import { type Whereabouts, watchPlace } from './place.ts';
import { isBusy } from './problems.ts';
import type { WordReader } from './searching/reading.ts';
import { createShelf, type Follower } from './searching/shelf.ts';
import { type Undone, undoBatch } from './undoing.ts';
import { standing } from './writing.ts';

export interface OpenLibrary extends Footing {
  /** Where its files are. */
  readonly folder: string;
  readonly database: Database;
  readonly lister: Lister;
  /** What had to be done to open it, for the user to know. */
  readonly warnings: readonly Problem[];
  /** Whether its file is still the one that was opened. */
  whereabouts(): Whereabouts;
  /** Grows with every change, those of other programs included. */
  revision(): number;
  entry(id: string): KeptEntry | null;
  /** Applies changes as one batch; lists and listeners follow. */
  commit(
    changes: Changes,
    options: Omit<ApplyOptions, 'at' | 'onWrite' | 'onInsert' | 'takesLines' | 'onMarks'> & { readonly at?: number },
  ): Applied;
  /** Takes a batch back; lists and listeners follow. */
  undo(batch: number, by: string): Outcome<Undone>;
  /** Looks whether another program changed the library since, and tells the listener. */
  notice(): void;
  /** After work that failed half way: lists read anew what stands. */
  forget(): void;
  /** While nothing is asked: makes the next lists quick, for about so many milliseconds. Whether there is more to be done. */
  prepare(milliseconds: number): boolean;
  /** Writes the index of words where that is worth it, brings the log of the tables into their file, and makes the day's backup where one is due. */
  keep(): void;
  close(): void;
}

/** Opens the library of a folder. `changed` hears of every new revision; `reader` reads the words of many entries. */
export function openLibrary(
  folder: string,
  changed: (revision: number) => void = () => {},
  reader: WordReader | null = null,
  options: OpeningOptions = {},
): Outcome<OpenLibrary> {
  const opened = openLibraryFile(folder, options);
  if (!opened.ok) return opened;
  const { database, warnings, canWrite, isPassing } = opened.value;
  const shelf = createShelf(database, folder, reader);
  const lister = createLister(database, shelf);
  const revision = () => database.value<number | null>('select max(id) from batches') ?? 0;
  let known = revision();

  /** Changes the tables; lists and listeners follow what was written. */
  function followed<Result extends Pick<Applied, 'batch'>>(changes: number, work: (hears: Follower) => Result): Result {
    const follower = shelf.follow(changes);
    try {
      const result = work(follower);
      if (result.batch !== null) {
        follower.end(result.batch);
        known = revision();
        changed(known);
      }
      return result;
    } catch (error) {
      // Part of what was taken in may not stand, unless another program's turn was all that was waited for.
      if (!isBusy(error)) shelf.forget();
      throw error;
    }
  }

  return done({
    folder,
    database,
    lister,
    warnings,
    canWrite,
    isPassing,
    whereabouts: watchPlace(database.path),
    revision,
    entry: id => standing(database, id)?.entry ?? null,
    commit: (changes, options) =>
      followed(changes.length, hears =>
        applyChanges(database, changes, {
          at: Date.now(),
          ...options,
          onWrite: hears.onWrite,
          onInsert: hears.onInsert,
          takesLines: hears.takesLines,
          onMarks: hears.onMarks,
        }),
      ),
    undo(batch, by) {
      let undone: Outcome<Undone> | undefined;
      followed(0, ({ onWrite, onMarks }) => {
        undone = undoBatch(database, batch, { by, at: Date.now(), onWrite, onMarks });
        return undone.ok ? undone.value : { batch: null };
      });
      return undone as Outcome<Undone>;
    },
    forget: () => shelf.forget(),
    notice() {
      const now = revision();
      if (now === known) return;
      known = now;
      shelf.catchUp();
      changed(now);
    },
    prepare: milliseconds => lister.prepare(milliseconds),
    keep() {
      shelf.keep();
      if (!canWrite) return;
      database.settle();
      backUpIfDue(database, folder, Date.now());
    },
    close() {
      shelf.forget();
      database.close();
    },
  });
}
