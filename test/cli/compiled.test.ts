import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeCompiled } from '../../cli/compiled.ts';

const loader = Module.prototype as unknown as { _compile: unknown };
const compile = loader._compile;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casewright-compiled-'));
});
afterEach(() => {
  loader._compile = compile;
  rmSync(folder, { recursive: true, force: true });
});

const PROGRAM = `const path = require('node:path');
exports.answer = () => 6 * 7;
exports.name = path.basename(__filename);
exports.beside = () => require('./beside.cjs').word;
exports.place = require.resolve('./beside.cjs');`;

/** What the folder's program gives, loaded as in a new process. */
function loaded() {
  const require = createRequire(join(folder, 'start.cjs'));
  for (const name of ['program.cjs', 'beside.cjs']) delete require.cache[join(folder, name)];
  const { answer, name, beside, place } = require('./program.cjs') as {
    answer(): number;
    name: string;
    beside(): string;
    place: string;
  };
  return { answer: answer(), name, beside: beside(), place };
}

/** Runs the program once and keeps its compiled code in a file. */
function kept(): string {
  writeFileSync(join(folder, 'program.cjs'), PROGRAM);
  writeFileSync(join(folder, 'beside.cjs'), `exports.word = 'beside';`);
  const file = join(folder, 'compiled.bin');
  const compiled = takeCompiled(file, folder, true);
  loaded();
  compiled.note();
  writeFileSync(file, compiled.bytes());
  loader._compile = compile;
  return file;
}

describe('code compiled by the build', () => {
  const expected = () => ({ answer: 42, name: 'program.cjs', beside: 'beside', place: join(folder, 'beside.cjs') });

  it('does in a later run what it did in the first', () => {
    takeCompiled(kept(), folder);
    expect(loaded()).toEqual(expected());
  });

  it('is left aside for a file that has changed, though it be as long as before', () => {
    const file = kept();
    writeFileSync(join(folder, 'program.cjs'), PROGRAM.replace('6 * 7', '7 * 7'));
    takeCompiled(file, folder);
    expect(loaded()).toEqual({ ...expected(), answer: 49 });
  });

  it('is done without where it is cut short, of another kind, or not there', () => {
    const file = kept();
    truncateSync(file, 700);
    takeCompiled(file, folder);
    expect(loaded()).toEqual(expected());
    loader._compile = compile;
    writeFileSync(file, 'no compiled code');
    takeCompiled(file, folder);
    expect(loaded()).toEqual(expected());
    loader._compile = compile;
    takeCompiled(join(folder, 'nothing.bin'), folder);
    expect(loaded()).toEqual(expected());
  });
});
