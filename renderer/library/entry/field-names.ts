/** Fields of an entry as the window calls them. */
import type { Say, WordKey } from '../../words/index.ts';

/** Variables that the form of a reference names; others keep the name that CSL or the source format gives. */
const NAMED = {
  type: 'type',
  title: 'title',
  author: 'authors',
  editor: 'editors',
  'container-title': 'journal',
  'container-title-short': 'journalShort',
  'collection-title': 'collectionTitle',
  issued: 'date',
  accessed: 'accessed',
  volume: 'volume',
  issue: 'issue',
  page: 'pages',
  edition: 'edition',
  number: 'number',
  genre: 'genre',
  publisher: 'publisher',
  'publisher-place': 'publisherPlace',
  language: 'language',
  keyword: 'keyword',
  DOI: 'doi',
  PMID: 'pmid',
  PMCID: 'pmcid',
  ISBN: 'isbn',
  ISSN: 'issn',
  URL: 'url',
} as const satisfies Readonly<Record<string, WordKey<'references'>>>;

/** "item.container-title" is "Journal". */
export const fieldName = (field: string, references: Say<'references'>, library: Say<'library'>): string =>
  variableName(field.slice(field.indexOf('.') + 1), references, library);

/** "container-title" is "Journal". */
export function variableName(name: string, references: Say<'references'>, library: Say<'library'>): string {
  if (name === 'abstract') return library('abstract');
  return Object.hasOwn(NAMED, name) ? references(NAMED[name as keyof typeof NAMED]) : name;
}
