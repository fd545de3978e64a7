/** `npm run test:team`: 50,000 random edits on eight mirrors of a team's library with connections cut at random, where `npm test` makes 5,000. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './tree.mjs';

ensureInstalled();
const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'vitest.cmd' : 'vitest');
const { status } = spawnSync(bin, ['run', 'test/host/library/sync/cuts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TEAM_EDITS: process.env.TEAM_EDITS ?? '50000' },
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
