import type { Problem } from '../../../core/outcome.ts';
import { Banner } from '../../ui/Said.tsx';
import { useChoose } from '../../words/index.ts';

/** What went wrong and what to do, in two sentences where the work goes on. */
export function Refused({
  problem,
  severity = 'error',
}: {
  readonly problem: Problem | null;
  readonly severity?: 'error' | 'warning';
}) {
  const choose = useChoose();
  return (
    problem && (
      <Banner severity={severity} live>
        <b>{choose(problem.message)}</b> {choose(problem.hint)}
      </Banner>
    )
  );
}
