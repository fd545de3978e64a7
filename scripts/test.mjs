/** `npm test [-- FILTER…]`: everything that must hold, in one run that ends with a line of counts. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browsers.mjs';
import { ensureBuilt, ensureInstalled, root } from './tree.mjs';

ensureInstalled();

const filters = process.argv.slice(2);
const results = join(root, '.build', 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** What tests leave behind goes with this folder, and windows that list it for a file find nothing else there. As open as the system's own. */
const scratch = mkdtempSync(join(tmpdir(), 'casewright-test-'));
chmodSync(scratch, 0o1777);
process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
/** The folder for temporary files of a stage. */
function temporary(stage) {
  const folder = join(scratch, stage);
  mkdirSync(folder);
  chmodSync(folder, 0o1777);
  return { TMPDIR: folder, TEMP: folder, TMP: folder };
}

const counts = { passed: 0, failed: 0, skipped: 0 };
const bin = name => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const began = Date.now();
const options = env => ({ cwd: root, env: { ...process.env, ...env }, shell: process.platform === 'win32' });

function run(name, command, args, env = {}) {
  const from = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(bin(command), args, { ...options(env), stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`   ${name}: ${seconds(from)} s`);
  return status === 0;
}

const seconds = from => ((Date.now() - from) / 1000).toFixed(1);

/** A step that is one test, beside others: it holds or it does not. What it printed is shown when it has ended. */
async function step(name, command, args) {
  const child = spawn(bin(command), args, { ...options(), stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => printed.push(data));
  // A command that cannot be started closes too, without a code.
  child.on('error', error => printed.push(Buffer.from(`${error.message}\n`)));
  const [code] = await once(child, 'close').catch(() => [null]);
  process.stdout.write(`\n── ${name}\n${Buffer.concat(printed)}   ${name}: ${seconds(began)} s\n`);
  counts[code === 0 ? 'passed' : 'failed']++;
}

async function build() {
  try {
    await ensureBuilt();
  } catch (error) {
    console.error(error);
    counts.failed++;
  }
}

function report(file) {
  const path = join(results, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

// None of them needs what another makes, and none keeps all cores busy.
await Promise.all([
  build(),
  ...(filters.length === 0
    ? [step('types', 'tsc', ['-b']), step('format and lint', 'biome', ['check', '--error-on-warnings', '.'])]
    : []),
]);

const unitsPassed = run(
  'unit, architecture and golden tests',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(results, 'vitest.json')}`, ...filters],
  temporary('units'),
);
const units = report('vitest.json');
if (units) {
  counts.passed += units.numPassedTests;
  counts.failed += units.numFailedTests;
  counts.skipped += units.numPendingTests + units.numTodoTests;
  // A file that cannot even be loaded has no tests that failed.
  if (!unitsPassed && units.numFailedTests === 0) counts.failed++;
} else counts.failed++;

if (filters.length === 0) {
  const browser = ensureBrowser();
  if (browser) {
    const passed = run('end-to-end tests', 'playwright', ['test', '--config=test/e2e/playwright.config.ts'], {
      ...temporary('windows'),
      CASEWRIGHT_BROWSER: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'playwright.json'),
    });
    const ends = report('playwright.json');
    if (ends) {
      counts.passed += ends.stats.expected + ends.stats.flaky;
      counts.failed += ends.stats.unexpected;
      counts.skipped += ends.stats.skipped;
      if (!passed && ends.stats.unexpected === 0) counts.failed++;
    } else counts.failed++;
  } else counts.failed++;
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
