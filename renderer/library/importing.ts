/** Taking references into the library from the window: progress, an end that is told, a stop. */
import { useRef, useState } from 'react';
import type { HostClient } from '../../core/contract/contract.ts';
import type { ImportEvent } from '../../core/library/types.ts';
import { notify, notifyProblem } from '../app/notices/notices.ts';
import { unexpectedProblem } from '../app/opening.ts';
import { readFile } from '../connect/reading.ts';
import { formatNow } from '../words/format.ts';
import { say } from '../words/index.ts';
import type { Work } from './working.ts';

/** What came of taking in a file or a text, or several after one another. */
export type Imported = Pick<
  Extract<ImportEvent, { kind: 'done' }>,
  'batches' | 'added' | 'already' | 'proposed' | 'left' | 'problems'
>;

interface Source {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name?: string;
}

export interface Importing {
  /** What is under way; null where nothing is. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** What is to be looked at of the last import; null where all came in, or it was looked at. */
  readonly imported: Imported | null;
  /** How many imports ended: what waits for a decision may be more. */
  readonly ended: number;
  /** Gives what came of it; null where nothing could be read. */
  take(source: Source): Promise<Imported | null>;
  takeFiles(files: readonly File[]): Promise<Imported | null>;
  /** Ends it where it is; what came in stays, and is told. */
  stop(): void;
  dismiss(): void;
}

const NOTHING: Imported = { batches: [], added: [], already: 0, proposed: 0, left: 0, problems: [] };

/** Two imports as one. */
export function together(one: Imported, other: Imported): Imported {
  return {
    batches: [...one.batches, ...other.batches],
    added: [...one.added, ...other.added],
    already: one.already + other.already,
    proposed: one.proposed + other.proposed,
    left: one.left + other.left,
    problems: [...one.problems, ...other.problems],
  };
}

/** Whether there is something to look at beside what came in. */
const asksForMore = ({ proposed, left, problems }: Imported): boolean => proposed + left + problems.length > 0;

/** `onOne` hears of a reference that came in alone. */
export function useImporting(
  host: HostClient,
  work: Work,
  collection: string | null,
  onOne: (id: string) => void,
): Importing {
  const [progress, setProgress] = useState<Importing['progress']>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const [ended, setEnded] = useState(0);
  const halting = useRef<AbortController | null>(null);

  async function one(source: Source, halt: AbortSignal): Promise<Imported> {
    const request = { ...source, ...(collection === null ? {} : { collections: [collection] }) };
    setProgress({ done: 0, of: 0 });
    try {
      for await (const event of host.stream('library.import', request, { halt })) {
        if (event.kind === 'progress') setProgress({ done: event.done, of: event.of });
        else if (event.kind === 'failed') notifyProblem(event.problem);
        else return event;
      }
    } catch {
      notifyProblem(unexpectedProblem());
    }
    return NOTHING;
  }

  async function all(sources: AsyncIterable<Source> | Iterable<Source>): Promise<Imported | null> {
    const halt = new AbortController();
    halting.current = halt;
    setImported(null);
    let result: Imported | null = null;
    for await (const source of sources) {
      if (halt.signal.aborted) break;
      const came = await one(source, halt.signal);
      if (came !== NOTHING) result = result === null ? came : together(result, came);
    }
    setProgress(null);
    setEnded(now => now + 1);
    if (result === null) return null;
    work.did(result.batches);
    if (asksForMore(result)) setImported(result);
    else tell(result, work);
    const [only, ...others] = result.added;
    if (only !== undefined && others.length === 0) onOne(only);
    return result;
  }

  return {
    progress,
    imported,
    ended,
    take: source => all([source]),
    takeFiles: files => all(read(files)),
    stop: () => halting.current?.abort(),
    dismiss: () => setImported(null),
  };
}

async function* read(files: readonly File[]): AsyncGenerator<Source> {
  for (const file of files) {
    const bytes = await readFile(file);
    if (bytes.ok) yield { bytes: bytes.value, name: file.name };
    else notifyProblem(bytes.problem);
  }
}

const counted = (count: number) => ({ count, formatted: formatNow().number(count) });

/** Said where nothing else is to be looked at. */
function tell({ batches, added, already }: Imported, work: Work): void {
  const words = say('library');
  notify({
    severity: 'ok',
    title: added.length === 0 ? words('importedNone') : words('imported', counted(added.length)),
    ...(already > 0 && { hint: words('importedAlready', counted(already)) }),
    ...(batches.length > 0 && { action: { label: words('undo'), run: () => void work.undo(batches) } }),
  });
}
