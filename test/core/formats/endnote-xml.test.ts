import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endnoteXml, readEndnoteXml, writeEndnoteXml } from '../../../core/formats/endnote-xml/index.ts';
import { recordFields } from '../../../core/formats/endnote-xml/record.ts';
import { encodeEntities, xmlRecords } from '../../../core/formats/xml.ts';

const styled = (text: string, face = 'normal') => `<style face="${face}" font="default" size="100%">${text}</style>`;
const file = (...records: string[]) =>
  `<?xml version="1.0" encoding="UTF-8" ?><xml><records>${records.join('')}</records></xml>`;

const ARTICLE = `<record><database name="Cases.enl" path="C:\\Docs\\Cases.enl">Cases.enl</database><source-app name="EndNote" version="20.4">EndNote</source-app><rec-number>12</rec-number><foreign-keys><key app="EN" db-id="p9sxx2" timestamp="1655000000">12</key><key app="ENWeb" db-id="">0</key></foreign-keys><ref-type name="Journal Article">17</ref-type><contributors><authors><author>${styled('van der Berg, Jan, Jr')}</author><author>${styled('Haute Autorité de santé,')}</author><author>${styled("O'NEIL, M.-A.")}</author></authors></contributors><auth-address>${styled('Boston')}</auth-address><titles><title>${styled('Growth of ')}${styled('Candida', 'italic')}${styled(' in H')}${styled('2', 'subscript')}${styled('O: p &lt; 0.05 &amp; more')}</title><secondary-title>${styled('N Engl J Med')}</secondary-title><alt-title>${styled('The New England journal of medicine')}</alt-title></titles><periodical><full-title>N Engl J Med</full-title><abbr-1>N Engl J Med</abbr-1></periodical><pages start="1704" end="1714">${styled('1704-14')}</pages><volume>${styled('378')}</volume><number>${styled('18')}</number><edition>${styled('2018/05/03')}</edition><keywords><keyword>${styled('*Calciphylaxis/diagnosis')}</keyword><keyword>${styled('Humans')}</keyword></keywords><dates><year>${styled('2018')}</year><pub-dates><date>${styled('May 3')}</date></pub-dates></dates><isbn>${styled('1533-4406 (Electronic)&#xD;0028-4793 (Linking)')}</isbn><accession-num>${styled('29719190')}</accession-num><abstract>${styled('First.&#xD;&#xD;Second.')}</abstract><label>${styled('Berg2018')}</label><notes>${styled('Noted')}</notes><research-notes>${styled('Mine')}</research-notes><urls><related-urls><url>${styled('https://doi.org/10.1056/x')}</url><url>${styled('https://other.org')}</url></related-urls><pdf-urls><url>internal-pdf://0123/Berg.pdf</url></pdf-urls></urls><custom1>${styled('kept one')}</custom1><custom2>${styled('PMC6065097')}</custom2><electronic-resource-num>${styled('10.1056/NEJMra1505292')}</electronic-resource-num><remote-database-name>${styled('Medline')}</remote-database-name><language>${styled('eng')}</language><access-date>${styled('2021 Jan 5')}</access-date></record>`;

const only = (...records: string[]) => {
  const read = readEndnoteXml(file(...records));
  expect(read.references).toHaveLength(1);
  return read.references[0]!;
};
const fieldsOf = (text: string) =>
  [...xmlRecords(text, ['record'])].map(({ element }) => Object.fromEntries(recordFields(element!)));

