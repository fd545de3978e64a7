import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createDocuments } from '../../host/documents/documents.ts';
import { writing } from '../host/documents/folder.ts';
import { shellForTests } from './shell.ts';

const shell = shellForTests();
const { casewright, folder } = shell;
const file = join(folder, 'a.casereport');

describe('a report from a shell', () => {
  it('is made, once', async () => {
    expect(await casewright('new', file, '--document-language', 'fr')).toBe(0);
    expect(existsSync(file)).toBe(true);
    expect(await casewright('new', file)).toBe(2);
    expect(shell.err).toContain('exists already');
  });

  it('takes references and values, and says what could not be read', async () => {
    writeFileSync(join(folder, 'r.bib'), '@article{x, title={Calciphylaxis}, year=2018}\n@misc{y, title={no end');
    writeFileSync(join(folder, 'l.csv'), 'Analyse;Unité;J0;J15\nCRP;mg/L;60;20\n');
    expect(
      await casewright('import', file, '--references', join(folder, 'r.bib'), '--labs', join(folder, 'l.csv')),
    ).toBe(0);
    expect(shell.err).toContain('line 2');
    expect(await casewright('info', file, '--json')).toBe(0);
    expect(JSON.parse(shell.out.slice(shell.out.indexOf('{')))).toMatchObject({
      references: 2,
      series: 1,
      language: 'fr',
    });
  });

  it('is not changed while a window has it open with changes of its own, which stay; reading it goes on', async () => {
    const window = createDocuments(join(folder, 'home', 'documents'));
    const opened = await window.open(file);
    if (!opened.ok) throw new Error(opened.problem.code);
    const { document } = opened.value;
    await window.apply(document, 0, [writing('Typed in the window')]);
    writeFileSync(join(folder, 'more.bib'), '@article{z, title={Later}, year=2019}');
    expect(await casewright('import', file, '--references', join(folder, 'more.bib'))).toBe(2);
    expect(shell.err).toContain('“a.casereport” is open in another Casewright.');
    expect(await casewright('--lang', 'fr', 'import', file, '--references', join(folder, 'more.bib'))).toBe(2);
    expect(shell.err).toContain('« a.casereport » est ouvert dans un autre Casewright.');
    expect(await casewright('info', file)).toBe(0);
    expect(await window.apply(document, 1, [writing('Typed later')])).toMatchObject({ ok: true });
    expect(await window.save(document, undefined, false)).toMatchObject({ ok: true, value: { revision: 2 } });
    await window.closeAll();
    expect(await casewright('import', file, '--references', join(folder, 'more.bib'))).toBe(0);
  });

  it('a file of garbage changes nothing', async () => {
    const before = readFileSync(file);
    writeFileSync(join(folder, 'g.bib'), '\u0000\u0001 garbage');
    expect(await casewright('import', file, '--references', join(folder, 'g.bib'))).toBe(2);
    expect(shell.err).toContain('g.bib');
    expect(Buffer.compare(before, readFileSync(file))).toBe(0);
  });

  it('is checked: findings leave with 1, in the language asked for', async () => {
    expect(await casewright('--lang', 'fr', 'check', file)).toBe(1);
    expect(shell.out).toContain('est demandée et encore vide');
  });

  it('is exported', async () => {
    const pdf = join(folder, 'a.pdf');
    expect(await casewright('export', file, '--to', pdf)).toBe(0);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each([
    ['a file that is not there', () => ['info', join(folder, 'none.casereport')]],
    ['a format that cannot be written', () => ['export', file, '--to', join(folder, 'a.odt')]],
    ['a command there is not', () => ['publish', file]],
    ['a file that is no report', () => ['check', join(folder, 'l.csv')]],
  ])('%s leaves with 2 and says so', async (_name, args) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await casewright(...args())).toBe(2);
    expect(shell.err).not.toBe('');
  });
});
