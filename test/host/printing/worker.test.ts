import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createPrinter,
  MissingGlyphsError,
  printerInWorker,
  type WorkerPrinter,
} from '../../../host/printing/index.ts';
import { definition, wholeReport } from './sample.ts';

// Within the project, so that the built file finds its packages.
const outDir = fileURLToPath(new URL(`../../../.build/test-printing-worker-${process.pid}/`, import.meta.url));
let inWorker: WorkerPrinter;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../../../host/printing/worker.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      lib: { entry, formats: ['es'], fileName: () => 'worker.mjs' },
      rollupOptions: { external: /^node:/ },
    },
  });
  inWorker = printerInWorker(new Worker(`${outDir}worker.mjs`));
});

afterAll(async () => {
  await inWorker?.close();
  await rm(outDir, { recursive: true, force: true });
});

test('a worker prints the same bytes', async () => {
  const report = await wholeReport();
  const [there, here] = await Promise.all([inWorker.print(report), createPrinter().print(report)]);
  expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true);
});

test('what cannot be printed comes back as the same error, and the next document is printed', async () => {
  const failure = inWorker.print(definition(['😀']));
  const success = inWorker.print(definition(['Bien']));
  await expect(failure).rejects.toBeInstanceOf(MissingGlyphsError);
  await expect(failure).rejects.toMatchObject({ characters: [{ codePoint: 'U+1F600' }] });
  await expect(success).resolves.toBeInstanceOf(Uint8Array);
});

test('a definition with functions is refused at once', async () => {
  await expect(inWorker.print(definition(['a'], { footer: () => 'a' }))).rejects.toThrow(/could not be cloned/);
});

test('what is asked of an ended worker is rejected, not left waiting', async () => {
  const worker = printerInWorker(new Worker(`${outDir}worker.mjs`));
  const unfinished = worker.print(definition(['a']));
  const rejection = expect(unfinished).rejects.toThrow(/has ended/);
  await worker.close();
  await rejection;
  await expect(worker.print(definition(['a']))).rejects.toThrow(/has ended/);
});
