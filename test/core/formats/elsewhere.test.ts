import { expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';

it.each([
  [
    'scopus.csv',
    '\uFEFF"Authors","Author full names","Author(s) ID","Title","Year","Source title","EID"\n"A","A","1","T","2019","J","2-s2.0"\n',
    'Scopus (CSV)',
  ],
  ['csv-a.csv', 'PMID,Title,Authors,Citation,First Author\n1,T,A,C,F\n', 'PubMed (CSV)'],
  [
    'z.csv',
    '"Key","Item Type","Publication Year","Author","Title"\n"A","journalArticle","2019","x","y"\n',
    'Zotero (CSV)',
  ],
  ['records.csv', '"TITLE","A case"\n"AUTHOR NAMES","Smith J."\n"SOURCE","J. Case 1:2 2019"\n', 'Embase (CSV)'],
  ['savedrecs.txt', 'PT\tAU\tBA\tTI\tSO\nJ\tA\t\tT\tJ\n', 'Web of Science (tab delimited)'],
  ['My library.enl', '\u0001\u0002binary', 'EndNote (library)'],
  ['a.xml', '<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods/></modsCollection>', 'MODS'],
  [
    'summary.txt',
    '1: Smith J, Doe A. A case of something. J Case.\n2019;1(2):3-4. doi: 10.9999/x. PMID: 31600000.\n',
    'PubMed (summary)',
  ],
])('%s is told for what it is, with what to export instead', (name, text, called) => {
  const read = readReferences(text, name);
  if (read.ok) throw new Error('it was read');
  expect(read.problem.code).toBe('references.format-elsewhere');
  expect(read.problem.message.en).toBe(`“${name}” is a list of ${called}, a format that is not read.`);
  expect(read.problem.hint?.fr).toMatch(/^Rien n’en a été repris.* exportez|^Rien n’en a été repris.*choisissez/);
});

it('any other text is not taken for one of them', () => {
  for (const text of [
    'Name,Value\nHb,12\n',
    'A letter about PMID: 1 and Scopus, Authors, Title.\n',
    '<html><p>x</p></html>',
  ]) {
    const read = readReferences(text, 'a.txt');
    expect(read.ok ? 'read' : read.problem.code).toBe('references.format');
  }
});
