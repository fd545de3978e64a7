import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nbib, readNbib, writeNbib } from '../../../core/formats/nbib/index.ts';

const RECORD = `PMID- 29719190
OWN - NLM
STAT- MEDLINE
DCOM- 20180510
IS  - 1533-4406 (Electronic)
IS  - 0028-4793 (Linking)
VI  - 378
IP  - 18
DP  - 2018 May 3
TI  - Calciphylaxis.
PG  - 1704-14
LID - 10.1056/NEJMra1505292 [doi]
AB  - BACKGROUND: A rare disease (p < 0.05). METHODS: We looked at everything that is
      known of it.
CI  - (c) 2018 Massachusetts Medical Society.
FAU - Nigwekar, Sagar U
AU  - Nigwekar SU
AUID- ORCID: 0000-0003-0000-0001
AD  - Division of Nephrology, Massachusetts General Hospital, Boston.
FAU - van der Berg, Jan Jr
AU  - van der Berg J Jr
AD  - Berlin.
CN  - German Calciphylaxis Registry
LA  - eng
GR  - K23 DK106479/DK/NIDDK NIH HHS/United States
PT  - Journal Article
PT  - Review
PL  - United States
TA  - N Engl J Med
JT  - The New England journal of medicine
JID - 0255562
SB  - IM
CIN - N Engl J Med. 2018 Aug 2;379(5):e10. doi: 10.1056/NEJMc1806777. PMID: 30067931
RIN - N Engl J Med. 2020 Jan 1;382(1):e1. PMID: 31900001
MH  - *Calciphylaxis/diagnosis/therapy
MH  - History, 20th Century
OT  - uremic arteriolopathy
PMC - PMC6065097
COIS- Dr. Nigwekar reports personal fees.
EDAT- 2018/05/03 06:00
PHST- 2018/05/03 06:00 [entrez]
AID - 10.1056/NEJMra1505292 [doi]
AID - NJ201805033781808 [pii]
PST - ppublish
SO  - N Engl J Med. 2018 May 3;378(18):1704-1714. doi: 10.1056/NEJMra1505292.
`;

const only = (text: string) => {
  const read = readNbib(text);
  expect(read.references).toHaveLength(1);
  return read.references[0]!;
};
const item = (...lines: string[]) => only(['PMID- 1', 'TI  - A.', ...lines].join('\n')).item;
/** The lines of a file with their continuations put back, in any order. */
const lines = (text: string) =>
  text
    .replace(/\n {6}/g, ' ')
    .split('\n')
    .filter(line => line !== '')
    .sort();

