/** `npm run package`: installers by electron-builder for this machine's system (electron-builder.yml holds all three). */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './tree.mjs';

ensureInstalled();
await ensureBuilt();

if (!existsSync(join(root, 'node_modules', 'electron', 'path.txt'))) {
  const fetched = spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    timeout: 120_000,
    stdio: 'ignore',
  });
  if (fetched.status !== 0) {
    console.error(
      'No installer was made: Electron’s binary is not here and could not be fetched. Behind a proxy set ELECTRON_MIRROR, then try again.',
    );
    process.exit(2);
  }
}
const bin = join(
  root,
  'node_modules',
  '.bin',
  process.platform === 'win32' ? 'electron-builder.cmd' : 'electron-builder',
);
const { status } = spawnSync(bin, ['--config', 'electron-builder.yml', '--publish', 'never'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
