/** Where laboratories' files are read: each in a thread of its own, which is ended when nobody waits for it any more. */
import { Worker } from 'node:worker_threads';
import type { LabReadEvent } from '../../core/contract/labs.ts';
import { createQueue } from '../../core/streams.ts';
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
  const events = createQueue<LabReadEvent>();
  worker.on('message', events.add);
  worker.on('error', events.fail);
  worker.on('exit', events.end);
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    for await (const event of events.all()) {
      yield event;
      if (event.kind !== 'progress') return;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
