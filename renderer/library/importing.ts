/** Taking references into the library from the window: progress, an end that is told, a stop. */
import { useRef, useState } from 'react';
import type { HostClient } from '../../core/contract/contract.ts';
import type { ImportEvent } from '../../core/library/types.ts';
import { notify, notifyProblem } from '../app/notices/notices.ts';
import { unexpectedProblem } from '../app/opening.ts';
import { readFile } from '../connect/reading.ts';
import { say } from '../words/index.ts';
import type { Work } from './working.ts';

export interface Importing {
  /** What is under way; null where nothing is. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  take(source: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name?: string }): Promise<void>;
  takeFiles(files: readonly File[]): Promise<void>;
  stop(): void;
}

export function useImporting(host: HostClient, work: Work, collection: string | null): Importing {
  const [progress, setProgress] = useState<Importing['progress']>(null);
  const controller = useRef<AbortController | null>(null);

  async function take(source: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name?: string }): Promise<void> {
    const stopping = new AbortController();
    controller.current = stopping;
    const request = { ...source, ...(collection === null ? {} : { collections: [collection] }) };
    setProgress({ done: 0, of: 0 });
    try {
      for await (const event of host.stream('library.import', request, { signal: stopping.signal })) {
        if (event.kind === 'progress') setProgress({ done: event.done, of: event.of });
        else if (event.kind === 'failed') notifyProblem(event.problem);
        else {
          work.did(event.batches);
          tell(event, work);
        }
      }
    } catch {
      if (!stopping.signal.aborted) notifyProblem(unexpectedProblem());
    } finally {
      setProgress(null);
    }
  }

  return {
    progress,
    take,
    async takeFiles(files) {
      for (const file of files) {
        const bytes = await readFile(file);
        if (bytes.ok) await take({ bytes: bytes.value, name: file.name });
        else notifyProblem(bytes.problem);
      }
    },
    stop: () => controller.current?.abort(),
  };
}

function tell(
  { batches, added, already, proposed, problems }: Extract<ImportEvent, { kind: 'done' }>,
  work: Work,
): void {
  const words = say('library');
  const hint = [
    already > 0 && words('importedAlready', { count: already }),
    proposed > 0 && words('importedProposed', { count: proposed }),
    problems.length > 0 && words('importedProblems', { count: problems.length }),
  ].filter(part => part !== false);
  notify({
    severity: problems.length > 0 || proposed > 0 ? 'warning' : 'ok',
    title: added.length === 0 ? words('importedNone') : words('imported', { count: added.length }),
    ...(hint.length > 0 && { hint: hint.join(' ') }),
    ...(batches.length > 0 && { action: { label: words('undo'), run: () => void work.undo(batches) } }),
  });
}
