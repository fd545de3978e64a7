/** Entry of the worker that formats citations and makes files; built to a file of its own. One task at a time, in order. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Citing, createCiting } from '../citing/citing.ts';
import { createPackageMaker, type PackageMaker, type PackageStep } from '../package/make.ts';
import { type ReadingStep, readInParts } from '../reading/in-parts.ts';
import { pictured } from '../roundtrip/pictures.ts';
import { createReviewer, type Reviewer } from '../roundtrip/reviewer.ts';
import { createFileMaker, type FileMaker } from './make-file.ts';
import type { Task, TaskAnswer, WorkerConfig } from './tasks.ts';

if (!parentPort) throw new Error('This file is the start of a worker thread');
const port = parentPort;
const config = workerData as WorkerConfig;

// Made when first wanted: a worker that only formats citations never loads the printer's fonts.
let citing: Citing | undefined;
let makeFile: FileMaker | undefined;
let packages: PackageMaker | undefined;
let reviewer: Reviewer | undefined;
let queue: Promise<unknown> = Promise.resolve();

port.on('message', ({ id, task }: { id: number; task: Task }) => {
  queue = queue.then(async () => {
    try {
      const value = await run(task, step => port.postMessage({ id, step } satisfies TaskAnswer));
      port.postMessage({ id, value } satisfies TaskAnswer);
    } catch (error) {
      port.postMessage({
        id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies TaskAnswer);
    }
  });
});

function run(task: Task, step: (step: PackageStep | ReadingStep) => void) {
  if (task.kind === 'references') return readInParts(task.request, step);
  if (task.kind === 'citations') {
    if (!citing) {
      citing = createCiting(config);
      // The readers of references for citation-js: nothing waits for them, so they come after the first citations.
      setImmediate(() => void import('../citing/inputs.ts').then(({ addInputs }) => addInputs()));
    }
    return citing.format(task.request);
  }
  if (task.kind === 'file') {
    makeFile ??= createFileMaker(config);
    return makeFile(task.request);
  }
  if (task.kind === 'review') {
    reviewer ??= createReviewer(config);
    return pictured(task.request, reviewer);
  }
  packages ??= createPackageMaker(config);
  return task.kind === 'plan' ? packages.plan(task.request) : packages.make(task.request, step);
}
