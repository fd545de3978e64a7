/** What a reference lacks to be printed as readers expect. */
import type { Words } from '../outcome.ts';
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
const TITLE: Part = { name: { en: 'title', fr: 'titre' }, isThere: has('title') };
const YEAR: Part = { name: { en: 'year', fr: 'année' }, isThere: dated };
const JOURNAL: Part = {
  name: { en: 'journal', fr: 'revue' },
  isThere: has('container-title', 'container-title-short'),
};
const BOOK: Part = { name: { en: 'title of the book', fr: 'titre du livre' }, isThere: has('container-title') };
/** An article that is online before its issue has neither: then its DOI finds it. */
const VOLUME: Part = { name: { en: 'volume', fr: 'volume' }, isThere: has('volume', 'issue', 'DOI', 'status') };
const PAGES: Part = { name: { en: 'pages', fr: 'pages' }, isThere: has('page', 'number', 'DOI') };
const PUBLISHER: Part = { name: { en: 'publisher', fr: 'éditeur' }, isThere: has('publisher') };
const SCHOOL: Part = { name: { en: 'university', fr: 'université' }, isThere: has('publisher') };
const ADDRESS: Part = { name: { en: 'web address', fr: 'adresse web' }, isThere: has('URL', 'DOI') };
const SEEN: Part = {
  name: { en: 'day it was consulted', fr: 'date de consultation' },
  isThere: has('accessed', 'DOI'),
};

/** By CSL type, after the examples of "Citing Medicine" (National Library of Medicine, 2nd edition); other types need a title. */
const NEEDED: Readonly<Record<string, readonly Part[]>> = {
  'article-journal': [AUTHOR, TITLE, JOURNAL, YEAR, VOLUME, PAGES],
  'article-magazine': [TITLE, JOURNAL, YEAR],
  'article-newspaper': [TITLE, JOURNAL, YEAR],
  book: [AUTHOR, TITLE, PUBLISHER, YEAR],
  chapter: [AUTHOR, TITLE, BOOK, PUBLISHER, YEAR],
  thesis: [AUTHOR, TITLE, SCHOOL, YEAR],
  report: [AUTHOR, TITLE, YEAR],
  'paper-conference': [AUTHOR, TITLE, BOOK, YEAR],
  'entry-dictionary': [TITLE, BOOK, YEAR],
  'entry-encyclopedia': [TITLE, BOOK, YEAR],
  software: [TITLE, YEAR],
  webpage: [TITLE, ADDRESS, SEEN],
  article: [AUTHOR, TITLE, YEAR, ADDRESS],
  dataset: [AUTHOR, TITLE, YEAR, ADDRESS],
};

export interface Lacking {
  readonly names: readonly Words[];
  /** Whether the citation itself suffers: an author–date style prints "n.d." or the title there. */
  readonly inCitation: boolean;
}

/** What an item lacks; null where it is complete. `isAuthorDate` says how the style cites. */
export function lacking(item: CslItem, isAuthorDate: boolean): Lacking | null {
  const missing = (NEEDED[item.type] ?? [TITLE]).filter(({ isThere }) => !isThere(item));
  const cites = isAuthorDate ? [AUTHOR, YEAR].filter(({ isThere }) => !isThere(item)) : [];
  const all = [...new Set([...missing, ...cites])];
  return all.length === 0 ? null : { names: all.map(({ name }) => name), inCitation: cites.length > 0 };
}
