/** How many references of a library seem to be in it twice, told beside the list without anybody asking. */
import { useEffect, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';

/** Of so many they are looked for unasked: it takes moments. Of more, when one goes to see them. */
const FEW = 5000;
/** The library is looked through once it was at rest so long (milliseconds). */
const REST = 3000;

export function useDoubles(host: HostClient, entries: number, imports: number) {
  const [doubles, setDoubles] = useState<number | undefined>(undefined);
  const isAsked = entries > 1 && entries <= FEW;
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for anew after each import
  useEffect(() => {
    if (!isAsked) return;
    const stopping = new AbortController();
    const rest = setTimeout(async () => {
      try {
        const waiting = await host.call('library.proposals', {});
        for await (const event of host.stream('library.duplicates', {}, { signal: stopping.signal }))
          if (event.kind === 'done') setDoubles(event.pairs.length + (waiting.ok ? waiting.value.length : 0));
      } catch {
        // It is told again where one looks for them.
      }
    }, REST);
    return () => {
      clearTimeout(rest);
      stopping.abort();
    };
  }, [host, isAsked, imports]);
  return { doubles, setDoubles };
}
