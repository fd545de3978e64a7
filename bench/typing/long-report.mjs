/** A report of 20,000 words in a window, as the benches of typing need it, and how their figures are printed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { writeLarge } from './large.mjs';

const root = process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');

/** As a French keyboard types it, accents and signs included. */
export const SENTENCE =
  'La crp, élevée à 60 mg, est passée en dessous de 20 dès la huitième séance ; la douleur a reculé. ';

/** The value at a share of the sorted values; undefined where there are none. */
export const quantile = (values, at) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))];

/** Runs `work` with the address of the report and a page to open it in; `home` is the user's folder. Nothing is left behind. */
export async function withLongReport(work) {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
  const home = join(folder, 'home');
  const file = join(folder, 'long.casereport');
  writeLarge(file);
  const server = spawn(process.execPath, [join(root, 'dist', 'host', 'server.mjs'), file], {
    env: { ...process.env, CASEWRIGHT_ROOT: root, CASEWRIGHT_HOME: home, CASEWRIGHT_LINGER: '0' },
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
    await work({ page: await browser.newPage({ viewport: { width: 1440, height: 900 } }), url, home });
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}
