import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { shellForTests } from './shell.ts';

const shell = shellForTests();
const { casewright, folder } = shell;
const bib = join(folder, 'r.bib');
const refs = (...args: string[]) => casewright('refs', ...args);
const json = () => JSON.parse(shell.out);

describe('the library from a shell', () => {
  it('takes references in, once, finds them, merges duplicates and writes them', async () => {
    writeFileSync(
      bib,
      '@article{h18, title={Calcified arterioles}, author={Haldane, A.}, year=2018, doi={10.5555/a}}\n@book{b, title={A book of skin}}',
    );
    expect(await refs('import', bib, '--tag', 'skin', '--json')).toBe(0);
    expect(json()).toMatchObject({ added: 2, already: 0, proposed: 0 });
    shell.clear();
    expect(await refs('import', bib, '--doubling')).toBe(0);
    shell.clear();
    expect(await refs('search', 'hald', '--json')).toBe(0);
    expect(json()).toMatchObject({
      total: 2,
      entries: [
        { authors: 'Haldane', tags: [] },
        { key: 'h18', tags: ['skin'] },
      ],
    });
    expect(await refs('search', 'nothing', 'such')).toBe(1);
    expect(shell.err).toContain('Nothing in your library has “nothing such”.');
    expect(await refs('search', 'hald', '--from', 'soon')).toBe(2);
    expect(shell.err).toContain('“soon” is no value of --from');
    shell.clear();
    expect(await refs('dedupe', '--merge', '--json')).toBe(0);
    expect(json()).toMatchObject({ merged: 1, pairs: [], waiting: 0 });
    const file = join(folder, 'out.bib');
    expect(await refs('export', 'haldane', '--to', 'biblatex', '--out', file)).toBe(0);
    expect(readFileSync(file, 'utf8').match(/@article\{h18,/g)).toHaveLength(1);
  });

  it('follows a file from now on, and no longer when it is told so', async () => {
    const followed = join(folder, 'better.bib');
    writeFileSync(followed, '@book{w, title={Wound care}}');
    expect(await refs('follow', followed, '--json')).toBe(0);
    expect(json()).toMatchObject({ files: [{ path: followed, entries: 1, added: 1 }] });
    shell.clear();
    writeFileSync(followed, '@book{w, title={Wound care}}\n@book{s, title={Skin}}');
    expect(await refs('follow', followed)).toBe(0);
    expect(shell.out).toContain('2 entries');
    shell.clear();
    expect(await refs('follow', '--json')).toBe(0);
    expect(json().files).toHaveLength(1);
    expect(await refs('follow', followed, '--stop')).toBe(0);
    expect(await refs('follow', followed, '--stop')).toBe(2);
    expect(await refs('follow', join(folder, 'missing.bib'))).toBe(2);
  });

  it('lists backups and makes one when asked', async () => {
    expect(await refs('backups', '--now', '--json')).toBe(0);
    expect(json().backups[0]).toMatchObject({ kind: 'asked' });
    shell.clear();
    expect(await refs('backups')).toBe(0);
    expect(shell.out).toMatch(/^1 {2}.*references?, made on request$/m);
    expect(await refs('backups', '--restore', '99')).toBe(2);
  });

  it('a file that is none is refused', async () => {
    writeFileSync(bib, 'nothing here');
    expect(await refs('import', bib)).toBe(2);
    expect(await refs('import', join(folder, 'missing.bib'))).toBe(2);
  });

  it('merges within a report what is certainly one work; its citations follow, and nothing certain is left', async () => {
    const report = join(folder, 'twice.casereport');
    writeFileSync(
      bib,
      '@article{one, title={Calcified arterioles}, year=2018, doi={10.5555/a}}\n@article{alike, title={Calcified arteriole}, year=2018}',
    );
    await casewright('new', report);
    await casewright('import', report, '--references', bib);
    // A report takes each work once; a copy comes with text pasted from elsewhere, or from an older file.
    const parts = unzipSync(readFileSync(report));
    const saved = JSON.parse(strFromU8(parts['report.json'] as Uint8Array));
    const [copy] = saved.references;
    saved.references.push({ ...copy, id: 'two', item: { ...copy.item, id: 'two', volume: '7' } });
    saved.parts.find(({ key }: { key: string }) => key === 'discussion').children = [
      {
        type: 'paragraph',
        children: [
          { text: '' },
          { type: 'citation', id: 'c', items: [{ reference: 'one' }, { reference: 'two' }], children: [{ text: '' }] },
          { text: '' },
        ],
      },
    ];
    writeFileSync(report, zipSync({ ...parts, 'report.json': strToU8(JSON.stringify(saved)) }));
    shell.clear();
    expect(await refs('dedupe', report, '--json')).toBe(1);
    expect(json().pairs.map(({ because }: { because: string }) => because)).toEqual(['doi', 'alike']);
    shell.clear();
    expect(await refs('dedupe', report, '--merge', '--json')).toBe(1);
    expect(json()).toMatchObject({ merged: 1, pairs: [{ because: 'alike' }] });
    const merged = JSON.parse(strFromU8(unzipSync(readFileSync(report))['report.json'] as Uint8Array));
    expect(merged.references.map(({ item }: { item: object }) => item)).toMatchObject([
      { volume: '7' },
      { id: 'alike' },
    ]);
    expect(JSON.stringify(merged.parts)).toContain('"items":[{"reference":"one"}]');
  });
});
