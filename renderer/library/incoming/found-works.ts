/** Works that were found by an identifier or by words, taken into the library as an import is: once each, with what is known against them. */
import { useRef } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { Standing } from '../../../core/lookup/standing.ts';
import type { Reference } from '../../../core/report/types.ts';
import type { FoundWork, Taking } from '../../panels/references/lookup/taking.ts';
import type { Importing } from './importing.ts';

export function useLibraryTaking(host: HostClient, importing: Importing): Taking {
  const taken = useRef(new Set<Reference>());
  const take = async (works: readonly FoundWork[]) => {
    const items = works.map(({ reference }) => reference.item);
    const came = await importing.take({ bytes: new TextEncoder().encode(JSON.stringify(items)) });
    // Only where all were new is it known which became which.
    if (came === null || came.added.length !== works.length) return;
    const standings: Record<string, Standing> = {};
    for (const [index, { standing }] of works.entries()) {
      const id = came.added[index];
      if (id !== undefined && standing.at !== null) standings[id] = standing;
    }
    if (Object.keys(standings).length > 0) await host.call('library.keepStandings', { standings }).catch(() => {});
  };
  return {
    has: reference => (taken.current.has(reference) ? reference : null),
    take: works => {
      for (const { reference } of works) taken.current.add(reference);
      void take(works);
    },
  };
}
