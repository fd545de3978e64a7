/** `npm run bench NAME`: runs a benchmark of bench/ as built. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './tree.mjs';

const [name = 'export'] = process.argv.slice(2);
ensureInstalled();
await ensureBuilt();
const program = join(root, 'dist', 'host', `bench-${name}.mjs`);
if (!existsSync(program)) {
  console.error(`There is no benchmark “${name}”.`);
  process.exit(2);
}
await import(pathToFileURL(program).href);
