/** The export under way or just done. It lives as long as the report is open, whatever pane is shown. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ExportEvent } from '../../../core/contract/values.ts';
import type { Problem } from '../../../core/outcome.ts';
import type { Session } from '../../session/types.ts';

type Progress = Extract<ExportEvent, { kind: 'progress' }>;
type Written = Extract<ExportEvent, { kind: 'written' }>;

export type JobState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly written: Written }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface ExportJob {
  readonly store: StoreApi<JobState>;
  /** Writes the report as it is now. One export at a time. */
  start(path: string): Promise<void>;
  cancel(): void;
  forget(): void;
}

const jobs = new WeakMap<Session, ExportJob>();

/** The export of a session. */
export function exportJob(session: Session): ExportJob {
  const known = jobs.get(session);
  if (known) return known;
  const job = createJob(session);
  jobs.set(session, job);
  return job;
}

function createJob(session: Session): ExportJob {
  const store = createStore<JobState>(() => ({ kind: 'idle' }));
  const set = (state: JobState) => store.setState(state, true);
  let stop: AbortController | null = null;
  return {
    store,
    async start(path) {
      if (stop) return;
      const mine = new AbortController();
      stop = mine;
      set({ kind: 'working', progress: null });
      try {
        await session.flush();
        const events = session.host.stream(
          'report.export',
          { document: session.document, format: 'pdf', path },
          { signal: mine.signal },
        );
        for await (const event of events) {
          if (event.kind === 'progress') set({ kind: 'working', progress: event });
          else if (event.kind === 'written') set({ kind: 'done', written: event });
          else set({ kind: 'failed', problem: event.problem });
        }
        if (store.getState().kind === 'working') set({ kind: 'failed', problem: endedEarly() });
      } catch {
        set(mine.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', problem: endedEarly() });
      } finally {
        stop = null;
      }
    },
    cancel: () => stop?.abort(),
    forget: () => set({ kind: 'idle' }),
  };
}

const endedEarly = (): Problem => ({
  code: 'export.ended-early',
  message: {
    en: 'The export stopped before its end.',
    fr: 'L’export s’est arrêté avant la fin.',
  },
  hint: {
    en: 'Your report is safe; no half-written file was left. Try again.',
    fr: 'Votre document est à l’abri ; aucun fichier incomplet n’est resté. Réessayez.',
  },
});