describe('MEDLINE records', () => {
  it('every field finds its place', () => {
    expect(readNbib(RECORD).problems).toEqual([]);
    expect(only(RECORD).item).toEqual({
      id: 'nigwekar2018calciphylaxis',
      type: 'article-journal',
      PMID: '29719190',
      PMCID: 'PMC6065097',
      author: [
        { family: 'Nigwekar', given: 'Sagar U' },
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr' },
        { literal: 'German Calciphylaxis Registry' },
      ],
      title: 'Calciphylaxis',
      'container-title': 'The New England journal of medicine',
      'container-title-short': 'N Engl J Med',
      volume: '378',
      issue: '18',
      page: '1704-1714',
      DOI: '10.1056/NEJMra1505292',
      ISSN: '1533-4406',
      issued: { 'date-parts': [[2018, 5, 3]] },
      language: 'en',
      abstract: 'BACKGROUND: A rare disease (p < 0.05). METHODS: We looked at everything that is known of it.',
      keyword: 'uremic arteriolopathy; Calciphylaxis/diagnosis/therapy; History, 20th Century',
    });
  });

  it('a file read and written has every line it had', () => {
    expect(lines(writeNbib(readNbib(RECORD).references))).toEqual(lines(RECORD));
  });

  it('an author put in leaves the affiliations of the others where they were, and a changed title is the one written', () => {
    const read = only(RECORD);
    const [first, ...others] = read.item.author!;
    const author = [first!, { family: 'Mori', given: 'Hiroko' }, ...others];
    const written = writeNbib([{ ...read, item: { ...read.item, title: 'New <i>title</i>', author } }]);
    expect(written).toContain('TI  - New title.\n');
    expect(written).not.toContain('TI  - Calciphylaxis.');
    expect(written).toContain('General Hospital, Boston.\nFAU - Mori, Hiroko\nAU  - Mori H\nFAU - van der Berg');
  });

  it('PubMed’s own citation goes when it no longer says what the record says', () => {
    const read = only(RECORD);
    expect(writeNbib([{ ...read, item: { ...read.item, volume: '999' } }])).not.toContain('SO  - ');
  });

  it.each([
    [
      '2020 Jan-Feb',
      {
        'date-parts': [
          [2020, 1],
          [2020, 2],
        ],
      },
    ],
    ['2019 Winter', { 'date-parts': [[2019]], season: 4 }],
    [
      '2019 Dec-2020 Jan',
      {
        'date-parts': [
          [2019, 12],
          [2020, 1],
        ],
      },
    ],
    [
      '2019 Dec 30-2020 Jan 5',
      {
        'date-parts': [
          [2019, 12, 30],
          [2020, 1, 5],
        ],
      },
    ],
    [
      '2020 Mar 1-7',
      {
        'date-parts': [
          [2020, 3, 1],
          [2020, 3, 7],
        ],
      },
    ],
    [
      '2020 Mar 30-Apr 2',
      {
        'date-parts': [
          [2020, 3, 30],
          [2020, 4, 2],
        ],
      },
    ],
    ['2013 06 10', { 'date-parts': [[2013, 6, 10]] }],
    ['1998-1999', { 'date-parts': [[1998], [1999]] }],
    ['20200315', { 'date-parts': [[2020, 3, 15]] }],
    ['2000 1st Quart', { 'date-parts': [[2000]] }],
    ['15.03.2020', { 'date-parts': [[2020, 3, 15]] }],
    ['1998/99', { 'date-parts': [[1998], [1999]] }],
  ])('published %s', (printed, issued) => {
    expect(item(`DP  - ${printed}`).issued).toEqual(issued);
  });

  it.each([
    ['454-81', '454-481'],
    ['e12-7', 'e12-e17'],
    ['S110-4, S120', 'S110-S114, S120'],
    ['12-20', '12-20'],
    ['98-7', '98-7'],
    ['e2012345', 'e2012345'],
  ])('pages %s are %s', (printed, page) => {
    expect(item(`PG  - ${printed}`).page).toBe(page);
  });

  it.each([
    ['AU  - Long V', { family: 'Long', given: 'V.' }],
    ['AU  - de la Cruz MA 3rd', { family: 'Cruz', given: 'M. A.', 'non-dropping-particle': 'de la', suffix: '3rd' }],
    ["FAU - d'Aurevilly, Jules", { family: 'Aurevilly', given: 'Jules', 'non-dropping-particle': "d'" }],
    ['FAU - Selvamani', { family: 'Selvamani' }],
    ['FAU - LEVY, ANNE', { family: 'LEVY', given: 'ANNE' }],
    ['AU  - et al.', { literal: 'et al.' }],
  ])('%s', (line, name) => {
    expect(item(line).author).toEqual([name]);
  });

  it('an article without pages has the number its publisher gave it', () => {
    expect(item('TA  - Cureus', 'LID - e7202 [pii]', 'LID - 10.7759/cureus.7202 [doi]')).toMatchObject({
      page: 'e7202',
      DOI: '10.7759/cureus.7202',
    });
    expect(item('LID - S0140-6736(20)30183-5 [pii]').page).toBeUndefined();
  });

  it('chapters and books of the NCBI Bookshelf', () => {
    expect(
      item('BTI - GeneReviews((R))', 'FED - Adam, Margaret P', 'ED  - Adam MP', 'PL  - Seattle (WA)'),
    ).toMatchObject({
      type: 'chapter',
      'container-title': 'GeneReviews((R))',
      editor: [{ family: 'Adam', given: 'Margaret P' }],
      'publisher-place': 'Seattle (WA)',
    });
    expect(only('PMID- 2\nBTI - LiverTox\nPB  - NIDDK').item).toMatchObject({ type: 'book', title: 'LiverTox' });
  });
});

