/** What is built, and how: the window, the host's programs, Electron's two files. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import react from '@vitejs/plugin-react';
import { build as vite } from 'vite';
import { root } from './tree.mjs';

const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

/** Programs that run in Node, each a file of dist/host. Packages stay packages, but for {@link WITHIN}. */
const HOST = {
  server: 'host/server.ts',
  worker: 'host/export/worker.ts',
  library: 'host/library/worker.ts',
  'library-words': 'host/library/searching/reader.ts',
  labs: 'host/labs/worker.ts',
  cli: 'cli/entry.ts',
  compile: 'cli/compile.ts',
  examples: 'examples/write.ts',
  'bench-export': 'bench/export/index.ts',
  'bench-word': 'bench/word.ts',
  'stock-cold': 'bench/export/stock-cold.ts',
  'bench-references': 'bench/references/index.ts',
  'bench-recovery': 'bench/recovery/index.ts',
  'bench-roundtrip': 'bench/roundtrip/index.ts',
  'bench-timeline': 'bench/timeline/index.ts',
  'bench-citing': 'bench/citing/index.ts',
  'bench-styles': 'bench/styles/index.ts',
  'bench-lookup': 'bench/lookup/index.ts',
  'bench-library': 'bench/library/index.ts',
  'bench-team': 'bench/team/index.ts',
  'bench-opening': 'bench/opening/index.ts',
};

/**
 * Packages built into the programs that use them: made of dozens of small files, of which each is looked for, read and compiled by
 * itself, they would take a short command most of its time.
 */
const WITHIN = ['commander', 'zod', 'fflate', /^d3-/, /^@citation-js\//];

/** What citation-js would reach the net with. */
const NO_NETWORK = join(root, 'host', 'citing', 'no-network.ts');

/** How its engine is loaded. */
const CITEPROC = join(root, 'host', 'citing', 'citeproc.ts');

function present(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file))));
}

/** Programs of `input` in `folder`, as modules or, with the ending cjs, as CommonJS. */
function buildPrograms(folder, input, ending) {
  return vite({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: WITHIN },
    resolve: { alias: { 'node-fetch': NO_NETWORK, 'sync-fetch': NO_NETWORK, citeproc: CITEPROC } },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input,
        output: {
          format: ending === 'cjs' ? 'cjs' : 'es',
          dynamicImportInCjs: false,
          comments: false,
          entryFileNames: `[name].${ending}`,
          chunkFileNames: `parts/[name]-[hash].${ending}`,
        },
      },
    },
  });
}

/** The host's programs, and the commands apart as CommonJS, whose compiled code can be kept (cli/compiled.ts). */
async function buildHost() {
  const folder = join(dist, 'host');
  await buildPrograms(folder, present(HOST), 'mjs');
  await buildPrograms(join(folder, 'command'), { main: join(root, 'cli', 'main.ts') }, 'cjs');
  await promisify(execFile)(process.execPath, [join(folder, 'compile.mjs')]).catch(({ stderr }) =>
    console.error(`The commands were built, and will start a little more slowly. ${stderr}`),
  );
}

async function buildRenderer() {
  await vite({
    root: join(root, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [react()],
    build: {
      outDir: join(dist, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      chunkSizeWarningLimit: 2000,
    },
  });
  // The preview's fonts and character maps are data that pdf.js fetches by name.
  const pdfjs = dirname(require.resolve('pdfjs-dist/package.json'));
  for (const folder of ['standard_fonts', 'cmaps'])
    cpSync(join(pdfjs, folder), join(dist, 'renderer', 'pdfjs', folder), { recursive: true });
}

/** Electron's main script is one file with its packages outside; a sandboxed preload can load nothing, so it is one file too. */
async function buildElectron() {
  const common = { root, configFile: false, logLevel: 'warn' };
  await vite({
    ...common,
    build: {
      ssr: join(root, 'electron/main.ts'),
      outDir: join(dist, 'electron'),
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'es', entryFileNames: 'main.mjs', chunkFileNames: 'parts/[name]-[hash].mjs' },
      },
    },
  });
  await vite({
    ...common,
    build: {
      lib: { entry: join(root, 'electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
      outDir: join(dist, 'electron'),
      emptyOutDir: false,
      target: 'chrome140',
      minify: false,
      rolldownOptions: { external: ['electron'], output: { codeSplitting: false } },
    },
  });
}

/** Builds all; a failure leaves the last build gone rather than half of two. */
export async function build() {
  mkdirSync(dist, { recursive: true });
  try {
    await Promise.all([
      buildHost(),
      buildRenderer(),
      ...(existsSync(join(root, 'electron/main.ts')) ? [buildElectron()] : []),
    ]);
  } catch (error) {
    rmSync(dist, { recursive: true, force: true });
    throw error;
  }
}
