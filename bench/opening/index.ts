/**
 * `npm run bench opening`: from the press on a report in the start page's list to its text, a typed letter, set citations and the first page
 * of the preview on the screen, in Chromium, each time with a host just started. Prints medians, and the longest stop of the window.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { packReport } from '../../host/documents/pack.ts';
import { ensureBrowser, quietArguments } from '../../scripts/browsers.mjs';
import { median } from '../measure.ts';
import { reportOfSize, SIZES } from '../reports.ts';
import { type Moments, watch } from './watch.ts';

const root = process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');
const RUNS = Number(process.env.RUNS ?? 5);
const ROW = '.recent';
const LETTERS = 'zqx';
/** How long the list is looked at (milliseconds). */
const LOOKED = Number(process.env.LOOKED ?? 2000);
const folder = mkdtempSync(join(tmpdir(), 'casewright-opening-'));

/** The loopback host on a file, or on the start page. */
async function host(home: string, file?: string) {
  const child = spawn(process.execPath, [join(root, 'dist', 'host', 'server.mjs'), ...(file ? [file] : [])], {
    env: { ...process.env, CASEWRIGHT_HOME: home, CASEWRIGHT_LINGER: '0', LC_ALL: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: JSON.parse(String(line).split('\n')[0] as string).url as string,
    async end() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

/** Opens the file once, so that the start page lists it. */
async function list(browser: Browser, home: string, file: string): Promise<void> {
  const { url, end } = await host(home, file);
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('[data-part=introduction]').waitFor();
  await page.close();
  await end();
}

async function open(browser: Browser, home: string): Promise<Moments> {
  const { url, end } = await host(home);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.addInitScript(watch, { row: ROW, letters: LETTERS });
    await page.goto(url);
    await page.locator(ROW).waitFor();
    // A list is looked at before one of its rows is pressed.
    await page.waitForTimeout(LOOKED);
    await page.locator(ROW).click();
    const place = await page.waitForFunction(() => window.place);
    const { x, y } = (await place.jsonValue()) as { x: number; y: number };
    await page.mouse.click(x, y);
    await page.keyboard.type(LETTERS);
    await page.waitForFunction(() => {
      const { readable, typed, cited, previewed } = window.opening;
      return [readable, typed, cited, previewed].every(moment => moment !== null && moment > 0);
    });
    // What comes after it may stop the window as well.
    await page.waitForTimeout(2500);
    return await page.evaluate(() => window.opening);
  } finally {
    await page.close();
    await end();
  }
}

const column = (text: string) => text.padStart(11);
const browser = await chromium.launch({ executablePath: ensureBrowser() ?? '', args: quietArguments() });
try {
  const { report, images } = await reportOfSize(SIZES.large);
  const large = join(folder, 'large.casereport');
  writeFileSync(large, packReport(report, new Map(Object.entries(images))));
  const files = { example: join(root, 'examples', 'ttp', 'ttp.casereport'), large };
  const heads = ['readable', 'typed', 'cited', 'preview', 'worst stop', 'all stops'];
  console.log(`${'milliseconds, medians'.padEnd(22)}${heads.map(column).join('')}`);
  for (const [name, file] of Object.entries(files)) {
    const home = join(folder, name);
    await list(browser, home, file);
    const runs: Moments[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await open(browser, home));
    const middle = (of: (moments: Moments) => number) => column(median(runs.map(of)).toFixed(0));
    const figures = [
      middle(({ readable }) => readable ?? Number.NaN),
      middle(({ typed }) => typed ?? Number.NaN),
      middle(({ cited }) => cited ?? Number.NaN),
      middle(({ previewed }) => previewed ?? Number.NaN),
      middle(({ stops }) => Math.max(0, ...stops.map(([, length]) => length))),
      middle(({ stops }) => stops.reduce((sum, [, length]) => sum + length, 0)),
    ];
    console.log(`${name.padEnd(22)}${figures.join('')}`);
    if (process.env.STOPS)
      for (const { stops } of runs) console.log(stops.map(stop => stop.map(Math.round).join('+')).join('  '));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
