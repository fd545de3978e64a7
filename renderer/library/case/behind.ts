/** Which of a report's copies are behind the entries that they were taken from. */
import { useMemo } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import { changedVariables } from '../../../core/library/merging.ts';
import type { LibraryLink, LinkedEntry } from '../../../core/library/types.ts';
import { done, failed, type Outcome } from '../../../core/outcome.ts';
import type { Reference } from '../../../core/report/types.ts';
import { unexpectedProblem } from '../../app/opening.ts';
import { libraryHost } from '../../panels/team/library-host.ts';
import { useTeams } from '../../panels/team/teams.ts';
import { useAnswer, useRevision } from '../asking.ts';

/**
 * Copies that say something else than their entries by now, each with its entry: entries of the own library and of teams'. No
 * library is asked where there are no links.
 */
export function useBehind(host: HostClient, references: readonly Reference[]): ReadonlyMap<string, LinkedEntry> {
  const revision = useRevision(host);
  const links = useMemo(() => references.flatMap(({ library }) => (library ? [library] : [])), [references]);
  const teams = useTeams();
  const libraries = useMemo(() => [host, ...(teams ?? []).map(team => libraryHost(host, team.id))], [host, teams]);
  const answer = useAnswer<readonly LinkedEntry[]>(
    async () => (links.length === 0 ? done([]) : compared(libraries, links)),
    `${revision} ${JSON.stringify((teams ?? []).map(({ id, status }) => [id, status]))} ${JSON.stringify(links)}`,
  );
  return useMemo(() => behind(references, answer?.ok ? answer.value : []), [references, answer]);
}

/** What is told by any of the libraries; one that cannot be asked just now, as a team's that was left, tells nothing. */
async function compared(
  libraries: readonly HostClient[],
  links: readonly LibraryLink[],
): Promise<Outcome<readonly LinkedEntry[]>> {
  const answers = await Promise.all(
    libraries.map(library =>
      library.call('library.compare', { links: [...links] }).catch(() => failed(unexpectedProblem())),
    ),
  );
  return done(answers.flatMap(answer => (answer.ok ? answer.value : [])));
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
