/**
 * Words read in a thread of their own, while the library's thread writes the entries that they are of: see reader.ts. The library's
 * thread waits for what was read only when it is searched.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { EntryLines } from './entry-words.ts';
import type { InvertedParts } from './sorting.ts';

export interface WordReader {
  /** Whether something was put that is not collected. */
  isPending(): boolean;
  /** Takes the lines over: they are no longer the caller's. */
  put(lines: EntryLines): void;
  /** The index of all that was put; null where the thread failed. `meanwhile` is done while the thread comes to its end. */
  collect(meanwhile: () => void): InvertedParts | null;
  /** Ends the thread; what is not collected is lost. It begins anew when something is put. */
  close(): void;
}

export type Told = EntryLines | 'collect';

export interface ReaderData {
  readonly port: MessagePort;
  /** Counts what the thread has done. */
  readonly done: Int32Array;
}

/** So many blocks of lines, of some megabytes each, may wait to be read; then the writing does. */
const WAITING = 32;
/** Without a sign for so long the thread is taken for dead (milliseconds). */
const PATIENCE = 30_000;

interface Running extends ReaderData {
  readonly worker: Worker;
  sent: number;
  isDead: boolean;
}

/** `entry` is the built reader.ts. */
export function createWordReader(entry: URL | string): WordReader {
  let running: Running | null = null;
  let isPending = false;

  function begin(): Running {
    const { port1, port2 } = new MessageChannel();
    const done = new Int32Array(new SharedArrayBuffer(4));
    const workerData: ReaderData = { port: port2, done };
    const worker = new Worker(entry, { workerData, transferList: [port2] });
    const begun: Running = { worker, port: port1, done, sent: 0, isDead: false };
    // Neither keeps the library's thread alive. A thread that failed gives no sign any more, which is noticed where it is waited for.
    worker.unref();
    port1.unref();
    worker.on('error', () => {
      begun.isDead = true;
    });
    return begun;
  }

  /** Waits until the thread has done more than so much; whether it has. */
  function waitFor(thread: Running, count: number): boolean {
    while (!thread.isDead) {
      const seen = Atomics.load(thread.done, 0);
      if (seen >= count) return true;
      if (Atomics.wait(thread.done, 0, seen, PATIENCE) === 'timed-out') thread.isDead = true;
    }
    return false;
  }

  return {
    isPending: () => isPending,
    put(lines) {
      running ??= begin();
      isPending = true;
      if (running.isDead) return;
      running.port.postMessage(lines, [lines.buffer as ArrayBuffer]);
      running.sent++;
      waitFor(running, running.sent - WAITING);
    },
    collect(meanwhile) {
      const thread = running;
      if (!thread) return null;
      thread.port.postMessage('collect' satisfies Told);
      thread.sent++;
      isPending = false;
      meanwhile();
      const found = waitFor(thread, thread.sent) ? receiveMessageOnPort(thread.port) : undefined;
      if (found) return found.message as InvertedParts;
      this.close();
      return null;
    },
    close() {
      void running?.worker.terminate();
      running?.port.close();
      running = null;
      isPending = false;
    },
  };
}
