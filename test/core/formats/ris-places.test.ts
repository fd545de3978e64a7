import { describe, expect, it } from 'vitest';
import { readRis } from '../../../core/formats/ris/index.ts';
import { writeRis } from '../../../core/formats/ris/write.ts';

const entry = (...lines: readonly string[]) => readRis(`${lines.join('\n')}\nER  - \n`).references[0]!;
const itemOf = (...lines: readonly string[]) => entry(...lines).item;
const written = (...lines: readonly string[]) => writeRis([entry(...lines)]).split('\n');
const again = (item: object) =>
  readRis(writeRis([{ id: 'k', item: { id: 'k', ...item } as never }])).references[0]!.item;

describe('what a tag means depends on the type', () => {
  it('M1 is the issue of an article without one, and the volume of a book in its series', () => {
    expect(itemOf('TY  - JOUR', 'TI  - Thirst', 'M1  - 7')).toMatchObject({ issue: '7' });
    expect(itemOf('TY  - BOOK', 'TI  - Thirst', 'T2  - Wells', 'M1  - 12')).toMatchObject({
      'collection-number': '12',
    });
    expect(itemOf('TY  - JOUR', 'TI  - Thirst', 'IS  - 2', 'M1  - 7')).toMatchObject({ issue: '2' });
    expect(written('TY  - JOUR', 'TI  - Thirst', 'M1  - 7')).toContain('M1  - 7');
  });

  it('the editors of an edited book are its editors', () => {
    const lines = ['TY  - EDBOOK', 'AU  - Vane, Ida', 'TI  - Wells'];
    expect(itemOf(...lines)).toMatchObject({ editor: [{ family: 'Vane', given: 'Ida' }] });
    expect(itemOf(...lines)).not.toHaveProperty('author');
    expect(written(...lines)).toContain('AU  - Vane, Ida');
  });

  it('"350 p." of a book or thesis is how many pages it has', () => {
    expect(itemOf('TY  - THES', 'TI  - Wells', 'SP  - 212')).toMatchObject({ 'number-of-pages': '212' });
    expect(itemOf('TY  - BOOK', 'TI  - Wells', 'SP  - 350 p.')).toMatchObject({ 'number-of-pages': '350' });
    expect(written('TY  - BOOK', 'TI  - Wells', 'SP  - 350 p.')).toContain('SP  - 350 p.');
  });

  it('a book in a series has an ISBN and an ISSN', () => {
    const both = { ISBN: '978-3-16-148410-0', ISSN: '0302-9743' };
    expect(itemOf('TY  - BOOK', 'TI  - W', `SN  - ${both.ISBN}`, `SN  - ${both.ISSN}`)).toMatchObject(both);
    expect(again({ type: 'chapter', title: 'W', ...both })).toMatchObject(both);
  });
});

describe('dates', () => {
  it.each([
    ['DA  - 1988///Winter', { 'date-parts': [[1988]], season: 4 }],
    [
      'DA  - 1988/04//Apr-May',
      {
        'date-parts': [
          [1988, 4],
          [1988, 5],
        ],
      },
    ],
    ['PY  - 1891-1893', { 'date-parts': [[1891], [1893]] }],
    ['PY  - ca. 1950', { 'date-parts': [[1950]], circa: true }],
  ])('%s', (line, issued) => {
    expect(itemOf('TY  - JOUR', 'TI  - T', line).issued).toEqual(issued);
    expect(itemOf('TY  - JOUR', 'TI  - T', 'PY  - 1988', 'DA  - 1988///Winter').issued).toMatchObject({ season: 4 });
  });

  it.each([
    {
      'date-parts': [
        [1988, 4],
        [1988, 5],
      ],
    },
    {
      'date-parts': [
        [2012, 10, 30],
        [2012, 11, 2],
      ],
    },
    { 'date-parts': [[1891], [1893]] },
    { 'date-parts': [[1995]], season: 2 },
  ])('$date-parts is read again as it was written', issued => {
    expect(again({ type: 'article-journal', title: 'T', issued }).issued).toEqual(issued);
  });
});

it('pages of a chapter and the count of its book’s pages are not made one number', () => {
  const item = { type: 'chapter', title: 'T', page: '1-5', 'number-of-pages': '1340' };
  expect(again(item)).toMatchObject({ page: '1-5' });
});

it('a PubMed number beside the name of another source is found again', () => {
  expect(again({ type: 'article-journal', title: 'T', PMID: '123456', source: 'Shelf 4' })).toMatchObject({
    PMID: '123456',
    source: 'Shelf 4',
  });
});

describe('what libraries and databases write', () => {
  it('years of a life are no part of a name, and "1 vol. (XII-145 f.)" says how many pages there are', () => {
    const lines = ['TY  - THES', 'AU  - Petit, Jeanne (1990-....)', 'TI  - Wells', 'SP  - 1 vol. (XII-145 f.)'];
    expect(itemOf(...lines)).toMatchObject({
      author: [{ family: 'Petit', given: 'Jeanne' }],
      'number-of-pages': '145',
    });
    for (const line of lines) expect(written(...lines)).toContain(line);
  });

  it('words before pages, a second key and the end of a file are what they are', () => {
    const text = 'TY  - JOUR\nID  - 1234\nTI  - T\nSP  - S. 123-S. 130\nID  - biblio-9\nER  -\nEF  -\n';
    const read = readRis(text);
    expect(read.problems).toEqual([]);
    expect(read.references[0]?.item).toMatchObject({ id: 'biblio-9', page: '123-130' });
    const again = writeRis(read.references);
    for (const line of ['ID  - 1234', 'ID  - biblio-9', 'SP  - S. 123-S. 130']) expect(again).toContain(line);
    expect(readRis(again).references[0]?.item).toEqual(read.references[0]?.item);
  });

  it('PubMed’s number behind its name is not written twice', () => {
    const lines = ['TY  - JOUR', 'TI  - T', 'DB  - Embase', 'AN  - PMID:36123456'];
    expect(itemOf(...lines)).toMatchObject({ PMID: '36123456' });
    expect(written(...lines).filter(line => line.includes('36123456'))).toEqual(['AN  - PMID:36123456']);
  });
});
