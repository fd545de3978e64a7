/** What EndNote's fields mean depends on the type of reference (EndNote's own table of them); RIS and XML say them alike. */
import { describe, expect, it } from 'vitest';
import { endnoteXml } from '../../../core/formats/endnote-xml/index.ts';
import { readRis } from '../../../core/formats/ris/index.ts';
import { writeRis } from '../../../core/formats/ris/write.ts';

const ris = (type: string, ...lines: readonly string[]) =>
  `TY  - ${type}\nTI  - Well\n${lines.map(line => line.replace(' ', '  - ')).join('\n')}\nER  - \n`;
const person = (family: string) => ({ family, given: 'A.' });
const inRis = (type: string, ...lines: readonly string[]) => readRis(ris(type, ...lines)).references[0]!;

type Fields = Readonly<Record<string, string>>;
const PEOPLE = ['authors', 'secondary-authors', 'tertiary-authors', 'subsidiary-authors'];
const TITLES = ['secondary-title', 'tertiary-title', 'alt-title'];
const styled = (name: string, text: string) => `<${name}><style face="normal">${text}</style></${name}>`;

function xml(type: string, fields: Fields): string {
  const of = (names: readonly string[], inside = '') =>
    names.map(name =>
      fields[name] === undefined
        ? ''
        : inside === ''
          ? styled(name, fields[name])
          : `<${name}>${styled(inside, fields[name])}</${name}>`,
    );
  const plain = Object.keys(fields).filter(name => ![...PEOPLE, ...TITLES, 'year', 'date'].includes(name));
  return `<xml><records><record><ref-type name="${type}">0</ref-type><contributors>${of(PEOPLE, 'author').join('')}</contributors><titles><title>Well</title>${of(TITLES).join('')}</titles><dates>${of(['year']).join('')}${fields.date === undefined ? '' : `<pub-dates>${styled('date', fields.date)}</pub-dates>`}</dates>${of(plain).join('')}</record></records></xml>`;
}
const inXml = (type: string, fields: Fields) => endnoteXml.read(xml(type, fields)).references[0]!;

const [WEBER, KLEIN, MOREAU] = ['Weber', 'Klein', 'Moreau'].map(person);

