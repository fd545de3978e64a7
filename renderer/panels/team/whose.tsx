/** Whose library is shown: the own one, or that of a team. Remembered as long as the window is open. */
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { HostClient } from '../../../core/contract/contract.ts';
import { Select } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';
import { libraryHost } from './library-host.ts';
import { TeamMark } from './TeamMark.tsx';
import { useTeams } from './teams.ts';
import './team.css';

const OWN = 'own';
const chosen = createStore<{ readonly id: string }>(() => ({ id: OWN }));

export interface ShownLibrary {
  /** Another one is another view. */
  readonly id: string;
  readonly host: HostClient;
  /** The team's name; null for the own one. */
  readonly name: string | null;
  /** To choose by; null where there is only the own one. */
  readonly choice: ReactNode;
}

export function useShownLibrary(host: HostClient): ShownLibrary {
  const say = useWords('team');
  const teams = useTeams() ?? [];
  const wanted = useStore(chosen, state => state.id);
  // A team that was left is shown no longer.
  const team = teams.find(({ id }) => id === wanted) ?? null;
  const id = team?.id ?? OWN;
  const shown = useMemo(() => (id === OWN ? host : libraryHost(host, id)), [host, id]);
  const choice = teams.length > 0 && (
    <div className="team-whose">
      <Select
        label={say('whose')}
        quietLabel
        value={id}
        options={[{ id: OWN, label: say('own') }, ...teams.map(each => ({ id: each.id, label: each.name }))]}
        onChange={next => chosen.setState({ id: next })}
      />
      {team && <TeamMark team={team} />}
    </div>
  );
  return { id, host: shown, name: team?.name ?? null, choice: choice || null };
}
