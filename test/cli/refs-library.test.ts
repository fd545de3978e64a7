import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../cli/main.ts';
import { folderForTests } from '../host/documents/folder.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = folderForTests();
const bib = join(folder, 'r.bib');
let out = '';

beforeEach(() => {
  vi.stubEnv('CASEWRIGHT_HOME', join(folder, 'home'));
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8');
  out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
const refs = (...args: string[]) => run(['refs', ...args], root);
const json = () => JSON.parse(out);

describe('the library from a shell', () => {
  it('takes references in, once, finds them, merges duplicates and writes them', async () => {
    writeFileSync(
      bib,
      '@article{h18, title={Calcified arterioles}, author={Haldane, A.}, year=2018, doi={10.5555/a}}\n@book{b, title={A book of skin}}',
    );
    expect(await refs('import', bib, '--tag', 'skin', '--json')).toBe(0);
    expect(json()).toMatchObject({ added: 2, already: 0, proposed: 0 });
    out = '';
    expect(await refs('import', bib, '--doubling')).toBe(0);
    out = '';
    expect(await refs('search', 'hald', '--json')).toBe(0);
    expect(json()).toMatchObject({
      total: 2,
      entries: [
        { authors: 'Haldane', tags: [] },
        { key: 'h18', tags: ['skin'] },
      ],
    });
    expect(await refs('search', 'nothing', 'such')).toBe(1);
    out = '';
    expect(await refs('dedupe', '--merge', '--json')).toBe(0);
    expect(json()).toMatchObject({ merged: 1, pairs: [], waiting: 0 });
    const file = join(folder, 'out.bib');
    expect(await refs('export', 'haldane', '--to', 'biblatex', '--out', file)).toBe(0);
    expect(readFileSync(file, 'utf8').match(/@article\{h18,/g)).toHaveLength(1);
  });

  it('a file that is none is refused', async () => {
    writeFileSync(bib, 'nothing here');
    expect(await refs('import', bib)).toBe(2);
    expect(await refs('import', join(folder, 'missing.bib'))).toBe(2);
  });
});
