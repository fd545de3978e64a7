/** What is run: `casewright …`. The commands are CommonJS files beside this one, since only of those can compiled code be kept. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { takeCompiled } from './compiled.ts';
import type * as Main from './main.ts';

const root = process.env.CASEWRIGHT_ROOT ?? join(import.meta.dirname, '..', '..');
takeCompiled(join(import.meta.dirname, 'command', 'compiled.bin'), join(import.meta.dirname, '..', '..'));
const { hearFailedWrites, run } = createRequire(import.meta.url)('./command/main.cjs') as typeof Main;
hearFailedWrites();
const code = await run(process.argv.slice(2), root);
process.exitCode = code;
// What was interrupted may leave a thread at work.
if (code === 130) process.exit();
