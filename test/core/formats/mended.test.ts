/** Files that reached us by mail, through a web page or in a wrong encoding: every entry comes in, and every line is where it was. */
import { expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';

const RIS =
  'TY  - JOUR\nAU  - Müller, André\nTI  - Étude clinique d’un cas\nT2  - Presse médicale\nPY  - 2019\nER  - \n';
const BIB =
  '@article{mueller2019,\n  author = {Müller, André},\n  title = {Étude clinique d’un cas},\n  journal = {Presse médicale},\n  year = {2019}\n}\n';
const NBIB = 'PMID- 1\nDP  - 2019\nTI  - Étude clinique d’un cas.\nFAU - Müller, André\nJT  - Presse médicale\n';
const XML =
  '<xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author>Müller, André</author></authors></contributors><titles><title>Étude clinique d’un cas</title><secondary-title>Presse médicale</secondary-title></titles><dates><year>2019</year></dates></record></records></xml>';
const EACH: readonly (readonly [string, string])[] = [
  ['RIS', RIS],
  ['BibTeX', BIB],
  ['PubMed', NBIB],
  ['EndNote XML', XML],
];

const quoted = (text: string) => text.replace(/^/gm, '> ');
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/é/g, '&eacute;');
const asWindows = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
const printable = (text: string) =>
  text.replace(/[^\0-\x7f]/g, letter => encodeURIComponent(letter).replaceAll('%', '='));

const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  ['quoted in a mail', quoted],
  ['quoted twice', text => quoted(quoted(text))],
  ['below words of a mail', text => `On Monday A. wrote:\n\n${quoted(text)}`],
  ['indented', text => text.replace(/^/gm, '        ')],
  ['escaped', escaped],
  [
    'in a web page',
    text => `<!DOCTYPE html>\n<html><head><title>@x</title></head><body>\n<pre>${escaped(text)}</pre></body></html>`,
  ],
  ['in a web page of lines', text => `<html><body>${escaped(text).replace(/\n/g, '<br>')}</body></html>`],
  ['UTF-8 read as Windows-1252', asWindows],
  ['quoted-printable', printable],
  ['with signs of no width', text => text.replace(/^\s*/gm, spaces => `${spaces}\u200b`).replace('cas', 'c\u2060as')],
];

it.each(WAYS)('%s', (_, way) => {
  for (const [name, text] of EACH) {
    const read = readReferences(way(text));
    if (!read.ok) throw new Error(`${name}: ${read.problem.message.en}`);
    expect(
      read.value.references.map(({ item }) => [item.title, item.author, item['container-title'], item.issued]),
      name,
    ).toEqual([
      [
        'Étude clinique d’un cas',
        [{ family: 'Müller', given: 'André' }],
        'Presse médicale',
        { 'date-parts': [[2019]] },
      ],
    ]);
  }
});

it('an entry and a problem in a quoted file have the lines of the file', () => {
  const text = `A. wrote:\n\n${quoted(`${BIB}@book{,\n  what\n}\n${BIB.replace('2019,', 'b,')}`)}`;
  const read = readReferences(text);
  if (!read.ok) throw new Error('not read');
  expect(read.value.problems.map(({ line }) => line)).toEqual([9]);
  expect(read.value.references.map((_, index) => read.value.lineOf(index, text))).toEqual([3, 12]);
});

it('what only looks like a way is left as it is', () => {
  for (const title of ['Ångström â Ã and “quotes”', 'p > 0.05', 'a <b>bold</b> &lt; 5', 'x=C3=A9é', 'Citão SÃO'])
    for (const text of [`TY  - JOUR\nTI  - ${title}\nAB  - > cited\nER  - \n`]) {
      const read = readReferences(text);
      expect(read.ok && read.value.references[0]?.item.title).toBe(title.replace('&lt;', '<'));
      expect(read.ok && read.value.references[0]?.item.abstract).toBe('> cited');
    }
});

it('a RIS file that ends within its last entry says so; one whose entries have no ends does not', () => {
  const cut = readReferences(`${RIS}${RIS.slice(0, 40)}`);
  expect(cut.ok && cut.value.problems.map(({ line, code }) => [line, code])).toEqual([[7, 'references.ris.cut']]);
  const endless = readReferences(`${RIS}${RIS}`.replace(/ER.*\n/g, ''));
  expect(endless.ok && endless.value.problems).toEqual([]);
});

it('an address that was broken into lines is one', () => {
  const read = readReferences(
    'TY  - JOUR\nTI  - A\nUR  - https://example.org/a/\nlong/one\nDO  - 10.1000/\u200babc\nER  - \n',
  );
  expect(read.ok && read.value.references[0]?.item).toMatchObject({
    URL: 'https://example.org/a/long/one',
    DOI: '10.1000/abc',
  });
});
