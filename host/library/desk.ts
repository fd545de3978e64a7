/** A library opened when first asked for, and its operations by name: what a thread of its own does, or the caller's. */
import { done, failed, type Outcome, type Problem } from '../../core/outcome.ts';
import { backUp, backupsOf } from './backups.ts';
import { PATIENCE } from './database.ts';
import { type OpenLibrary, openLibrary } from './library.ts';
import { migrations } from './migrations/index.ts';
import { isDamage, libraryFile, putBack, versionOf } from './opening.ts';
import { type Asked, isReading, operations, type Streamed, streams } from './operations.ts';
import { keepAside, putThere } from './place.ts';
import {
  isBusy,
  newerLibrary,
  noBackup,
  outsideCode,
  removedLibrary,
  replacedLibrary,
  unavailableLibrary,
} from './problems.ts';
import type { WordReader } from './searching/reading.ts';

export interface LibraryDesk {
  /** `patience` is how long another program that writes is waited for (milliseconds). */
  ask<Name extends keyof Asked>(name: Name, input: Asked[Name][0], patience?: number): Outcome<Asked[Name][1]>;
  stream<Name extends keyof Streamed>(
    name: Name,
    input: Streamed[Name][0],
    signal: AbortSignal,
  ): AsyncGenerator<Streamed[Name][1] | { readonly kind: 'failed'; readonly problem: Problem }>;
  /** Makes searches quick, a little at a time, of a library that was just filled and is being searched. Whether there is more to be done. */
  warm(): boolean;
  /**
   * Looks for changes of other programs; makes searches quick, a little at a time, then keeps the index, and backs up where that is due.
   * Whether there is more to be done, soon. Does not open the library.
   */
  rest(): boolean;
  close(): void;
}

/** Milliseconds of one rest: a question that comes in between does not wait for longer. */
const AT_ONCE = 40;

/** Milliseconds that others are waited for before the library is replaced. */
const BRIEFLY = 500;

/** Milliseconds after which a library that could not be opened as usual is tried again at rest. */
const AGAIN = 10_000;

