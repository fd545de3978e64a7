#!/usr/bin/env node
/** `npx casewright …` from a clone: builds what has changed, then is the command line itself. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './tree.mjs';

ensureInstalled();
await ensureBuilt();
await import(pathToFileURL(join(root, 'dist', 'host', 'cli.mjs')).href);
