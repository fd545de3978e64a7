/** The way to the library for the rest of the host: in a thread of its own, so that nobody waits for a search or an import. */
import { Worker } from 'node:worker_threads';
import type { Outcome } from '../../core/outcome.ts';
import { createQueue } from '../../core/streams.ts';
import type { LibraryDesk } from './desk.ts';
import type { Asked, Streamed } from './operations.ts';
import { type Told, tell } from './telling.ts';

export type Request =
  | { readonly kind: 'ask'; readonly id: number; readonly name: keyof Asked; readonly input: unknown }
  /** Many changes. */
  | { readonly kind: 'told'; readonly id: number; readonly told: Told }
  | { readonly kind: 'stream'; readonly id: number; readonly name: keyof Streamed; readonly input: unknown }
  | { readonly kind: 'stop'; readonly id: number }
  | { readonly kind: 'close' };

export type Response =
  | { readonly kind: 'answer' | 'item'; readonly id: number; readonly value: unknown }
  /** An answer as JSON: many small objects take several times as long to be copied one by one. */
  | { readonly kind: 'text'; readonly id: number; readonly text: string }
  | { readonly kind: 'end'; readonly id: number }
  | { readonly kind: 'error'; readonly id: number; readonly error: string }
  | { readonly kind: 'changed'; readonly revision: number }
  | { readonly kind: 'closed' };

export interface LibraryRoom {
  ask<Name extends keyof Asked>(name: Name, input: Asked[Name][0]): Promise<Outcome<Asked[Name][1]>>;
  /** Ends soon after the signal is aborted. */
  stream<Name extends keyof Streamed>(
    name: Name,
    input: Streamed[Name][0],
    signal: AbortSignal,
  ): AsyncGenerator<Streamed[Name][1]>;
  /** Hears of every new revision, until the signal is aborted. */
  onChange(listener: (revision: number) => void, signal: AbortSignal): void;
  /** Ends what runs, makes the day's backup where one is due, and closes the file. */
  close(): Promise<void>;
}

/** A thread that does not close in time is ended: its file is whole at any moment (milliseconds). */
const CLOSING = 5000;

/** So many changes are sent as bytes. */
const MANY = 100;

/** Memory of the thread for what is new, as an import has tens of thousands of entries at hand (megabytes). */
const YOUNG = 64;

/** The library of a folder, begun when first asked for. `entry` is the built worker; null works in this thread. */
export function createLibraryRoom(folder: string, entry: URL | string | null): LibraryRoom {
  const listeners = new Set<(revision: number) => void>();
  const changed = (revision: number) => {
    for (const listener of listeners) listener(revision);
  };
  const onChange: LibraryRoom['onChange'] = (listener, signal) => {
    listeners.add(listener);
    signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
  };
  return { ...(entry === null ? inThisThread(folder, changed) : inItsThread(folder, entry, changed)), onChange };
}

type Way = Omit<LibraryRoom, 'onChange'>;

function inThisThread(folder: string, changed: (revision: number) => void): Way {
  let loading: Promise<LibraryDesk> | undefined;
  const desk = () => {
    loading ??= import('./desk.ts').then(({ createDesk }) => createDesk(folder, changed));
    return loading;
  };
  return {
    ask: async (name, input) => (await desk()).ask(name, input),
    async *stream(name, input, signal) {
      for await (const item of (await desk()).stream(name, input, signal)) yield item as never;
    },
    close: async () => (await loading)?.close(),
  };
}

interface Waiting {
  take(response: Extract<Response, { id: number }>): void;
  fail(error: Error): void;
}

function inItsThread(folder: string, entry: URL | string, changed: (revision: number) => void): Way {
  let worker: Worker | null = null;
  let count = 0;
  let whenClosed = () => {};
  const waiting = new Map<number, Waiting>();

  function begin(): Worker {
    const started = new Worker(entry, { workerData: { folder }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    // It must not keep a program alive that is otherwise done.
    started.unref();
    started.on('message', (response: Response) => {
      if (response.kind === 'changed') changed(response.revision);
      else if (response.kind === 'closed') whenClosed();
      else waiting.get(response.id)?.take(response);
    });
    const gone = (error: Error) => {
      if (worker === started) worker = null;
      for (const [id, job] of waiting) {
        waiting.delete(id);
        job.fail(error);
      }
      whenClosed();
    };
    started.on('error', gone);
    started.on('exit', code => {
      if (worker === started) gone(new Error(`the library's thread ended (${code})`));
    });
    return started;
  }

  function send(request: Exclude<Request, { kind: 'stop' | 'close' }>, job: Waiting): void {
    worker ??= begin();
    waiting.set(request.id, job);
    worker.ref();
    const pieces = request.kind === 'told' ? request.told.pieces : [];
    worker.postMessage(
      request,
      pieces.map(({ items }) => items.buffer as ArrayBuffer),
    );
  }
  function settled(id: number): void {
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
  }

  return {
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        const changes = name === 'apply' ? (input as Asked['apply'][0]) : null;
        const isLong = changes !== null && changes.changes.length >= MANY;
        send(isLong ? { kind: 'told', id, told: tell(changes) } : { kind: 'ask', id, name, input }, {
          take(response) {
            settled(id);
            if (response.kind === 'error') reject(new Error(response.error));
            else if (response.kind === 'answer') resolve(response.value as never);
            else if (response.kind === 'text') resolve(JSON.parse(response.text) as never);
          },
          fail: reject,
        });
      }),
    async *stream(name, input, signal) {
      const id = ++count;
      const items = createQueue<unknown>();
      let isEnded = false;
      const end = (error?: Error) => {
        isEnded = true;
        if (error) items.fail(error);
        else items.end();
      };
      send(
        { kind: 'stream', id, name, input },
        {
          take(response) {
            if (response.kind === 'item') items.add(response.value);
            else {
              settled(id);
              end(response.kind === 'error' ? new Error(response.error) : undefined);
            }
          },
          fail: end,
        },
      );
      const stop = () => worker?.postMessage({ kind: 'stop', id } satisfies Request);
      signal.addEventListener('abort', stop, { once: true });
      try {
        for await (const item of items.all()) yield item as never;
      } finally {
        signal.removeEventListener('abort', stop);
        if (!isEnded) stop();
      }
    },
    async close() {
      const ending = worker;
      if (!ending) return;
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, CLOSING);
        whenClosed = () => {
          clearTimeout(timer);
          resolve();
        };
        ending.ref();
        ending.postMessage({ kind: 'close' } satisfies Request);
      });
      worker = null;
      for (const job of waiting.values()) job.fail(new Error('closed'));
      waiting.clear();
      await ending.terminate();
    },
  };
}
