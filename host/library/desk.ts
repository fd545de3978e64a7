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
  /** Looks for changes of other programs; keeps the index, backs up where that is due. Does not open the library. */
  rest(): void;
  close(): void;
}

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
      try {
        open?.notice();
        open?.keep();
      } catch (error) {
        // Tried again at the next rest: nothing of the user's work waits for it.
        if (outsideCode(error) === '') throw error;
      }
    },
    close() {
      const closing = open;
      this.rest();
      open = null;
      closing?.close();
    },
  };
}
