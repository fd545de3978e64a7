import { UserPlus } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { ConnectedTeam } from '../../../core/contract/team.ts';
import { type Member, TEAM_ROLES, type TeamRole } from '../../../core/library/sync/types.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';
import { Refused } from './Refused.tsx';
import { useAsking } from './useAsking.ts';

/** Who is in the team and may do what; owners change it. */
export function Members({ team }: { readonly team: ConnectedTeam }) {
  const say = useWords('team');
  const { host } = useSurroundings();
  const { isBusy, problem, ask } = useAsking();
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [isInviting, setInviting] = useState(false);
  const isOwner = team.role === 'owner';

  // Any exchange with the server may have brought others.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time of the exchange is what it waits for
  useEffect(() => {
    let isCurrent = true;
    void host.call('team.members', { team: team.id }).then(
      answer => {
        if (answer.ok && isCurrent) setMembers(answer.value);
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [host, team.id, team.status.lastSync, team.status.fetching?.done, team.role]);

  const appoint = async (login: string, name: string, role: TeamRole) =>
    (await ask(() =>
      host
        .call('team.setRole', { team: team.id, login, name, role })
        .then(answer => (answer.ok ? { ok: true as const, value: true } : answer)),
    )) === true;
  const roles = (withNone: boolean) =>
    TEAM_ROLES.filter(role => withNone || role !== 'none').map(role => ({
      id: role,
      label: say(`role_${role}`),
      note: say(`roleNote_${role}`),
    }));

  if (members.length === 0) return null;
  return (
    <section className="team-part" aria-label={say('members')}>
      <h4>{say('members')}</h4>
      <ul className="team-members">
        {members.map(({ login, name, role }) => (
          <li key={login}>
            <span className="grow cut">
              {name} <span className="quiet xs">{login === team.login ? `${login} · ${say('you')}` : login}</span>
            </span>
            {isOwner ? (
              <Select
                label={say('roleOf', { name })}
                quietLabel
                value={role}
                options={roles(login !== team.login)}
                onChange={next => void appoint(login, name, next)}
              />
            ) : (
              <span className="second">{say(`role_${role}`)}</span>
            )}
          </li>
        ))}
      </ul>
      <Refused problem={problem} />
      {isOwner &&
        (isInviting ? (
          <Invite
            roles={roles(false)}
            isBusy={isBusy}
            onDone={async (login, name, role) => {
              if (await appoint(login, name, role)) setInviting(false);
            }}
          />
        ) : (
          <div>
            <Button kind="plain" small icon={UserPlus} onPress={() => setInviting(true)}>
              {say('invite')}
            </Button>
          </div>
        ))}
    </section>
  );
}

function Invite(props: {
  readonly roles: readonly { readonly id: TeamRole; readonly label: string; readonly note: string }[];
  readonly isBusy: boolean;
  readonly onDone: (login: string, name: string, role: TeamRole) => Promise<void>;
}) {
  const say = useWords('team');
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<TeamRole>('editor');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void props.onDone(login.trim(), name.trim(), role);
  };
  return (
    <form className="team-line" onSubmit={submit}>
      <Field label={say('login')} value={login} onChange={setLogin} autoFocus />
      <Field label={say('name')} value={name} onChange={setName} />
      <Select label={say('role')} quietLabel value={role} options={props.roles} onChange={setRole} />
      <Button type="submit" kind="primary" isDisabled={props.isBusy || login.trim() === '' || name.trim() === ''}>
        {say('inviteDo')}
      </Button>
    </form>
  );
}
