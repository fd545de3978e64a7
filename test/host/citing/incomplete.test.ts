/** What the check of incomplete references says, beside what twelve kinds of works print in ten styles of medical journals. */
import { expect, it } from 'vitest';
import type { Run } from '../../../core/manuscript/types.ts';
import { lacking } from '../../../core/references/complete.ts';
import type { CslItem } from '../../../core/references/csl.ts';
import type { Citation } from '../../../core/report/document.ts';
import type { Template } from '../../../core/template/types.ts';
import { createCiting } from '../../../host/citing/citing.ts';

const base = {
  author: [
    { family: 'Robert', given: 'Anne' },
    { family: 'Klingel', given: 'Rita' },
  ],
  title: 'Calciphylaxis',
  issued: { 'date-parts': [[2019, 5, 3]] },
};
const works: Readonly<Record<string, Partial<CslItem>>> = {
  'article-journal': {
    ...base,
    'container-title': 'Journal of Cases',
    'container-title-short': 'J Cases',
    volume: '12',
    issue: '3',
    page: '45-52',
  },
  book: { ...base, publisher: 'Elsevier', 'publisher-place': 'Paris', edition: '3' },
  chapter: {
    ...base,
    editor: [{ family: 'Doe', given: 'Jane' }],
    'container-title': 'Textbook of Cases',
    publisher: 'Elsevier',
    'publisher-place': 'Paris',
    page: '45-52',
  },
  thesis: { ...base, publisher: 'Université de Paris', 'publisher-place': 'Paris', genre: 'Thèse' },
  webpage: {
    ...base,
    'container-title': 'Orphanet',
    publisher: 'Inserm',
    URL: 'https://www.orpha.net/x',
    accessed: { 'date-parts': [[2024, 2, 1]] },
  },
  report: {
    ...base,
    publisher: 'HAS',
    'publisher-place': 'Paris',
    number: '12',
    URL: 'https://www.has-sante.fr/x',
    accessed: { 'date-parts': [[2024, 2, 1]] },
  },
  'paper-conference': {
    ...base,
    'container-title': 'Proceedings of Cases',
    'event-title': 'Congress of Cases',
    'event-place': 'Lyon',
    publisher: 'Elsevier',
    'publisher-place': 'Paris',
    page: '45-52',
  },
  software: {
    ...base,
    publisher: 'Posit',
    version: '4.2',
    URL: 'https://posit.co/x',
    accessed: { 'date-parts': [[2024, 2, 1]] },
  },
  dataset: {
    ...base,
    publisher: 'Zenodo',
    URL: 'https://zenodo.org/x',
    accessed: { 'date-parts': [[2024, 2, 1]] },
    version: '1',
  },
  legal_case: {
    title: 'Roe v. Wade',
    'container-title': 'US Reports',
    volume: '410',
    page: '113',
    authority: 'Supreme Court',
    issued: { 'date-parts': [[1973]] },
  },
  personal_communication: { ...base, genre: 'letter' },
  article: {
    ...base,
    publisher: 'medRxiv',
    URL: 'https://www.medrxiv.org/x',
    accessed: { 'date-parts': [[2024, 2, 1]] },
  },
  post: { ...base, 'container-title': 'Twitter', URL: 'https://x.com/x', accessed: { 'date-parts': [[2024, 2, 1]] } },
};
const styles = [
  ['vancouver', 'bracket'],
  ['american-medical-association', 'superscript'],
  ['national-library-of-medicine-grant-proposals', 'bracket'],
  ['apa', 'author-date'],
  ['elsevier-vancouver', 'bracket'],
  ['springer-basic-author-date', 'author-date'],
  ['iso690-numeric-fr', 'bracket'],
  ['bmj', 'superscript'],
  ['the-lancet', 'superscript'],
  ['the-new-england-journal-of-medicine', 'superscript'],
] as const;

const citing = createCiting({ templatesFolder: 'nowhere' });
const clusters: readonly Citation[] = [
  { type: 'citation', id: 'c', items: [{ reference: 'r' }], children: [{ text: '' }] },
];
const textOf = (runs: readonly Run[] = []) => runs.map(({ text }) => text).join('');

function printed(item: CslItem, citations: Template['citations']): string {
  const template = { id: citations.style, citations } as Template;
  const made = citing.format({
    clusters,
    references: [{ id: 'r', item }],
    template,
    language: citations.style.endsWith('fr') ? 'fr' : 'en',
  });
  const cited = citations.kind === 'author-date' ? `${textOf(made.clusters.c)} ` : '';
  return cited + textOf(made.bibliography[0]?.runs);
}

/** Signs with nothing before them or between them, and words that say that something is not there. */
const DAMAGE = /(?:^|\s)[.,;:](?:\s|$)|[;:,]\s*[.,;:]|[;:,]$|\.\s*\.|\(\)|\bn\.d\.|\[sans date\]|^\(\d{4}\)/g;
const damage = (text: string) => [...text.replace(/et al\./g, '').matchAll(DAMAGE)].length;

/** What a style puts in place of what it does not print by itself: a page without a title is called after its site. */
const ANONYMOUS = ['container-title'];

it.each(Object.keys(works))('%s', type => {
  const said: string[] = [];
  for (const [style, kind] of styles) {
    const citations = { style, kind } as Template['citations'];
    const whole = { id: 'r', type, ...works[type] } as CslItem;
    const [before, lacksBefore] = [printed(whole, citations), lacking(whole, citations)];
    for (const field of Object.keys(works[type] ?? {})) {
      const { [field]: _, ...rest } = whole;
      const item = rest as CslItem;
      const [text, lacks] = [printed(item, citations), lacking(item, citations)];
      if (text === before && !ANONYMOUS.includes(field) && lacks?.names.length !== lacksBefore?.names.length)
        said.push(`${style} never prints ${field}, and it is asked for`);
      // "n.d." of a page that says no day is what the style wants said.
      const isUndated = type === 'webpage' && field === 'issued';
      if (damage(text) > damage(before) && !lacks && !isUndated) said.push(`${style} without ${field}: ${text}`);
    }
  }
  expect(said).toEqual([]);
});
