/** `npm run test:edits`: 2,000 random edit sequences on the document, where `npm test` runs 80. Takes a few minutes. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './tree.mjs';

ensureInstalled();
const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'vitest.cmd' : 'vitest');
const { status } = spawnSync(bin, ['run', 'test/renderer/session', '-t', 'random'], {
  cwd: root,
  stdio: 'inherit',
  env: { CASEWRIGHT_SEED: 'random', ...process.env, EDITS: process.env.EDITS ?? '2000' },
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
