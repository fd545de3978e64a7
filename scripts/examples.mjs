/** `npm run examples`: makes the .casereport of every example from its sources. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './tree.mjs';

ensureInstalled();
await ensureBuilt();
await import(pathToFileURL(join(root, 'dist', 'host', 'examples.mjs')).href);