describe('EndNote XML', () => {
  it('every field finds its place, styles included', () => {
    expect(readEndnoteXml(file(ARTICLE)).problems).toEqual([]);
    expect(only(ARTICLE).item).toEqual({
      id: 'Berg2018',
      type: 'article-journal',
      author: [
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr' },
        { literal: 'Haute Autorité de santé' },
        { family: "O'NEIL", given: 'M.-A.' },
      ],
      title: 'Growth of <i>Candida</i> in H<sub>2</sub>O: p < 0.05 & more',
      'container-title': 'The New England journal of medicine',
      'container-title-short': 'N Engl J Med',
      page: '1704-1714',
      volume: '378',
      issue: '18',
      'available-date': { 'date-parts': [[2018, 5, 3]] },
      keyword: 'Calciphylaxis/diagnosis, Humans',
      issued: { 'date-parts': [[2018, 5, 3]] },
      accessed: { 'date-parts': [[2021, 1, 5]] },
      ISSN: '1533-4406',
      PMID: '29719190',
      PMCID: 'PMC6065097',
      DOI: '10.1056/NEJMra1505292',
      URL: 'https://doi.org/10.1056/x',
      abstract: 'First.\n\nSecond.',
      note: 'Noted',
      annote: 'Mine',
      source: 'Medline',
      language: 'eng',
    });
  });

  it('a file read and written has every field and attribute it had', () => {
    const written = writeEndnoteXml(readEndnoteXml(file(ARTICLE)).references);
    expect(fieldsOf(written)).toEqual(fieldsOf(file(ARTICLE)));
    expect(readEndnoteXml(written).references).toEqual(readEndnoteXml(file(ARTICLE)).references);
  });

  it('what was changed since is written, what was not stays as it was', () => {
    const read = only(ARTICLE);
    const [fields] = fieldsOf(
      writeEndnoteXml([{ ...read, item: { ...read.item, page: '1-2', title: 'A <b>new</b> one' } }]),
    );
    expect(fields).toMatchObject({ pages: ['1-2'], 'titles/title': ['A <b>new</b> one'], custom1: ['kept one'] });
    expect(fields?.isbn).toEqual(['1533-4406 (Electronic)\n0028-4793 (Linking)']);
  });

  it.each([
    [
      '<ref-type name="Book Section">5</ref-type>',
      { type: 'chapter', 'container-title': 'Second', editor: [{ family: 'Ed', given: 'A' }] },
    ],
    ['<ref-type name="Edited Book">28</ref-type>', { type: 'book', editor: [{ family: 'Au', given: 'B' }] }],
    ['<ref-type>6</ref-type>', { type: 'book', 'collection-title': 'Second', author: [{ family: 'Au', given: 'B' }] }],
    ['<ref-type name="Thesis">32</ref-type>', { type: 'thesis', author: [{ family: 'Au', given: 'B' }] }],
    ['<ref-type name="My Own Type">70</ref-type>', { type: 'document', 'container-title': 'Second' }],
  ])('%s', (refType, expected) => {
    const record = `<record>${refType}<contributors><authors><author>Au, B</author></authors><secondary-authors><author>Ed, A</author></secondary-authors></contributors><titles><title>T</title><secondary-title>Second</secondary-title></titles></record>`;
    expect(only(record).item).toMatchObject(expected);
    expect(fieldsOf(writeEndnoteXml([only(record)]))).toEqual(fieldsOf(file(record)));
  });

  it.each([
    ['2018', '2018/05/03', [[2018, 5, 3]]],
    [
      '2018',
      'Jan-Feb',
      [
        [2018, 1],
        [2018, 2],
      ],
    ],
    ['2018', '3 mai', [[2018, 5, 3]]],
    ['2018', 'Dec 30, 2018', [[2018, 12, 30]]],
    ['2018', 'sometime', [[2018]]],
  ])('published %s and %s', (year, date, parts) => {
    const record = `<record><titles><title>T</title></titles><dates><year>${year}</year><pub-dates><date>${date}</date></pub-dates></dates></record>`;
    expect(only(record).item.issued).toMatchObject({ 'date-parts': parts });
  });

  it('a broken record costs itself only and is reported with its line', () => {
    const read = readEndnoteXml(
      `<xml><records>\n<record><titles><title>One</title></titles></record>\n<record><titles><title>Cut <st\n<record><titles><title>Three & more</title></titles></record>\n<record><rec-number>4</rec-number></record></records></xml>`,
    );
    expect(read.references.map(({ item }) => item.title)).toEqual(['One', 'Three & more']);
    expect(read.problems.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('an item of another format is written as one of EndNote’s', () => {
    const item = {
      id: 'x',
      type: 'book',
      title: 'B',
      editor: [{ family: 'Roe', given: 'A.' }],
      'collection-title': 'Series',
      'number-of-pages': '320',
      ISBN: '978-0-306-40615-7',
      publisher: 'P',
      keyword: 'History, 20th Century; Humans',
      issued: { 'date-parts': [[2020, 3]] },
    };
    const [fields] = fieldsOf(writeEndnoteXml([{ id: 'roe1990', item }]));
    expect(fields).toEqual({
      label: ['roe1990'],
      'ref-type': ['Edited Book'],
      'contributors/authors/author': ['Roe, A.'],
      'titles/title': ['B'],
      'titles/secondary-title': ['Series'],
      pages: ['320'],
      isbn: ['978-0-306-40615-7'],
      publisher: ['P'],
      'keywords/keyword': ['History, 20th Century', 'Humans'],
      'dates/year': ['2020'],
      'dates/pub-dates/date': ['Mar'],
    });
    expect(readEndnoteXml(writeEndnoteXml([{ id: 'roe1990', item }])).references[0]?.item).toEqual({
      ...item,
      id: 'roe1990',
    });
  });

  it('is recognised by its content', () => {
    expect(endnoteXml.recognises(file(ARTICLE))).toBe(true);
    expect(endnoteXml.recognises('<PubmedArticleSet></PubmedArticleSet>')).toBe(false);
  });
});

const paths = fc.constantFrom(
  ...'ref-type contributors/authors/author contributors/secondary-authors/author contributors/tertiary-authors/author contributors/subsidiary-authors/author titles/title titles/secondary-title titles/tertiary-title titles/alt-title titles/short-title periodical/full-title periodical/abbr-1 pages volume number num-vols edition section keywords/keyword dates/year dates/pub-dates/date pub-location publisher isbn accession-num electronic-resource-num abstract label notes research-notes work-type language urls/related-urls/url urls/web-urls/url urls/pdf-urls/url access-date custom1 custom2 custom7 misc1 call-num remote-database-name'.split(
    ' ',
  ),
);
const values = fc.oneof(
  fc.constantFrom(
    'Journal Article',
    'Book',
    'Edited Book',
    'Report',
    'Thesis',
    'Unused 3',
    '1704-14',
    '2018',
    'May 3',
    '12345678',
    'PMC12',
    '10.1000/x',
    'Long, V',
    'WHO,',
    'World Health Organization',
    'a\nb',
    '0028-4793',
    'a; b, c',
    'H<sub>2</sub>O',
  ),
  fc.stringMatching(/^[A-Za-z0-9é<>&"'.,;:()\n\t -]{1,60}$/).map(text => text.trim()),
);
const build = (fields: readonly (readonly [string, string])[]) => {
  const tree = new Map<string, string[]>();
  for (const [path, value] of fields) if (value !== '') tree.set(path, [...(tree.get(path) ?? []), value]);
  let xml = '<ref-type name="Journal Article">17</ref-type>';
  for (const [path, list] of tree) {
    if (path === 'ref-type') continue;
    const names = path.split('/');
    const leaf = names.pop()!;
    const inside = list
      .map(value => `<${leaf}>${styled(encodeEntities(value).replace(/\n/g, '&#xD;'))}</${leaf}>`)
      .join('');
    xml +=
      names.map(name => `<${name}>`).join('') +
      inside +
      names
        .reverse()
        .map(name => `</${name}>`)
        .join('');
  }
  const type = tree.get('ref-type')?.[0];
  if (type !== undefined) xml = xml.replace('name="Journal Article">17', `name="${encodeEntities(type)}">99`);
  return file(`<record><rec-number>1</rec-number>${xml}<urls><text-urls><url>x</url></text-urls></urls></record>`);
};

it('fields stand where scripts put them that know EndNote’s names and not its places', () => {
  const { references } = readEndnoteXml(
    '<xml><record><ref-type name="Journal Article">17</ref-type><title>T</title><secondary-title>J</secondary-title><doi>10.1000/x</doi><url>https://example.org</url><keyword>a</keyword><dates><year>2019</year><date>May</date></dates></record></xml>',
  );
  expect(references[0]?.item).toMatchObject({
    title: 'T',
    'container-title': 'J',
    DOI: '10.1000/x',
    URL: 'https://example.org',
    keyword: 'a',
    issued: { 'date-parts': [[2019, 5]] },
  });
});

describe('round trip', () => {
  it('whatever the fields, a file read and written has every field it had, and reads as before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(paths, values), { minLength: 1, maxLength: 25 }), fields => {
        const source = build([['titles/title', 'T'], ...fields]);
        const once = readEndnoteXml(source);
        expect(once.problems).toEqual([]);
        const written = writeEndnoteXml(once.references);
        expect(fieldsOf(written)).toEqual(fieldsOf(source));
        expect(readEndnoteXml(written).references).toEqual(once.references);
      }),
      { numRuns: 300 },
    );
  });
});
