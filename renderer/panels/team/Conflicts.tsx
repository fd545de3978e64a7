import { useEffect, useState } from 'react';
import type { ConnectedTeam } from '../../../core/contract/team.ts';
import { sameValue } from '../../../core/library/fields.ts';
import type { Choice, Claim, ShownConflict } from '../../../core/library/sync/types.ts';
import { useSurroundings } from '../../app/surroundings.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import { Refused } from './Refused.tsx';
import { useAsking } from './useAsking.ts';
import { fieldName, shownValue } from './values.ts';

/** Fields that two people changed without knowing of each other: both values side by side, to choose one. */
export function Conflicts({ team }: { readonly team: ConnectedTeam }) {
  const say = useWords('team');
  const { host } = useSurroundings();
  const { isBusy, problem, ask } = useAsking();
  const [conflicts, setConflicts] = useState<readonly ShownConflict[]>([]);
  const count = team.status.conflicts;

  // biome-ignore lint/correctness/useExhaustiveDependencies: any exchange with the server may have changed a value
  useEffect(() => {
    let isCurrent = true;
    void host.call('team.conflicts', { team: team.id }).then(
      answer => {
        if (answer.ok && isCurrent) setConflicts(answer.value);
      },
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [host, team.id, count, team.status.lastSync]);

  const decide = async (conflict: string, choice: Choice) => {
    await ask(() => host.call('team.resolve', { team: team.id, conflict, choice }));
    setConflicts(all => all.filter(({ id }) => id !== conflict));
  };
  if (conflicts.length === 0) return null;
  return (
    <section className="team-part" aria-label={say('conflicts', { count: conflicts.length })}>
      <h4>{say('conflicts', { count: conflicts.length })}</h4>
      <p className="quiet xs">{say('conflictsHint')}</p>
      <Refused problem={problem} />
      <ul className="team-conflicts">
        {conflicts.map(({ id, title, field, standing, other, now }) => {
          const isAsItWas = sameValue(standing.value, now);
          return (
            <li key={id} className="card">
              <header>
                <b>{fieldName(say, field)}</b>
                <span className="quiet xs cut">{title}</span>
              </header>
              <div className="team-claims">
                <Side
                  field={field}
                  name={say('standing')}
                  claim={isAsItWas ? standing : null}
                  value={now}
                  action={say('keep')}
                  isDisabled={isBusy || team.role === 'reader'}
                  onChoose={() => void decide(id, 'standing')}
                />
                <Side
                  field={field}
                  name={say('other')}
                  claim={other}
                  value={other.value}
                  action={say('take')}
                  isDisabled={isBusy || team.role === 'reader'}
                  onChoose={() => void decide(id, 'other')}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Side(props: {
  readonly field: string;
  readonly name: string;
  /** By whom and when; null where somebody changed it again since. */
  readonly claim: Claim | null;
  readonly value: unknown;
  readonly action: string;
  readonly isDisabled: boolean;
  readonly onChoose: () => void;
}) {
  const say = useWords('team');
  const format = useFormat();
  const { claim } = props;
  const isEmpty = props.value === null || props.value === '';
  return (
    <section className="team-claim" aria-label={props.name}>
      <h5>{props.name}</h5>
      <p className={isEmpty ? 'quiet' : ''}>{shownValue(say, props.field, props.value)}</p>
      <footer>
        <span className="quiet xs grow">
          {claim ? say('by', { name: claim.by, when: format.moment(claim.at) }) : say('since')}
        </span>
        <Button small isDisabled={props.isDisabled} onPress={props.onChoose}>
          {props.action}
        </Button>
      </footer>
    </section>
  );
}
