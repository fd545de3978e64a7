import { CloudDownload, CloudOff, Eye, GitMerge, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ConnectedTeam } from '../../../core/contract/team.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { TeamDialog } from './TeamDialog.tsx';

/** Beside a team's library: what of it its reader should know, the weightiest first; it opens the team's card. Nothing where all is well. */
export function TeamMark({ team }: { readonly team: ConnectedTeam }) {
  const say = useWords('team');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { state, conflicts, fetching } = team.status;
  const mark = ((): readonly [LucideIcon, string] | null => {
    if (conflicts > 0) return [GitMerge, say('conflicts', { count: conflicts })];
    if (state === 'refused') return [TriangleAlert, say('state_refused')];
    if (state === 'offline') return [CloudOff, say('mark_offline')];
    if (fetching)
      return [
        CloudDownload,
        say('mark_fetching', { share: format.number(Math.floor((100 * fetching.done) / fetching.of)) }),
      ];
    return team.role === 'reader' ? [Eye, say('role_reader')] : null;
  })();
  return (
    <>
      {mark && (
        <Button kind="plain" small icon={mark[0]} onPress={() => setOpen(true)}>
          {mark[1]}
        </Button>
      )}
      {isOpen && <TeamDialog onClose={() => setOpen(false)} />}
    </>
  );
}
