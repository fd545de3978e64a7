import { Check, type LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useWords } from '../../words/index.ts';
import type { Standing } from './standing.ts';

interface Props {
  readonly name: string;
  readonly number?: string;
  readonly icon?: LucideIcon;
  readonly meta?: string;
  readonly deep?: boolean;
  readonly current?: boolean;
  readonly standing?: Standing | undefined;
  readonly onPress: () => void;
}

/** A line of the outline: number or icon, name, and what is due or how many there are. */
export function Row({ name, number, icon: Icon, meta, deep, current, standing, onPress }: Props) {
  const say = useWords('outline');
  return (
    <Button
      className={deep ? 'nav-row deep' : 'nav-row'}
      onPress={onPress}
      {...(current && { 'aria-current': 'true' as const })}
    >
      {Icon ? <Icon className="icon" /> : <span className="roman">{number}</span>}
      <span className="name" title={name}>
        {name}
      </span>
      {meta !== undefined && <span className="meta">{meta}</span>}
      {standing && standing.due > 0 && (
        <span className={`due ${standing.worst}`}>
          <span aria-hidden="true">{standing.due}</span>
          <span className="unseen">{say('toSee', { count: standing.due })}</span>
        </span>
      )}
      {standing?.complete && (
        <>
          <Check className="icon done" />
          <span className="unseen">{say('complete')}</span>
        </>
      )}
    </Button>
  );
}
