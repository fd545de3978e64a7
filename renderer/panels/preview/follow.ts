/** Asks the host for the page whenever typing rests; of several changes only the last counts. */
import type { PrintedPlace } from '../../../core/export/types.ts';
import type { Problem } from '../../../core/outcome.ts';
import type { Session } from '../../session/types.ts';

/** After this much rest the page is made anew (milliseconds): longer than between two takings of typed text. */
const REST = 800;

export interface Following {
  readonly state: 'updating' | 'current' | 'failed';
  readonly problem?: Problem;
}

interface Options {
  /** Shows another version. */
  show(bytes: Uint8Array, places: readonly PrintedPlace[]): Promise<void>;
  onState(following: Following): void;
}

/** Follows a report until stopped. The first page is asked for at once. */
export function followReport(session: Session, { show, onState }: Options): { stop(): void; retry(): void } {
  const ended = new AbortController();
  let rest: ReturnType<typeof setTimeout> | undefined;
  let working = false;
  let again = false;

  async function make(): Promise<void> {
    if (working) {
      again = true;
      return;
    }
    working = true;
    try {
      do {
        again = false;
        onState({ state: 'updating' });
        await session.flush();
        const answer = await session.host.call(
          'report.preview',
          { document: session.document },
          { signal: ended.signal },
        );
        if (ended.signal.aborted) return;
        if (answer.ok) await show(answer.value.bytes.slice(), answer.value.places);
        if (!again) onState(answer.ok ? { state: 'current' } : { state: 'failed', problem: answer.problem });
      } while (again && !ended.signal.aborted);
    } catch {
      if (!ended.signal.aborted) onState({ state: 'failed', problem: notMade() });
    } finally {
      working = false;
    }
  }

  const unsubscribe = session.store.subscribe((state, before) => {
    // What could not be kept is there now: the page that failed for it can be made.
    if (before.keeping.state === 'failed' && state.keeping.state === 'journal') void make();
    if (state.report === before.report && state.template === before.template) return;
    onState({ state: 'updating' });
    clearTimeout(rest);
    rest = setTimeout(() => void make(), REST);
  });
  void make();
  return {
    stop() {
      ended.abort();
      clearTimeout(rest);
      unsubscribe();
    },
    retry: () => void make(),
  };
}

const notMade = (): Problem => ({
  code: 'preview.not-made',
  message: {
    en: 'The page could not be composed at this moment.',
    fr: 'La page n’a pas pu être composée pour l’instant.',
  },
  hint: {
    en: 'Your text is safe. The page is tried again at the next change.',
    fr: 'Votre texte est à l’abri. La page sera recomposée à la prochaine modification.',
  },
});
