/** A window on a host of its own: the program as built, with an empty home folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, expect, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');

export interface Host {
  readonly url: string;
  readonly home: string;
  readonly process: ChildProcess;
  /** What the page and the host complained of. */
  readonly complaints: string[];
}

/** Starts the loopback host; French or English as the system. */
export async function startHost(home: string, language: 'en' | 'fr' = 'en', file?: string): Promise<Host> {
  const child = spawn(
    process.execPath,
    [join(root, 'dist', 'host', 'server.mjs'), ...(file === undefined ? [] : [file])],
    {
      env: {
        ...process.env,
        CASEWRIGHT_HOME: home,
        CASEWRIGHT_LINGER: '0',
        LC_ALL: language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const complaints: string[] = [];
  child.stderr?.on('data', data => complaints.push(String(data)));
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  for await (const line of lines) return { url: JSON.parse(line).url, home, process: child, complaints };
  throw new Error(`the host did not start: ${complaints.join('')}`);
}

interface Fixtures {
  readonly language: 'en' | 'fr';
  /** The pane beside the text, as the last desk was left; setting pages for the preview is work that few tests look at. */
  readonly tab: 'preview' | 'references' | 'checks';
  readonly host: Host;
  /** The page, opened on the start page. */
  readonly window: Page;
}

export const test = base.extend<Fixtures>({
  language: ['en', { option: true }],
  tab: ['checks', { option: true }],
  host: async ({ language, tab }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'casewright-e2e-'));
    mkdirSync(join(home, 'layouts'));
    writeFileSync(join(home, 'layouts', 'last.json'), JSON.stringify({ tab }));
    const host = await startHost(home, language);
    await use(host);
    const isGone = host.process.exitCode !== null || host.process.signalCode !== null;
    const gone = isGone ? null : once(host.process, 'exit');
    host.process.kill();
    // It closes its files first.
    await gone;
    rmSync(home, { recursive: true, force: true });
  },
  window: async ({ page, host }, use) => {
    const seen: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error') seen.push(message.text());
    });
    page.on('pageerror', error => seen.push(String(error)));
    await page.goto(host.url);
    await use(page);
    // Nothing went wrong that the user was not told of: no exception, no breach of the CSP, nothing missing.
    // A host that a test killed cannot answer.
    const expected = (text: string) => host.process.killed && text.includes('ERR_CONNECTION_REFUSED');
    expect([...seen, ...host.complaints].filter(text => !expected(text))).toEqual([]);
  },
});

export { expect };

/** The editable text of a part. */
export const part = (page: Page, key: string) => page.locator(`[data-part="${key}"]`);

/** Opens the sample case from the start page. */
export async function openSample(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /sample case|cas d’exemple/i })
    .first()
    .click();
  await expect(part(page, 'introduction')).toBeVisible();
}

/** Puts the caret at the end of a part's text. */
export async function caretAtEnd(page: Page, key: string): Promise<void> {
  await part(page, key).locator('[data-slate-node="element"]').last().click();
  await page.keyboard.press('Control+End').catch(() => {});
  await part(page, key).locator('p').last().click();
  await page.keyboard.press('End');
}

/** Waits until what is shown is in the journal. */
export async function kept(page: Page): Promise<void> {
  await expect(page.getByText(/Saved \d|Enregistré à/)).toBeVisible();
}
