import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../core/formats/bibtex/index.ts';
import { decodeLatex } from '../../../core/formats/bibtex/latex.ts';
import { scanBibtex } from '../../../core/formats/bibtex/scan.ts';
import { writeBibtex } from '../../../core/formats/bibtex/write.ts';
import type { Reference } from '../../../core/report/types.ts';

const dialects = ['bibtex', 'biblatex'] as const;

/** The fields of every entry of a file, decoded. */
function fieldsOf(text: string): readonly Record<string, string>[] {
  const scanner = scanBibtex(text);
  const entries: Record<string, string>[] = [];
  for (let entry = scanner.next(); entry !== null; entry = scanner.next()) {
    const { type, names, values } = entry;
    entries.push({
      '@type': type,
      ...Object.fromEntries(names.map((name, index) => [name, decodeLatex(values[index] as string)])),
    });
  }
  return entries;
}

const rewritten = (text: string, dialect: (typeof dialects)[number] = 'bibtex') =>
  writeBibtex(readBibtex(text).references, dialect);

/** Fields as libraries have them: name and a value that is not written differently in the end. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  author: [
    'Müller, Anna and de la Cruz, José',
    'van der Berg, Jan',
    '{World Health Organization} and Roe, R. and others',
    'Doe, Jr., John',
  ],
  editor: ['Poe, Edgar A.'],
  title: [
    '{CRP} in \\textit{Candida} sepsis: 50\\% of cases',
    'A title with {\\"O}zt{\\"u}rk and $\\beta_2$',
    'Simple',
  ],
  subtitle: ['a case report'],
  journal: ['Kidney Int.'],
  journaltitle: ['Kidney International'],
  shortjournal: ['Kidney Int'],
  booktitle: ['Proceedings of the {ERA} meeting'],
  publisher: ['Elsevier \\& Sons'],
  organization: ['ACM'],
  institution: ['Inserm'],
  school: ['Université de Paris'],
  address: ['Paris'],
  location: ['Lyon'],
  year: ['2018', 'in press', 'c. 1990', '2019--2020'],
  month: ['5'],
  date: ['2018-05-03', '2018-05/2018-06'],
  urldate: ['2020-01-02'],
  volume: ['378'],
  number: ['18'],
  issue: ['Suppl 1'],
  pages: ['1704--1714', 'e12', '12--18, 22'],
  eid: ['e100'],
  doi: ['10.1056/NEJMra1505292'],
  url: ['https://example.org/a_b?c=d%20e'],
  howpublished: ['\\url{https://example.org}', 'Poster'],
  note: ['In French'],
  keywords: ['skin, kidney'],
  abstract: ['First line\nsecond line with {braces} and 5 \\% of $x^2$.'],
  file: [':a/b.pdf:PDF'],
  'mendeley-groups': ['Thesis'],
  crossref: ['nothere'],
  eprint: ['12345'],
  eprinttype: ['pubmed'],
  pmid: ['29719190'],
  isbn: ['978-3-16-148410-0'],
  issn: ['0028-4793'],
  language: ['french'],
  langid: ['english'],
  annote: ['Read twice'],
  annotation: ['Read once'],
  edition: ['2nd'],
  series: ['Lecture Notes'],
  chapter: ['4'],
  type: ['Thèse'],
};
const TYPES = [
  'article',
  'book',
  'inbook',
  'incollection',
  'inproceedings',
  'conference',
  'phdthesis',
  'mastersthesis',
  'thesis',
  'techreport',
  'report',
  'manual',
  'misc',
  'online',
  'unpublished',
  'proceedings',
  'patent',
  'weird',
];

const entry = fc
  .record({
    type: fc.constantFrom(...TYPES),
    fields: fc.uniqueArray(fc.constantFrom(...Object.keys(FIELDS)), { minLength: 2, maxLength: 14 }),
    pick: fc.nat(11),
  })
  .map(({ type, fields, pick }) => ({
    type,
    fields: Object.fromEntries(
      fields.map(name => {
        const values = FIELDS[name] as readonly string[];
        return [name, values[pick % values.length] as string];
      }),
    ),
  }));

/** What two ways of writing one field have in common. */
const DATES = ['year', 'month', 'date', 'day'];
const PAIRS: Readonly<Record<string, string>> = {
  journaltitle: 'journal',
  location: 'address',
  langid: 'language',
  annotation: 'annote',
};

/** Types that only BibLaTeX has, and what BibTeX prints in their place. */
const TYPE_OF_BIBTEX: Readonly<Record<string, string>> = { report: 'techreport' };

