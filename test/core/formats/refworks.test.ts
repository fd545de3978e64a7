import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRefworks, refworks, writeRefworks } from '../../../core/formats/refworks/index.ts';

const ARTICLE = `RT Journal Article
SR Electronic(1)
ID 4711
A1 Nigwekar,Sagar U.
A1 van der Berg,Jan,Jr
T1 Calciphylaxis
JF New England Journal of Medicine
JO N.Engl.J.Med.
YR 2018
FD May 3
VO 378
IS 18
SP 1704
OP 14
K1 Arteriolopathy
K1 Skin
AB One line.
Another line.
NO id: 29719190
PB Massachusetts Medical Society
SN 0028-4793; 1533-4406
AD Boston
AN PMID: 29719190
LA eng
UL https://doi.org/10.1056/NEJMra1505292
DO 10.1056/NEJMra1505292
U1 mine
U15 mine too`;

const CHAPTER = `RT Book, Section
A1 Au,B.
T1 Part
A2 Ed,C.
T2 Whole
PB House
PP Paris
SN 978-0-306-40615-7
YR 2001
SP 12
OP 18
ED 2nd`;

const only = (text: string) => {
  const read = readRefworks(text);
  expect(read.references).toHaveLength(1);
  return read.references[0]!;
};
const tags = (text: string) =>
  text
    .split(/\n(?=[A-Z][A-Z0-9]\d? )/)
    .map(field => field.replace(/\n /g, '\n').trim())
    .sort();

describe('RefWorks', () => {
  it('every tag finds its place', () => {
    expect(only(ARTICLE).item).toEqual({
      id: 'nigwekar2018calciphylaxis',
      type: 'article-journal',
      author: [
        { family: 'Nigwekar', given: 'Sagar U.' },
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr' },
      ],
      title: 'Calciphylaxis',
      'container-title': 'New England Journal of Medicine',
      'container-title-short': 'N.Engl.J.Med.',
      issued: { 'date-parts': [[2018, 5, 3]] },
      volume: '378',
      issue: '18',
      page: '1704-1714',
      keyword: 'Arteriolopathy, Skin',
      abstract: 'One line.\nAnother line.',
      note: 'id: 29719190',
      publisher: 'Massachusetts Medical Society',
      ISSN: '0028-4793',
      PMID: '29719190',
      language: 'eng',
      URL: 'https://doi.org/10.1056/NEJMra1505292',
      DOI: '10.1056/NEJMra1505292',
    });
  });

  it('a file read and written has every field it had', () => {
    for (const text of [ARTICLE, CHAPTER]) expect(tags(writeRefworks([only(text)]))).toEqual(tags(text));
  });

  it('a section of a book', () => {
    expect(only(CHAPTER).item).toMatchObject({
      type: 'chapter',
      'container-title': 'Whole',
      editor: [{ family: 'Ed', given: 'C.' }],
      ISBN: '978-0-306-40615-7',
      page: '12-18',
      edition: '2nd',
    });
  });

  it('the older spelling: hyphens, all names on one line', () => {
    expect(only('RT  - Journal\nA1  - Au,B.; Bu,C.\nT1  - Title\nJF  - J\nYR  - 1999').item).toMatchObject({
      type: 'article-journal',
      author: [
        { family: 'Au', given: 'B.' },
        { family: 'Bu', given: 'C.' },
      ],
      issued: { 'date-parts': [[1999]] },
    });
  });

  it('several entries, a header, and one that names nothing', () => {
    const read = readRefworks(`RefWorks Tagged Format\n\n${ARTICLE}\n\nRT Generic\nU1 nothing\n\n${CHAPTER}\n`);
    expect(read.references.map(({ item }) => item.title)).toEqual(['Calciphylaxis', 'Part']);
    expect(read.problems.map(({ line }) => line)).toEqual([32]);
  });

  it('is recognised by its content', () => {
    expect(refworks.recognises(ARTICLE)).toBe(true);
    expect(refworks.recognises('TY  - JOUR\nT1  - A\nER  - ')).toBe(false);
  });
});

