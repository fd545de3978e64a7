/** The checks run when typing rests, in idle time. */
import { checkReport } from '../../core/checks/index.ts';
import type { Session } from './types.ts';

/** After this much rest the report is checked (milliseconds). */
const REST = 500;

type Idle = (run: () => void) => void;

// Safari and tests have no idle callback.
const whenIdle: Idle =
  typeof requestIdleCallback === 'function' ? run => void requestIdleCallback(run, { timeout: 2000 }) : run => run();

/** Keeps `findings` of the session's state in step. Gives the way to stop. */
export function followFindings({ store }: Session, idle: Idle = whenIdle): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const check = () => {
    if (stopped) return;
    const { report, template, numbering } = store.getState();
    store.setState({ findings: checkReport(report, template, numbering) });
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.report === before.report && state.template === before.template) return;
    clearTimeout(rest);
    rest = setTimeout(() => idle(check), REST);
  });
  check();
  return () => {
    stopped = true;
    clearTimeout(rest);
    unsubscribe();
  };
}
