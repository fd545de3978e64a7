/** Citations as they stand in the text, in styles of every kind, in French and English, and in every format that is written. */
import { describe, expect, it } from 'vitest';
import { numberReport } from '../../../core/manuscript/number.ts';
import { resolve } from '../../../core/manuscript/resolve.ts';
import type { Citation, CitationItem } from '../../../core/report/document.ts';
import type { Language, Reference } from '../../../core/report/types.ts';
import type { Template } from '../../../core/template/types.ts';
import { createCiting } from '../../../host/citing/citing.ts';
import { cite, house, p, reportOf } from '../../core/fixtures.ts';
import { exporters, linesOf, written } from '../export/written.ts';

const citing = createCiting({ templatesFolder: 'templates' });

const by = (...families: string[]) => ({ author: families.map(family => ({ family, given: 'Ann' })) });
const works: Readonly<Record<string, object>> = {
  one: by('Klingel'),
  two: by('Klingel', 'Roy'),
  many: by('Klingel', 'Roy', 'Ng', 'Doe', 'Kim', 'Lee', 'Bo', 'Fu'),
  group: { author: [{ literal: 'World Health Organization' }] },
  nobody: {},
  edited: { type: 'book', 'container-title': undefined, editor: by('Doe', 'Kim').author },
  chapter: { type: 'book', editor: by('Doe', 'Kim').author },
  particle: { author: [{ family: 'Berg', given: 'Ann', 'non-dropping-particle': 'van der' }] },
  french: { ...by('Moulin', 'Lefèvre'), title: 'Une urgence\u00a0: oui ? Non' },
};
const references: readonly Reference[] = Object.entries(works).map(([id, more], index) => ({
  id,
  item: {
    id,
    type: 'article-journal',
    title: `Title ${id}`,
    'container-title': 'J Cases',
    issued: { 'date-parts': [[2004 + index]] },
    volume: '3',
    page: '10-19',
    ...more,
  },
}));

interface Style {
  readonly style: string;
  readonly kind: Template['citations']['kind'];
  readonly csl?: string;
}

const named = (id: string, ...items: (string | CitationItem)[]) => ({
  ...(cite(id, ...items) as Citation),
  narrative: true as const,
});

/** A report whose introduction has a sentence for each citation, in a style. */
function printedIn(citations: Style, language: Language, own: readonly Citation[]) {
  const report = reportOf(
    language,
    { introduction: own.map(citation => p('By ', citation, ' it was.')) },
    { references: [...references] },
  );
  const template: Template = { ...house(report.template), citations };
  const { citations: clusters } = numberReport(report, template);
  const formatted = citing.format({ clusters, references, template, language });
  const manuscript = resolve(report, template, formatted);
  return { report, template, manuscript, images: {} };
}

/** The letters of each sentence between "By" and "it was", raised ones behind a caret. */
function sentences(citations: Style, language: Language, own: readonly Citation[]): readonly string[] {
  const { manuscript } = printedIn(citations, language, own);
  const blocks = manuscript.divisions.find(({ anchor }) => anchor === 'introduction')?.blocks ?? [];
  return blocks.flatMap(block =>
    block.kind === 'paragraph'
      ? block.runs
          .map(run =>
            run.note
              ? `^${run.note.number}{${run.note.runs.map(({ text }) => text).join('')}}`
              : run.sup
                ? `^${run.text}`
                : run.text,
          )
          .join('')
          .replace(/^By /, '')
          .replace(/ it was\.$/, '')
          .replaceAll('\u00a0', '~')
      : [],
  );
}

