import { describe, expect, it } from 'vitest';
import { resolve } from '../../../core/manuscript/resolve.ts';
import { CARE_ITEMS, careAnswers } from '../../../core/package/care.ts';
import { example } from '../export/manuscripts.ts';
import { house, plainCitations, reportOf } from '../fixtures.ts';

const answers = (name: string) =>
  Object.fromEntries(careAnswers(example(name).manuscript).map(({ number, where }) => [number, where]));

describe('the CARE checklist', () => {
  it('has the 13 items of 2013 with their parts, each once', () => {
    const numbers = CARE_ITEMS.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect([...new Set(numbers.map(number => Number.parseInt(number, 10)))]).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
    const partsOf = (item: number) => numbers.filter(number => Number.parseInt(number, 10) === item).length;
    expect([3, 5, 8, 9, 10, 11].map(partsOf)).toEqual([3, 3, 4, 3, 4, 4]);
  });

  it('says where a whole report answers, and leaves to the author what a heading cannot tell', () => {
    expect(answers('ttp')).toMatchObject({
      '1': 'Title',
      '2': 'Keywords (5)',
      '4': '“Introduction”',
      '7': 'Figure\u00a03',
      '8a': '“Case presentation”, “Diagnostic assessment”',
      '8b': '',
      '9a': '“Case presentation”, “Therapeutic intervention”',
      '12': '“Patient perspective”',
      '13': '“Patient consent”',
    });
    expect(answers('calciphylaxis')).toMatchObject({
      '8a': '«\u00a0Observation\u00a0», «\u00a0Démarche diagnostique\u00a0»',
      '12': '',
    });
  });

  it('claims nothing for an empty report', () => {
    const report = reportOf('fr', {});
    const manuscript = resolve(report, house('plain-fr'), plainCitations(report));
    expect(careAnswers(manuscript).filter(({ where }) => where !== '')).toEqual([]);
  });
});
