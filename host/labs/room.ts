/** Where laboratories' files are read: each in a thread of its own, which is ended when nobody waits for it any more. */
import { Worker } from 'node:worker_threads';
import type { LabReadEvent } from '../../core/contract/labs.ts';
import type { LabOptions } from '../../core/timeline/formats/types.ts';

export interface Source {
  readonly name?: string | undefined;
  readonly bytes: Uint8Array;
  readonly options: LabOptions;
}

/** Progress, then what was read. `entry` is the built thread; null reads in this one. */
export async function* readInRoom(
  entry: URL | string | null,
  source: Source,
  signal: AbortSignal,
): AsyncGenerator<LabReadEvent> {
  if (entry === null) {
    const { readSource } = await import('./reading.ts');
    yield readSource(source, () => undefined);
    return;
  }
  const worker = new Worker(entry, { workerData: source });
  const events: LabReadEvent[] = [];
  let broken: Error | null = null;
  let ended = false;
  let wake = () => {};
  worker.on('message', (event: LabReadEvent) => {
    events.push(event);
    wake();
  });
  worker.on('error', error => {
    broken = error instanceof Error ? error : new Error(String(error));
    wake();
  });
  worker.on('exit', () => {
    ended = true;
    wake();
  });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      const event = events.shift();
      if (event) {
        yield event;
        if (event.kind !== 'progress') return;
      } else if (broken) throw broken;
      else if (signal.aborted || ended) return;
      else
        await new Promise<void>(resolve => {
          wake = resolve;
        });
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
