/** Streams made of what is called out: everything in its order, or only how it stands now. */

/** What is called out, as something to be read in its order. */
export interface Queue<T> {
  add(item: T): void;
  /** Nothing more comes: what waits is still read. */
  end(): void;
  /** Reading throws this once what waits has been read. */
  fail(error: unknown): void;
  /** To be read by one reader. */
  all(): AsyncGenerator<T, void>;
}

export function createQueue<T>(): Queue<T> {
  let waiting: T[] = [];
  let ended = false;
  let broken: { readonly error: unknown } | null = null;
  let wake = () => {};
  return {
    add: (item: T) => {
      waiting.push(item);
      wake();
    },
    end: () => {
      ended = true;
      wake();
    },
    fail: error => {
      broken ??= { error };
      wake();
    },
    async *all() {
      for (;;) {
        const ready = waiting;
        waiting = [];
        yield* ready;
        if (waiting.length > 0) continue;
        if (broken) throw broken.error;
        if (ended) return;
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    },
  };
}

/**
 * How something stands, at once and after every change, until `signal` ends it. Of several changes that come while
 * nobody reads, the last one is enough.
 *
 * @param listen begins to call back at every change, and gives what ends that.
 */
export async function* latest<T>(
  read: () => T | Promise<T>,
  listen: (changed: () => void) => () => void,
  signal: AbortSignal,
): AsyncGenerator<T, void> {
  let isNew = true;
  let wake = () => {};
  const stop = listen(() => {
    isNew = true;
    wake();
  });
  const end = () => wake();
  signal.addEventListener('abort', end, { once: true });
  try {
    while (!signal.aborted) {
      if (isNew) {
        isNew = false;
        yield await read();
      } else
        await new Promise<void>(resolve => {
          wake = resolve;
        });
    }
  } finally {
    signal.removeEventListener('abort', end);
    stop();
  }
}
