/** Entry of the thread that reads words for the library's; built to a file of its own. See reading.ts. */
import { workerData } from 'node:worker_threads';
import { readLines } from './entry-words.ts';
import { createInverted } from './inverted.ts';
import type { ReaderData, Told } from './reading.ts';

const { port, done } = workerData as ReaderData;
let index = createInverted();

port.on('message', (told: Told) => {
  if (told === 'collect') {
    const parts = index.parts();
    port.postMessage(
      parts,
      Object.values(parts).map(({ buffer }) => buffer),
    );
    index = createInverted();
  } else readLines(told, index);
  // After the answer, as it is looked for once this is seen.
  Atomics.add(done, 0, 1);
  Atomics.notify(done, 0);
});
