/** The desktop shell itself; run by `npm run test:electron` where Electron is installed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');

test('the sample case opens in the desktop window', async () => {
  const home = mkdtempSync(join(tmpdir(), 'casewright-electron-'));
  const app = await _electron.launch({
    executablePath: process.env.CASEWRIGHT_ELECTRON as string,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root],
    env: { ...process.env, CASEWRIGHT_HOME: home } as Record<string, string>,
  });
  try {
    const window = await app.firstWindow();
    await expect(window.getByRole('heading', { name: 'Casewright' })).toBeVisible();
    expect(window.url()).toBe('app://casewright/index.html');
    await window
      .getByRole('button', { name: /sample case|cas d’exemple/i })
      .first()
      .click();
    await expect(window.locator('[data-part="introduction"]')).toBeVisible();
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
});
