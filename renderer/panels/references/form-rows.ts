/** Which fields the form of each type of reference shows, in what order, and what it calls them. */
import type { WordKey } from '../../words/index.ts';
import type { FieldName, Fields } from './fields.ts';

/** One field, or two side by side. */
type Row = readonly [FieldName] | readonly [FieldName, FieldName];

const BOOKISH: readonly Row[] = [
  ['publisher', 'publisherPlace'],
  ['date', 'isbn'],
  ['collectionTitle'],
  ['doi', 'pmid'],
  ['url'],
];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'article-journal': [
    ['title'],
    ['authors'],
    ['journal'],
    ['journalShort'],
    ['date', 'pages'],
    ['volume', 'issue'],
    ['doi', 'pmid'],
    ['pmcid', 'language'],
    ['url'],
  ],
  article: [['title'], ['authors'], ['publisher'], ['date', 'number'], ['doi', 'pmid'], ['url'], ['language']],
  book: [['title'], ['authors'], ['editors'], ['edition', 'volume'], ...BOOKISH, ['language']],
  chapter: [['title'], ['authors'], ['journal'], ['editors'], ['edition', 'pages'], ...BOOKISH, ['language']],
  thesis: [
    ['title'],
    ['authors'],
    ['genre'],
    ['publisher', 'publisherPlace'],
    ['date', 'pages'],
    ['url'],
    ['doi', 'language'],
  ],
  'paper-conference': [
    ['title'],
    ['authors'],
    ['journal'],
    ['editors'],
    ['date', 'pages'],
    ['publisher', 'publisherPlace'],
    ['doi', 'isbn'],
    ['url'],
    ['language'],
  ],
  report: [
    ['title'],
    ['authors'],
    ['publisher', 'publisherPlace'],
    ['genre', 'number'],
    ['date', 'pages'],
    ['url'],
    ['doi', 'language'],
  ],
  webpage: [['title'], ['authors'], ['journal'], ['url'], ['date', 'accessed'], ['publisher'], ['language']],
};

/** Of a type that has no rows of its own. */
const OTHER: readonly Row[] = [
  ['title'],
  ['authors'],
  ['editors'],
  ['journal'],
  ['date', 'pages'],
  ['volume', 'issue'],
  ['publisher', 'publisherPlace'],
  ['doi', 'pmid'],
  ['url'],
  ['language'],
];

const NAMED: Readonly<Record<string, Partial<Readonly<Record<FieldName, WordKey<'references'>>>>>> = {
  article: { publisher: 'server', number: 'version' },
  chapter: { journal: 'bookTitle' },
  thesis: { publisher: 'school', genre: 'genreThesis' },
  'paper-conference': { journal: 'proceedings' },
  report: { publisher: 'institution', number: 'reportNumber' },
  webpage: { journal: 'website' },
};

/** The rows of a type; after them each further field that holds something, so that a change of type hides nothing. */
export function rowsOf(type: string, fields: Fields): readonly Row[] {
  const rows = ROWS[type] ?? OTHER;
  const shown = new Set<string>(rows.flat());
  const others = Object.entries(fields).filter(
    ([field, text]) => field !== 'type' && text.trim() !== '' && !shown.has(field),
  );
  return [...rows, ...others.map(([field]) => [field as FieldName] as const)];
}

/** What a type calls a field. */
export const labelOf = (type: string, field: FieldName): WordKey<'references'> => NAMED[type]?.[field] ?? field;
