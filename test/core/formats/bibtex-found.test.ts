import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../core/formats/bibtex/index.ts';
import { writeBibtex } from '../../../core/formats/bibtex/write.ts';
import { readReferences } from '../../../core/formats/index.ts';

const items = (text: string) => readBibtex(text).references.map(({ item }) => item);
const only = (text: string) => {
  const read = items(text);
  expect(read).toHaveLength(1);
  return read[0]!;
};

describe('braces too many and too few', () => {
  it.each([
    ['on one line', '@article{k, title={A {brace missing}, author={Roe, J.}, year={2003}, journal={J}}'],
    [
      'over lines',
      '@article{k,\n title = {A {brace missing},\n author = {Roe, J.},\n year = {2003},\n journal = {J},\n}\n',
    ],
    ['without any end', '@article{k, title={A brace missing, author={Roe, J.}, year=2003, journal={J}'],
  ])('a brace missing %s leaves the fields after it where they are', (_, text) => {
    const { references, problems } = readBibtex(`${text}\n\n@book{next, title={Next}}`);
    expect(references.map(({ item }) => item)).toMatchObject([
      {
        title: 'A brace missing',
        author: [{ family: 'Roe', given: 'J.' }],
        issued: { 'date-parts': [[2003]] },
        'container-title': 'J',
      },
      { title: 'Next' },
    ]);
    expect(problems).toMatchObject([{ line: 1, code: 'references.bibtex.unclosed' }]);
  });

  it.each(['title = {Too many}},', 'title = {Too } many},'])('%s costs no field', title => {
    expect(only(`@article{k,\n ${title}\n year = {2003},\n author = {Roe, J.}\n}`)).toMatchObject({
      title: 'Too many',
      issued: { 'date-parts': [[2003]] },
      author: [{ family: 'Roe' }],
    });
  });

  it('an abstract with "p = 0.03, n = 12" and a brace missing is not cut at its numbers', () => {
    expect(only('@article{k,\n abstract = {A {brace, p = 0.03, n = 12},\n year = {2001}\n}')).toMatchObject({
      abstract: 'A brace, p = 0.03, n = 12',
      issued: { 'date-parts': [[2001]] },
    });
  });
});

describe('entries that are hardly entries', () => {
  it('a missing bracket and a missing type are reported with line, code and text', () => {
    const { references, problems } = readBibtex(
      '@article k1, title={A}\n}\n\n@{k2, title={B}}\n@misc{k3}\nwrite to\n@me about it',
    );
    expect(references.map(({ item }) => [item.type, item.title])).toEqual([['document', 'B']]);
    expect(problems.map(({ line, code, text }) => [line, code, text])).toEqual([
      [1, 'references.bibtex.no-bracket', '@article k1, title={A}\n}'],
      [4, 'references.bibtex.no-type', '@{k2, title={B}}'],
      [5, 'references.bibtex.empty', '@misc{k3}'],
    ]);
  });

  it('commas forgotten, doubled, and a key with a space cost nothing', () => {
    const text =
      '@article{a title = {A}, year = 2001}\n@article{b, title={B} author={Roe, J.} year=2002}\n@article{ c d , title={C},, year={2003},}';
    expect(items(text)).toMatchObject([
      { title: 'A', issued: { 'date-parts': [[2001]] } },
      { title: 'B', author: [{ family: 'Roe' }], issued: { 'date-parts': [[2002]] } },
      { id: 'c d', title: 'C', issued: { 'date-parts': [[2003]] } },
    ]);
  });
});

