/** Taking references into the library from the window: progress, an end that is told, a stop, and going on where it broke off. */
import { useRef, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import { type Imported, importedBy, isRefused, together } from '../../../core/library/imported.ts';
import { done, type Outcome } from '../../../core/outcome.ts';
import { notify, notifyProblem } from '../../app/notices/notices.ts';
import { unexpectedProblem } from '../../app/opening.ts';
import { readFile } from '../../connect/reading.ts';
import { formatNow } from '../../words/format.ts';
import { say } from '../../words/index.ts';
import type { Work } from '../working.ts';

interface Source {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name?: string;
}
/** Read when its turn comes: not all of several are in memory. */
type Waiting = () => Promise<Outcome<Source>>;

/** What is to be looked at of an import. */
export interface ImportedNews extends Imported {
  /** How many files were not begun, as it broke off before. */
  readonly unread: number;
}

export interface Importing {
  /** What is under way; null where nothing is. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** What is to be looked at of the last import; null where all came in, or it was looked at. */
  readonly imported: ImportedNews | null;
  /** How many imports ended: what waits for a decision may be more. */
  readonly ended: number;
  /** Gives what came of it; null where nothing could be read. */
  take(source: Source): Promise<Imported | null>;
  takeFiles(files: readonly File[]): Promise<Imported | null>;
  /** Takes again what broke off, and what was to come after it: what is there is not doubled. */
  again(): void;
  /** Ends it where it is; what came in stays, and is told. */
  stop(): void;
  dismiss(): void;
}

/** Whether there is something to look at beside what came in. */
const asksForMore = ({ proposed, left, problems, broke }: Imported): boolean =>
  proposed + left + problems.length > 0 || broke !== null;

/** A problem of the library, not of the file: the next file would have it too. */
const isOfLibrary = (code: string): boolean => code.startsWith('library.');

/** `onCame` hears of the references that came in. */
export function useImporting(
  host: HostClient,
  work: Work,
  collection: string | null,
  onCame: (added: readonly string[]) => void,
): Importing {
  const [progress, setProgress] = useState<Importing['progress']>(null);
  const [imported, setImported] = useState<ImportedNews | null>(null);
  const [ended, setEnded] = useState(0);
  const halting = useRef<AbortController | null>(null);
  const rest = useRef<readonly Waiting[]>([]);

  function one(source: Source, halt: AbortSignal) {
    const request = { ...source, ...(collection === null ? {} : { collections: [collection] }) };
    setProgress({ done: 0, of: 0 });
    const events = host.stream('library.import', request, { halt });
    return importedBy(events, unexpectedProblem(), ({ done, of }) => setProgress({ done, of }));
  }

  async function all(sources: readonly Waiting[]): Promise<Imported | null> {
    const halt = new AbortController();
    halting.current = halt;
    setImported(null);
    rest.current = [];
    let result = null as Imported | null;
    for (const [index, source] of sources.entries()) {
      if (halt.signal.aborted) break;
      const read = await source();
      const came = read.ok ? await one(read.value, halt.signal) : read.problem;
      const isEnd = isRefused(came) ? isOfLibrary(came.code) : came.broke !== null;
      if (!isRefused(came)) result = result === null ? came : together(result, came);
      else if (isEnd && result !== null) result = { ...result, broke: came };
      else notifyProblem(came);
      if (!isEnd) continue;
      rest.current = sources.slice(index);
      break;
    }
    setProgress(null);
    setEnded(now => now + 1);
    if (result === null) return null;
    work.did(result.batches);
    if (asksForMore(result)) setImported({ ...result, unread: Math.max(0, rest.current.length - 1) });
    else tell(result, work);
    onCame(result.added);
    return result;
  }

  return {
    progress,
    imported,
    ended,
    take: source => all([async () => done(source)]),
    takeFiles: files => all(files.map(file => () => sourceOf(file))),
    again: () => void all(rest.current),
    stop: () => halting.current?.abort(),
    dismiss: () => setImported(null),
  };
}

async function sourceOf(file: File): Promise<Outcome<Source>> {
  const bytes = await readFile(file);
  return bytes.ok ? done({ bytes: bytes.value, name: file.name }) : bytes;
}

const counted = (count: number) => ({ count, formatted: formatNow().number(count) });

/** Said where nothing else is to be looked at. */
function tell({ batches, added, already }: Imported, work: Work): void {
  const words = say('library');
  notify({
    severity: 'ok',
    about: 'library',
    title: added.length === 0 ? words('importedNone') : words('imported', counted(added.length)),
    ...(already > 0 && { hint: words('importedAlready', counted(already)) }),
    ...(batches.length > 0 && { action: { label: words('undo'), run: () => void work.undo(batches) } }),
  });
}
