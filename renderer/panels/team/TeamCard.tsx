import { CloudOff, KeyRound, Lock, Monitor, RefreshCw, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { ConnectedTeam } from '../../../core/contract/team.ts';
import type { SyncState } from '../../../core/library/sync/types.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { Button } from '../../ui/Button.tsx';
import { SeverityIcon } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { Conflicts } from './Conflicts.tsx';
import { Connect } from './Connect.tsx';
import { Members } from './Members.tsx';
import { Refused } from './Refused.tsx';

/** One team: how far it is in step, who is in it, what has to be decided. */
export function TeamCard({ team, onDisconnect }: { readonly team: ConnectedTeam; readonly onDisconnect: () => void }) {
  const say = useWords('team');
  const format = useFormat();
  const { host } = useSurroundings();
  const [isEntering, setEntering] = useState(false);
  const { state, pending, held, fetching, lastSync, problem } = team.status;
  // Who was taken out hears of no role any more, nor of the others.
  const isOut = problem?.code === 'team.member';
  const needsConnection = state === 'refused' && ['team.ask-again', 'team.login'].includes(problem?.code ?? '');
  const facts = [
    fetching && say('fetching', { done: format.number(fetching.done), of: format.number(fetching.of) }),
    pending > 0 ? say('pending', { count: pending }) : null,
    held > 0 ? say('held', { count: held }) : null,
    lastSync === null ? fetching === null && say('never') : say('last', { when: format.moment(lastSync) }),
  ].filter(Boolean);

  return (
    <section className="card team-card" aria-label={team.name}>
      <header>
        <h3 className="grow cut">{team.name}</h3>
        {!isOut && <span className="badge">{say(`role_${team.role}`)}</span>}
      </header>
      <p className="team-state" role="status">
        <StateIcon of={state} />
        <span>{say(`state_${state}`)}</span>
        <span className="quiet xs">{facts.join(' · ')}</span>
      </p>
      {fetching && <progress aria-label={say('state_syncing')} value={fetching.done} max={fetching.of} />}
      <Refused problem={problem} severity={state === 'refused' ? 'error' : 'warning'} />
      {needsConnection || isEntering ? (
        <Connect team={team.id} onDone={() => setEntering(false)} />
      ) : (
        <p className="team-facts quiet xs">
          <span>
            {team.isEncrypted ? <Lock className="icon small" /> : <Monitor className="icon small" />}
            {team.login} · {team.host}/{team.database} · {say(team.isEncrypted ? 'encrypted' : 'plain')}
          </span>
          <span>
            <KeyRound className="icon small" />
            {say(team.isKept ? 'kept' : 'notKept')}
          </span>
        </p>
      )}
      <Conflicts team={team} />
      {!isOut && <Members team={team} />}
      <footer>
        <Button small icon={RefreshCw} onPress={() => void host.call('team.hurry', { team: team.id })}>
          {say('now')}
        </Button>
        {!needsConnection && (
          <Button small kind="plain" icon={KeyRound} onPress={() => setEntering(!isEntering)}>
            {say('connectAgain')}
          </Button>
        )}
        <Button small kind="plain" icon={Unplug} onPress={onDisconnect}>
          {say('disconnect')}
        </Button>
      </footer>
    </section>
  );
}

function StateIcon({ of: state }: { readonly of: SyncState }) {
  switch (state) {
    case 'current':
      return <SeverityIcon of="ok" />;
    case 'refused':
      return <SeverityIcon of="error" />;
    case 'offline':
      return <CloudOff className="icon severity warning" />;
    case 'connecting':
    case 'syncing':
      return <RefreshCw className="icon spinner" />;
  }
}