describe('BibTeX written', () => {
  it('a file read and written again has every field it had, whatever they are', () => {
    fc.assert(
      fc.property(entry, ({ type, fields }) => {
        const text = `@${type}{key,\n${Object.entries(fields)
          .map(([name, value]) => `  ${name} = {${value}},\n`)
          .join('')}}\n`;
        const [before] = fieldsOf(text) as [Record<string, string>];
        const [after = {}] = fieldsOf(rewritten(text));
        const values = new Set(Object.values(after));
        for (const [name, value] of Object.entries(before)) {
          if (DATES.includes(name)) continue;
          // The other dialect's name of a field is written as this dialect's, with the same value.
          const found = after[name] ?? after[PAIRS[name] ?? ''];
          if (found !== value && !values.has(value) && found !== TYPE_OF_BIBTEX[value])
            throw new Error(
              `${name}: ${JSON.stringify(value)} became ${JSON.stringify(found)}\n${text}\n${rewritten(text)}`,
            );
        }
        const dates = (text: string) => readBibtex(text).references[0]?.item.issued;
        expect(dates(rewritten(text))).toEqual(dates(text));
      }),
      { numRuns: 600 },
    );
  });

  it.each(dialects)('%s: what was read is read again from what was written', dialect => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), entries => {
        const text = entries
          .map(
            ({ type, fields }, index) =>
              `@${type}{key${index},\n${Object.entries(fields)
                .map(([name, value]) => `  ${name} = {${value}},\n`)
                .join('')}}\n`,
          )
          .join('\n');
        const first = readBibtex(text).references.map(({ item }) => item);
        const again = readBibtex(rewritten(text, dialect)).references.map(({ item }) => item);
        expect(again).toEqual(first);
      }),
      { numRuns: 400 },
    );
  });

  it.each(dialects)('%s: items of any letters come back as they were', dialect => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map(text =>
        text
          .replace(/[\s<>\p{C}\p{Z}]+/gu, ' ')
          .normalize('NFC')
          .trim(),
      )
      // A backslash before letters is a command that LaTeX would obey; it is given back as it was, braces and all.
      .filter(text => text !== '' && !/\\[a-z]/i.test(text));
    fc.assert(
      fc.property(words, words, words, (title, family, note) => {
        const reference: Reference = {
          id: 'k',
          item: { id: 'k', type: 'article-journal', title, author: [{ family: `X${family}`, given: 'A.' }], note },
        };
        const [read] = readBibtex(writeBibtex([reference], dialect)).references;
        expect(read?.item).toEqual(reference.item);
      }),
      { numRuns: 500 },
    );
  });

  it('names keep particles, suffixes, bodies and et al.', () => {
    const author = [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      { family: 'Doe', given: 'John', suffix: 'Jr.' },
      { family: 'Study Group' },
      { literal: 'Barnes and Noble' },
      { family: 'd’Arc', given: 'Jeanne' },
      { family: 'Ford', suffix: 'Jr.' },
      { family: 'Van Berg', given: 'II' },
      { literal: 'et al.' },
    ];
    const reference: Reference = { id: 'k', item: { id: 'k', type: 'book', title: 'T', author } };
    const text = writeBibtex([reference], 'bibtex');
    expect(text).toContain(
      '{van der Berg, Jan and Doe, Jr., John and Study Group, and {Barnes and Noble} and d’Arc, Jeanne and Ford, Jr., and Van Berg, {II} and others}',
    );
    expect(readBibtex(text).references[0]?.item.author).toEqual(author);
  });

  it('keys are unique and hold nothing that LaTeX trips over', () => {
    const one = (id: string): Reference => ({ id, item: { id, type: 'book', title: 'T' } });
    const text = writeBibtex([one('a b'), one('ab'), one('{%}')], 'bibtex');
    expect([...text.matchAll(/@book\{(.*),/g)].map(([, key]) => key)).toEqual(['ab', 'ab-2', 'reference']);
  });

  it('the dialects name their fields each in their way', () => {
    const item = {
      id: 'k',
      type: 'article-journal',
      title: 'T',
      'container-title': 'J',
      issued: { 'date-parts': [[2018, 5, 3]] },
      page: '12-18',
      PMID: '1',
    };
    expect(writeBibtex([{ id: 'k', item }], 'bibtex')).toBe(
      '@article{k,\n  title = {T},\n  journal = {J},\n  pages = {12--18},\n  year = {2018},\n  month = may,\n  day = {3},\n  pmid = {1}\n}\n',
    );
    expect(writeBibtex([{ id: 'k', item }], 'biblatex')).toBe(
      '@article{k,\n  title = {T},\n  journaltitle = {J},\n  pages = {12--18},\n  date = {2018-05-03},\n  pmid = {1}\n}\n',
    );
  });
});
