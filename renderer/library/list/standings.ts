/** Asking where entries of a library stand, some at a time, and keeping the answers with them. */
import { useMemo, useRef, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { Problem } from '../../../core/outcome.ts';
import { notifyProblem } from '../../app/notices/notices.ts';
import { useSteady } from '../../ui/steady.ts';
import { settled } from '../asking.ts';

/** Entries asked about at once: services are asked no faster than they allow, and a stop is heard in between. */
const AT_ONCE = 20;

export interface Checking {
  /** What is under way; null where nothing is. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** Grows when something was heard: what shows standings reads them anew. */
  readonly heard: number;
  check(ids: readonly string[]): Promise<void>;
  stop(): void;
}

/** DOIs and PMIDs are sent, nothing else. A failure is told once and ends it; what was heard until then is kept. */
export function useChecking(host: HostClient): Checking {
  const [progress, setProgress] = useState<Checking['progress']>(null);
  const [heard, setHeard] = useState(0);
  const controller = useRef<AbortController | null>(null);

  async function some(ids: readonly string[], signal: AbortSignal): Promise<boolean> {
    const entries = await settled(host.call('library.entries', { ids: [...ids] }));
    if (!entries.ok) return false;
    const references = entries.value.map(({ id, item }) => ({ id, item: { ...item, id } }));
    const answer = await settled(host.call('lookup.standingsOf', { references }, { signal }));
    if (!answer.ok) return false;
    const kept = await settled(host.call('library.keepStandings', { standings: answer.value.standings }));
    setHeard(now => now + 1);
    const [problem] = answer.value.problems as readonly Problem[];
    if (problem) notifyProblem(problem);
    return kept.ok && problem === undefined;
  }

  const check = useSteady(async (ids: readonly string[]) => {
    const stopping = new AbortController();
    controller.current = stopping;
    for (let at = 0; at < ids.length && !stopping.signal.aborted; at += AT_ONCE) {
      setProgress({ done: at, of: ids.length });
      if (!(await some(ids.slice(at, at + AT_ONCE), stopping.signal))) break;
    }
    setProgress(null);
  });
  const stop = useSteady(() => controller.current?.abort());
  return useMemo(() => ({ progress, heard, check, stop }), [progress, heard, check, stop]);
}
