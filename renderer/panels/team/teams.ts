/** The teams of this user, as the host tells of them. Watched as long as the window is open: that is what keeps mirrors in step. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { HostClient } from '../../../core/contract/contract.ts';
import type { ConnectedTeam } from '../../../core/contract/team.ts';

/** Null until the host has told of them. */
const store = createStore<{ readonly teams: readonly ConnectedTeam[] | null }>(() => ({ teams: null }));

/** Before asking again after the host was lost (milliseconds). */
const AGAIN = 2000;

/** Follows the host until the returned function is called. */
export function watchTeams(host: HostClient): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const watch = async () => {
    while (!signal.aborted) {
      try {
        for await (const teams of host.stream('team.status', {}, { signal })) store.setState({ teams });
      } catch {
        // The host was lost; the window says so elsewhere.
      }
      if (!signal.aborted) await new Promise(resolve => setTimeout(resolve, AGAIN));
    }
  };
  void watch();
  return () => ending.abort();
}

export const useTeams = (): readonly ConnectedTeam[] | null => useStore(store, state => state.teams);
