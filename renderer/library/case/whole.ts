/** Entries as they are taken into a case: with what services said against them, which the library keeps beside them. */
import type { HostClient } from '../../../core/contract/contract.ts';
import type { KeptEntry } from '../../../core/library/types.ts';
import type { Standing } from '../../../core/lookup/standing.ts';
import { done, type Outcome } from '../../../core/outcome.ts';

export interface WholeEntry extends KeptEntry {
  readonly standing?: Standing;
}

/** At most a thousand. What nobody was asked about has no standing. */
export async function wholeEntries(host: HostClient, ids: readonly string[]): Promise<Outcome<readonly WholeEntry[]>> {
  const [entries, standings] = await Promise.all([
    host.call('library.entries', { ids: [...ids] }),
    host.call('library.standings', { ids: [...ids] }),
  ]);
  if (!entries.ok) return entries;
  const known = standings.ok ? standings.value : {};
  return done(
    entries.value.map(entry => {
      const standing = known[entry.id];
      return standing === undefined ? entry : { ...entry, standing };
    }),
  );
}
