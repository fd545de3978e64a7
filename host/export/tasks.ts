/** Work done off the main thread: citations and exported files. In one process where there is no built worker (tests, sources). */
import { Worker } from 'node:worker_threads';
import type { ExportedFile } from '../../core/export/types.ts';
import type { FormattedCitations } from '../../core/manuscript/types.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { PackagePlan } from '../../core/package/types.ts';
import type { Citing, CitingRequest } from '../citing/citing.ts';
import { offerDrawingFonts } from '../documents/drawing-fonts.ts';
import type { MadePackage, PackageMaker, PackageRequest, PackageStep } from '../package/make.ts';
import type { ReadingEnd, ReadingRequest, ReadingStep } from '../reading/in-parts.ts';
import type { Pictured } from '../roundtrip/pictures.ts';
import type { ReviewRequest } from '../roundtrip/reviewer.ts';
import type { FileMaker, FileRequest } from './make-file.ts';

export interface WorkerConfig {
  readonly templatesFolder: string;
  readonly fontFolder?: string;
}

export type Task =
  | { readonly kind: 'citations'; readonly request: CitingRequest }
  | { readonly kind: 'file'; readonly request: FileRequest }
  | { readonly kind: 'plan'; readonly request: PackageRequest }
  | { readonly kind: 'package'; readonly request: PackageRequest }
  | { readonly kind: 'review'; readonly request: ReviewRequest }
  | { readonly kind: 'references'; readonly request: ReadingRequest };

export type TaskAnswer =
  | { readonly id: number; readonly value: unknown }
  /** How far a package is, or some of the references; the answer follows. */
  | { readonly id: number; readonly step: PackageStep | ReadingStep }
  | { readonly id: number; readonly error: string };

export interface Workshop {
  citations(request: CitingRequest, signal?: AbortSignal): Promise<FormattedCitations>;
  /** A request whose signal is aborted before its turn is never begun. */
  file(request: FileRequest, signal?: AbortSignal): Promise<Outcome<ExportedFile>>;
  /** What a submission package would hold. */
  plan(request: PackageRequest, signal?: AbortSignal): Promise<PackagePlan>;
  /** Long work, in a thread of its own; it ends at once when the signal is aborted, and rejects with its reason. */
  package(
    request: PackageRequest,
    step: (step: PackageStep) => void,
    signal?: AbortSignal,
  ): Promise<Outcome<MadePackage>>;
  /** A returned file beside its report, and the pictures in it that the report has not. */
  review(request: ReviewRequest, signal?: AbortSignal): Promise<Outcome<Pictured>>;
  /** Long work for a large file, likewise in a thread of its own, which ends with it. */
  references(
    request: ReadingRequest,
    step: (step: ReadingStep) => void,
    signal?: AbortSignal,
  ): Promise<Outcome<ReadingEnd>>;
  close(): Promise<void>;
}

