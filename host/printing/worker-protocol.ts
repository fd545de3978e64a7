/** Printing in a worker thread: what goes over the port, and both its ends. */
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Definition } from '../../core/export/pdf/definition.ts';
import { MissingGlyphsError } from './characters.ts';
import { UnreadableImageError } from './images.ts';
import type { Printer, PrinterConfig, PrintOptions } from './printer.ts';

/** The definition must be data throughout: running heads as `RunningPages`, not as functions. */
export interface PrintRequest {
  readonly id: number;
  readonly definition: Definition;
  readonly options: PrintOptions;
}

export type PrintAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly failure: PrintFailure };

type PrintFailure =
  | { readonly kind: 'missing-glyphs'; readonly characters: readonly string[] }
  | { readonly kind: 'unreadable-image'; readonly image: string }
  | { readonly kind: 'bug'; readonly message: string };

/** What the worker is started with, as its `workerData`. */
export type PrintWorkerData = PrinterConfig;

/** The worker's end: prints what is asked, one after the other, with one printer. */
export function answerPrintRequests(port: MessagePort, printer: Printer): void {
  let queue: Promise<unknown> = Promise.resolve();
  port.on('message', (request: PrintRequest) => {
    queue = queue.then(async () => {
      try {
        const printed = await printer.print(request.definition, request.options);
        // A copy of its own: the bytes may stand in a pool of Node's that cannot be handed over.
        const bytes = new Uint8Array(printed);
        port.postMessage({ id: request.id, bytes } satisfies PrintAnswer, [bytes.buffer]);
      } catch (error) {
        port.postMessage({ id: request.id, failure: failureOf(error) } satisfies PrintAnswer);
      }
    });
  });
}

/** The other end, while the worker lives. */
export interface WorkerPrinter {
  /** As a printer's; a definition with functions is refused by the port. */
  print(definition: Definition, options?: PrintOptions): Promise<Uint8Array>;
  /** Ends the worker; what it has not printed yet is rejected. */
  close(): Promise<void>;
}

/** A printer in a worker started from `worker.ts` as built. */
export function printerInWorker(worker: Worker): WorkerPrinter {
  const waiting = new Map<number, { resolve(bytes: Uint8Array): void; reject(error: unknown): void }>();
  let lastId = 0;
  let ended: unknown;

  const rejectAll = (error: unknown): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: PrintAnswer) => {
    const request = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('bytes' in answer) request?.resolve(answer.bytes);
    else request?.reject(errorOf(answer.failure));
  });
  worker.on('error', rejectAll);
  worker.on('exit', () => rejectAll(new Error('The printing worker has ended')));

  return {
    print: (definition, options = {}) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        const id = ++lastId;
        worker.postMessage({ id, definition, options } satisfies PrintRequest);
        waiting.set(id, { resolve, reject });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

function failureOf(error: unknown): PrintFailure {
  if (error instanceof MissingGlyphsError)
    return { kind: 'missing-glyphs', characters: error.characters.map(each => each.character) };
  if (error instanceof UnreadableImageError) return { kind: 'unreadable-image', image: error.image };
  return { kind: 'bug', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function errorOf(failure: PrintFailure): Error {
  switch (failure.kind) {
    case 'missing-glyphs':
      return new MissingGlyphsError(failure.characters);
    case 'unreadable-image':
      return new UnreadableImageError(failure.image);
    case 'bug':
      return new Error(`Printing failed in its worker: ${failure.message}`);
  }
}
