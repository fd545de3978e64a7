import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeEndnoteXml } from '../../../core/formats/endnote-xml/index.ts';
import { enw, readEnw, writeEnw } from '../../../core/formats/enw/index.ts';

const ARTICLE = `%0 Journal Article
%A Nigwekar, Sagar U.
%A van der Berg, Jan
%A World Health Organization
%D 2018
%T Calciphylaxis
%J New England Journal of Medicine
%V 378
%N 18
%P 1704-14
%8 May 3
%@ 0028-4793
%R 10.1056/NEJMra1505292
%M 29719190
%F Nigwekar2018
%K Arteriolopathy
Skin
%X First paragraph.

Second: 50
% of all.
%Z A note
%U https://doi.org/10.1056/NEJMra1505292
https://other.org
%1 custom
%+ Boston
%= 9
`;

const only = (text: string) => {
  const read = readEnw(text);
  expect(read.references).toHaveLength(1);
  return read.references[0]!;
};
/** The fields of a file: each tag with its text, in any order. */
const tags = (text: string) =>
  text
    .split(/\n(?=%[!-~](?: |$))/)
    .map(field => field.replace(/\n /g, '\n').trim())
    .sort();

describe('ENW', () => {
  it('every tag finds its place, over several lines too', () => {
    const { item, kept } = only(ARTICLE);
    expect(item).toEqual({
      id: 'Nigwekar2018',
      type: 'article-journal',
      author: [
        { family: 'Nigwekar', given: 'Sagar U.' },
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
        { literal: 'World Health Organization' },
      ],
      title: 'Calciphylaxis',
      'container-title': 'New England Journal of Medicine',
      volume: '378',
      issue: '18',
      page: '1704-1714',
      issued: { 'date-parts': [[2018, 5, 3]] },
      ISSN: '0028-4793',
      DOI: '10.1056/NEJMra1505292',
      PMID: '29719190',
      keyword: 'Arteriolopathy, Skin',
      abstract: 'First paragraph.\n\nSecond: 50\n% of all.',
      note: 'A note',
      URL: 'https://doi.org/10.1056/NEJMra1505292',
    });
    expect(kept).toMatchObject({ 'endnote-xml:custom1': 'custom', 'endnote-xml:%=': '9' });
  });

  it('a file read and written has every field it had', () => {
    expect(tags(writeEnw(readEnw(ARTICLE).references))).toEqual(tags(ARTICLE));
  });

  it('what it keeps comes out in EndNote’s XML', () => {
    const written = writeEndnoteXml(readEnw(ARTICLE).references);
    expect(written).toContain('<custom1><style face="normal" font="default" size="100%">custom</style></custom1>');
    expect(written).not.toContain('%=');
  });

  it('Refer without types: names first to last, a blank line between entries', () => {
    const read = readEnw(
      '%A Mike E. Lesk\n%T Some applications\n%J Bell Syst.\n%D 1978\n\n%A B. Jones\n%T A chapter\n%B A book\n',
    );
    expect(read.references.map(({ item }) => item)).toMatchObject([
      { type: 'article-journal', author: [{ family: 'Lesk', given: 'Mike E.' }], 'container-title': 'Bell Syst.' },
      { type: 'chapter', author: [{ family: 'Jones', given: 'B.' }], 'container-title': 'A book' },
    ]);
    expect(writeEnw(read.references)).not.toContain('%0');
  });

  it('a book section has its book in %B', () => {
    const text = '%0 Book Section\n%A Au, B\n%E Ed, C\n%T Part\n%B Whole\n%I House\n%C Paris';
    expect(only(text).item).toMatchObject({
      type: 'chapter',
      'container-title': 'Whole',
      editor: [{ family: 'Ed', given: 'C' }],
      publisher: 'House',
      'publisher-place': 'Paris',
    });
    expect(tags(writeEnw([only(text)]))).toEqual(tags(text));
  });

  it('entries glued together, and what belongs to none, with its line', () => {
    const read = readEnw('Exported today\n\n%0 Book\n%T One\n%0 Book\n%T Two\n\n%0 Generic\n%1 nothing else\n');
    expect(read.references.map(({ item }) => item.title)).toEqual(['One', 'Two']);
    expect(read.problems.map(({ line }) => line)).toEqual([1, 8]);
  });

  it('is recognised by its content', () => {
    expect(enw.recognises(ARTICLE)).toBe(true);
    expect(enw.recognises('% A comment\n@article{a, title = {B}}')).toBe(false);
  });
});

const text = fc
  .array(fc.stringMatching(/^[A-Za-zé0-9<&>;:,.()%'-]{1,10}$/), { minLength: 1, maxLength: 12 })
  .map(words => words.join(' '))
  .filter(value => !/^%./.test(value));
const value = fc.oneof(
  text,
  fc.tuple(text, text).map(lines => lines.join('\n')),
  fc.constantFrom(
    '2018',
    'May 3',
    '1704-14',
    'Long, V.',
    'World Health Organization',
    'a; b, c',
    '0028-4793',
    '10.1000/x',
    'PMC1',
  ),
);
const tag = fc.constantFrom(...'ADTEJBSY?HQ!CIVN6P&789@RLMFKXZ<U>G+^*()[~W1234#$]O=');
const type = fc.constantFrom('Journal Article', 'Book', 'Edited Book', 'Book Section', 'Thesis', 'Report', 'My Type');

describe('round trip', () => {
  it('whatever the fields, a file read and written has every field it had, and reads as before', () => {
    fc.assert(
      fc.property(type, fc.array(fc.tuple(tag, value), { minLength: 1, maxLength: 20 }), (kind, fields) => {
        const source = [['0', kind], ['T', 'A title'], ...fields].map(([name, said]) => `%${name} ${said}`).join('\n');
        const once = readEnw(source);
        expect(once.problems).toEqual([]);
        const written = writeEnw(once.references);
        expect(tags(written)).toEqual(tags(source));
        expect(readEnw(written).references).toEqual(once.references);
      }),
      { numRuns: 300 },
    );
  });
});