/** Both are read alike. */
const CASES: readonly (readonly [
  name: string,
  ris: readonly [type: string, ...lines: string[]],
  xml: readonly [type: string, fields: Fields],
  item: object,
])[] = [
  [
    'a book in a series',
    ['BOOK', 'AU Moreau, A.', 'A2 Weber, A.', 'A3 Klein, A.', 'T2 Abrégés', 'M1 12', 'NV 2', 'SP 452'],
    [
      'Book',
      {
        authors: 'Moreau, A.',
        'secondary-authors': 'Weber, A.',
        'tertiary-authors': 'Klein, A.',
        'secondary-title': 'Abrégés',
        number: '12',
        'num-vols': '2',
        pages: '452',
      },
    ],
    {
      type: 'book',
      author: [MOREAU],
      editor: [KLEIN],
      'collection-editor': [WEBER],
      'collection-title': 'Abrégés',
      'collection-number': '12',
      'number-of-volumes': '2',
      'number-of-pages': '452',
    },
  ],
  [
    'an edited book in a series',
    ['EDBOOK', 'AU Klein, A.', 'A2 Weber, A.', 'T2 Series X'],
    ['Edited Book', { authors: 'Klein, A.', 'secondary-authors': 'Weber, A.', 'secondary-title': 'Series X' }],
    { type: 'book', editor: [KLEIN], 'collection-editor': [WEBER], 'collection-title': 'Series X' },
  ],
  [
    'an electronic book, seen on a day of its own',
    ['EBOOK', 'AU Moreau, A.', 'A2 Klein, A.', 'T2 In Practice', 'C1 2022', 'C2 Jan 5'],
    [
      'Electronic Book',
      {
        authors: 'Moreau, A.',
        'secondary-authors': 'Klein, A.',
        'secondary-title': 'In Practice',
        custom1: '2022',
        custom2: 'Jan 5',
      },
    ],
    {
      type: 'book',
      editor: [KLEIN],
      'collection-title': 'In Practice',
      accessed: { 'date-parts': [[2022, 1, 5]] },
    },
  ],
  [
    'a chapter with its number',
    ['CHAP', 'A2 Klein, A.', 'A3 Weber, A.', 'T2 Pneumologie', 'T3 Abrégés', 'SE 4', 'SP 45-67'],
    [
      'Book Section',
      {
        'secondary-authors': 'Klein, A.',
        'tertiary-authors': 'Weber, A.',
        'secondary-title': 'Pneumologie',
        'tertiary-title': 'Abrégés',
        section: '4',
        pages: '45-67',
      },
    ],
    {
      type: 'chapter',
      editor: [KLEIN],
      'collection-editor': [WEBER],
      'container-title': 'Pneumologie',
      'collection-title': 'Abrégés',
      'chapter-number': '4',
      page: '45-67',
    },
  ],
  [
    'a chapter in PubMed Central',
    ['ECHAP', 'T2 StatPearls', 'C7 PMC1234567'],
    ['Electronic Book Section', { 'secondary-title': 'StatPearls', custom7: 'PMC1234567' }],
    { type: 'chapter', 'container-title': 'StatPearls', PMCID: 'PMC1234567' },
  ],
  [
    'a paper in proceedings, where and when the meeting was',
    [
      'CONF',
      'T2 23e Congrès',
      'C3 Actes du 23e Congrès',
      'CY Lyon',
      'C1 Paris',
      'A4 SPLF',
      'PY 2019',
      'DA 3-5 mars 2019',
    ],
    [
      'Conference Proceedings',
      {
        'subsidiary-authors': 'SPLF',
        'secondary-title': '23e Congrès',
        custom3: 'Actes du 23e Congrès',
        'pub-location': 'Lyon',
        custom1: 'Paris',
        year: '2019',
        date: '3-5 mars 2019',
      },
    ],
    {
      type: 'paper-conference',
      'container-title': 'Actes du 23e Congrès',
      'event-title': '23e Congrès',
      'event-place': 'Lyon',
      'publisher-place': 'Paris',
      contributor: [{ family: 'SPLF' }],
      issued: {
        'date-parts': [
          [2019, 3, 3],
          [2019, 3, 5],
        ],
      },
    },
  ],
  [
    'a thesis: its kind before its degree, who advised it, no department',
    ['THES', 'A3 Klein, A.', 'T2 Faculté de médecine', 'M3 Thèse d’exercice', 'VL Doctorat en médecine', 'SP 145'],
    [
      'Thesis',
      {
        'tertiary-authors': 'Klein, A.',
        'secondary-title': 'Faculté de médecine',
        'work-type': 'Thèse d’exercice',
        volume: 'Doctorat en médecine',
        pages: '145',
      },
    ],
    { type: 'thesis', contributor: [KLEIN], genre: 'Thèse d’exercice', 'number-of-pages': '145' },
  ],
  [
    'a report in a series',
    ['RPRT', 'T2 Évaluation', 'PB HAS'],
    ['Report', { 'secondary-title': 'Évaluation', publisher: 'HAS' }],
    { type: 'report', 'collection-title': 'Évaluation', publisher: 'HAS' },
  ],
  [
    'a patent has its own number and that of its application',
    ['PAT', 'SN EP2900000B1', 'M1 FR1450843', 'PB Sanofi'],
    ['Patent', { isbn: 'EP2900000B1', number: 'FR1450843', publisher: 'Sanofi' }],
    { type: 'patent', number: 'EP2900000B1', publisher: 'Sanofi' },
  ],
  [
    'data in a version',
    ['DATA', 'ET 1.2', 'PB Zenodo'],
    ['Dataset', { edition: '1.2', publisher: 'Zenodo' }],
    { type: 'dataset', version: '1.2', publisher: 'Zenodo' },
  ],
  [
    'a web page, cited in a year and on a day',
    ['WEB', 'AU World Health Organization', 'T2 WHO Newsroom', 'C1 2021', 'C2 3 May'],
    [
      'Web Page',
      {
        authors: 'World Health Organization,',
        'secondary-title': 'WHO Newsroom',
        custom1: '2021',
        custom2: '3 May',
      },
    ],
    {
      type: 'webpage',
      author: [{ literal: 'World Health Organization' }],
      'container-title': 'WHO Newsroom',
      accessed: { 'date-parts': [[2021, 5, 3]] },
    },
  ],
  [
    'a newspaper has sections',
    ['NEWS', 'T2 Le Monde', 'SE Planète', 'SP 7-8'],
    ['Newspaper Article', { 'secondary-title': 'Le Monde', section: 'Planète', pages: '7-8' }],
    { type: 'article-newspaper', 'container-title': 'Le Monde', section: 'Planète', page: '7-8' },
  ],
  [
    'an article by its number, and the day it was online',
    ['JOUR', 'T2 PLoS ONE', 'C7 e0123456', 'SE e0123456', 'ET 20180503'],
    [
      'Journal Article',
      { 'secondary-title': 'PLoS ONE', custom7: 'e0123456', section: 'e0123456', edition: '20180503' },
    ],
    {
      type: 'article-journal',
      'container-title': 'PLoS ONE',
      page: 'e0123456',
      'available-date': { 'date-parts': [[2018, 5, 3]] },
    },
  ],
];

