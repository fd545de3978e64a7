import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../core/formats/bibtex/index.ts';
import { decodeLatex } from '../../../core/formats/bibtex/latex.ts';
import { readNames } from '../../../core/formats/bibtex/lists.ts';

const only = (text: string) => {
  const read = readBibtex(text);
  expect(read.references).toHaveLength(1);
  return read.references[0]!;
};

describe('entries', () => {
  it('an article keeps every field it came with', () => {
    const { id, item, kept } = only(`@article{nigwekar2018,
      author = {Nigwekar, Sagar U. and Thadhani, Ravi and Brandenburg, Vincent M.},
      title = {Calciphylaxis}, journal = {New England Journal of Medicine}, year = 2018, month = may,
      volume = {378}, number = {18}, pages = {1704--1714}, doi = {10.1056/NEJMra1505292}, file = {here.pdf} }`);
    expect(id).toBe('nigwekar2018');
    expect(item).toMatchObject({
      type: 'article-journal',
      'container-title': 'New England Journal of Medicine',
      issued: { 'date-parts': [[2018, 5]] },
      volume: '378',
      issue: '18',
      page: '1704-1714',
      DOI: '10.1056/NEJMra1505292',
    });
    expect(kept).toEqual({ 'bibtex:file': 'here.pdf' });
  });

  it('a broken entry costs itself only, and is reported with its line', () => {
    const read = readBibtex('@article{a, title={A}}\n@book{b, title = {No end,\n\n@misc{c,\n title={C}}\n');
    expect(read.references.map(({ id, item }) => [id, item.title])).toEqual([
      ['a', 'A'],
      ['b', 'No end'],
      ['c', 'C'],
    ]);
    expect(read.problems.map(({ line }) => line)).toEqual([2]);
    expect(read.problems[0]?.message.en).toContain('@book{b');
  });

  it('parentheses, empty keys and entries glued together are read', () => {
    const read = readBibtex('@misc{, title="First work"}@article(c, title={C}, year={2001})');
    expect(read.references.map(({ id }) => id)).toEqual(['first', 'c']);
  });

  it('two entries of one key both come in, under ids of their own', () => {
    const read = readBibtex('@misc{k, title={One}}\n@misc{k, title={Two}}');
    expect(read.references.map(({ id }) => id)).toEqual(['k', 'k-2']);
  });

  it('an @ in an address or a comment starts no entry', () => {
    expect(only('%me@x.org {\n@comment{@}\n@misc{a, title={A}, note={write to a@b{c}.org}}').item.title).toBe('A');
  });

  it('macros are put in and joined, months among them', () => {
    const text =
      '@string{nejm = "N Engl J Med"}\n@article{a, title={A}, journal = nejm # { (Suppl)}, year=2019, month = mar # "~5"}';
    expect(only(text).item).toMatchObject({
      'container-title': 'N Engl J Med (Suppl)',
      issued: { 'date-parts': [[2019, 3, 5]] },
    });
  });

  it('a child takes from its crossref what it lacks', () => {
    const read = readBibtex(
      '@inproceedings{c, title={Talk}, crossref={P}}\n@proceedings{p, title={Meeting}, year=2001}',
    );
    expect(read.references[0]?.item).toMatchObject({
      title: 'Talk',
      'container-title': 'Meeting',
      issued: { 'date-parts': [[2001]] },
    });
  });

  it('carriage returns alone end lines', () => {
    const read = readBibtex('@misc{a,\r title={A}}\r\r@misc{b, title={B\r');
    expect(read.references.map(({ item }) => item.title)).toEqual(['A', 'B']);
    expect(read.problems).toMatchObject([{ line: 4, text: '@misc{b, title={B' }]);
  });

  it('no text makes it throw or hang', () => {
    const piece = fc.constantFrom(
      '@article{',
      '@misc(',
      'a,',
      'title',
      '=',
      '{',
      '}',
      '"',
      '#',
      ',',
      '\n',
      '\\',
      '@',
      ')',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => readBibtex(pieces.join('')).problems.length >= 0),
      { numRuns: 2000, interruptAfterTimeLimit: 5000, markInterruptAsFailure: true },
    );
  });
});

describe('letters', () => {
  it.each([
    [String.raw`{\'e}l\`{e}ve`, 'élève'],
    [String.raw`Mar{\'\i}a Garc\'ia`, 'María García'],
    [String.raw`\"{O}zt\"urk \c{C}elik {\c s}`, 'Öztürk Çelik ş'],
    [String.raw`\AA ngstr\"om, \O ster, \L{}\'od\'z, Stra{\ss}e`, 'Ångström, Øster, Łódź, Straße'],
    [String.raw`$\alpha_2$-macroglobulin`, 'α<sub>2</sub>-macroglobulin'],
    [String.raw`50\% of \textit{Candida} -- see \emph{x}`, '50% of <i>Candida</i> – see <i>x</i>'],
    [String.raw`{\it Salmonella} sp.`, '<i>Salmonella</i> sp.'],
    ["``quoted'' l'eau", "“quoted” l'eau"],
    [String.raw`\unknown{kept}`, String.raw`\unknown{kept}`],
  ])('%s is %s', (source, letters) => {
    expect(decodeLatex(source)).toBe(letters);
  });

  it('braces protect capitals in titles only', () => {
    expect(decodeLatex('The {DNA} test', { title: true })).toBe('The <span class="nocase">DNA</span> test');
    expect(decodeLatex('The {DNA} test')).toBe('The DNA test');
  });
});

describe('names', () => {
  it.each([
    ['van der Berg, Jan', [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }]],
    [
      'Charles de la Vallée Poussin',
      [{ family: 'Vallée Poussin', given: 'Charles', 'non-dropping-particle': 'de la' }],
    ],
    ['Doe, Jr, John', [{ family: 'Doe', given: 'John', suffix: 'Jr' }]],
    ['{World Health Organization}', [{ literal: 'World Health Organization' }]],
    ['Smith, A. and others', [{ family: 'Smith', given: 'A.' }, { literal: 'et al.' }]],
    ['{Barnes {and} Noble} and Poe, E.', [{ literal: 'Barnes and Noble' }, { family: 'Poe', given: 'E.' }]],
    ['Plato', [{ family: 'Plato' }]],
  ])('%s', (field, names) => {
    expect(readNames(field)).toEqual(names);
  });
});
