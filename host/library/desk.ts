/** A library opened when first asked for, and its operations by name: what a thread of its own does, or the caller's. */
import { failed, type Outcome } from '../../core/outcome.ts';
import { type OpenLibrary, openLibrary } from './library.ts';
import { type Asked, operations, type Streamed, streams } from './operations.ts';
import { outsideCode, unavailableLibrary } from './problems.ts';
import type { WordReader } from './searching/reading.ts';

export interface LibraryDesk {
  ask<Name extends keyof Asked>(name: Name, input: Asked[Name][0]): Outcome<Asked[Name][1]>;
  stream<Name extends keyof Streamed>(
    name: Name,
    input: Streamed[Name][0],
    signal: AbortSignal,
  ): AsyncGenerator<
    Streamed[Name][1] | { readonly kind: 'failed'; readonly problem: ReturnType<typeof unavailableLibrary> }
  >;
  /**
   * Looks for changes of other programs; makes searches quick, a little at a time, then keeps the index, and backs up where that is due.
   * Whether there is more to be done, soon. Does not open the library.
   */
  rest(): boolean;
  close(): void;
}

/** Milliseconds of one rest: a question that comes in between does not wait for longer. */
const AT_ONCE = 40;

/** The desk of the library in a folder. `changed` hears of every new revision; `reader` reads the words of many entries. */
export function createDesk(
  folder: string,
  changed: (revision: number) => void,
  reader: WordReader | null = null,
): LibraryDesk {
  let open: OpenLibrary | null = null;

  function opened(): Outcome<OpenLibrary> {
    if (open) return { ok: true, value: open };
    const library = openLibrary(folder, changed, reader);
    // One that could not be opened is tried again the next time: the disk may have room by then.
    if (library.ok) open = library.value;
    return library;
  }

  /** Does what nothing of the user's work waits for, where the library is open. What fails outside is tried again at the next rest. */
  function resting<Result>(work: (library: OpenLibrary) => Result): Result | undefined {
    try {
      return open ? work(open) : undefined;
    } catch (error) {
      if (outsideCode(error) === '') throw error;
      return undefined;
    }
  }

  return {
    ask(name, input) {
      const library = opened();
      if (!library.ok) return library;
      try {
        return operations[name](library.value, input as never) as never;
      } catch (error) {
        library.value.forget();
        const code = outsideCode(error);
        if (code === '') throw error;
        return failed(unavailableLibrary(code));
      }
    },
    async *stream(name, input, signal) {
      const library = opened();
      if (!library.ok) {
        yield { kind: 'failed', problem: library.problem };
        return;
      }
      try {
        yield* streams[name](library.value, input as never, signal);
      } catch (error) {
        library.value.forget();
        const code = outsideCode(error);
        if (code === '') throw error;
        yield { kind: 'failed', problem: unavailableLibrary(code) };
      }
    },
    rest() {
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