/** The desk of the library in a folder. `changed` hears of every new revision; `reader` reads the words of many entries. */
export function createDesk(
  folder: string,
  changed: (revision: number) => void,
  reader: WordReader | null = null,
): LibraryDesk {
  let open: OpenLibrary | null = null;
  let openedAt = 0;
  let isSuspect = false;
  /** What happened to the library while it was open. */
  let happened: readonly Problem[] = [];

  function opened(): Outcome<OpenLibrary> {
    if (open) return { ok: true, value: open };
    const library = openLibrary(folder, changed, reader, { isSuspect });
    // One that could not be opened is tried again the next time: the disk may have room by then.
    if (!library.ok) return library;
    isSuspect = false;
    openedAt = Date.now();
    happened = [...happened, ...library.value.warnings];
    open = { ...library.value, warnings: happened };
    return { ok: true, value: open };
  }

  function reopened(): Outcome<OpenLibrary> {
    const closing = open;
    open = null;
    closing?.close();
    if (closing) happened = happened.filter(({ code }) => code !== 'library.reading' && code !== 'library.alone');
    return opened();
  }

  /** The library, ready for what is asked of it: in its place, of this program's version, and to be written if it can be. */
  function ready(isOnlyRead: boolean): Outcome<OpenLibrary> {
    if (!open) return opened();
    const whereabouts = open.whereabouts();
    if (whereabouts !== 'here') {
      const library = moved(open, whereabouts);
      // What cannot be put back now can still be read.
      return library.ok || !isOnlyRead || !open ? library : { ok: true, value: open };
    }
    if (isOnlyRead) return opened();
    if (!open.canWrite) return reopened();
    const version = versionOf(open.database);
    if (version <= migrations.length) return opened();
    open.close();
    open = null;
    return failed(newerLibrary(version, migrations.length));
  }

  /** After its file was taken away, or another was put there. */
  function moved(library: OpenLibrary, whereabouts: 'gone' | 'other'): Outcome<OpenLibrary> {
    try {
      if (!library.canWrite) return reopened();
      library.forget();
      if (whereabouts === 'gone') putThere(library.database);
      else keepAside(library.database, folder, Date.now());
      open = null;
      happened = [...happened, whereabouts === 'gone' ? removedLibrary() : replacedLibrary()];
      const now = opened();
      if (now.ok) changed(now.value.revision());
      return now;
    } catch (error) {
      const code = outsideCode(error);
      if (code === '') throw error;
      return failed(unavailableLibrary(code));
    }
  }

  /** Puts a backup in the place of the library, of which one is made before. */
  function restored(at: number): Outcome<null> {
    const library = ready(false);
    if (!library.ok) return library;
    const { database } = library.value;
    const chosen = backupsOf(folder).find(backup => backup.at === at);
    if (!chosen) return failed(noBackup());
    // Else another program would go on writing beside it.
    database.wait(BRIEFLY);
    if (!database.abandon()) return failed(unavailableLibrary('SQLITE_BUSY'));
    try {
      backUp(database, folder, 'replaced', Date.now(), chosen);
      library.value.forget();
      open = null;
      database.close();
      const isOne = putBack(chosen.path, libraryFile(folder), Date.now());
      const now = opened();
      if (!now.ok) return now;
      changed(now.value.revision());
      return isOne ? done(null) : failed(noBackup());
    } catch (error) {
      const code = outsideCode(error);
      if (code === '') throw error;
      return failed(unavailableLibrary(code));
    } finally {
      if (open === library.value) reopened();
    }
  }

  /** Words for what failed outside of the program; what was found damaged is closed, and looked through when it is opened again. */
  function problemOf(library: OpenLibrary, error: unknown): Problem {
    if (!isBusy(error)) library.forget();
    const code = outsideCode(error);
    if (code === '') throw error;
    if (isDamage(code) && open === library) {
      open = null;
      isSuspect = true;
      library.close();
    }
    return unavailableLibrary(code);
  }

  /** Does what nothing of the user's work waits for, where the library is open. What fails outside is tried again at the next rest. */
  function resting<Result>(work: (library: OpenLibrary) => Result): Result | undefined {
    try {
      return open?.whereabouts() === 'here' ? work(open) : undefined;
    } catch (error) {
      if (outsideCode(error) === '') throw error;
      return undefined;
    }
  }

  return {
    ask(name, input, patience = PATIENCE) {
      if (name === 'restore') return restored((input as Asked['restore'][0]).at) as never;
      for (let tries = 0; ; tries++) {
        const library = ready(isReading(name));
        if (!library.ok) return library;
        try {
          library.value.database.wait(patience);
          return operations[name as Exclude<typeof name, 'restore'>](library.value, input as never) as never;
        } catch (error) {
          const problem = problemOf(library.value, error);
          // A damaged one is put back from its backup, and asked again.
          if (!isSuspect || tries > 0) return failed(problem);
        }
      }
    },
    async *stream(name, input, signal) {
      const library = ready(false);
      if (!library.ok) {
        yield { kind: 'failed', problem: library.problem };
        return;
      }
      try {
        library.value.database.wait(PATIENCE);
        yield* streams[name](library.value, input as never, signal);
      } catch (error) {
        yield { kind: 'failed', problem: problemOf(library.value, error) };
      }
    },
    // Asked after every list, and seldom so: its file is looked for only then.
    warm: () => (open?.lister.isCold() && resting(({ lister }) => lister.warm(AT_ONCE))) ?? false,
    rest() {
      if (open?.isPassing && Date.now() - openedAt > AGAIN) reopened();
      return (
        resting(library => {
          library.notice();
          if (library.prepare(AT_ONCE)) return true;
          library.keep();
          return false;
        }) ?? false
      );
    },
    close() {
      const closing = open;
      resting(library => library.keep());
      open = null;
      closing?.close();
    },
  };
}
