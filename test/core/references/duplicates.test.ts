import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../core/references/csl.ts';
import { duplicateFinder } from '../../../core/references/duplicates.ts';

const work = (fields: Partial<CslItem>): CslItem => ({ id: 'x', type: 'article-journal', ...fields });
const calciphylaxis = work({
  title: 'Calciphylaxis: Risk Factors and Outcome',
  author: [{ family: 'Nigwékar', given: 'S' }],
  issued: { 'date-parts': [[2018]] },
});
const find = (known: CslItem, item: CslItem) => duplicateFinder([{ item: known }])(item) !== null;

describe('duplicates', () => {
  it('the same DOI in another case is the same work', () => {
    expect(find(work({ DOI: '10.1056/NEJMra1505292' }), work({ DOI: '10.1056/nejmra1505292', title: 'Other' }))).toBe(
      true,
    );
  });

  it('title, year and first author tell a work without identifiers, accents and markup aside', () => {
    const other = work({
      title: '<i>Calciphylaxis</i> – risk factors and outcome',
      author: [{ family: 'NIGWEKAR' }],
      issued: { 'date-parts': [['2018', 5]] },
    });
    expect(find(calciphylaxis, other)).toBe(true);
  });

  it('the same title in another year is another work', () => {
    expect(find(calciphylaxis, { ...calciphylaxis, issued: { 'date-parts': [[2019]] } })).toBe(false);
  });

  it('two DOIs are two works, even under one title', () => {
    expect(find({ ...calciphylaxis, DOI: '10.1000/a' }, { ...calciphylaxis, DOI: '10.1000/b' })).toBe(false);
  });

  it('a short title tells a work with its pages, and that of a book with its publisher', () => {
    const editorial = { title: 'Editorial', issued: { 'date-parts': [[2018]] }, author: [{ family: 'Roe' }] };
    const same = (one: Partial<CslItem>, other: Partial<CslItem>) => find(work(one), work(other));
    const placed = { ...editorial, 'container-title': 'Nephrol Notes', volume: '3', page: '12' };
    expect(same(placed, placed)).toBe(true);
    expect(same(placed, { ...placed, page: '14' })).toBe(false);
    expect(same({ ...placed, page: '' }, { ...placed, page: '' })).toBe(false);
    const book = { ...editorial, title: 'Vade-mecum', publisher: 'Masson' };
    expect(same(book, book)).toBe(true);
    expect(same(book, { ...book, publisher: 'Elsevier' })).toBe(false);
  });

  it('a short title such as “Editorial” says nothing', () => {
    expect(
      find(
        work({ title: 'Editorial', issued: { 'date-parts': [[2018]] } }),
        work({ title: 'Editorial', issued: { 'date-parts': [[2018]] } }),
      ),
    ).toBe(false);
  });
});
