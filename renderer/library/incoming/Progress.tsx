import { Button } from '../../ui/Button.tsx';
import { Banner } from '../../ui/Said.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';

/** Long work of the library: what it is, how far it is, and the way to stop it. */
export function Progress(props: {
  readonly title: string;
  readonly done: number;
  /** 0 where that is not known yet; `done` are then found so far. */
  readonly of: number;
  readonly onStop: () => void;
}) {
  const say = useWords('library');
  const format = useFormat();
  return (
    <Banner
      severity="note"
      live
      actions={
        <Button small onPress={props.onStop}>
          {say('stop')}
        </Button>
      }
    >
      <b>{props.title}</b>{' '}
      {props.of > 0
        ? say('importingCount', { done: format.number(props.done), of: format.number(props.of) })
        : props.done > 0 && say('importingFound', { count: props.done, formatted: format.number(props.done) })}
    </Banner>
  );
}
