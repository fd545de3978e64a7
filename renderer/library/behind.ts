/** Which of a report's copies are behind the entries that they were taken from. */
import { useMemo } from 'react';
import type { HostClient } from '../../core/contract/contract.ts';
import { changedVariables } from '../../core/library/merging.ts';
import type { LinkedEntry } from '../../core/library/types.ts';
import { done } from '../../core/outcome.ts';
import type { Reference } from '../../core/report/types.ts';
import { useAnswer, useRevision } from './asking.ts';

/** Copies that say something else than their entries by now, each with its entry. The library is only asked where there are links. */
export function useBehind(host: HostClient, references: readonly Reference[]): ReadonlyMap<string, LinkedEntry> {
  const revision = useRevision(host);
  const links = useMemo(() => references.flatMap(({ library }) => (library ? [library] : [])), [references]);
  const answer = useAnswer<readonly LinkedEntry[]>(
    async () => (links.length === 0 ? done([]) : host.call('library.compare', { links })),
    `${revision} ${JSON.stringify(links)}`,
  );
  return useMemo(() => behind(references, answer?.ok ? answer.value : []), [references, answer]);
}

/** Of entries that changed since, those in which the copy differs: a star or a tag changes nothing that is printed. */
export function behind(
  references: readonly Reference[],
  entries: readonly LinkedEntry[],
): ReadonlyMap<string, LinkedEntry> {
  const changed = new Map(entries.map(each => [each.entry, each]));
  return new Map(
    references.flatMap(({ id, item, library }) => {
      const now = library && changed.get(library.entry);
      return now && !now.now.trashed && changedVariables(item, now.now.item).length > 0 ? [[id, now]] : [];
    }),
  );
}
