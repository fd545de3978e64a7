import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { folderForTests } from '../host/documents/folder.ts';
import { root } from './shell.ts';

const folder = folderForTests();
const library = join(folder, 'library.bib');
writeFileSync(library, '@article{a, title={One}, year=2001}\n@article{b, title={Two}, year=2002}\n');

let err = '';
beforeEach(() => {
  err = '';
  vi.stubEnv('CASEWRIGHT_HOME', join(folder, 'home'));
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8');
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    err += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.resetModules();
  process.stdout.removeAllListeners('error');
});

/** Runs a command whose standard output fails with this code; gives its exit code and what it tried to write. */
async function failing(code: string, ...args: string[]): Promise<{ exit: number; pieces: readonly string[] }> {
  // Afresh: a program has one standard output, and remembers what became of it.
  const { hearFailedWrites, run } = await import('../../cli/main.ts');
  const pieces: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    pieces.push(String(text));
    process.nextTick(() => process.stdout.emit('error', Object.assign(new Error(code), { code })));
    return false;
  });
  hearFailedWrites();
  return { exit: await run(args, root), pieces };
}

describe('standard output', () => {
  it('closed by its reader ends a long result in silence, and nothing more is written', async () => {
    const { exit, pieces } = await failing('EPIPE', 'refs', 'convert', library, '--to', 'ris', '--json');
    expect(exit).toBe(0);
    expect(pieces).toHaveLength(1);
    expect(err).toBe('');
  });

  it('closed by its reader keeps the exit code of a short result', async () => {
    const { exit } = await failing('EPIPE', 'team', 'schema');
    expect(exit).toBe(0);
    expect(err).toBe('');
  });

  it.each([
    ['refs', 'convert', library, '--to', 'ris'],
    ['team', 'schema'],
  ])('on a full disk is said, and is no success: %s %s', async (...args) => {
    expect((await failing('ENOSPC', ...args)).exit).toBe(2);
    expect(err).toContain('the disk is full');
  });
});
