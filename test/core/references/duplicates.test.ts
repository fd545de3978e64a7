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

  it('a short title such as “Editorial” says nothing', () => {
    expect(
      find(
        work({ title: 'Editorial', issued: { 'date-parts': [[2018]] } }),
        work({ title: 'Editorial', issued: { 'date-parts': [[2018]] } }),
      ),
    ).toBe(false);
  });
});
