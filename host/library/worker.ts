/** Entry of the thread that keeps the library; built to a file of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { createDesk } from './desk.ts';
import { createLine } from './lining.ts';
import { isReading } from './operations.ts';
import { paced } from './pacing.ts';
import type { Request, Response } from './room.ts';
import { createWordReader } from './searching/reading.ts';
import { hear } from './telling.ts';

if (!parentPort) throw new Error('This file is the start of a worker thread');
const port = parentPort;
const { folder } = workerData as { readonly folder: string };

/** Milliseconds without a question after which the thread looks after the library. */
const IDLE = 2000;
/** Milliseconds in which a question may come in between. */
const SOON = 10;

/** Milliseconds that the thread waits for another program that writes; who wants to write waits in line meanwhile. */
const BRIEFLY = 40;

const answer = (response: Response) => port.postMessage(response);
const reader = createWordReader(new URL('./library-words.mjs', import.meta.url));
const changed = paced((revision: number) => answer({ kind: 'changed', revision }));
const desk = createDesk(folder, changed, reader);
const line = createLine();
const running = new Map<number, AbortController>();
const described = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

let resting: NodeJS.Timeout | undefined;
function restLater(after = IDLE): void {
  clearTimeout(resting);
  resting = setTimeout(() => {
    const isMore = running.size === 0 && desk.rest();
    restLater(isMore ? SOON : IDLE);
  }, after);
}

let warming: NodeJS.Timeout | undefined;
/** Between the questions, as it does not wait for a rest: whoever took in a large file types on. */
function warmSoon(): void {
  warming ??= setTimeout(() => {
    warming = undefined;
    if (desk.warm()) warmSoon();
  });
}

async function stream({ id, name, input }: Extract<Request, { kind: 'stream' }>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    for await (const value of desk.stream(name, input as never, controller.signal)) answer({ kind: 'item', id, value });
    answer({ kind: 'end', id });
  } catch (error) {
    answer({ kind: 'error', id, error: described(error) });
  } finally {
    running.delete(id);
  }
}

/** Asks; false where another program writes and this is not the last try. */
function asking(request: Extract<Request, { kind: 'ask' | 'told' }>): (isLast: boolean) => boolean {
  return isLast => {
    try {
      const value =
        request.kind === 'told'
          ? desk.ask('apply', hear(request.told), BRIEFLY)
          : desk.ask(request.name, request.input as never, BRIEFLY);
      if (!value.ok && value.problem.code === 'library.busy' && !isLast) return false;
      const isList = request.kind === 'ask' && request.name === 'list';
      if (isList) {
        answer({ kind: 'text', id: request.id, text: JSON.stringify(value) });
        warmSoon();
      } else answer({ kind: 'answer', id: request.id, value });
    } catch (error) {
      answer({ kind: 'error', id: request.id, error: described(error) });
    }
    return true;
  };
}

port.on('message', (request: Request) => {
  if (request.kind === 'close') {
    clearTimeout(resting);
    clearTimeout(warming);
    for (const controller of running.values()) controller.abort();
    line.end();
    desk.close();
    answer({ kind: 'closed' });
  } else if (request.kind === 'stop') running.get(request.id)?.abort();
  else if (request.kind === 'stream') void stream(request);
  else line.take(asking(request), request.kind === 'ask' && isReading(request.name));
  // Once it is done: long work is no rest.
  if (request.kind !== 'close') restLater();
});
