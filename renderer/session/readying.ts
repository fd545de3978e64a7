/**
 * What the first keys of a session would have to wait for is done before them, in idle time: the text is read once, which the first
 * change told to the host needs, and the code that keys run has run, on a text that nobody sees.
 */
import { fingerprintInSteps } from '../../core/report/fingerprint.ts';
import { readyKeys } from '../editor/readying.ts';
import type { Session } from './types.ts';

function* steps({ store }: Session): Generator<void> {
  yield* readyKeys(store.getState().report.language);
  for (const part of store.getState().report.parts) yield* fingerprintInSteps(part);
}

/** Less than this is left to no further step (milliseconds). */
const LEAST = 2;

/** Readies a session for its first keys. Gives the way to stop; does nothing where there is no idle time (tests). */
export function readyTyping(session: Session): () => void {
  if (typeof requestIdleCallback !== 'function') return () => {};
  const readying = steps(session);
  let next = requestIdleCallback(step);
  function step(deadline: IdleDeadline): void {
    while (deadline.timeRemaining() > LEAST) if (readying.next().done) return;
    next = requestIdleCallback(step);
  }
  return () => cancelIdleCallback(next);
}
