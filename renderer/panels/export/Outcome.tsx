import { Button } from '../../ui/Button.tsx';
import { Banner, Trouble } from '../../ui/Said.tsx';
import { useWords } from '../../words/index.ts';
import type { Asked, JobState } from './job.ts';

/** Above the choices: that the last one was stopped, or why it was not made. */
export function Outcome(props: { readonly state: JobState; readonly of: Asked['of']; readonly onRetry: () => void }) {
  const say = useWords('exporting');
  const shell = useWords('shell');
  const { state } = props;
  if ((state.kind !== 'failed' && state.kind !== 'cancelled') || state.asked.of !== props.of) return null;
  if (state.kind === 'cancelled') {
    return (
      <Banner severity="note" live>
        {say(props.of === 'package' ? 'packageCancelled' : 'cancelled')}
      </Banner>
    );
  }
  return (
    <Trouble
      title={say(props.of === 'package' ? 'packageNotMade' : 'notMade')}
      problem={state.problem}
      image
      actions={
        <Button kind="primary" onPress={props.onRetry}>
          {shell('retry')}
        </Button>
      }
    />
  );
}