describe('what entries take from others', () => {
  it('a chapter takes its book, subtitle and all, and a paper its proceedings', () => {
    const [chapter, , paper] = items(`
      @incollection{c, crossref={B}, author={Roe, J.}, title={Chapter}, pages={1--2}}
      @book{b, title={The Book}, subtitle={Its Part}, editor={Poe, E.}, publisher={Springer}, address={Berlin}, year={2011}}
      @inproceedings{p, crossref={m}, author={Roe, J.}, title={Paper}}
      @proceedings{m, title={Meeting}, booktitle={Meeting}, year={2010}}`);
    expect(chapter).toMatchObject({
      title: 'Chapter',
      'container-title': 'The Book: Its Part',
      editor: [{ family: 'Poe', given: 'E.' }],
      publisher: 'Springer',
      'publisher-place': 'Berlin',
      issued: { 'date-parts': [[2011]] },
    });
    expect(paper).toMatchObject({ 'container-title': 'Meeting', issued: { 'date-parts': [[2010]] } });
  });

  it('an @xdata entry hands its fields down and is no reference', () => {
    expect(only('@article{a, xdata={x}, title={T}}\n@xdata{x, journaltitle={J}, date={2012}}')).toMatchObject({
      title: 'T',
      'container-title': 'J',
      issued: { 'date-parts': [[2012]] },
    });
  });
});

describe('fields as programs export them', () => {
  it('Web of Science wraps every field twice', () => {
    expect(
      only(
        '@ARTICLE{ WOS:1, Author = {Kim, S}, Title = {{A title in braces}}, Journal = {{J MED}}, Year = {{2015}}, Month = {{DEC 25}}, Pages = {{1-10}}, DOI = {{10.1000/abc}}, EISSN = {{1111-2222}} }',
      ),
    ).toEqual({
      id: 'WOS:1',
      type: 'article-journal',
      author: [{ family: 'Kim', given: 'S' }],
      title: 'A title in braces',
      'container-title': 'J MED',
      issued: { 'date-parts': [[2015, 12, 25]] },
      page: '1-10',
      DOI: '10.1000/abc',
      ISSN: '1111-2222',
    });
  });

  it.each([
    ['month = {janvier}', [2018, 1]],
    ["month = f{\\'e}v", [2018, 2]],
    ['month = {15 May}', [2018, 5, 15]],
    ['month = {Juillet}', [2018, 7]],
    ['month = {août}', [2018, 8]],
    ['month = 12, day = 3', [2018, 12, 3]],
    ['month = mar # "~5"', [2018, 3, 5]],
  ])('%s', (field, parts) => {
    expect(only(`@article{k, title={T}, year={2018}, ${field}}`).issued).toEqual({ 'date-parts': [parts] });
  });

  it.each([
    ['year = {\\noopsort{1973b}1973}', { 'date-parts': [[1973]] }],
    ['year = {2018--2019}', { 'date-parts': [[2018], [2019]] }],
    ['year = {in press}', { literal: 'in press' }],
    ['date = {1990~}', { 'date-parts': [[1990]], circa: true }],
    ['date = {2018-21}', { 'date-parts': [[2018]], season: 1 }],
    [
      'date = {2018-05-03/2018-05-07}',
      {
        'date-parts': [
          [2018, 5, 3],
          [2018, 5, 7],
        ],
      },
    ],
    ['date = {2018-00-00}', { 'date-parts': [[2018]] }],
  ])('%s', (field, issued) => {
    expect(only(`@article{k, title={T}, ${field}}`).issued).toEqual(issued);
  });

  it('a PMID is found in its field, behind its name, in eprint and in the note', () => {
    const text =
      '@article{a, pmid={PMID: 12345}}\n@article{b, eprint={12345}, eprinttype={pubmed}}\n@article{c, note={PMID: 12345}}\n@article{d, pmid={12345}}';
    expect(items(text).map(({ PMID }) => PMID)).toEqual(['12345', '12345', '12345', '12345']);
  });

  it('an address behind howpublished is taken, words there are the publisher', () => {
    expect(
      items('@misc{a, howpublished={Available at: \\url{http://x.org/~a}}}\n@misc{b, howpublished={Poster}}'),
    ).toEqual([
      { id: 'a', type: 'document', URL: 'http://x.org/~a' },
      { id: 'b', type: 'document', publisher: 'Poster' },
    ]);
  });

  it('a volume of a work stands in the work', () => {
    expect(
      only('@incollection{k, title={T}, maintitle={Handbook}, booktitle={Kidney}, booksubtitle={Part 2}}'),
    ).toMatchObject({ 'container-title': 'Handbook', 'volume-title': 'Kidney: Part 2' });
  });
});

