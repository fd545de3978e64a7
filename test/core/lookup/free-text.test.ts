import { describe, expect, it } from 'vitest';
import { readFreeText, splitReferences } from '../../../core/lookup/free-text.ts';
import { GOOD_MATCH, matchesIn, matchScore } from '../../../core/lookup/matching.ts';

const vancouver =
  '12. Van der Berg A, Marchand É, de la Cruz JP, et al. Non-uraemic calciphylaxis after gastric bypass: a case report. J Imag Nephrol. 2019;41(3):211–9. doi: 10.5555/cases.2019.041. PMID: 30000001.';
const apa =
  'Van der Berg, A., Marchand, É., & de la Cruz, J. P. (2019). Non-uraemic calciphylaxis after gastric bypass: A case report. Journal of Imaginary Nephrology, 41(3), 211–219. https://doi.org/10.5555/cases.2019.041';
const french =
  '[3] Marchand É., Roy L. Calciphylaxie après chirurgie : à propos d’un cas. Revue imaginaire de médecine interne 2018 ; 39 (4) : 301-305.';
const frenchWords =
  'MARCHAND E., ROY L. « Calciphylaxie après chirurgie : à propos d’un cas », Rev. imag. méd. interne, 2018, vol. 39, n° 4, p. 301-305.';

const item = {
  id: 'a',
  type: 'article-journal',
  title: 'Non-uraemic calciphylaxis after gastric bypass: a case report',
  author: [{ family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' }, { family: 'Marchand' }],
  issued: { 'date-parts': [[2019, 3]] },
  'container-title': 'Journal of Imaginary Nephrology',
  volume: '41',
  issue: '3',
  page: '211-219',
};

describe('a printed reference is taken apart', () => {
  it('Vancouver', () => {
    expect(readFreeText(vancouver)).toMatchObject({
      authors: ['Van der Berg', 'Marchand', 'de la Cruz'],
      year: '2019',
      title: 'Non-uraemic calciphylaxis after gastric bypass: a case report',
      journal: 'J Imag Nephrol',
      volume: '41',
      issue: '3',
      pages: '211-9',
      identifiers: [
        { kind: 'doi', value: '10.5555/cases.2019.041' },
        { kind: 'pmid', value: '30000001' },
      ],
    });
  });

  it('APA', () => {
    expect(readFreeText(apa)).toMatchObject({
      authors: ['Van der Berg', 'Marchand', 'de la Cruz'],
      year: '2019',
      title: 'Non-uraemic calciphylaxis after gastric bypass: A case report',
      journal: 'Journal of Imaginary Nephrology',
      volume: '41',
      issue: '3',
      pages: '211-219',
    });
  });

  it('French, with spaces before its signs, in figures or in words', () => {
    const parts = {
      year: '2018',
      volume: '39',
      issue: '4',
      pages: '301-305',
      title: 'Calciphylaxie après chirurgie : à propos d’un cas',
    };
    expect(readFreeText(french)).toMatchObject({
      ...parts,
      authors: ['Marchand', 'Roy'],
      journal: 'Revue imaginaire de médecine interne',
    });
    expect(readFreeText(frenchWords)).toMatchObject({
      ...parts,
      authors: ['MARCHAND', 'ROY'],
      journal: 'Rev. imag. méd. interne',
    });
  });

  it.each(['', '12.', '2018', 'Smith J.', '((((', '2018;2018;2018:2018', 'A'.repeat(5000)])(
    '%j gives no error',
    text => {
      expect(readFreeText(text).text.length).toBeLessThanOrEqual(5000);
    },
  );
});

describe('a pasted bibliography is parted', () => {
  it('by its numbers, also where lines were broken and words hyphenated', () => {
    expect(
      splitReferences('1. Smith J. One case of cal-\nciphylaxis. J 2010;1:1.\n2. Doe A. Two.\nJ 2011;2:2.'),
    ).toEqual(['1. Smith J. One case of calciphylaxis. J 2010;1:1.', '2. Doe A. Two. J 2011;2:2.']);
  });
  it('by empty lines, or one a line where each says when', () => {
    expect(splitReferences('Smith J. One.\nJ 2010;1:1.\n\nDoe A. Two. J 2011;2:2.').length).toBe(2);
    expect(splitReferences(`${apa}\n${vancouver}`).length).toBe(2);
    expect(splitReferences('Smith J. One case\nof a disease. J 2010;1:1.').length).toBe(1);
  });
});

describe('the score', () => {
  it('is 100 for the same DOI, and high where all printed parts agree', () => {
    expect(matchScore(readFreeText(vancouver), { ...item, DOI: '10.5555/CASES.2019.041' })).toBe(100);
    const printed = readFreeText(vancouver.replace(/doi.*/, ''));
    expect(matchScore(printed, item)).toBeGreaterThan(95);
    expect(matchScore(readFreeText(apa.replace(/https.*/, '')), item)).toBeGreaterThan(95);
  });

  it('forgives a typing error and a year of online first', () => {
    const printed = readFreeText(
      'Berg A. Non-uremic calciphylaxis after gastric by-pass: a case report. J Imag Nephrol. 2018;41:211.',
    );
    expect(matchScore(printed, item)).toBeGreaterThanOrEqual(GOOD_MATCH);
  });

  it('another case of the same authors in the same journal is no good match', () => {
    const printed = readFreeText(
      'Van der Berg A, Marchand É. A second look at bone biopsies. J Imag Nephrol. 2019;41(3):220-5.',
    );
    expect(matchScore(printed, item)).toBeLessThanOrEqual(60);
  });

  it('candidates come best first, and what says nothing alike not at all', () => {
    const other = {
      ...item,
      id: 'b',
      title: 'Bone biopsies in children: the whole truth',
      volume: '3',
      page: '1',
      author: [{ family: 'Xu' }],
    };
    const found = matchesIn(readFreeText(vancouver), [{ item: other }, { item }]);
    expect(found.map(({ entry }) => entry.item.id)).toEqual(['a']);
  });
});
