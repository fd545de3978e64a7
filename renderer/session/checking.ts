/** The checks run when typing rests, in idle time: one at a time, so that a key never waits for all of them. */
import { checkInSteps } from '../../core/checks/index.ts';
import type { Session } from './types.ts';

/** After this much rest the report is checked (milliseconds): longer than between two takings of typed text. */
const REST = 800;

type Idle = (run: () => void) => void;

// Safari and tests have no idle callback.
const whenIdle: Idle =
  typeof requestIdleCallback === 'function' ? run => void requestIdleCallback(run, { timeout: 2000 }) : run => run();

/** Keeps `findings` of the session's state in step. Gives the way to stop. */
export function followFindings({ store }: Session, idle: Idle = whenIdle): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  /** Counts the beginnings: a run that another has overtaken ends. */
  let latest = 0;

  function check(): void {
    const mine = ++latest;
    const { report, template, numbering } = store.getState();
    const steps = checkInSteps({ report, template, numbering });
    const step = () => {
      if (mine !== latest) return;
      const { done, value } = steps.next();
      if (done) store.setState({ findings: value });
      else idle(step);
    };
    idle(step);
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.report === before.report && state.template === before.template) return;
    latest++;
    clearTimeout(rest);
    rest = setTimeout(check, REST);
  });
  check();
  return () => {
    latest++;
    clearTimeout(rest);
    unsubscribe();
  };
}