interface Job {
  readonly task: Task;
  readonly signal: AbortSignal | undefined;
  readonly step: ((step: unknown) => void) | undefined;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** One thread, begun when first asked; a thread that dies fails its job and is begun anew by the next. */
function lane(entry: URL | string, config: WorkerConfig) {
  let worker: Worker | null = null;
  let running: Job | null = null;
  const waiting: Job[] = [];
  let count = 0;

  function begin(): Worker {
    offerDrawingFonts();
    const started = new Worker(entry, { workerData: config });
    // It must not keep a program alive that is otherwise done.
    started.unref();
    started.on('message', (answer: TaskAnswer) => {
      const job = running;
      if ('step' in answer) {
        job?.step?.(answer.step);
        return;
      }
      running = null;
      if ('error' in answer) job?.reject(new Error(answer.error));
      else job?.resolve(answer.value);
      next();
    });
    const gone = (error: unknown) => {
      if (worker === started) worker = null;
      running?.reject(error);
      running = null;
      next();
    };
    started.on('error', gone);
    started.on('exit', code => {
      if (worker === started) gone(new Error(`the worker ended (${code})`));
    });
    return started;
  }

  function next(): void {
    if (running) return;
    const job = waiting.shift();
    if (!job) {
      worker?.unref();
      return;
    }
    if (job.signal?.aborted) {
      job.reject(job.signal.reason);
      next();
      return;
    }
    running = job;
    worker ??= begin();
    worker.ref();
    count++;
    worker.postMessage({ id: count, task: job.task });
  }

  return {
    run: <T, S = unknown>(task: Task, signal?: AbortSignal, step?: (step: S) => void) =>
      new Promise<T>((resolve, reject) => {
        const job: Job = {
          task,
          signal,
          step: step as ((step: unknown) => void) | undefined,
          resolve: resolve as (value: unknown) => void,
          reject,
        };
        waiting.push(job);
        next();
        // What only its reader waits for is stopped with its thread; the next job begins another.
        if (step)
          signal?.addEventListener('abort', () => {
            if (running !== job) return;
            const stopped = worker;
            worker = null;
            running = null;
            job.reject(signal.reason);
            void stopped?.terminate().finally(next);
          });
      }),
    close: async () => {
      const ended = worker;
      worker = null;
      for (const job of waiting.splice(0)) job.reject(new Error('closed'));
      await ended?.terminate();
    },
  };
}

/** A workshop of threads, so that citations never wait for a file, nor pages beside the text for a package. `entry` is the built worker; null works in this thread. */
export function createWorkshop(config: WorkerConfig, entry: URL | string | null): Workshop {
  if (entry === null) return inThisThread(config);
  const citations = lane(entry, config);
  const files = lane(entry, config);
  const packages = lane(entry, config);
  return {
    citations: (request, signal) => citations.run({ kind: 'citations', request }, signal),
    file: (request, signal) => files.run({ kind: 'file', request }, signal),
    plan: (request, signal) => packages.run({ kind: 'plan', request }, signal),
    package: (request, step, signal) => packages.run({ kind: 'package', request }, signal, step),
    review: (request, signal) => packages.run({ kind: 'review', request }, signal),
    references: (request, step, signal) => {
      if (request.bytes.length < LARGE) return readHere(request, step, signal);
      // The file's letters and entries go with the thread.
      const own = lane(entry, config);
      return own
        .run<Outcome<ReadingEnd>, ReadingStep>({ kind: 'references', request }, signal, step)
        .finally(own.close);
    },
    close: async () => {
      await Promise.all([citations.close(), files.close(), packages.close()]);
    },
  };
}

/** Bytes that take longer to read than a thread takes to begin (some 0.1 s). */
const LARGE = 500_000;

async function readHere(request: ReadingRequest, step: (step: ReadingStep) => void, signal?: AbortSignal) {
  signal?.throwIfAborted();
  const { readInParts } = await import('../reading/in-parts.ts');
  return readInParts(request, step);
}

function inThisThread(config: WorkerConfig): Workshop {
  let citing: Promise<Citing> | null = null;
  let maker: Promise<FileMaker> | null = null;
  let packages: Promise<PackageMaker> | null = null;
  const packageMaker = () => {
    packages ??= import('../package/make.ts').then(({ createPackageMaker }) => createPackageMaker(config));
    return packages;
  };
  return {
    citations: async request => {
      citing ??= import('../citing/citing.ts').then(({ createCiting }) => createCiting(config));
      return (await citing).format(request);
    },
    file: async (request, signal) => {
      signal?.throwIfAborted();
      maker ??= import('./make-file.ts').then(({ createFileMaker }) => createFileMaker(config));
      return (await maker)(request);
    },
    plan: async request => (await packageMaker()).plan(request),
    package: async (request, step, signal) => {
      signal?.throwIfAborted();
      return (await packageMaker()).make(request, step, signal);
    },
    review: async request => {
      const { createReviewer } = await import('../roundtrip/reviewer.ts');
      const { pictured } = await import('../roundtrip/pictures.ts');
      return pictured(request, createReviewer(config));
    },
    references: readHere,
    close: async () => {},
  };
}