describe('authors in the sentence', () => {
  const each = (ids: readonly string[]) => ids.map((id, index) => named(`c${index}`, id));
  const all = ['one', 'two', 'many', 'group', 'nobody', 'edited', 'particle'];

  it.each<[Style, Language, readonly string[]]>([
    [
      { style: 'vancouver', kind: 'bracket' },
      'en',
      [
        'Klingel~(1)',
        'Klingel and Roy~(2)',
        'Klingel et al.~(3)',
        'World Health Organization~(4)',
        '(5)',
        'Doe and Kim~(6)',
        'van der Berg~(7)',
      ],
    ],
    [
      { style: 'nature', kind: 'superscript' },
      'fr',
      [
        'Klingel^1',
        'Klingel et Roy^2',
        'Klingel et al.^3',
        'World Health Organization^4',
        'By^5',
        'Doe et Kim^6',
        'van der Berg^7',
      ],
    ],
    [
      { style: 'apa', kind: 'author-date' },
      'en',
      [
        'Klingel~(2004)',
        'Klingel and Roy~(2005)',
        'Klingel et al.~(2006)',
        'World Health Organization~(2007)',
        '(“Title Nobody,” 2008)',
        'Doe and Kim~(2009)',
        'van der Berg~(2011)',
      ],
    ],
    [
      { style: 'chicago-author-date', kind: 'author-date' },
      'fr',
      [
        'Klingel~(2004)',
        'Klingel et Roy~(2005)',
        'Klingel et al.~(2006)',
        'World Health Organization~(2007)',
        '(«~Title nobody~» 2008)',
        'Doe et Kim~(2009)',
        'van der~Berg~(2011)',
      ],
    ],
    [
      // It cites by names: in the sentence, all is said.
      { style: 'modern-language-association', kind: 'author-date' },
      'en',
      [
        'Klingel',
        'Klingel and Roy',
        'Klingel et al.',
        'World Health Organization',
        '(“Title Nobody”)',
        'Doe and Kim',
        'van der Berg',
      ],
    ],
    [
      { style: 'din-1505-2-alphanumeric', kind: 'bracket' },
      'en',
      [
        'Klingel~[Klin04]',
        'Klingel and Roy~[KlRo05]',
        'Klingel et al.~[KRND06]',
        'World Health Organization~[Worl07]',
        '[Titl08]',
        'Doe and Kim~[DoKi09]',
        'van der Berg~[Berg11]',
      ],
    ],
  ])('%o, %s', (style, language, expected) => {
    expect(sentences(style, language, each(all))).toEqual(expected);
  });

  it('a note names its work whole, since the sentence has family names alone', () => {
    const chicago: Style = { style: 'chicago-fullnote-bibliography', kind: 'superscript' };
    expect(sentences(chicago, 'en', each(['two', 'nobody']))).toEqual([
      'Klingel and Roy^1{Ann Klingel and Ann Roy, “Title Two,” J Cases 3 (2005): 10–19.}',
      'By^2{“Title Nobody,” J Cases 3 (2008): 10–19.}',
    ]);
  });

  it('a work that the style cites by its title is not named by its editors', () => {
    expect(sentences({ style: 'apa', kind: 'author-date' }, 'en', each(['chapter']))).toEqual([
      '(“Title Chapter,” 2010)',
    ]);
  });

  it('their work comes first, whatever the order of the style; prefix and page stay with it', () => {
    const own = [
      named('a', 'two', 'group', 'edited'),
      named('b', { reference: 'particle', prefix: 'see', locator: '12', label: 'page' }, 'one'),
      named('c', { reference: 'one', suppressAuthor: true }, { reference: 'two', suppressAuthor: true }),
    ];
    expect(sentences({ style: 'chicago-author-date', kind: 'author-date' }, 'en', own)).toEqual([
      'Klingel and Roy~(2005; World Health Organization 2007; Doe and Kim 2009)',
      'van der Berg~(see 2011, 12; Klingel 2004)',
      'Klingel~(2004; Klingel and Roy 2005)',
    ]);
    expect(sentences({ style: 'modern-language-association', kind: 'author-date' }, 'en', own)[0]).toBe(
      'Klingel and Roy~(World Health Organization; Doe and Kim)',
    );
  });

  it('works that would be taken for each other are told apart there as in brackets', () => {
    const three = (id: string, third: string): Reference => ({
      id,
      item: { id, type: 'book', title: id, issued: { 'date-parts': [[2004]] }, ...by('Klingel', 'Roy', third) },
    });
    const template = { ...house('plain-en'), citations: { style: 'apa', kind: 'author-date' } } as Template;
    const clusters = [named('a', 'x'), cite('b', 'y') as Citation];
    const { names } = citing.format({
      clusters,
      references: [three('x', 'Ng'), three('y', 'Doe')],
      template,
      language: 'en',
    });
    expect(names).toEqual({ a: 'Klingel, Roy, and Ng' });
  });

  it('"et al." is worded as the style words it', () => {
    const csl = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Revue</title></info>
<locale xml:lang="fr"><terms><term name="et-al">et coll.</term></terms></locale>
<macro name="who"><names variable="author"><name form="short" et-al-min="3" et-al-use-first="1"/></names></macro>
<citation><layout prefix="(" suffix=")"><group delimiter=", "><text macro="who"/><date variable="issued"><date-part name="year"/></date></group></layout></citation>
<bibliography><layout><text macro="who"/></layout></bibliography></style>`;
    const numbers = csl.replace(
      /<citation>.*<\/citation>/,
      '<citation><layout prefix="[" suffix="]"><text variable="citation-number"/></layout></citation>',
    );
    const own = each(['many', 'two']);
    expect(sentences({ style: 'added-1', kind: 'author-date', csl }, 'fr', own)).toEqual([
      'Klingel et coll.~(2006)',
      'Klingel et Roy~(2005)',
    ]);
    expect(sentences({ style: 'added-2', kind: 'bracket', csl: numbers }, 'fr', own)[0]).toBe('Klingel et coll.~[1]');
  });
});

describe('spaces', () => {
  const own = [
    cite('a', { reference: 'french', prefix: 'voir aussi :', locator: '12-15', label: 'page', suffix: '; non ?' }),
    named('b', { reference: 'two', locator: '3', label: 'figure' }),
  ] as Citation[];

  it('are those of French print in French, and none of them in English', () => {
    const apa: Style = { style: 'apa', kind: 'author-date' };
    expect(sentences(apa, 'fr', own)).toEqual([
      '(voir aussi~: Moulin & Lefèvre, 2012, p.~12\u201115\u202f; non\u202f?)',
      'Klingel et Roy~(2005, Figure~3)',
    ]);
    expect(sentences(apa, 'en', own)).toEqual([
      '(voir aussi : Moulin & Lefèvre, 2012, pp. 12–15; non ?)',
      'Klingel and Roy~(2005, Figure 3)',
    ]);
    const entry = (language: Language) =>
      printedIn(apa, language, own).manuscript.bibliography.map(({ runs }) => runs.map(({ text }) => text).join(''));
    expect(entry('fr')[1]).toContain('Une urgence\u00a0: oui\u202f? Non');
    expect(entry('en')[1]).toContain('oui ? Non');
  });

  it('a number after words that end in punctuation is no other one in a row, and a page no other work', () => {
    const numbers: Style = { style: 'american-medical-association', kind: 'bracket' };
    const first = { reference: 'one', prefix: 'voir aussi :' };
    const page = { reference: 'two', locator: '1', label: 'page' };
    expect(sentences(numbers, 'en', [cite('a', first) as Citation])).toEqual(['^voir aussi : ^1']);
    const { manuscript } = printedIn(numbers, 'en', [cite('a', 'one') as Citation, cite('b', page) as Citation]);
    const runs = manuscript.divisions.flatMap(({ blocks }) =>
      blocks.flatMap(block => ('runs' in block ? block.runs : [])),
    );
    expect(runs.filter(({ to }) => to === 'reference-one').length).toBe(1);
  });

  it('are the same in every format', async () => {
    const printed = printedIn({ style: 'apa', kind: 'author-date' }, 'fr', own);
    const even = (text: string) =>
      text
        .replaceAll('&#160;', '\u00a0')
        .replaceAll('&#8239;', '\u202f')
        .replaceAll('&amp;', '&')
        .replaceAll('\\&', '&')
        .replaceAll('~', '\u00a0')
        .replaceAll('\\,', '\u202f')
        .replaceAll('\u2011', '-')
        .replace(/\\mbox\{\}-|\\mbox\{-\}/g, '-')
        .replace(/\\(?:hyperlink|hyperref)(?:\{[^{}]*\}|\[[^\]]*\])/g, '')
        .replace(/<[^>]+>/g, '')
        .replace(/[{}]/g, '');
    for (const id of ['pdf', 'docx', 'html', 'jats', 'latex', 'text']) {
      const exporter = exporters.find(each => each.id === id);
      if (!exporter) throw new Error(id);
      const lines = even((await linesOf(exporter, await written(exporter, printed))).join('\n'));
      // What is read out of a page says nothing of the width of its spaces.
      const text = id === 'pdf' ? lines.replace(/ (?=:|12|3)/g, '\u00a0').replace(/ (?=[;?])/g, '\u202f') : lines;
      expect(text, id).toContain('voir aussi\u00a0: Moulin & Lefèvre, 2012, p.\u00a012-15\u202f; non\u202f?)');
      expect(text, id).toContain('Une urgence\u00a0: oui\u202f? Non');
      expect(text.replace('Roy (', 'Roy\u00a0('), id).toContain('Klingel et Roy\u00a0(2005, Figure\u00a03)');
    }
  });
});

describe('what a style has no field for', () => {
  const entry = (style: string, item: object) =>
    citing
      .format({
        clusters: [cite('a', 'x') as Citation],
        references: [
          { id: 'x', item: { id: 'x', type: 'dataset', title: 'A work', issued: { 'date-parts': [[2021]] }, ...item } },
        ],
        template: { ...house('plain-en'), citations: { style, kind: 'bracket' } },
        language: 'en',
      })
      .bibliography[0]?.runs.map(({ text }) => text)
      .join('');

  it('a DOI is printed as an address where the style prints addresses alone and the work is found by nothing else', () => {
    const DOI = '10.5281/zenodo.1';
    const journal = { type: 'article-journal', 'container-title': 'J Cases', DOI };
    expect(entry('vancouver', { publisher: 'Zenodo', DOI })).toContain(
      'Available from: https://doi.org/10.5281/zenodo.1',
    );
    expect(entry('vancouver', { publisher: 'Zenodo', DOI, URL: 'https://zenodo.org/1' })).not.toContain('doi.org');
    expect(entry('vancouver', journal)).toContain('https://doi.org/');
    expect(entry('vancouver', { ...journal, volume: '3', page: '1-9' })).not.toContain('doi');
    expect(entry('apa', { publisher: 'Zenodo', DOI })?.match(/doi\.org/g)?.length).toBe(1);
  });

  it('a meeting is named by either of its two names in CSL', () => {
    const talk = { type: 'paper-conference', issued: { 'date-parts': [[2018]] } };
    for (const name of ['event', 'event-title'])
      expect(entry('iso690-author-date-fr', { ...talk, [name]: 'ASN Kidney Week' }), name).toContain('ASN Kidney Week');
  });

  it('a style that prints no pages in its citations says so, and none that prints them', () => {
    const formatted = (style: string, kind: Template['citations']['kind']) =>
      citing.format({
        clusters: [cite('a', { reference: 'one', locator: '12' }) as Citation],
        references,
        template: { ...house('plain-en'), citations: { style, kind } },
        language: 'en',
      });
    const letters = (style: string, kind: Template['citations']['kind']) =>
      formatted(style, kind)
        .clusters.a?.map(({ text }) => text)
        .join('');
    expect(letters('vancouver', 'bracket')).not.toContain('12');
    expect(formatted('vancouver', 'bracket').hasNoLocators).toBe(true);
    for (const [style, kind] of [
      ['apa', 'author-date'],
      ['elsevier-vancouver', 'bracket'],
      ['chicago-fullnote-bibliography', 'superscript'],
    ] as const)
      expect([style, letters(style, kind)?.includes('12') ?? false]).toEqual([
        style,
        formatted(style, kind).hasNoLocators === undefined,
      ]);
  });
});