describe('records as they are found', () => {
  it('records without blank lines, tags glued to their hyphens, CR line ends, text broken by a mail', () => {
    const read = readNbib('PMID-11\rTI  - One\rAB  - First\rsecond line\rPMID- 12\rTI- Two\r');
    expect(read.references.map(each => [each.item.PMID, each.item.title, each.item.abstract])).toEqual([
      ['11', 'One', 'First second line'],
      ['12', 'Two', undefined],
    ]);
  });

  it('what belongs to no record, and a record that names nothing, are reported with their lines', () => {
    const read = readNbib(
      'PMID- 1\nTI  - One\n\nA line of a mail.\n\nOWN - NLM\nSTAT- MEDLINE\n\nPMID- 2\nTI  - Two\n',
    );
    expect(read.references.map(each => each.item.title)).toEqual(['One', 'Two']);
    expect(read.problems.map(problem => [problem.line, problem.text])).toEqual([
      [4, 'A line of a mail.'],
      [6, 'OWN - NLM\nSTAT- MEDLINE'],
    ]);
  });

  it('is told from RIS by its tags', () => {
    expect(nbib.recognises(RECORD)).toBe(true);
    expect(nbib.recognises('TY  - JOUR\nTI  - A\nAU  - Long, V\nER  - \n')).toBe(false);
  });

  it('no text makes it throw', () => {
    const piece = fc.constantFrom(
      'PMID',
      '- ',
      '-',
      '\n',
      'TI  - ',
      'FAU - ',
      ', ',
      'AU  - ',
      'DP  - ',
      '2020',
      ' Jan',
      ' ',
      'AD  - x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const { references } = readNbib(pieces.join(''));
        expect(readNbib(writeNbib(references)).references).toHaveLength(references.length);
      }),
    );
  });
});

/** Words of every kind that stands in a field, without the white space that line breaking may change. */
const words = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[A-Za-zé&<>/;:,.()\]*'%-]{1,12}$/),
      fc.constantFrom('<i>Candida</i>', 'p < 0.05', 'α₂', 'PMID- 1'),
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map(list => list.join(' '));
const tag = fc.constantFrom(
  ...'OWN STAT DCOM LR IS VI IP DP TI PG LID AB OAB CI FAU AU AD AUID CN FED ED LA GR PT PL PB TA JT BTI CTI JID MH OT AID PMC COIS PHST DEP PST SO EN GN TT ISBN RIN CIN ZZZ'.split(
    ' ',
  ),
);
const value = fc.oneof(
  words,
  fc.constantFrom(
    '2020 Jan-Feb',
    '20190203',
    '1704-14',
    '10.1000/x(1) [doi]',
    'Long, Vicky',
    'Long V',
    'eng',
    'Book',
    'History, 20th Century',
    'a; b',
  ),
);

describe('round trip', () => {
  it('whatever the fields, a file read and written has every line it had, and reads as before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, value), { minLength: 1, maxLength: 25 }), fields => {
        const source = [['PMID', '1'], ...fields].map(([name, text]) => `${name!.padEnd(4)}- ${text}`).join('\n');
        const once = readNbib(source);
        expect(once.problems).toEqual([]);
        const written = writeNbib(once.references);
        expect(lines(written)).toEqual(lines(source));
        expect(readNbib(written).references).toEqual(once.references);
      }),
      { numRuns: 300 },
    );
  });
});

it('ERIC’s dates say no month and day that they do not know, and its ISSN has a name of its own', () => {
  const { references } = readNbib(
    'OWN - ERIC\nTI  - A\nDP  - 20190000\nISSN- ISSN-1234-567X\n\nOWN - ERIC\nTI  - B\nDP  - 20190500\n',
  );
  expect(references.map(({ item: { issued, ISSN } }) => [issued, ISSN])).toEqual([
    [{ 'date-parts': [[2019]] }, '1234-567X'],
    [{ 'date-parts': [[2019, 5]] }, undefined],
  ]);
});