describe('EndNote’s types', () => {
  it.each(CASES)('%s', (_, [risType, ...lines], [xmlType, fields], expected) => {
    const [fromRis, fromXml] = [inRis(risType, ...lines), inXml(xmlType, fields)];
    expect(fromRis.item).toMatchObject({ title: 'Well', ...expected });
    expect(fromXml.item).toMatchObject({ title: 'Well', ...expected });
    // Both are written again with all they had, and say the same when they are read again.
    const again = writeRis([fromRis]);
    for (const line of lines) if (!/^(?:DA|Y2) /.test(line)) expect(again).toContain(line.replace(' ', '  - '));
    expect(readRis(again).references[0]?.item).toEqual(fromRis.item);
    const written = endnoteXml.write?.([fromXml]) ?? '';
    for (const value of Object.values(fields)) expect(written).toContain(value);
    expect(endnoteXml.read(written).references[0]?.item).toEqual(fromXml.item);
    // And go through the other without a loss.
    expect(readRis(writeRis([fromXml])).references[0]?.item).toEqual({ ...fromXml.item, id: expect.anything() });
    expect(endnoteXml.read(endnoteXml.write?.([fromRis]) ?? '').references[0]?.item).toEqual(fromRis.item);
  });

  it('the editors of a book stand in A2, A3 or ED, and those of its series in what is left', () => {
    const roles = (...lines: readonly string[]) => {
      const { editor, 'collection-editor': series } = inRis('BOOK', ...lines).item;
      return [editor, series].map(names => (names as { family: string }[] | undefined)?.[0]?.family);
    };
    expect(roles('A2 Klein, A.')).toEqual(['Klein', undefined]);
    expect(roles('A3 Klein, A.')).toEqual(['Klein', undefined]);
    expect(roles('ED Klein, A.', 'A2 Weber, A.')).toEqual(['Klein', 'Weber']);
    expect(roles('A2 Weber, A.', 'ED Klein, A.')).toEqual(['Klein', 'Weber']);
    expect(roles('ED Klein, A.', 'A3 Weber, A.')).toEqual(['Klein', 'Weber']);
    expect(roles('A2 Weber, A.', 'A3 Klein, A.')).toEqual(['Klein', 'Weber']);
    expect(roles('AU Moreau, A.', 'A2 Weber, A.', 'T2 Series')).toEqual([undefined, 'Weber']);
  });

  it('what was changed since takes nothing with it that stood beside it', () => {
    const read = inXml('Journal Article', { custom1: 'No conflict of interest', custom2: 'PMC12345' });
    const item = { ...read.item, 'publisher-place': 'Paris', PMCID: 'PMC7' };
    const written = endnoteXml.write?.([{ ...read, item }]) ?? '';
    for (const value of ['No conflict of interest', 'PMC7', 'Paris']) expect(written).toContain(value);
    expect(written).not.toContain('PMC12345');
    const page = inRis('WEB', 'VL 2021', 'Y2 3 May');
    expect(page.item).toMatchObject({ accessed: { 'date-parts': [[2021, 5, 3]] } });
    const later = { ...page.item, accessed: { 'date-parts': [[2024, 6, 7]] } };
    expect(readRis(writeRis([{ ...page, item: later as never }])).references[0]?.item).toMatchObject(later);
  });

  it('what other programs call their elements is read, and journals’ names whichever way round', () => {
    const hand =
      '<xml><records><record><ref-type>17</ref-type><contributors><authors><author><last>Arena</last><first>Ida</first></author></authors><editors><editor>Doe, Jane</editor></editors></contributors><titles><title>Well</title></titles><periodical><full-title>Am J Clin Dermatol</full-title><abbr-1>American journal of clinical dermatology</abbr-1></periodical><keywords>skin</keywords><publisher><publisher-name>Wells</publisher-name></publisher><access-date>20250528//</access-date></record></records></xml>';
    expect(endnoteXml.read(hand).references[0]?.item).toMatchObject({
      author: [{ family: 'Arena', given: 'Ida' }],
      editor: [{ family: 'Doe', given: 'Jane' }],
      'container-title': 'American journal of clinical dermatology',
      'container-title-short': 'Am J Clin Dermatol',
      keyword: 'skin',
      publisher: 'Wells',
      accessed: { 'date-parts': [[2025, 5, 28]] },
    });
  });

  it('Embase says PubMed’s number in a field of its own', () => {
    expect(inRis('JOUR', 'DB Embase', 'C5 40205580', 'U2 L2034225836').item).toMatchObject({ PMID: '40205580' });
    expect(writeRis([inRis('JOUR', 'DB Embase', 'C5 40205580')])).not.toMatch(/^(?:AN|U1) {2}- /m);
  });
});
