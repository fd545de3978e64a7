/** Handler of reading references: small files here, large ones in a thread of their own that ends with its file. */
import type { ReadingEvent, reading } from '../../core/contract/reading.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { createQueue } from '../../core/streams.ts';
import type { Workshop } from '../export/tasks.ts';
import type { ReadingStep } from '../reading/in-parts.ts';

export function createReadingHandlers(workshop: Pick<Workshop, 'references'>): Implementation<typeof reading> {
  return {
    'references.read': async function* (request, signal): AsyncGenerator<ReadingEvent> {
      const steps = createQueue<ReadingStep>();
      const work = workshop.references(request, steps.add, signal).finally(steps.end);
      // It is awaited below; until then its failure belongs to nobody.
      work.catch(() => {});
      yield* steps.all();
      if (signal.aborted) return;
      const read = await work;
      yield read.ok ? { kind: 'done', ...read.value } : { kind: 'failed', problem: read.problem };
    },
  };
}
