import { describe, expect, it } from 'vitest';
import { readFreeText } from '../../../core/lookup/free-text.ts';
import { GOOD_MATCH, matchesIn, matchScore } from '../../../core/lookup/matching.ts';
import { splitReferences } from '../../../core/lookup/printed/parting.ts';
import { PRINTED } from './printed.ts';

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

  /** The same work in every style. */
  const work = {
    authors: ['Van der Berg', 'Marchand'],
    year: '2019',
    title: 'Deficiency of vitamin D: a case report',
    volume: '41',
    pages: '211-219',
  };
  it.each([
    [
      'AMA',
      'Van der Berg A, Marchand É. Deficiency of vitamin D: a case report. J Imag Nephrol. 2019;41(3):211-219. doi:10.5555/a.1',
      'J Imag Nephrol',
    ],
    [
      'Nature',
      'Van der Berg, A. & Marchand, É. Deficiency of vitamin D: a case report. J. Imag. Nephrol. 41, 211–219 (2019).',
      'J. Imag. Nephrol',
    ],
    [
      'IEEE',
      'A. Van der Berg and É. Marchand, “Deficiency of vitamin D: a case report,” J. Imag. Nephrol., vol. 41, no. 3, pp. 211–219, Mar. 2019, doi: 10.5555/a.1.',
      'J. Imag. Nephrol',
    ],
    [
      'Harvard',
      'Van der Berg, A., Marchand, É., 2019. Deficiency of vitamin D: a case report. Journal of Imaginary Nephrology 41, 211–219.',
      'Journal of Imaginary Nephrology',
    ],
    [
      'Chicago',
      'Van der Berg, Anna, and Émile Marchand. 2019. “Deficiency of Vitamin D: A Case Report.” Journal of Imaginary Nephrology 41 (3): 211–219. https://doi.org/10.5555/a.1.',
      'Journal of Imaginary Nephrology',
    ],
    [
      'ISO 690',
      'VAN DER BERG, Anna et MARCHAND, Émile, 2019. Deficiency of vitamin D: a case report. Journal of Imaginary Nephrology [en ligne]. 5 mars 2019. Vol. 41, n° 3, pp. 211-219. [Consulté le 3 mai 2024]. Disponible à l’adresse : https://doi.org/10.5555/a.1',
      'Journal of Imaginary Nephrology',
    ],
  ])('%s', (_, text, journal) => {
    const read = readFreeText(text);
    const fold = (words: string) => words.toLowerCase();
    expect({ ...read, authors: read.authors.map(fold), title: fold(read.title) }).toMatchObject({
      ...work,
      authors: work.authors.map(fold),
      title: fold(work.title),
      journal,
    });
  });

  it('as it comes out of a PDF: ligatures, broken words and addresses, spaces of every width', () => {
    const text =
      '[12]\u00a0Roy L, Diaz-Ruiz M. E\ufb03cacy of dial-\nysis in calci\ufb01cation. Gut 2018\u202f;\u202f39(4)\u202f: 301\u20145.\nhttps://doi.org/\n10.5555/gut.2018-\n39 [PubMed] [Google Scholar]';
    expect(readFreeText(text)).toMatchObject({
      authors: ['Roy', 'Diaz-Ruiz'],
      title: 'Efficacy of dialysis in calcification',
      journal: 'Gut',
      volume: '39',
      pages: '301-5',
      identifiers: [{ kind: 'doi', value: '10.5555/gut.2018-39' }],
    });
  });

  it.each([
    [
      'an initial that begins the title is no author',
      'Smith J. A case of cholera. Lancet. 2018;1:2-3.',
      { authors: ['Smith'], title: 'A case of cholera' },
    ],
    [
      'a species that begins the title is no initial',
      'Ng, W. K. & Ben Hamida, F. E. coli among health-care workers. Gut 12, 3 (2018).',
      { authors: ['Ng', 'Ben Hamida'], title: 'E. coli among health-care workers' },
    ],
    [
      'a letter at the end of a title is no abbreviated journal',
      'Roy L. Treatment of hepatitis B. Gut. 2001;2:3.',
      { title: 'Treatment of hepatitis B', journal: 'Gut' },
    ],
    [
      'a title of several sentences keeps them',
      'Roy L. Outcome of C3. Part II: late results. Ann. Intern. Med. 2001;2:3.',
      { title: 'Outcome of C3. Part II: late results', journal: 'Ann. Intern. Med' },
    ],
    [
      'a body writes',
      'World Health Organization. Cholera in 2019. Wkly Epidemiol Rec. 2020;95(37):441-8.',
      { authors: ['World Health Organization'], title: 'Cholera in 2019', year: '2020' },
    ],
    [
      'persons and a body',
      'Roy, L., Kim, D. K., & RECOVERY Collaborative Group. (2020). Dexamethasone. Gut, 3, 1–9.',
      { authors: ['Roy', 'Kim'], title: 'Dexamethasone' },
    ],
    [
      'Jr is no name',
      'J. A. Smith Jr. et al., “Outcome of HIV infection,” Blood, vol. 3, no. Suppl 2, p. e12345, 1996.',
      { authors: ['Smith'], pages: 'e12345', journal: 'Blood' },
    ],
    [
      'a year in the title is not its own',
      'Roy L. The 2016 criteria, revisited in 2018. Lancet. 2019;393(10170):1-2.',
      { year: '2019', title: 'The 2016 criteria, revisited in 2018' },
    ],
    [
      'a chapter is in its book',
      'Hsu, C.-C. (2020). What causes it? In A. Delaporte & D. Mac Gregor (Eds.), The Kidney (pp. 382–383). Elsevier.',
      { title: 'What causes it?', journal: 'The Kidney', pages: '382-383' },
    ],
    [
      'a chapter of Vancouver',
      'Hsu CC. What causes it? In: Delaporte A, Mac Gregor D, editors. The Kidney. 2nd ed. Paris: Masson; 2001. p. 82–91.',
      { title: 'What causes it?', journal: 'The Kidney', year: '2001', pages: '82-91' },
    ],
    [
      'a publisher is no journal',
      'Aït-Oufella H. Cholera. 3rd ed. Berlin: Springer; 1991.',
      { title: 'Cholera', journal: '', year: '1991' },
    ],
    [
      'an article number without volume',
      'Du Bois E. Cholera again. BMJ. 1987;e75087',
      { journal: 'BMJ', pages: 'e75087', volume: '' },
    ],
    [
      'a line in place of the names',
      '———. 2001. “Cholera.” Gut 2 (3): 4–5.',
      { authors: [], year: '2001', title: 'Cholera', journal: 'Gut' },
    ],
  ])('%s', (_, text, expected) => {
    expect(readFreeText(text)).toMatchObject(expected);
  });

  it.each(['', '12.', '2018', 'Smith J.', '((((', '2018;2018;2018:2018', 'A'.repeat(5000)])(
    '%j gives no error',
    text => {
      expect(readFreeText(text).text.length).toBeLessThanOrEqual(5000);
    },
  );
});

