/** The export under way or just done. It lives as long as the report is open, whatever pane is shown. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Finding } from '../../../core/checks/types.ts';
import type { PackageEvent } from '../../../core/contract/packaging.ts';
import type { ExportEvent } from '../../../core/contract/values.ts';
import type { ExportFormat, ExportOptions } from '../../../core/export/types.ts';
import type { Problem } from '../../../core/outcome.ts';
import type { PackageRole } from '../../../core/package/types.ts';
import type { Session } from '../../session/types.ts';

/** What is asked for: a file of one format, or all that a journal is sent. */
export type Asked =
  | { readonly of: 'file'; readonly format: ExportFormat; readonly options: ExportOptions; readonly path: string }
  | {
      readonly of: 'package';
      readonly template: string;
      readonly include: readonly PackageRole[];
      readonly alsoFolder: boolean;
      /** What was said of it before. */
      readonly findings: readonly Finding[];
      readonly path: string;
    };

export interface Progress {
  readonly step: Extract<ExportEvent | PackageEvent, { kind: 'progress' }>['step'];
  /** The file under way, of a package. */
  readonly name: string;
  readonly done: number;
  readonly of: number;
}

export interface Written {
  readonly path: string;
  readonly folder: string | null;
  readonly size: number;
  readonly pages: number | null;
  /** Of a package. */
  readonly files: number;
}

export interface Made {
  readonly name: string;
  readonly size: number;
}

/** `at` is when it was asked for (milliseconds): the text is as it stood then. */
export type JobState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'working';
      readonly asked: Asked;
      readonly at: number;
      readonly progress: Progress | null;
      readonly made: readonly Made[];
    }
  | { readonly kind: 'done'; readonly asked: Asked; readonly at: number; readonly written: Written }
  | { readonly kind: 'cancelled'; readonly asked: Asked }
  | { readonly kind: 'failed'; readonly asked: Asked; readonly problem: Problem };

export interface ExportJob {
  readonly store: StoreApi<JobState>;
  /** Writes the report as it is now. One export at a time. */
  start(asked: Asked): Promise<void>;
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

function eventsOf({ host, document }: Session, asked: Asked, signal: AbortSignal) {
  const { path } = asked;
  if (asked.of === 'file') {
    const { format, options } = asked;
    return host.stream('report.export', { document, format: format.id, options, path }, { signal });
  }
  const { template, include, alsoFolder } = asked;
  return host.stream('package.make', { document, template, include: [...include], path, alsoFolder }, { signal });
}

function createJob(session: Session): ExportJob {
  const store = createStore<JobState>(() => ({ kind: 'idle' }));
  const set = (state: JobState) => store.setState(state, true);
  let stop: AbortController | null = null;

  function after(asked: Asked, at: number, event: ExportEvent | PackageEvent): JobState {
    const now = store.getState();
    const before = now.kind === 'working' ? now : { progress: null, made: [] };
    switch (event.kind) {
      case 'progress':
        return { ...before, kind: 'working', asked, at, progress: { name: '', ...event } };
      case 'made':
        return { ...before, kind: 'working', asked, at, made: [...before.made, event] };
      case 'written': {
        const folder = 'folder' in event ? event.folder : event.beside;
        const pages = 'pages' in event ? event.pages : null;
        const files = 'files' in event ? event.files.length : 1;
        return { kind: 'done', asked, at, written: { path: event.path, folder, size: event.size, pages, files } };
      }
      case 'failed':
        return { kind: 'failed', asked, problem: event.problem };
    }
  }

  return {
    store,
    async start(asked) {
      if (stop) return;
      const mine = new AbortController();
      stop = mine;
      const at = Date.now();
      set({ kind: 'working', asked, at, progress: null, made: [] });
      try {
        await session.flush();
        for await (const event of eventsOf(session, asked, mine.signal)) set(after(asked, at, event));
        if (store.getState().kind === 'working') set({ kind: 'failed', asked, problem: endedEarly() });
      } catch {
        set(mine.signal.aborted ? { kind: 'cancelled', asked } : { kind: 'failed', asked, problem: endedEarly() });
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
    fr: 'Votre document est à l’abri\u202f; aucun fichier incomplet n’est resté. Réessayez.',
  },
});
