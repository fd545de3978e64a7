/** An open library: its tables, its lists, and the one way to change it that keeps both in step. */
import { foldedWords } from '../../core/library/folding.ts';
import { searchText } from '../../core/library/texts.ts';
import type { KeptEntry } from '../../core/library/types.ts';
import { done, type Outcome, type Problem } from '../../core/outcome.ts';
import { type Applied, type ApplyOptions, applyChanges, type StampedChange } from './applying.ts';
import { backUpIfDue } from './backups.ts';
import type { Database } from './database.ts';
import { createLister, type Lister } from './listing.ts';
import { openLibraryFile } from './opening.ts';
import { type Undone, undoBatch } from './undoing.ts';
import { standing } from './writing.ts';

export interface OpenLibrary {
  readonly database: Database;
  readonly lister: Lister;
  /** What had to be done to open it, for the user to know. */
  readonly warnings: readonly Problem[];
  /** Grows with every change, those of other programs included. */
  revision(): number;
  entry(id: string): KeptEntry | null;
  /** Applies changes as one batch; lists and listeners follow. */
  commit(changes: readonly StampedChange[], options: Omit<ApplyOptions, 'at'> & { readonly at?: number }): Applied;
  /** Takes a batch back; lists and listeners follow. */
  undo(batch: number, by: string): Outcome<Undone>;
  /** Looks whether another program changed the library since, and tells the listener. */
  notice(): void;
  /** Makes the day's backup where one is due. */
  backUp(): void;
  close(): void;
}

/** So many entries changed at once, or since the words were read, are sooner read anew than followed one by one. */
const FOLLOWED = 200;

/** Opens the library of a folder. `changed` hears of every new revision. */
export function openLibrary(folder: string, changed: (revision: number) => void = () => {}): Outcome<OpenLibrary> {
  const opened = openLibraryFile(folder);
  if (!opened.ok) return opened;
  const { database, warnings } = opened.value;
  const lister = createLister(database);
  const revision = () => database.value<number | null>('select max(id) from batches') ?? 0;
  let known = revision();
  let followed = 0;

  function follow(entries: readonly string[]): void {
    known = revision();
    followed += entries.length;
    if (followed > FOLLOWED) {
      followed = 0;
      lister.forgetWords();
    } else {
      for (const id of entries) {
        const now = standing(database, id);
        if (now) lister.learn(foldedWords(searchText(now.entry)));
      }
    }
    changed(known);
  }

  return done({
    database,
    lister,
    warnings,
    revision,
    entry: id => standing(database, id)?.entry ?? null,
    commit(changes, options) {
      const applied = applyChanges(database, changes, { at: Date.now(), ...options });
      if (applied.batch !== null) follow(applied.entries);
      return applied;
    },
    undo(batch, by) {
      const undone = undoBatch(database, batch, { by, at: Date.now() });
      if (undone.ok && undone.value.batch !== null) follow(undone.value.entries);
      return undone;
    },
    notice() {
      const now = revision();
      if (now === known) return;
      known = now;
      lister.forgetWords();
      changed(now);
    },
    backUp: () => void backUpIfDue(database, folder, Date.now()),
    close: () => database.close(),
  });
}