const text = fc
  .array(fc.stringMatching(/^[a-zé0-9<&>;:,.()%'-]{1,10}$/), { minLength: 1, maxLength: 12 })
  .map(words => words.join(' '))
  .filter(value => !value.startsWith('-'));
const value = fc.oneof(
  text,
  fc.tuple(text, text).map(lines => lines.join('\n')),
  fc.constantFrom('2018', 'May 3', '14', 'Long,V.', 'World Health Organization', 'a; b, c', '0028-4793', '10.1000/x'),
);
const tag = fc.constantFrom(
  ...'SR ID A1 T1 JF JO YR FD VO IS SP OP K1 AB NO A2 T2 ED PB PP A3 A4 A5 T3 SN AV AD AN LA CL SF OT LK DO CN DB DS RD ST U1 U5 U12 UL WT WP'.split(
    ' ',
  ),
);
const type = fc.constantFrom(
  'Journal Article',
  'Book, Whole',
  'Book, Edited',
  'Book, Section',
  'Web Page',
  'Report',
  'My Type',
);

describe('round trip', () => {
  it('whatever the fields, a file read and written has every field it had, and reads as before', () => {
    fc.assert(
      fc.property(type, fc.array(fc.tuple(tag, value), { minLength: 1, maxLength: 20 }), (kind, fields) => {
        const source = [['RT', kind], ['T1', 'A title'], ...fields].map(([name, said]) => `${name} ${said}`).join('\n');
        const once = readRefworks(source);
        expect(once.problems).toEqual([]);
        const written = writeRefworks(once.references);
        expect(tags(written)).toEqual(tags(source));
        expect(readRefworks(written).references).toEqual(once.references);
      }),
      { numRuns: 300 },
    );
  });
});

it('PubMed’s numbers in tags of their own, the degree, the advisor and the version have their places', () => {
  const entry = (...lines: string[]) => `${lines.join('\n')}\n`;
  const text = [
    entry('RT Journal Article', 'T1 T', 'DO 10.1000/x', 'PMID 29719190', 'PMCID PMC5944000', 'OL English (30)'),
    entry('RT Dissertation', 'T1 U', 'A3 Durand,Anne', 'VO Ph.D.'),
    entry('RT Computer Program', 'T1 R', 'ED 4.0.2'),
    entry('RT Book, Section', 'T1 V', 'SN 0727912771 (paperback)'),
  ].join('\n');
  const { references, problems } = readRefworks(text);
  expect(problems).toEqual([]);
  expect(references.map(({ item }) => item)).toMatchObject([
    { DOI: '10.1000/x', PMID: '29719190', PMCID: 'PMC5944000' },
    { genre: 'Ph.D.', contributor: [{ family: 'Durand', given: 'Anne' }] },
    { version: '4.0.2' },
    { ISBN: '0727912771' },
  ]);
  expect(references[1]?.item).not.toHaveProperty('volume');
  const again = writeRefworks(references);
  for (const line of [
    'PMID 29719190',
    'PMCID PMC5944000',
    'VO Ph.D.',
    'ED 4.0.2',
    'SN 0727912771 (paperback)',
    'OL English (30)',
  ])
    expect(again.split('\n')).toContain(line);
  expect(readRefworks(again).references.map(({ item }) => item)).toEqual(references.map(({ item }) => item));
});

it('a line that ends an entry as in RIS is no part of its last field', () => {
  const { references, problems } = readRefworks(
    'RT Journal Article\nT1 A\nAB Text\nER\n\nRT Journal Article\nT1 B\nDO 10.1000/x\nER  \n',
  );
  expect(references.map(({ item: { abstract, DOI } }) => [abstract, DOI])).toEqual([
    ['Text', undefined],
    [undefined, '10.1000/x'],
  ]);
  expect(references.flatMap(({ kept }) => Object.values(kept ?? {})).join()).not.toContain('ER');
  expect(problems).toEqual([]);
});
