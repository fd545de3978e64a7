/**
 * Run at the end of a build: does what authors do most with the built commands, and keeps the code that was compiled for it. What
 * the commands say here is for nobody.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeCompiled } from './compiled.ts';
import type * as Main from './main.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'casewright-build-'));
process.env.CASEWRIGHT_HOME = join(folder, 'home');
process.stdout.write = () => true;

try {
  const file = join(import.meta.dirname, 'command', 'compiled.bin');
  const compiled = takeCompiled(file, root, true);
  const { run } = createRequire(import.meta.url)('./command/main.cjs') as typeof Main;
  const report = join(root, 'examples', 'calciphylaxis', 'calciphylaxis.casereport');
  for (const args of [
    ['export', report, '--to', join(folder, 'report.pdf')],
    ['export', report, '--to', join(folder, 'report.docx')],
    ['check', report],
  ]) {
    const code = await run(args, root);
    if (code > 1) throw new Error(`casewright ${args[0]} ended with ${code}`);
    compiled.note();
  }
  writeFileSync(file, compiled.bytes());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
