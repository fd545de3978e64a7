/** Entry of the thread that reads words for the library's; built to a file of its own. See reading.ts. */
import { workerData } from 'node:worker_threads';
import type { Place } from '../../../core/library/texts.ts';
import { createInverted } from './inverted.ts';
import type { ReaderData, Texts, Told } from './reading.ts';
import { scanUnits } from './scanning.ts';

const { port, done } = workerData as ReaderData;
let index = createInverted();

function read({ units, layout }: Texts): void {
  let from = 0;
  for (let at = 0; at < layout.length; ) {
    const n = layout[at++] as number;
    const end = at + 1 + 2 * (layout[at++] as number);
    index.fill(n, take => {
      for (; at < end; at += 2) {
        const to = layout[at + 1] as number;
        take(scanUnits(units, from, to), layout[at] as Place);
        from = to;
      }
    });
  }
}

port.on('message', (told: Told) => {
  if (told === 'collect') {
    const parts = index.parts();
    port.postMessage(
      parts,
      Object.values(parts).map(({ buffer }) => buffer),
    );
    index = createInverted();
  } else read(told);
  // After the answer, as it is looked for once this is seen.
  Atomics.add(done, 0, 1);
  Atomics.notify(done, 0);
});
