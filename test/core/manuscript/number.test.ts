import { describe, expect, it } from 'vitest';
import { mention, numberReport, panelLetter, printedParts, roman } from '../../../core/manuscript/number.ts';
import type { Block, Heading } from '../../../core/report/document.ts';
import { cite, complete, figureBlock, h, house, p, reportOf, table } from '../fixtures.ts';

const french = house('plain-fr');
const english = house('plain-en');
const authorDate = house('author-date');

describe('sections', () => {
  it('count in Roman numerals where the template says so, and only the four of them', () => {
    const { parts } = numberReport(complete, french);
    expect(parts.get('introduction')).toEqual({ number: 'I.', heading: 'Introduction' });
    expect(parts.get('conclusion')).toEqual({ number: 'IV.', heading: 'Conclusion' });
    expect(parts.get('consent')).toEqual({ number: '', heading: 'Consentement du patient' });
  });
  it('carry no number where the template wants none', () => {
    expect(numberReport(complete, english).parts.get('discussion')?.number).toBe('');
  });
  it('an abstract in another language has the heading of that language', () => {
    const { parts } = numberReport(complete, french);
    expect(parts.get('abstract:fr')?.heading).toBe('Résumé');
    expect(parts.get('abstract:en')?.heading).toBe('Abstract');
  });
  it('4 is IV and 39 is XXXIX', () => {
    expect([1, 4, 9, 14, 39].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXXIX']);
  });
});

describe('headings inside a section', () => {
  const [first, below, second, fresh] = [h(1, 'A'), h(2, 'B'), h(1, 'C'), h(2, 'D')] as Heading[];
  const report = reportOf('en', { observation: [first, below, second, fresh] as Block[] });

  it('count below their section, and a new first level begins the second anew', () => {
    const { headings } = numberReport(report, authorDate);
    expect([first, below, second, fresh].map(one => headings.get(one as Heading))).toEqual([
      '2.1.',
      '2.1.1.',
      '2.2.',
      '2.2.1.',
    ]);
  });
  it('carry the Roman numeral of their section', () => {
    const roman = { ...french, numbering: { sections: 'roman', headings: 'decimal' } } as const;
    expect(numberReport(report, roman).headings.get(second as Heading)).toBe('II.2.');
  });
  it('of an abstract carry none', () => {
    const label = h(1, 'Background') as Heading;
    expect(numberReport(reportOf('en', { 'abstract:en': [label] }), authorDate).headings.has(label)).toBe(false);
  });
});

describe('figures and tables', () => {
  it('count apart; a chart is a figure and a table of lab values a table', () => {
    const { floats } = numberReport(complete, french);
    expect([...floats].map(([id, { label }]) => [id, label])).toEqual([
      ['fig', 'Figure\u00a01'],
      ['labs', 'Tableau\u00a01'],
      ['chart', 'Figure\u00a02'],
      ['doses', 'Tableau\u00a02'],
    ]);
  });
  it('are named in the language of the document, not of the template', () => {
    expect(numberReport(complete, english).floats.get('doses')?.label).toBe('Tableau\u00a02');
  });
  it('of two blocks with one id the first counts, and no number is lost', () => {
    const report = reportOf('en', { observation: [figureBlock('a'), figureBlock('a'), figureBlock('b')] });
    expect(numberReport(report, english).floats.get('b')?.number).toBe(2);
  });
  it('follow the page where the template prints parts in another order', () => {
    const order = english.order.filter(place => place !== 'discussion');
    const turned = { ...english, order: ['discussion', ...order] as typeof english.order };
    const report = reportOf('en', { observation: [figureBlock('a')], discussion: [figureBlock('b')] });
    expect(numberReport(report, turned).floats.get('b')?.number).toBe(1);
    expect(numberReport(report, turned).floats.get('a')?.number).toBe(2);
  });
});

describe('mentions', () => {
  const { floats } = numberReport(complete, french);
  it('are in lower case in French and capitalised in English, with the letter of the panel', () => {
    expect(mention(floats.get('fig'), 'B', 'fr')).toBe('figure\u00a01B');
    expect(mention(floats.get('doses'), undefined, 'fr')).toBe('tableau\u00a02');
    expect(mention(numberReport({ ...complete, language: 'en' }, english).floats.get('doses'), undefined, 'en')).toBe(
      'Table\u00a02',
    );
  });
  it('of what is gone are two question marks', () => {
    expect(mention(undefined, 'A', 'en')).toBe('??');
  });
  it('after panel Z comes AA', () => {
    expect([0, 25, 26, 51, 52].map(panelLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});

describe('citations', () => {
  it('are listed in the order of the page; one in a caption counts where the figure stands', () => {
    expect(numberReport(complete, french).citations.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4']);
  });
  it('inside a cell of a table count where the table stands', () => {
    const cell = table('t', 'T', 0);
    const holding = {
      ...cell,
      children: [
        ...cell.children,
        { type: 'table-row', children: [{ type: 'table-cell', children: [cite('inside', 'r1')] }] },
      ],
    } as Block;
    const report = reportOf('en', { discussion: [p(cite('before', 'r1')), holding, p(cite('after', 'r1'))] });
    expect(numberReport(report, english).citations.map(({ id }) => id)).toEqual(['before', 'inside', 'after']);
  });
});

it('every part is printed once, the title first', () => {
  for (const template of [french, english, authorDate]) {
    const printed = printedParts(complete.parts, template);
    expect(printed[0]?.key).toBe('title');
    expect(new Set(printed)).toEqual(new Set(complete.parts));
    expect(printed).toHaveLength(complete.parts.length);
  }
});

it('20,000 words are numbered again without a wait after a keystroke', () => {
  const blocks = Array.from({ length: 400 }, (_, index) => p('word '.repeat(50), cite(`c${index}`, 'r1')));
  const report = reportOf('en', { discussion: blocks });
  numberReport(report, english);
  const typed = reportOf('en', { discussion: blocks.with(200, p('word '.repeat(51), cite('c200', 'r1'))) });
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    numberReport(typed, english);
    return performance.now() - start;
  });
  expect(times.sort((a, b) => a - b)[4]).toBeLessThan(100);
});
