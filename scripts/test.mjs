/** `npm test [-- FILTER…]`: everything that must hold, in one run that ends with a line of counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browsers.mjs';
import { ensureBuilt, ensureInstalled, root } from './tree.mjs';

ensureInstalled();

const filters = process.argv.slice(2);
const results = join(root, '.build', 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const counts = { passed: 0, failed: 0, skipped: 0 };
const bin = name => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

function run(name, command, args, env = {}) {
  const began = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(bin(command), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  console.log(`   ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** A step that is one test: it holds or it does not. */
function step(name, command, args) {
  counts[run(name, command, args) ? 'passed' : 'failed']++;
}

function report(file) {
  const path = join(results, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

if (filters.length === 0) {
  step('format and lint', 'biome', ['check', '--error-on-warnings', '.']);
  step('types', 'tsc', ['-b']);
}

try {
  await ensureBuilt();
} catch (error) {
  console.error(error);
  counts.failed++;
}

const unitsPassed = run('unit, architecture and golden tests', 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(results, 'vitest.json')}`,
  ...filters,
]);
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
