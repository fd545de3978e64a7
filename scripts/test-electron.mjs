/** `npm run test:electron`: the end-to-end test of the desktop shell, where Electron's binary is there; says so where it is not. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './tree.mjs';

ensureInstalled();
const folder = join(root, 'node_modules', 'electron');
const named = join(folder, 'path.txt');
const binary = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8').trim()) : null;
if (!binary || !existsSync(binary)) {
  console.log(
    'Skipped: Electron’s binary is not installed here (npx install-electron fetches it; ELECTRON_MIRROR is honoured).',
  );
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
await ensureBuilt();
const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'playwright.cmd' : 'playwright');
const { status } = spawnSync(bin, ['test', '--config=test/e2e/electron.config.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CASEWRIGHT_ELECTRON: binary },
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
