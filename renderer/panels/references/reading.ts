/** References read by the host and made ready part by part, so that the window goes on while a large file is read. */
import type { HostClient } from '../../../core/contract/contract.ts';
import { done, failed, type Outcome, type Problem } from '../../../core/outcome.ts';
import type { Reference } from '../../../core/report/types.ts';
import { type Addition, adding } from './adding.ts';

export interface ReadingRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the file; absent for pasted text. */
  readonly name?: string;
}

export interface Counts {
  readonly done: number;
  /** How many there are in all; 0 while the file is still read. */
  readonly of: number;
}

/**
 * What adds a file's references to those that the report has when it is read (`known`). Rejects with the signal's reason where
 * it is aborted, and then nothing is to be added.
 */
export async function readForReport(
  host: HostClient,
  request: ReadingRequest,
  known: () => readonly Reference[],
  counted: (counts: Counts) => void,
  signal: AbortSignal,
): Promise<Outcome<Addition & { readonly problems: readonly Problem[] }>> {
  const first = known();
  const added = adding(first);
  const all: Reference[] = [];
  for await (const event of host.stream('references.read', request, { signal })) {
    signal.throwIfAborted();
    switch (event.kind) {
      case 'counted':
        counted({ done: event.entries, of: 0 });
        break;
      case 'entries':
        all.push(...event.references);
        added.take(event.references);
        if (all.length < event.of) counted({ done: all.length, of: event.of });
        break;
      case 'failed':
        return failed(event.problem);
      case 'done':
        return done({ ...current().result(), problems: event.problems });
    }
  }
  signal.throwIfAborted();
  throw new Error('the host ended before the file did');

  /** The report may have got other references while the file was read. */
  function current() {
    if (known() === first) return added;
    const again = adding(known());
    again.take(all);
    return again;
  }
}
