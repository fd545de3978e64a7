import { CircleCheck, LoaderCircle, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useWords } from '../words/index.ts';
import { Button, IconButton } from './Button.tsx';
import { Meter } from './Meter.tsx';

/** Long work under way: its step, its count, and the way to stop it. */
export function WorkCard(props: {
  readonly title: string;
  readonly step: string;
  readonly count?: string;
  readonly done: number;
  readonly of: number;
  readonly onCancel: () => void;
}) {
  const say = useWords('shell');
  return (
    <section className="card work">
      <header>
        <LoaderCircle className="icon spinner" />
        <b className="grow cut">{props.title}</b>
        <Button kind="plain" small onPress={props.onCancel}>
          {say('cancel')}
        </Button>
      </header>
      <ProgressBar aria-label={props.title} value={props.done} maxValue={Math.max(props.of, 1)}>
        <Meter value={props.done} of={Math.max(props.of, 1)} />
      </ProgressBar>
      <footer>
        <span>{props.step}</span>
        <span>{props.count}</span>
      </footer>
    </section>
  );
}

/** Work that is done: what was made, and what can be done with it. Stays until closed. */
export function DoneCard(props: {
  readonly title: string;
  readonly note?: string;
  readonly actions: ReactNode;
  readonly onClose: () => void;
}) {
  const say = useWords('shell');
  return (
    <section className="card work" role="status">
      <header>
        <CircleCheck className="icon severity ok" />
        <b>{props.title}</b>
        <span className="quiet xs">{props.note}</span>
        <span className="grow" />
        <IconButton label={say('close')} icon={X} onPress={props.onClose} />
      </header>
      <div className="work-actions">{props.actions}</div>
    </section>
  );
}
