import { LoaderCircle } from 'lucide-react';
import type { Searched } from '../../../core/lookup/types.ts';
import { Keys } from '../../ui/Keys.tsx';
import { useFormat } from '../../words/format.ts';
import { useChoose, useWords } from '../../words/index.ts';
import type { OnlineSearch } from './online.ts';

/** As their users call them. */
export const SERVICE_NAMES: Readonly<Record<Searched, string>> = { pubmed: 'PubMed', 'europe-pmc': 'Europe PMC' };

/** That a service is being asked, what it said, or why it did not answer; nothing where nobody was asked. */
export function OnlineState({ online, shown }: { readonly online: OnlineSearch; readonly shown: number }) {
  const say = useWords('editor');
  const choose = useChoose();
  const format = useFormat();
  const { asked, answered, problem } = online;
  if (asked)
    return (
      <p className="pick-none pick-asking" role="status">
        <LoaderCircle className="icon spinner" /> {say('onlineAsking', { service: SERVICE_NAMES[asked.where] })}{' '}
        <Keys of="escape" /> {say('onlineStop')}
      </p>
    );
  if (problem)
    return (
      <p className="pick-none" role="alert">
        <b>{choose(problem.message)}</b> {choose(problem.hint)}
      </p>
    );
  if (!answered) return null;
  return (
    <p className="pick-none xs" role="status">
      {answered.total === 0
        ? say('onlineNothing', { service: SERVICE_NAMES[answered.where] })
        : say('onlineShown', {
            service: SERVICE_NAMES[answered.where],
            shown: format.number(shown),
            total: format.number(answered.total),
          })}
    </p>
  );
}
