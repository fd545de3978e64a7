import { describe, expect, it } from 'vitest';
import { numberReport } from '../../../core/manuscript/number.ts';
import type { Part } from '../../../core/report/document.ts';
import { characterCount, sectionWords, textOf, wordCount } from '../../../core/report/text.ts';
import { measures } from '../../../core/template/measure.ts';
import { cite, complete, figureBlock, h, house, p, quote, reportOf, see, table } from '../fixtures.ts';

const part = (...children: Part['children']): Part => ({ type: 'part', key: 'discussion', children });

describe('words', () => {
  it('are parted by white space: "l’hypoderme" is one, "5 mg" two', () => {
    expect(wordCount(p('l’hypoderme'))).toBe(1);
    expect(wordCount(p('5\u00a0mg et 3\u202f%'))).toBe(4);
    expect(wordCount(p('well-known COVID-19'))).toBe(2);
  });
  it('signs that French sets apart are none', () => {
    expect(wordCount(p('«\u00a0oui\u00a0»\u202f; non\u00a0: – si\u202f!'))).toBe(3);
  });
  it('that change their look in the middle are one', () => {
    expect(wordCount(p('hyper', { text: 'calc', bold: true }, 'émie'))).toBe(1);
    expect(wordCount(p('Ca', { text: '2+', sup: true }, ' élevé'))).toBe(2);
  });
  it('a citation parts or joins nothing; a quoted value is one word', () => {
    expect(wordCount(p('rare', cite('c', 'r1', 'r2'), '. Puis ', see('f'), ' vu'))).toBe(3);
    expect(wordCount(p('CRP ', quote('crp', 'crp0'), ' puis ', quote('crp', 'crp45'), '.'))).toBe(4);
  });
  it('of captions and tables are not running text', () => {
    expect(wordCount(part(p('un deux'), figureBlock('f', 'légende longue'), table('t', 'Titre', 0)))).toBe(2);
  });
  it('of the text are those of its four sections, headings included', () => {
    const report = reportOf('fr', {
      title: [p('pas compté')],
      'abstract:fr': [p('pas compté')],
      introduction: [p('un deux')],
      observation: [h(1, 'trois'), p('quatre')],
      funding: [p('pas compté')],
    });
    expect(sectionWords(report)).toBe(4);
    expect(measures({ of: 'text', in: 'words' }, report, numberReport(report, house('plain-fr')))).toEqual([
      { count: 4 },
    ]);
  });
  it('a paragraph typed in is counted anew, the others are remembered', () => {
    const still = p('one two three');
    const before = part(still, p('four'));
    const after = part(still, p('four five'));
    expect([wordCount(before), wordCount(after), wordCount(before)]).toEqual([4, 5, 4]);
  });
});

describe('characters', () => {
  it('count spaces and not line ends; one beyond the basic plane is one', () => {
    expect(characterCount(part(p('a b'), p('cd')))).toBe(5);
    expect(characterCount(p('𝛽é'))).toBe(2);
  });
});

it('blocks are parted by line feeds, links keep their letters, voids have none', () => {
  expect(textOf(part(p('a', cite('c', 'r')), p('b', { type: 'link', url: 'x', children: [{ text: 'c' }] })))).toBe(
    'a\nbc',
  );
});

it('a whole report has 2 figures, 2 tables, 5 references and 2 authors', () => {
  const numbering = numberReport(complete, house('plain-fr'));
  const count = (of: 'figures' | 'tables' | 'references' | 'authors') =>
    measures({ of, in: 'items' }, complete, numbering)[0]?.count;
  expect([count('figures'), count('tables'), count('references'), count('authors')]).toEqual([2, 2, 5, 2]);
});

it('20,000 words are counted without a wait', () => {
  const report = reportOf('en', { discussion: Array.from({ length: 400 }, () => p('word '.repeat(50))) });
  const start = performance.now();
  expect(sectionWords(report)).toBe(20_000);
  // A millisecond or two; the limit only catches what grows faster than the text, on any machine.
  expect(performance.now() - start).toBeLessThan(1000);
});
