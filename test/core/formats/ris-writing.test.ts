import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRis } from '../../../core/formats/ris/index.ts';
import { TYPES } from '../../../core/formats/ris/tags.ts';
import { writeRis } from '../../../core/formats/ris/write.ts';
import type { Reference } from '../../../core/report/types.ts';

/** Tags and values as exports have them. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  AU: [
    'van der Berg, Jan',
    'World Health Organization',
    'Doe, John, Jr.',
    "d'Arc, Jeanne",
    'Roe, J., MD, PhD',
    'Poe (dir.), Ann',
    'محمد، أحمد',
    '[Anonymous]',
  ],
  A1: ['Müller, Anna'],
  A2: ['Poe, Edgar A.'],
  A3: ['Series, Ed'],
  A4: ['Trans, Lator'],
  ED: ['Editor, An'],
  TI: ['A case: 5 < 6 & more'],
  T1: ['Another title'],
  T2: ['The Lancet', 'Proceedings of the ERA'],
  T3: ['Lecture Notes'],
  BT: ['A book'],
  JO: ['Kidney Int.', 'Proc ERA', 'The Lancet Oncology'],
  JI: ['KI'],
  J9: ['KIDNEY INT'],
  SO: ['Cochrane Reviews'],
  PU: ['IEEE'],
  PI: ['NEW YORK'],
  CP: ['The 5th Meeting'],
  CL: ['Oslo, NORWAY'],
  US: ['https://example.org/us'],
  VO: ['7'],
  JF: ['Kidney International'],
  J2: ['Kidney Int'],
  JA: ['KI'],
  PY: ['2019', '2019/05/03/', '2019///Spring', 'in press'],
  Y1: ['2019/05/03', '2018//'],
  DA: ['2019/05', 'May 3', '20190503', '2019'],
  Y2: ['2020/01/02', 'yesterday'],
  VL: ['12', 'Vol. 12', 'Ph.D.'],
  IS: ['3-4', 'Suppl 1', 'n° 3'],
  SP: ['1704', '12-18', 'e12', '1704-14', 'no pagination'],
  EP: ['1714', '14'],
  C1: ['Custom'],
  C2: ['PMC123', 'words', '31600000'],
  C3: ['ERA proceedings', 'PUBMED 31600000,EMBASE 2003456789'],
  C7: ['e100'],
  ET: ['2nd', '2019/05/03'],
  PB: ['Elsevier'],
  CY: ['Paris'],
  SN: ['0028-4793', '978-3-16-148410-0', '20488505 (ISSN)', '0028-4793, 1533-4406'],
  DO: ['10.1000/xyz', 'https://doi.org/10.1000/xyz', 'none'],
  M1: ['1008'],
  M3: ['Review', 'doi: 10.1000/xyz'],
  L1: ['file:///a.pdf'],
  L2: ['https://example.org/full'],
  UR: ['https://example.org/a_b', 'https://doi.org/10.1000/xyz'],
  AN: ['29719190', 'PMC123'],
  DB: ['PubMed', 'Scopus'],
  U1: ['mine', '29719190[pmid]'],
  LA: ['eng'],
  ST: ['Short'],
  AB: ['First. Second.'],
  N2: ['Other abstract'],
  N1: ['A note', 'https://doi.org/10.1000/xyz'],
  KW: ['skin', 'kidney'],
  AD: ['Paris, France'],
  ZZ: ['unknown'],
  ID: ['12345', 'berg2019'],
};

const tag = fc.tuple(fc.constantFrom(...Object.keys(VALUES)), fc.nat(11));
const size = { minLength: 1, maxLength: 16 };
const REPEATED = ['AU', 'A1', 'A2', 'ED', 'KW'];

function entryOf(tags: fc.Arbitrary<[string, number][]>): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...Object.keys(TYPES), 'MULTI'), tags).map(([type, picked]) => {
    const lines = picked.map(([name, pick]) => {
      const values = VALUES[name] as readonly string[];
      return `${name}  - ${values[pick % values.length]}`;
    });
    return `TY  - ${type}\n${lines.join('\n')}\nER  - \n`;
  });
}

const entry = entryOf(fc.array(tag, size));
/** Only people and keywords more than once. */
const orderly = entryOf(
  fc.uniqueArray(tag, { ...size, selector: ([name, pick]) => (REPEATED.includes(name) ? `${name}${pick}` : name) }),
);

const linesOf = (text: string) => text.split('\n').filter(line => /^[A-Z][A-Z\d] {2}- \S/.test(line));

describe('RIS written', () => {
  it('a file read and written again has every value it had', () => {
    fc.assert(
      fc.property(entry, text => {
        const again = writeRis(readRis(text).references);
        const values = linesOf(again).map(line => line.slice(6));
        for (const line of linesOf(text)) {
          const [tag, value] = [line.slice(0, 2), line.slice(6)];
          // Dates are compared as dates below.
          if (['PY', 'Y1', 'DA', 'Y2', 'ID'].includes(tag)) continue;
          if (!values.includes(value)) throw new Error(`${line} is lost\n${text}\n${again}`);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('what was read is read again from what was written', () => {
    fc.assert(
      fc.property(fc.array(orderly, { minLength: 1, maxLength: 3 }), entries => {
        const first = readRis(entries.join('\n')).references.map(({ item }) => item);
        const again = readRis(writeRis(readRis(entries.join('\n')).references)).references.map(({ item }) => item);
        expect(again).toEqual(first);
      }),
      { numRuns: 800 },
    );
  });

  it('every variable that RIS has a tag for arrives', () => {
    const common = {
      title: 'T',
      author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }, { literal: 'Study Group' }],
      issued: { 'date-parts': [[2019, 5, 3]] },
      accessed: { 'date-parts': [[2020, 1, 2]] },
      abstract: 'A.',
      DOI: '10.1000/x',
      URL: 'https://example.org',
      language: 'en',
      note: 'N',
      keyword: 'skin, kidney',
      'title-short': 'Short',
      'call-number': 'C',
      volume: '3',
      PMID: '1',
      source: 'PubMed',
      PMCID: 'PMC2',
    };
    const items = [
      {
        id: 'a',
        type: 'article-journal',
        ...common,
        'container-title': 'J',
        'container-title-short': 'Jr',
        issue: '4',
        page: '1-9',
        ISSN: '0028-4793',
      },
      {
        id: 'b',
        type: 'chapter',
        ...common,
        'container-title': 'B',
        editor: [{ family: 'Poe', given: 'E.' }],
        translator: [{ family: 'Doe', given: 'J.' }],
        page: '1-9',
        publisher: 'P',
        'publisher-place': 'Paris',
        edition: '2',
        'collection-title': 'S',
        ISBN: '978-3-16-148410-0',
      },
      {
        id: 'c',
        type: 'book',
        ...common,
        publisher: 'P',
        'collection-title': 'S',
        'collection-number': '4',
        'number-of-pages': '300',
        ISBN: '978-3-16-148410-0',
      },
      { id: 'd', type: 'report', ...common, number: 'TR-1', genre: 'Technical report', publisher: 'WHO' },
      { id: 'e', type: 'paper-conference', ...common, 'container-title': 'Proc', 'event-title': 'Meeting', page: '3' },
      { id: 'f', type: 'thesis', ...common, genre: 'Thèse', publisher: 'Université', 'publisher-place': 'Lyon' },
      { id: 'g', type: 'webpage', ...common },
    ];
    const references = items.map((item): Reference => ({ id: item.id, item }));
    expect(readRis(writeRis(references)).references.map(({ item }) => item)).toEqual(items);
  });
});
