/** Standard output, which may be a pipe that its reader closes early (`… | head`) or a file on a full disk. */
import { once } from 'node:events';
import type { Problem } from '../core/outcome.ts';
import { writeProblem } from '../host/documents/files.ts';

/** Nobody reads any more: the work is done as far as anybody wanted it. */
export class Unread extends Error {}

/** Why standard output took no more; undefined while it does. */
let failure: unknown;

const isClosedPipe = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'EPIPE';

/** Hears of writes that fail, which would else end the program with a stack. To be called once, before anything is written. */
export function hearFailedWrites(): void {
  process.stdout.on('error', error => {
    failure ??= error;
  });
  process.stderr.on('error', () => {});
}

/** Writes text as fast as whoever reads takes it. Throws `Unread` where nobody does. */
export async function give(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (process.stdout.write(piece)) continue;
    // A write that fails says so a moment later.
    const error =
      failure ??
      (await once(process.stdout, 'drain').then(
        () => undefined,
        reason => reason,
      ));
    if (error !== undefined) throw isClosedPipe(error) ? new Unread() : error;
  }
}

/** What of the results is lost, once all was written; null where nothing is, or nobody wanted the rest. */
export async function lostOutput(): Promise<Problem | null> {
  await new Promise(setImmediate);
  return failure === undefined || isClosedPipe(failure) ? null : writeProblem('stdout', failure);
}
