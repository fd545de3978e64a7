/** Works to cite, as varied as a medical library: groups of authors, same names in a year, pages of all kinds. */
import type { Reference } from '../../core/report/types.ts';

const FAMILIES = [
  'Nigwekar',
  'Robert',
  'Klingel',
  'McCarthy',
  'Brandenburg',
  'Smith',
  'Marchand',
  'Doe',
  'Tanaka',
  'Rossi',
];
const GIVEN = ['Anna', 'Luc', 'Jean Paul', 'Émile', 'Sara', 'Hiroshi', 'Maria Teresa'];
const JOURNALS = [
  ['Journal of Imaginary Nephrology', 'J Imag Nephrol'],
  ['Annals of Imaginary Medicine', 'Ann Imag Med'],
  ['Revue imaginaire de médecine interne', 'Rev Imag Med Interne'],
] as const;

/** The work of a number: the same each time. */
export function workNumber(index: number): Reference {
  const id = `work-${index}`;
  const [journal, short] = JOURNALS[index % JOURNALS.length] ?? JOURNALS[0];
  const authors = Array.from({ length: 1 + (index % 9) }, (_, at) => ({
    family: `${FAMILIES[(index * 3 + at * 7) % FAMILIES.length]}${index % 4 === 0 ? '' : `son${index % 60}`}`,
    given: GIVEN[(index + at * 2) % GIVEN.length] as string,
  }));
  return {
    id,
    item: {
      id,
      type: index % 17 === 0 ? 'book' : 'article-journal',
      title: `Imaginary disease number ${index}: a <i>case</i> report and review of the literature`,
      author: authors,
      issued: { 'date-parts': [[1990 + (index % 31), 1 + (index % 12)]] },
      ...(index % 17 === 0
        ? { publisher: 'Imaginary Press', 'publisher-place': 'Paris' }
        : {
            'container-title': journal,
            'container-title-short': short,
            volume: String(1 + (index % 80)),
            issue: String(1 + (index % 12)),
            page: `${100 + index}-${108 + index}`,
          }),
      DOI: `10.5555/imag.${index}`,
    },
  };
}
