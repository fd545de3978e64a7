/** Handlers of lab values: files read, data and charts written. */
import type { labs } from '../../core/contract/labs.ts';
import type { Implementation } from '../../core/contract/wire/method.ts';
import { done, failed } from '../../core/outcome.ts';
import type { Remembered } from '../../core/timeline/formats/memory.ts';
import type { LabOptions } from '../../core/timeline/formats/types.ts';
import type { Documents } from '../documents/documents.ts';
import { writeChosen } from '../documents/files.ts';
import { notOpen } from '../documents/problems.ts';
import type { Shapes } from '../labs/shapes.ts';

export function createLabHandlers(services: {
  readonly documents: Documents;
  readonly shapes: Shapes;
  /** The built thread that reads; null reads in this one. */
  readonly worker: URL | string | null;
}): Implementation<typeof labs> {
  const { documents, shapes, worker } = services;
  const write = async (path: string, bytes: Uint8Array) => {
    const written = await writeChosen(path, bytes);
    return written.ok ? done({ path, size: bytes.length }) : written;
  };
  return {
    'labs.read': async function* ({ name, bytes, options }, signal) {
      const { readInRoom } = await import('../labs/room.ts');
      const memory = await shapes.all();
      yield* readInRoom(worker, { name, bytes, options: { ...(options as LabOptions), memory } }, signal);
    },
    'labs.remember': async ({ shape, remembered }) => {
      await shapes.remember(shape, remembered as Remembered);
      return null;
    },
    'labs.forget': async ({ shape }) => {
      await shapes.forget(shape);
      return null;
    },
    'labs.export': async ({ document, path, ...wanted }) => {
      const report = documents.report(document);
      if (!report) return failed(notOpen());
      const { dataFile } = await import('../labs/files.ts');
      return write(path, await dataFile(report, wanted));
    },
    'labs.chart': async ({ document, path, ...wanted }) => {
      const report = documents.report(document);
      if (!report) return failed(notOpen());
      const images = Object.fromEntries(await documents.assets(document));
      const { chartFile } = await import('../labs/files.ts');
      const made = await chartFile(report, wanted, images);
      return made.ok ? write(path, made.value.bytes) : made;
    },
  };
}
