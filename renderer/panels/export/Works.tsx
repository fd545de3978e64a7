import { useStore } from 'zustand';
import { notifyProblem } from '../../app/notices/notices.ts';
import { unexpectedProblem } from '../../app/opening.ts';
import { useDeskState, useOpenSession } from '../../session/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { DoneCard, WorkCard } from '../../ui/WorkCard.tsx';
import { useWords } from '../../words/index.ts';
import { type ExportJob, exportJob, type JobState } from './job.ts';
import { useStepWords } from './steps.ts';

/** The export's progress, with the way to stop it. */
function Working({ job, state }: { readonly job: ExportJob; readonly state: Extract<JobState, { kind: 'working' }> }) {
  const { title, step, count } = useStepWords(state);
  const { progress } = state;
  return (
    <WorkCard
      title={title}
      step={step}
      count={count}
      done={progress?.done ?? 0}
      of={progress?.of ?? 0}
      onCancel={() => job.cancel()}
    />
  );
}

/** Open the written file, or show it where it lies. */
export function DoneActions({ path }: { readonly path: string }) {
  const say = useWords('exporting');
  const { host } = useOpenSession();
  const reveal = async (show: 'file' | 'folder') => {
    try {
      const answer = await host.call('files.reveal', { path, show });
      if (!answer.ok) notifyProblem(answer.problem);
    } catch {
      notifyProblem(unexpectedProblem());
    }
  };
  return (
    <>
      <Button kind="primary" onPress={() => void reveal('file')}>
        {say('open')}
      </Button>
      <Button onPress={() => void reveal('folder')}>{say('folder')}</Button>
    </>
  );
}

/** At the foot of the other panes: the export goes on, or is done, while something else is looked at. */
export function Works() {
  const say = useWords('exporting');
  const job = exportJob(useOpenSession());
  const state = useStore(job.store);
  const elsewhere = useDeskState(({ pane }) => pane !== 'export');
  if (!elsewhere || (state.kind !== 'working' && state.kind !== 'done')) return null;
  return (
    <section className="works">
      {state.kind === 'working' ? (
        <Working job={job} state={state} />
      ) : (
        <DoneCard
          title={state.asked.of === 'package' ? say('packageDone') : say('done')}
          {...(state.written.pages !== null && { note: say('pages', { count: state.written.pages }) })}
          actions={<DoneActions path={state.written.path} />}
          onClose={() => job.forget()}
        />
      )}
    </section>
  );
}
