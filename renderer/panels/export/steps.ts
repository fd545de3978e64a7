import { useWords } from '../../words/index.ts';
import type { JobState } from './job.ts';

const STEPS = {
  citations: 'stepCitations',
  images: 'stepImages',
  pages: 'stepPages',
  writing: 'stepWriting',
} as const;

/** Work under way in words: what is made, its step, "5 of 18". */
export function useStepWords({ asked, progress }: Extract<JobState, { kind: 'working' }>) {
  const say = useWords('exporting');
  const title = asked.of === 'package' ? say('packageWorking') : say('working');
  const step =
    progress === null
      ? say('stepBegin')
      : progress.step === 'making'
        ? say('stepMaking', { name: progress.name })
        : say(STEPS[progress.step]);
  const count = progress?.step === 'making' ? say('countOf', { done: progress.done + 1, of: progress.of }) : '';
  return { title, step, count };
}
