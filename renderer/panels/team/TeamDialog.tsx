import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ConnectedTeam } from '../../../core/contract/team.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../words/index.ts';
import { Connect } from './Connect.tsx';
import { TeamCard } from './TeamCard.tsx';
import { useTeams } from './teams.ts';
import './team.css';

/** Teams' libraries: connecting, their state, members and differences. */
export function TeamDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('team');
  const shell = useWords('shell');
  const { host } = useSurroundings();
  const teams = useTeams() ?? [];
  const [isConnecting, setConnecting] = useState(false);
  const [leaving, setLeaving] = useState<ConnectedTeam | null>(null);

  if (leaving)
    return (
      <Dialog
        alert
        title={say('disconnectTitle', { team: leaving.name })}
        onClose={() => setLeaving(null)}
        footer={
          <>
            <Button onPress={() => setLeaving(null)}>{shell('cancel')}</Button>
            <Button
              kind="primary"
              onPress={() => void host.call('team.disconnect', { team: leaving.id }).then(() => setLeaving(null))}
            >
              {say('disconnectDo')}
            </Button>
          </>
        }
      >
        <p>{say('disconnectHint')}</p>
      </Dialog>
    );
  return (
    <Dialog title={say('title')} wide onClose={onClose}>
      {teams.length === 0 && <p className="second">{say('none')}</p>}
      {teams.map(team => (
        <TeamCard key={team.id} team={team} onDisconnect={() => setLeaving(team)} />
      ))}
      {teams.length === 0 || isConnecting ? (
        <Connect onDone={() => setConnecting(false)} />
      ) : (
        <div>
          <Button kind="plain" icon={Plus} onPress={() => setConnecting(true)}>
            {say('connectTo')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
