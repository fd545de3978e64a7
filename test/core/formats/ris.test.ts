import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../core/formats/index.ts';
import { readRis } from '../../../core/formats/ris/index.ts';

const SAMPLE = `TY  - JOUR
AU  - van der Berg, Jan
AU  - World Health Organization
TI  - A case
JO  - J Case Rep
PY  - 2019/05/03/
SP  - 12
EP  - 18
VL  - 7
IS  - 2
DO  - https://doi.org/10.1000/xyz.1
KW  - one
KW  - two
AB  - First line
  second line
U1  - mine
ER  - 
`;

describe('RIS', () => {
  it('every tag finds its place, or is kept', () => {
    const { references, problems } = readRis(SAMPLE);
    expect(problems).toEqual([]);
    expect(references[0]).toMatchObject({
      item: {
        type: 'article-journal',
        author: [
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
          { literal: 'World Health Organization' },
        ],
        issued: { 'date-parts': [[2019, 5, 3]] },
        page: '12-18',
        DOI: '10.1000/xyz.1',
        keyword: 'one, two',
        abstract: 'First line second line',
      },
      kept: { 'ris:U1': 'mine' },
    });
  });

  it('an entry without its end, and one without its start', () => {
    const read = readRis('TI  - Lost\nER  - \n\nTY  - BOOK\nTI  - Found');
    expect(read.references.map(({ item }) => item.title)).toEqual(['Lost', 'Found']);
    expect(read.problems).toMatchObject([
      { line: 1, code: 'references.ris.no-type' },
      { line: 4, code: 'references.ris.cut' },
    ]);
  });

  it('a line that goes on with the identifier belongs to it', () => {
    expect(readRis('TY  - THES\nTI  - A\nID  - 42\nkidneys\nER  - \n').references[0]?.id).toBe('42 kidneys');
  });

  it('an identifier under a name that is longer than a tag, as Cochrane writes it, is not glued to the line before', () => {
    const [read] = readRis(
      'TY  - JOUR\nTI  - Interventions\nSN  - 1465-1858\nDOI - 10.1002/14651858.CD012345\nER  - \n',
    ).references;
    expect(read?.item).toMatchObject({ ISSN: '1465-1858', DOI: '10.1002/14651858.CD012345' });
  });

  it('initials after the family name, as Embase writes them, are given names', () => {
    const text = ['Gomez A.', 'De la Fuente B.-C.', 'Lefèvre J. P.', 'Anna Smith', 'J. Smith']
      .map(name => `AU  - ${name}`)
      .join('\n');
    expect(readRis(`TY  - JOUR\n${text}\nER  - \n`).references[0]?.item.author).toEqual([
      { family: 'Gomez', given: 'A.' },
      { family: 'De la Fuente', given: 'B.-C.' },
      { family: 'Lefèvre', given: 'J. P.' },
      { family: 'Smith', given: 'Anna' },
      { family: 'Smith', given: 'J.' },
    ]);
  });

  it('is recognised by its content, whatever its name', () => {
    const read = readReferences(SAMPLE, 'export.txt');
    expect(read).toMatchObject({ ok: true, value: { format: 'RIS' } });
  });

  it('no text makes it throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('TY  - ', 'JOUR', '\n', 'AU  - ', ',', 'PY  - ', '20', '/', 'ER  - ', 'SP  -'), {
          maxLength: 40,
        }),
        pieces => {
          expect(Array.isArray(readRis(pieces.join('')).references)).toBe(true);
        },
      ),
    );
  });
});

describe('recognising', () => {
  it('garbage is refused with the name of the file and what is safe', () => {
    const read = readReferences('\u0000\u0001 nothing here', 'refs.bib');
    expect(read).toMatchObject({ ok: false, problem: { where: 'refs.bib' } });
    if (!read.ok) expect(read.problem.hint.en).toContain('nothing was changed');
  });

  it('CSL-JSON is taken as it is, with items that are none reported', () => {
    const read = readReferences('[{"id":"x","type":"book","title":"B","custom":{"a":1}}, 5]', 'library.json');
    expect(read).toMatchObject({
      ok: true,
      value: { references: [{ id: 'x', item: { custom: { a: 1 } } }], problems: [{ line: 1 }] },
    });
  });

  it('broken JSON names its line', () => {
    const read = readReferences('[{"id":"x",\n"title": }]', 'library.json');
    expect(read).toMatchObject({ ok: true, value: { references: [], problems: [{ code: 'references.json' }] } });
  });
});

it('what stands between entries is told, unless it is what exports say of themselves', () => {
  const read = readRis(
    'Record #1 of 2\nProvider: A Library\nContent:text/plain; charset="UTF-8"\n\n1.\nTY  - JOUR\nTI  - A\nER  -TY  - BOOK\nTI  - B\nER  - \nRecord #2 of 2\nA lost line\n',
  );
  expect(read.references.map(({ item }) => [item.type, item.title])).toEqual([
    ['article-journal', 'A'],
    ['book', 'B'],
  ]);
  expect(read.problems).toMatchObject([{ line: 12, code: 'references.ris.stray', text: 'A lost line' }]);
  // A page to sign in at, saved under the name of the export.
  expect(readReferences('<!DOCTYPE html><html><body>Please sign in</body></html>', 'export.ris')).toMatchObject({
    ok: false,
    problem: { code: 'references.format' },
  });
});

it('a value may stand on the line below its tag', () => {
  const text = 'TY  - JOUR\nTI  - A\nIS  - \n3\nER  - ';
  expect(readRis(text).references[0]?.item).toMatchObject({ title: 'A', issue: '3' });
});

it('authors in A1 and AU are all authors, each once; Rayyan’s month is no day on which something was seen', () => {
  const { references } = readRis(
    'TY  - BOOK\nA1  - Roe, Jane\nAU  - Roe, Jane\nAU  - Doe, John\nA1  - Acme Inc.\nTI  - A\nY1  - 2019\nY2  - 3\nER  - ',
  );
  expect(references[0]?.item.author).toEqual([
    { family: 'Roe', given: 'Jane' },
    { family: 'Doe', given: 'John' },
    { literal: 'Acme Inc.' },
  ]);
  expect(references[0]?.item.accessed).toBeUndefined();
});
