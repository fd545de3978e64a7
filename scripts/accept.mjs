/** `npm run accept`: writes the golden files in test/golden/ anew. Read the difference before committing it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './tree.mjs';

ensureInstalled();

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'golden', '--update'], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
