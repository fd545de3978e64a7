import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { shellForTests } from './shell.ts';

const shell = shellForTests();
const { casewright, folder } = shell;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const convert = (...args: string[]) => casewright('refs', 'convert', ...args);

const BIB = '@article{a, title={Un œdème}, author={Lefèvre, Zoé}, journal={Presse Médicale}, year=2018}\n';

describe('casewright refs convert', () => {
  it('prints entries and problems as JSON, and leaves with 1 where an entry did not come through', async () => {
    expect(await convert(file('a.bib', `${BIB}@misc{b}\n`), '--to', 'csl-json', '--json')).toBe(1);
    expect(JSON.parse(shell.out)).toEqual({
      entries: [
        {
          id: 'a',
          type: 'article-journal',
          title: 'Un œdème',
          author: [{ family: 'Lefèvre', given: 'Zoé' }],
          'container-title': 'Presse Médicale',
          issued: { 'date-parts': [[2018]] },
        },
      ],
      problems: [
        {
          line: 2,
          code: 'references.bibtex.empty',
          message: expect.stringContaining('The entry at line 2 was not read'),
          text: '@misc{b}',
        },
      ],
    });
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${BIB}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${BIB}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${BIB}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(BIB, 'utf16le')],
    ['Windows-1252', Buffer.from(BIB.replace('œ', '\u009c'), 'latin1')],
    ['CR line ends', Buffer.from(BIB.replaceAll('\n', '\r'))],
  ])('reads a file in %s', async (_, bytes) => {
    expect(await convert(file('e.txt', bytes), '--to', 'ris', '--json')).toBe(0);
    expect(JSON.parse(shell.out)).toMatchObject({
      entries: [{ title: 'Un œdème', author: [{ family: 'Lefèvre', given: 'Zoé' }] }],
      problems: [],
    });
  });

  it.each([
    ['bibtex', '@article{a,'],
    ['biblatex', 'journaltitle = {Presse Médicale}'],
    ['ris', 'T2  - Presse Médicale'],
    ['nbib', 'JT  - Presse Médicale'],
    ['csl-json', '"container-title": "Presse Médicale"'],
    ['endnote-xml', 'Presse Médicale</style></secondary-title>'],
  ])('writes %s to standard output', async (format, part) => {
    expect(await convert(file('b.bib', BIB), '--to', format)).toBe(0);
    expect(shell.out).toContain(part);
  });

  it('writes a file where one is named, and says what it cannot read', async () => {
    const target = join(folder, 'b.ris');
    expect(await convert(file('b.bib', BIB), '--to', 'ris', '--out', target)).toBe(0);
    expect(shell.out).toBe('');
    expect(readFileSync(target, 'utf8')).toContain('AU  - Lefèvre, Zoé');
    expect(await convert(file('l.txt', 'Dear colleague,'), '--to', 'ris')).toBe(2);
    expect(shell.err).toContain('EndNote');
  });

  it('reads what is piped in, named "-"', async () => {
    const piped = Readable.from([Buffer.from(BIB.slice(0, 30)), Buffer.from(BIB.slice(30))]);
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(piped as typeof process.stdin);
    expect(await convert('-', '--to', 'csl-json', '--json')).toBe(0);
    expect(JSON.parse(shell.out).entries).toMatchObject([{ title: 'Un œdème' }]);
  });

  it('says that a folder is none, and that a file is longer than a text can be, before it is read', async () => {
    expect(await convert(folder, '--to', 'ris', '--lang', 'fr')).toBe(2);
    expect(shell.err).toContain('est un dossier, pas un fichier.');
    const large = file('large.bib', BIB);
    truncateSync(large, 2 ** 29);
    shell.clear();
    expect(await convert(large, '--to', 'ris', '--json')).toBe(2);
    expect(JSON.parse(shell.out).problem.code).toBe('file.too-large');
  });
});
