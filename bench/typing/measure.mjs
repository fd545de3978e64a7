/**
 * From a key to painted text, in Chromium, in a report of 20,000 words: `node bench/typing/measure.mjs` after `npm run build`.
 * Prints median and 95th percentile (milliseconds) of the handling of a key and of the time to the frame that shows it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { writeLarge } from './large.mjs';

const root = process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
const KEYS = 150;

/** What runs in the page: times each key from its event to the paint after it. */
function watch() {
  const times = { handled: [], painted: [] };
  window.typed = times;
  window.addEventListener(
    'keydown',
    event => {
      const start = performance.now();
      // Handled: all that the key set off at once has run.
      setTimeout(() => times.handled.push(performance.now() - start), 0);
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => times.painted.push(performance.now() - start);
        channel.port2.postMessage(null);
      });
      void event;
    },
    true,
  );
}

const quantile = (values, at) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))];
const line = (name, values) =>
  console.log(
    `${name}: median ${quantile(values, 0.5).toFixed(1)} ms, p95 ${quantile(values, 0.95).toFixed(1)} ms, n ${values.length}`,
  );

const file = join(folder, 'long.casereport');
writeLarge(file);
const server = spawn(process.execPath, [join(root, 'dist', 'host', 'server.mjs'), file], {
  env: { ...process.env, CASEWRIGHT_ROOT: root, CASEWRIGHT_HOME: join(folder, 'home'), CASEWRIGHT_LINGER: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise(resolve =>
  server.stdout.once('data', data => resolve(JSON.parse(String(data).split('\n')[0]).url)),
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.locator('[data-part=observation] p').nth(100).scrollIntoViewIfNeeded();
  await page.waitForTimeout(4000);
  await page.locator('[data-part=observation] p').nth(100).click();
  await page.evaluate(watch);
  for (let count = 0; count < KEYS; count++) {
    await page.keyboard.press('abcde '[count % 6] === ' ' ? 'Space' : 'abcde'[count % 6]);
    // A fast typist: eight keys a second.
    await page.waitForTimeout(120);
  }
  const { handled, painted } = await page.evaluate(() => window.typed);
  line('handled', handled.slice(10));
  line('painted', painted.slice(10));
} finally {
  await browser.close();
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
