import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { createDocuments } from '../../host/documents/documents.ts';
import { writing } from '../host/documents/folder.ts';
import { root, shellForTests } from './shell.ts';

const shell = shellForTests();
const { casewright, folder } = shell;
const file = join(folder, 'a.casereport');

/** The user presses Ctrl+C before the bytes come. */
async function* interrupting(bytes: Buffer) {
  process.emit('SIGINT');
  yield bytes;
}

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

  it('two files that call different works by one key bring both; results of two files go into one series', async () => {
    const two = join(folder, 'two.casereport');
    await casewright('new', two);
    const [one, other] = [join(folder, 'one.bib'), join(folder, 'other.bib')];
    writeFileSync(one, '@article{x, title={First work}, author={A, B}, year=2001}');
    writeFileSync(other, '@article{x, title={Second work}, author={C, D}, year=2002}');
    const [early, late] = [join(folder, 'early.csv'), join(folder, 'late.csv')];
    writeFileSync(early, 'Analyse;Unité;J0\nCRP;mg/L;60\n');
    writeFileSync(late, 'Analyse;Unité;J15\nCRP;mg/L;20\n');
    const named = ['--references', one, '--references', other, '--labs', early, '--labs', late];
    expect(await casewright('import', two, ...named)).toBe(0);
    const read = await createDocuments(join(folder, 'reader')).read(two);
    if (!read.ok) throw new Error(read.problem.code);
    const { references, series } = read.value.report;
    expect(references.map(({ item }) => item.title)).toEqual(['First work', 'Second work']);
    expect(series.map(({ points }) => points.length)).toEqual([2]);
  });

  it('says what is missing where nothing is named to import, and which languages there are', async () => {
    expect(await casewright('import', file)).toBe(2);
    expect(shell.err).toContain('--references');
    expect(await casewright('new', join(folder, 'de.casereport'), '--document-language', 'de')).toBe(2);
    expect(await casewright('--lang', 'de', 'info', file)).toBe(2);
    expect(existsSync(join(folder, 'de.casereport'))).toBe(false);
  });

  it('Ctrl+C before anything is written leaves the file as it was, and no mark beside it', async () => {
    const before = readFileSync(file);
    const large = join(folder, 'large.bib');
    writeFileSync(large, Array.from({ length: 300 }, (_, n) => `@article{n${n}, title={Work ${n}}}\n`).join(''));
    const reads = vi.spyOn(process, 'stdin', 'get');
    // While the library is read from a pipe, which nothing has come through yet.
    reads.mockReturnValue(Readable.from(interrupting(readFileSync(large))) as typeof process.stdin);
    expect(await casewright('import', file, '--references', '-', '--lang', 'fr')).toBe(130);
    expect(shell.err).toContain('Arrêté. Aucun fichier n’est écrit à moitié.');
    expect(Buffer.compare(before, readFileSync(file))).toBe(0);
    expect(readdirSync(folder).filter(name => name.includes('lock'))).toEqual([]);
    expect(process.listenerCount('SIGINT')).toBe(0);
  });

  it('a folder is no report, whether it is read or made', async () => {
    expect(await casewright('info', folder)).toBe(2);
    expect(shell.err).toContain('is a folder, not a file');
    shell.clear();
    expect(await casewright('new', folder)).toBe(2);
    expect(shell.err).toContain('is a folder, not a file');
    expect(existsSync(`${folder}.casereport`)).toBe(false);
    expect(await casewright('new', join(folder, 't.casereport'), '--template', 'none-such')).toBe(2);
    expect(shell.err).toContain('“none-such”');
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
    // This one asks for no statements.
    expect(await casewright('check', file, '--template', 'ame-case-reports')).toBe(0);
    expect(await casewright('check', file, '--template', 'no-such-journal')).toBe(2);
    expect(shell.err).toContain('no-such-journal');
  });

  it('says which style stands in for one that is not here, checked or exported', async () => {
    const elsewhere = join(folder, 'elsewhere.casereport');
    const parts = unzipSync(readFileSync(file));
    const report = JSON.parse(strFromU8(parts['report.json'] as Uint8Array));
    const usual = JSON.parse(readFileSync(join(root, 'templates', 'plain-en', 'template.json'), 'utf8'));
    const ownTemplate = { ...usual, id: 'own-x', citations: { ...usual.citations, style: 'of-elsewhere' } };
    const changed = JSON.stringify({ ...report, template: 'own-x', ownTemplate });
    writeFileSync(elsewhere, zipSync({ ...parts, 'report.json': strToU8(changed) }));
    expect(await casewright('check', elsewhere)).toBe(1);
    expect(shell.out).toContain(
      '“of-elsewhere” is not on this computer; citations are printed in “vancouver-brackets”',
    );
    expect(await casewright('--lang', 'fr', 'export', elsewhere, '--to', join(folder, 'e.txt'))).toBe(0);
    expect(shell.err).toContain('imprimés dans «\u00a0vancouver-brackets\u00a0»');
    shell.clear();
    await casewright('check', file);
    expect(shell.out).not.toContain('of-elsewhere');
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
