/** `npm run accept`: writes the golden files in test/golden/ anew, sheets of pages among them. Read the difference, and look at the sheets, before committing it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './tree.mjs';

ensureInstalled();

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'golden', '--update'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CASEWRIGHT_ACCEPT: '1' },
});
process.exit(status ?? 1);