it('references as authors print them, article to drug label: what is printed is read, what is not stays empty', () => {
  const read = PRINTED.map(({ kind, text }) => {
    const { authors, year, title, journal, volume, pages } = readFreeText(text);
    return { kind, text, authors: authors.join('; '), year, title, container: journal, volume, pages };
  });
  expect(read).toEqual(PRINTED);
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
  it('by numbers that count up: a line that begins with another number goes on with the reference before', () => {
    expect(
      splitReferences(
        'References\n8 Smith J. One. J Med 2010;1:\n12. Epub 2010.\n9 Doe A. In the year\n2011. J 2011;2:2.\n10 Roe B. Three. J 2012;3:3.',
      ),
    ).toEqual([
      '8 Smith J. One. J Med 2010;1: 12. Epub 2010.',
      '9 Doe A. In the year 2011. J 2011;2:2.',
      '10 Roe B. Three. J 2012;3:3.',
    ]);
  });
  it.each([
    ['marks', '• Smith J. One case\nof it. J 2010;1:1.\n• Doe A. Two. J 2011;2:2.'],
    ['hanging lines', 'Smith J. One case\n    of it. J 2010;1:1.\nDoe A. Two.\n    J 2011;2:2.'],
    ['numbers on lines of their own', '1.\nSmith J. One case\nof it. J 2010;1:1.\n2.\nDoe A. Two. J 2011;2:2.'],
    [
      'names alone',
      'Smith J, Roy L, Ng WK. One case of a disease that is\nvery rare. J Imag Med 2010;1:1-12.\nDoe A. Two cases of the same disease and what they\nteach. J 2011;2:2.',
    ],
  ])('by %s', (_, text) => {
    expect(splitReferences(text).map(one => one.replace(/^(?:\d\.|•)\s/, '').slice(0, 3))).toEqual(['Smi', 'Doe']);
  });
  it('and where a line stands for the names of the reference before, they are put in', () => {
    expect(splitReferences('Roy, Luc. 2001. “One.” Gut 1: 2–3.\n———. 2002. “Two.” Gut 2: 4–5.')).toEqual([
      'Roy, Luc. 2001. “One.” Gut 1: 2–3.',
      'Roy, Luc. 2002. “Two.” Gut 2: 4–5.',
    ]);
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

  it.each([
    ['an erratum', { title: `Erratum to: ${item.title}`, page: '600' }],
    ['a comment by others', { title: `Re: ${item.title}`, author: [{ family: 'Quill' }], page: '400' }],
    ['an authors’ reply', { title: `${item.title}: authors’ reply`, page: '401' }],
    ['a second part', { title: `${item.title}. Part 2`, page: '230' }],
    [
      'a preprint',
      {
        type: 'article',
        issued: { 'date-parts': [[2018]] },
        'container-title': undefined,
        volume: undefined,
        page: undefined,
      },
    ],
    ['an update of five years later', { issued: { 'date-parts': [[2024]] }, volume: '46', page: '12' }],
    ['a translation in another journal', { 'container-title': 'Revista Imaginaria', volume: '3', page: '12-20' }],
    ['the same title on other pages', { page: '512-520' }],
  ])('%s is no good match, and stays behind the work itself', (_, change) => {
    const printed = readFreeText(vancouver.replace(/doi.*/, ''));
    const other = Object.fromEntries(Object.entries({ ...item, ...change }).filter(([, value]) => value !== undefined));
    expect(matchScore(printed, other as typeof item)).toBeLessThan(GOOD_MATCH);
    expect(matchScore(printed, item)).toBeGreaterThan(95);
  });

  it('the same DOI is none where title and author are another work’s: it was mistyped', () => {
    const other = {
      ...item,
      title: 'Bone biopsies in children',
      author: [{ family: 'Xu' }],
      DOI: '10.5555/cases.2019.041',
    };
    expect(matchScore(readFreeText(vancouver), other)).toBeLessThanOrEqual(60);
    expect(matchScore(readFreeText('doi:10.5555/cases.2019.041'), other)).toBe(100);
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
