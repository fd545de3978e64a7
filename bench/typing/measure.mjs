/**
 * From a key to painted text, in Chromium, in a report of 20,000 words: `node bench/typing/measure.mjs` after `npm run build`; a word
 * behind it chooses the rows whose name holds it. Prints, for each place and kind of key, medians and 95th percentiles (milliseconds) of
 *   reached   the window's thread has turned to it,
 *   handled   all that the key set off at once has run, and the frame is begun,
 *   painted   the window's thread has drawn the frame that shows it,
 *   shown     the frame is on the screen (the browser's own Event Timing, which it rounds to 8 ms),
 * each counted from the moment at which the browser received the key, waiting behind earlier keys included; and what a hypervisor
 * took of the machine meanwhile.
 */
import { countStolen } from '../stolen.mjs';
import { MANY_CITATIONS } from './large.mjs';
import { quantile, SENTENCE, withLongReport } from './long-report.mjs';

const wanted = process.argv[2] ?? '';

/** What runs in the page: times each key from its event to the paint after it. */
function watch() {
  const times = { reached: [], handled: [], painted: [], shown: [] };
  window.typed = times;
  // Made once: a channel for each key would be a cost of the measuring in the frame that is measured.
  const channel = new MessageChannel();
  const starts = [];
  channel.port1.onmessage = () => times.painted.push(performance.now() - starts.shift());
  window.addEventListener(
    'keydown',
    ({ timeStamp: start }) => {
      times.reached.push(performance.now() - start);
      requestAnimationFrame(() => {
        times.handled.push(performance.now() - start);
        starts.push(start);
        channel.port2.postMessage(null);
      });
    },
    true,
  );
  // Shorter ones than 16 ms are not told.
  new PerformanceObserver(list => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') times.shown.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 });
}

const both = values =>
  `${quantile(values, 0.5).toFixed(1).padStart(5)} /${quantile(values, 0.95).toFixed(1).padStart(5)}`;

const letters = count => Array.from({ length: count }, (_, at) => SENTENCE[at % SENTENCE.length]);

const observation = (page, index) => page.locator('[data-part=observation] p').nth(index);
const middle = page => observation(page, 100);
const SLOW = 100;
const FAST = 33;

/** Each: where the caret is put, the keys, and the time between two (milliseconds). */
const ROWS = [
  {
    name: 'start, 10 a second',
    at: page => page.locator('[data-part=introduction] p').nth(3),
    keys: letters(100),
    every: SLOW,
  },
  { name: 'middle, 10 a second', at: middle, keys: letters(150), every: SLOW },
  { name: 'middle, 30 a second', at: middle, keys: letters(150), every: FAST },
  {
    name: 'end, 10 a second',
    at: page => page.locator('[data-part=conclusion] p').nth(15),
    keys: letters(100),
    every: SLOW,
  },
  {
    name: 'end, 30 a second',
    at: page => page.locator('[data-part=conclusion] p').nth(15),
    keys: letters(100),
    every: FAST,
  },
  { name: 'among citations, 10 a second', at: page => page.getByText(MANY_CITATIONS), keys: letters(100), every: SLOW },
  {
    name: 'table cell, 10 a second',
    at: page => page.locator('[data-part=observation] td').nth(50),
    keys: letters(100),
    every: SLOW,
  },
  { name: 'backspace, 10 a second', at: middle, keys: Array(100).fill('Backspace'), every: SLOW },
  { name: 'backspace, 30 a second', at: middle, keys: Array(100).fill('Backspace'), every: FAST },
  { name: 'enter', at: page => observation(page, 120), keys: Array(30).fill('Enter'), every: 200 },
  { name: 'undo', at: null, keys: Array(30).fill('Undo'), every: 200 },
];

const NAMED = { Backspace: 8, Enter: 13 };

/** Sends a key and does not wait for it. */
function press(client, key) {
  const send = event => client.send('Input.dispatchKeyEvent', event).catch(() => {});
  if (key === 'Undo') {
    const undo = { key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90, modifiers: 2 };
    send({ type: 'rawKeyDown', ...undo });
    send({ type: 'keyUp', ...undo });
  } else if (key in NAMED) {
    const named = { key, code: key, windowsVirtualKeyCode: NAMED[key] };
    send({ type: 'keyDown', ...named, ...(key === 'Enter' && { text: '\r' }) });
    send({ type: 'keyUp', ...named });
  } else {
    send({ type: 'keyDown', key, text: key });
    send({ type: 'keyUp', key });
  }
}

async function measure(page, client, { name, at, keys, every }) {
  if (at) {
    await at(page).scrollIntoViewIfNeeded();
    await page.waitForTimeout(800);
    await at(page).click({ position: { x: 60, y: 8 } });
  }
  // Preview, checks and journal come to rest.
  await page.waitForTimeout(2500);
  await page.evaluate(() => {
    for (const list of Object.values(window.typed)) list.length = 0;
  });
  const stolen = countStolen();
  const began = performance.now();
  for (const [index, key] of keys.entries()) {
    await new Promise(resolve => setTimeout(resolve, Math.max(0, began + index * every - performance.now())));
    press(client, key);
  }
  await page.waitForTimeout(1500);
  const { reached, handled, painted, shown } = await page.evaluate(() => window.typed);
  const late = shown.filter(duration => duration > 16).length;
  console.log(
    `${name.padEnd(30)} ${both(reached)}   ${both(handled)}   ${both(painted)}   ${`${late} of ${handled.length}`.padStart(10)}   ${String(Math.max(0, ...shown)).padStart(5)}   ${stolen().padStart(6)}`,
  );
}

await withLongReport(async ({ page, url }) => {
  await page.goto(url);
  await middle(page).waitFor();
  await page.waitForTimeout(4000);
  await page.evaluate(watch);
  const client = await page.context().newCDPSession(page);
  console.log(
    `${'milliseconds, median / p95'.padEnd(31)}${'reached'.padEnd(16)}${'handled'.padEnd(16)}${'painted'.padEnd(16)}${'shown later than 16, worst'}   stolen`,
  );
  for (const row of ROWS.filter(({ name }) => name.includes(wanted))) await measure(page, client, row);
});
