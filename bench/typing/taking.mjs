/**
 * What is done with typed text beside the keys, in Chromium, in a report of 20,000 words: `node bench/typing/taking.mjs` after
 * `npm run build`. Types ten keys a second for half a minute in the longest section and prints
 *   taken     how long the window's thread takes typed text into the report (milliseconds, median / 95th percentile),
 *   sent      how long it sends what changed, and in how many bytes,
 *   journal   how many bytes the host writes for it in a minute, new snapshots included.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { quantile, SENTENCE, withLongReport } from './long-report.mjs';

const SECONDS = 30;

/** The rest after which the report is checked (milliseconds), which is waited for anew whenever text is taken: renderer/session/checking.ts. */
const CHECKING = 800;

/** What runs in the page: times the timers that take text, and the ones that send it. */
function watch(checking) {
  const seen = { taken: [], sent: [], bytes: [] };
  window.seen = seen;
  let sending = 0;
  let isTaking = false;
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (data) {
    if (typeof data === 'string' && data.includes('"report.apply"')) {
      sending = new TextEncoder().encode(data).length;
      seen.bytes.push(sending);
    }
    return send.call(this, data);
  };
  const { setTimeout } = window;
  window.setTimeout = (run, wait = 0, ...rest) => {
    if (wait === checking) isTaking = true;
    return setTimeout(
      (...given) => {
        const start = performance.now();
        sending = 0;
        isTaking = false;
        run(...given);
        const took = performance.now() - start;
        if (sending > 0) seen.sent.push(took);
        else if (isTaking) seen.taken.push(took);
      },
      wait,
      ...rest,
    );
  };
}

const both = values => {
  const [half, most] = [0.5, 0.95].map(at => (quantile(values, at) ?? 0).toFixed(2));
  return `${half} / ${most} (${values.length})`;
};

/** Bytes written below the user's folder of journals, as far as looking at it often tells. */
function countJournal(home) {
  const sizes = new Map();
  let total = 0;
  const look = () => {
    const documents = join(home, 'documents');
    for (const name of readdirSync(documents, { recursive: true }).map(String)) {
      if (!/(?:journal\.jsonl|snapshot\.json)$/.test(name)) continue;
      const { size, ino } = statSync(join(documents, name), { throwIfNoEntry: false }) ?? { size: 0, ino: 0 };
      const before = sizes.get(name) ?? { size: 0, ino };
      // A snapshot is another file each time; a journal is emptied.
      total += ino === before.ino && size >= before.size ? size - before.size : size;
      sizes.set(name, { size, ino });
    }
  };
  look();
  total = 0;
  const timer = setInterval(look, 50);
  return () => {
    clearInterval(timer);
    look();
    return total;
  };
}

await withLongReport(async ({ page, url, home }) => {
  await page.addInitScript(watch, CHECKING);
  await page.goto(url);
  const middle = page.locator('[data-part=observation] p').nth(100);
  await middle.waitFor();
  await middle.scrollIntoViewIfNeeded();
  await page.waitForTimeout(4000);
  await middle.click({ position: { x: 60, y: 8 } });
  // Preview, checks and journal come to rest.
  await page.waitForTimeout(2500);
  await page.evaluate(() => {
    for (const list of Object.values(window.seen)) list.length = 0;
  });
  const written = countJournal(home);
  const client = await page.context().newCDPSession(page);
  const began = performance.now();
  for (let at = 0; at < SECONDS * 10; at++) {
    await new Promise(resolve => setTimeout(resolve, Math.max(0, began + at * 100 - performance.now())));
    const key = SENTENCE[at % SENTENCE.length];
    client.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key }).catch(() => {});
    client.send('Input.dispatchKeyEvent', { type: 'keyUp', key }).catch(() => {});
  }
  await page.waitForTimeout(1500);
  const { taken, sent, bytes } = await page.evaluate(() => window.seen);
  console.log(`taken    ${both(taken)} ms`);
  console.log(`sent     ${both(sent)} ms, ${quantile(bytes, 0.5) ?? 0} bytes`);
  console.log(`journal  ${Math.round((written() * 60) / SECONDS / 1000)} kB a minute`);
});