describe('names as people write them', () => {
  it.each([
    [
      'Roe, J.; Doe, K.',
      [
        { family: 'Roe', given: 'J.' },
        { family: 'Doe', given: 'K.' },
      ],
    ],
    [
      'Roe J, Doe KL, Poe A-M',
      [
        { family: 'Roe', given: 'J' },
        { family: 'Doe', given: 'KL' },
        { family: 'Poe', given: 'A-M' },
      ],
    ],
    ['King, Martin Luther, Jr.', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
    ['{\\AA}sa \\O stlund', [{ family: 'Østlund', given: 'Åsa' }]],
    ["{\\'E}milie du Ch{\\^a}telet", [{ family: 'Châtelet', given: 'Émilie', 'non-dropping-particle': 'du' }]],
    ['{van Gogh}, Vincent', [{ family: 'van Gogh', given: 'Vincent' }]],
    ['Nguy{\\~{\\^e}}n, V{\\u a}n', [{ family: 'Nguyễn', given: 'Văn' }]],
    ['family=Berg, given=Jan, prefix=van den', [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' }]],
    [
      'family=Berg, given=Jan, prefix=van, useprefix=false',
      [{ family: 'Berg', given: 'Jan', 'dropping-particle': 'van' }],
    ],
    ['{José {de la Cruz}, Jr.}', [{ family: 'de la Cruz', given: 'José', suffix: 'Jr.' }]],
    ['José {de la Cruz}, Jr.', [{ family: 'de la Cruz', given: 'José', suffix: 'Jr.' }]],
    ['Henry Ford Jr.', [{ family: 'Ford', given: 'Henry', suffix: 'Jr.' }]],
    ['Henry {Ford Jr.}', [{ family: 'Ford', given: 'Henry', suffix: 'Jr.' }]],
    ['Steele{ Jr.}, Guy', [{ family: 'Steele', given: 'Guy', suffix: 'Jr.' }]],
    ['Ford, Henry III', [{ family: 'Ford', given: 'Henry', suffix: 'III' }]],
    ['{Smith, John}', [{ literal: 'Smith, John' }]],
    ['Smith, II', [{ family: 'Smith', given: 'II' }]],
    ['Smith, V', [{ family: 'Smith', given: 'V' }]],
    ['J. {d}e {l}a Cruz', [{ family: 'Cruz', given: 'J.', 'non-dropping-particle': 'de la' }]],
    ['Barnes {and} Noble', [{ literal: 'Barnes and Noble' }]],
    [
      'and Doe, J. \\and Roe, K. and',
      [
        { family: 'Doe', given: 'J.' },
        { family: 'Roe', given: 'K.' },
      ],
    ],
  ])('%s', (author, names) => {
    expect(only(`@misc{k, author={${author}}}`).author).toEqual(names);
  });
});

describe('letters as people write them', () => {
  it.each([
    ['37$^\\circ$C and 10$^{-3}$', '37°C and 10<sup>-3</sup>'],
    ['\\(\\beta\\)-blocker, \\textonehalf', 'β-blocker, ½'],
    ['\\LaTeX{} \\& \\TeX', 'LaTeX & TeX'],
    ['x \\textasciicircum{} y', 'x ^ y'],
    ['$\\frac{1}{2}$ of 5\\,mg', '1/2 of 5\u202fmg'],
    ['\\texorpdfstring{$\\beta$}{beta} \\foreignlanguage{french}{sœur} $\\bar{x} \\ne 3$', 'β sœur x̄ ≠3'],
    ['R\\&amp;D, R\\&D; &eacute;t&eacute; &beta;', 'R&D, R&D; été β'],
    ['\\MakeUppercase{\\oe uvre} \\enquote*{a} \\href{https://x.org/a_b}{b}', 'ŒUVRE “a” b'],
  ])('%s', (title, letters) => {
    expect(only(`@misc{k, title={${title}}}`).title).toBe(letters);
  });
});

it('an entry that is glued to the last word of one never closed is an entry', () => {
  const read = readBibtex('@misc{a, title={A}, year=2000 @misc{b, title={B}, year=2001} words @book{c, title={C}');
  expect(read.references.map(({ item }) => [item.title, item.issued?.['date-parts']?.[0]?.[0]])).toEqual([
    ['A', 2000],
    ['B', 2001],
    ['C', undefined],
  ]);
  expect(read.problems.map(({ code }) => code)).toEqual(['references.bibtex.unclosed', 'references.bibtex.unclosed']);
});

it('an entry of which nothing came in is said not to have been read', () => {
  for (const text of ['@misc{k, = {x}}', '@book{roe, a'])
    expect(readBibtex(text).problems.map(({ code }) => code)).toEqual(['references.bibtex.empty']);
});

it('a month without a year is kept and written back', () => {
  const read = readBibtex('@misc{k, title={T}, year={}, month={Février}}');
  expect(writeBibtex(read.references, 'bibtex')).toContain('month = {Février}');
});

it('braces nested without end cost nothing but themselves', () => {
  const deep = '{'.repeat(20_000);
  const read = readBibtex(`@misc{a, title={${deep}x${deep.replaceAll('{', '}')}}}\n@misc{b, title={B}}`);
  expect(read.references.map(({ item }) => item.title)).toEqual(['x', 'B']);
  expect(readBibtex(`@misc{a, title={${deep}x}}\n@misc{b, title={B}}`).references).toHaveLength(2);
});

it('the location of a paper with an address is that of the conference', () => {
  const text =
    '@inproceedings{k,\n  title = {T},\n  location = {Anchorage, AK, USA},\n  address = {New York, NY, USA}\n}\n';
  expect(only(text)).toMatchObject({
    'publisher-place': 'New York, NY, USA',
    'event-place': 'Anchorage, AK, USA',
  });
  expect(writeBibtex(readBibtex(text).references, 'bibtex')).toBe(text);
  expect(only('@inproceedings{k, location={Paris}, title={T}}')['publisher-place']).toBe('Paris');
});

it('a library of CR lines, with a byte order mark gone and addresses between its entries, is read whole', () => {
  const read = readReferences(
    '% me@x.org\r@article{a,\r title={A},\r year=2001\r}\r\r@article{b,\r title={B}\r}',
    'x.bib',
  );
  expect(read.ok && read.value.references.map(({ item }) => item.title)).toEqual(['A', 'B']);
});

describe('authors as libraries have them', () => {
  const authors = (field: string) => only(`@article{k, author = {${field}}, title = {T}}`).author;

  it.each([
    ['World Health Organization', ['World Health Organization']],
    ['Centers for Disease Control and Prevention', ['Centers for Disease Control and Prevention']],
    ['Food and Drug Administration', ['Food and Drug Administration']],
    [
      'Haute Autorité de Santé and RECOVERY Collaborative Group',
      ['Haute Autorité de Santé', 'RECOVERY Collaborative Group'],
    ],
  ])('%s is a body without its braces', (field, literals) => {
    expect(authors(field)).toEqual(literals.map(literal => ({ literal })));
  });

  it('Royal Smith and Ada World are persons', () => {
    expect(authors('Royal Smith and Ada World')).toEqual([
      { given: 'Royal', family: 'Smith' },
      { given: 'Ada', family: 'World' },
    ]);
  });

  it('“et al.” after the last name, and in braces, stands for the others', () => {
    const others = [{ family: 'Roe', given: 'J.' }, { literal: 'et al.' }];
    expect(authors('Roe, J. et al.')).toEqual(others);
    expect(authors('Roe, J. and {others}')).toEqual(others);
  });

  it('initials behind every family name are given names, and a family name may be a letter', () => {
    expect(authors('Klingel K and M{\\"u}ller JA and de la Cruz M and others')).toEqual([
      { family: 'Klingel', given: 'K' },
      { family: 'Müller', given: 'JA' },
      { family: 'Cruz', given: 'M', 'non-dropping-particle': 'de la' },
      { literal: 'et al.' },
    ]);
    expect(authors('Weinan E and Bj{\\"o}rn Engquist')).toEqual([
      { given: 'Weinan', family: 'E' },
      { given: 'Björn', family: 'Engquist' },
    ]);
    expect(authors('Wei LI and Min XU')).toEqual([
      { given: 'Wei', family: 'LI' },
      { given: 'Min', family: 'XU' },
    ]);
    expect(authors('Malcolm X')).toEqual([{ given: 'Malcolm', family: 'X' }]);
  });

  it('a comma left before “and” makes no name of initials', () => {
    expect(authors('J. Roe, and K. Doe')).toEqual([
      { given: 'J.', family: 'Roe' },
      { given: 'K.', family: 'Doe' },
    ]);
  });
});

describe('what a sample of large libraries held', () => {
  it('a SICI in a DOI keeps its angle brackets, as letters or as HTML', () => {
    const doi = '10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P';
    expect(only(`@article{k, title = {T}, doi = {${doi}}}`).DOI).toBe(doi);
    const escaped = doi.replace('<', '&lt;').replace('>', '&gt;');
    expect(only(`@article{k, title = {T}, doi = {https://doi.org/${escaped}}}`).DOI).toBe(doi);
  });

  it('single quotation marks close where they were opened, and apostrophes stay', () => {
    expect(only("@article{k, title = {`Silent' strokes in Crohn's disease}}").title).toBe(
      "‘Silent’ strokes in Crohn's disease",
    );
  });

  it('dashes and slashes by name are signs', () => {
    expect(only('@article{k, title = {Skin{\\Dash}Kidney\\slash Heart}}').title).toBe('Skin—Kidney/Heart');
  });

  it('a child with a year does not take its parent’s date', () => {
    const text = '@book{c, crossref = {p}, title = {Five}, year = 2001}\n@book{p, title = {All}, date = {1988/2009}}';
    expect(items(text)[0]?.issued).toEqual({ 'date-parts': [[2001]] });
  });

  it('a short journal name misspelt by its field is one, and a year of first printing a date', () => {
    expect(only('@article{k, title = {T}, journal = {Kidney International}, journalabr = {Kidney Int}}')).toMatchObject(
      {
        'container-title-short': 'Kidney Int',
      },
    );
    expect(only('@book{k, title = {T}, origyear = 1936, year = 2002}')).toMatchObject({
      'original-date': { 'date-parts': [[1936]] },
    });
  });

  it('words beside a PubMed number are kept and written back', () => {
    const { references } = readBibtex('@misc{k, title = {T}, pmid = {27433151 SO  a stray line}}');
    expect(references[0]?.item.PMID).toBe('27433151');
    expect(writeBibtex(references, 'bibtex')).toContain('pmid = {27433151 SO a stray line}');
    const plain = readBibtex('@misc{k, title = {T}, pmid = {PMID: 27433151}}').references[0];
    expect(plain).toMatchObject({ item: { PMID: '27433151' } });
    expect(plain).not.toHaveProperty('kept.bibtex:pmid');
  });
});

describe('what sites write', () => {
  it('the place of an ACM paper is its publisher’s, and that of the conference is kept', () => {
    const text = '@inproceedings{k, title={T}, address={New York, NY, USA}, location={Anchorage, AK, USA}}';
    expect(only(text)).toMatchObject({ 'publisher-place': 'New York, NY, USA' });
    const { references } = readBibtex(text);
    expect(writeBibtex(references, 'bibtex')).toContain('Anchorage');
    expect(only('@book{k, title={T}, location={Paris}}')).toMatchObject({ 'publisher-place': 'Paris' });
  });

  it('two addresses in one field, as Mendeley writes them, are not glued to one', () => {
    const { references } = readBibtex('@misc{k, title={T}, url={http://a.example/x https://doi.org/10.1/y}}');
    expect(references[0]?.item.URL).toBe('http://a.example/x');
    expect(writeBibtex(references, 'bibtex')).toContain('https://doi.org/10.1/y');
  });
});

it('a DOI that stands in the address only is found, and the address stays alone when it is written', () => {
  const read = readBibtex('@article{a, title={T}, url={https://doi.org/10.1000/xyz}}').references;
  expect(read[0]?.item).toMatchObject({ DOI: '10.1000/xyz', URL: 'https://doi.org/10.1000/xyz' });
  expect(writeBibtex(read, 'bibtex')).not.toContain('doi =');
  const moved = { ...read[0]!, item: { ...read[0]!.item, URL: 'https://example.org' } };
  expect(readBibtex(writeBibtex([moved], 'bibtex')).references[0]?.item).toMatchObject({ DOI: '10.1000/xyz' });
});

it('BibDesk’s whole name of a journal, Paperpile’s number in PubMed Central, bioRxiv’s and SciELO’s places are found', () => {
  const text = `@article{a, Title={T}, Journal={Plant J}, Journal-Full={The Plant journal : for cell and molecular biology}, pmc="PMC5944000", elocation-id={2022.10.21.513137}, crossref={10.3265/Nefrologia.pre2015}}`;
  const read = readBibtex(text).references;
  expect(read[0]?.item).toMatchObject({
    'container-title': 'The Plant journal : for cell and molecular biology',
    'container-title-short': 'Plant J',
    PMCID: 'PMC5944000',
    page: '2022.10.21.513137',
    DOI: '10.3265/Nefrologia.pre2015',
  });
  const again = writeBibtex(read, 'bibtex');
  for (const field of [
    'journal = {Plant J}',
    'journal-full = {The Plant',
    'pmc = {PMC',
    'elocation-id = {2022',
    'crossref = {10.',
  ])
    expect(again).toContain(field);
  expect(again).not.toContain('doi =');
  expect(readBibtex(again).references[0]?.item).toEqual(read[0]?.item);
});

it('a thesis that does not say for what degree is not made one for a PhD', () => {
  const text = writeBibtex([{ id: 'a', item: { id: 'a', type: 'thesis', title: 'T' } }], 'bibtex');
  expect(text).toContain('type = {Thesis}');
  expect(only(text)).toEqual({ id: 'a', type: 'thesis', title: 'T' });
  expect(only('@phdthesis{a, title={T}}')).toMatchObject({ genre: 'PhD thesis' });
});

it('Zotero’s Extra in an annotation says PubMed’s numbers', () => {
  expect(only('@article{a, title={T}, annotation={PMID: 29719190\\\\\nPMCID: PMC5944000}}')).toMatchObject({
    PMID: '29719190',
    PMCID: 'PMC5944000',
  });
});

it('what BibDesk says of its file is no entry', () => {
  const text = `@bibdesk_info{document_info,
\tdocument_info = {<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict></dict></plist>
}}

@article{roe, title={T}}

@comment{BibDesk Static Groups{<plist><string>roe</string></plist>}}`;
  expect(readBibtex(text)).toMatchObject({ references: [{ id: 'roe' }], problems: [] });
});

it('types of several words are types: Semantic Scholar’s lists, “Journal Article”', () => {
  const text = `@['JournalArticle', 'Review']{Roe2019CalcificationIT,
  title={Calcification in the skin},
  author={Jane Roe and Wei Wang 0001 and 山田 太郎},
  journal={Kidney international},
  volume={95 4},
  pages={
          123-130
        }
}
@Book Chapter{b, title={B}, author={Roe, J.}}
@journal-article{c, title={C}, journal={J}}
Write to @jane roe (at home) about it.`;
  const { references, problems } = readBibtex(text);
  expect(problems).toEqual([]);
  expect(references.map(({ item }) => item)).toMatchObject([
    {
      type: 'article-journal',
      author: [
        { family: 'Roe', given: 'Jane' },
        { family: 'Wang', given: 'Wei' },
        { family: '山田', given: '太郎' },
      ],
      volume: '95',
      issue: '4',
      page: '123-130',
    },
    { type: 'chapter', title: 'B' },
    { type: 'article-journal', title: 'C', 'container-title': 'J' },
  ]);
  expect(readBibtex(writeBibtex(references, 'bibtex')).references.map(({ item }) => item)).toEqual(
    references.map(({ item }) => item),
  );
});
