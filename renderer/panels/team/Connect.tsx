import { type FormEvent, useState } from 'react';
import type { Connecting } from '../../../core/contract/team.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tick } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { useWords } from '../../words/index.ts';
import { Refused } from './Refused.tsx';
import { useAsking } from './useAsking.ts';

type Offer = Extract<Connecting, { kind: 'choose' }>;

/** The connection string, then the team where there are several or none. `team`: only to that one, with a new string. */
export function Connect({ team, onDone }: { readonly team?: string; readonly onDone: () => void }) {
  const say = useWords('team');
  const { host } = useSurroundings();
  const { isBusy, problem, ask } = useAsking();
  const [connection, setConnection] = useState('');
  const [isShown, setShown] = useState(false);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [name, setName] = useState('');
  const [ownName, setOwnName] = useState('');

  const connect = async (more: { team?: string; create?: { name: string; ownName: string } }) => {
    const answer = await ask(() => host.call('team.connect', { connection, ...more }));
    if (answer?.kind === 'choose') setOffer(answer);
    else if (answer) onDone();
  };
  const submit = (work: () => Promise<void>) => (event: FormEvent) => {
    event.preventDefault();
    void work();
  };

  if (offer)
    return (
      <div className="team-form">
        {offer.teams.length > 0 ? (
          <>
            <p>{say('chooseTeam')}</p>
            <ul className="team-offers">
              {offer.teams.map(each => (
                <li key={each.id}>
                  <Button isDisabled={isBusy} onPress={() => void connect({ team: each.id })}>
                    {each.name}
                  </Button>
                </li>
              ))}
            </ul>
            <p>{say('orMake')}</p>
          </>
        ) : (
          <p>{say('noTeam', { login: offer.login })}</p>
        )}
        <form className="team-line" onSubmit={submit(() => connect({ create: { name, ownName } }))}>
          <Field label={say('teamName')} value={name} onChange={setName} autoFocus />
          <Field label={say('ownName')} value={ownName} onChange={setOwnName} />
          <Button type="submit" kind="primary" isDisabled={isBusy || name.trim() === '' || ownName.trim() === ''}>
            {say('make')}
          </Button>
        </form>
        <Refused problem={problem} />
      </div>
    );
  return (
    <form className="team-form" onSubmit={submit(() => connect(team === undefined ? {} : { team }))}>
      <Field
        label={say('connection')}
        note={say('connectionNote')}
        type={isShown ? 'text' : 'password'}
        value={connection}
        onChange={setConnection}
      />
      <div className="team-line">
        <Tick value={isShown} onChange={setShown}>
          {say('show')}
        </Tick>
        <span className="grow" />
        <Button type="submit" kind="primary" isDisabled={isBusy || connection.trim() === ''}>
          {say('connect')}
        </Button>
      </div>
      <Refused problem={problem} />
    </form>
  );
}
