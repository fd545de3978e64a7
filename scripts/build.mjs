import { ensureBuilt, ensureInstalled } from './tree.mjs';

ensureInstalled();
await ensureBuilt({ force: process.argv.includes('--force') });
