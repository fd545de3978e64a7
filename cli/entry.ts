/** What is run: `casewright …`. */
import { programRoot, run } from './main.ts';

process.exitCode = await run(process.argv.slice(2), programRoot());
