import { Check, LoaderCircle } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { Meter } from '../../ui/Meter.tsx';
import { useFormat } from '../../words/format.ts';
import { useWords } from '../../words/index.ts';
import type { JobState } from './job.ts';
import { useStepWords } from './steps.ts';

/** What is being made: its step and its count, and each file of a package as it is ready. */
export function UnderWay({ state }: { readonly state: Extract<JobState, { kind: 'working' }> }) {
  const say = useWords('exporting');
  const format = useFormat();
  const { asked, progress, made, at } = state;
  const { step, count, title } = useStepWords(state);
  const of = Math.max(progress?.of ?? 1, 1);
  return (
    <>
      <section className="export-progress" role="status">
        <header>
          <b className="cut">{step}</b>
          <span className="number">{count}</span>
        </header>
        <ProgressBar aria-label={title} value={progress?.done ?? 0} maxValue={of}>
          <Meter value={progress?.done ?? 0} of={of} />
        </ProgressBar>
        <p className="second">{say('writeOn', { time: format.time(at) })}</p>
      </section>
      {asked.of === 'package' && (
        <ul>
          {made.map(({ name, size }) => (
            <li key={name} className="export-row">
              <Check className="icon severity ok" />
              <span>
                <b className="cut">{name}</b>
                <small>{format.size(size)}</small>
              </span>
            </li>
          ))}
          {progress && progress.step === 'making' && (
            <li className="export-row">
              <LoaderCircle className="icon spinner" />
              <span>
                <b className="cut">{progress.name}</b>
                <small>{say('beingMade')}</small>
              </span>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
