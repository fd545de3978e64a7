/** BibTeX's and BibLaTeX's types and fields, and the CSL variables they stand for (btxdoc; biblatex manual 3.19, chapter 2; CSL 1.0.2, appendices III and IV). */

import { NAMES } from '../variables.ts';

export type Dialect = 'bibtex' | 'biblatex';

/** Entry types and what they are in CSL. */
export const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  journal: 'article-journal',
  periodical: 'periodical',
  suppperiodical: 'article-journal',
  review: 'article-journal',
  magazine: 'article-magazine',
  newspaper: 'article-newspaper',
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  mvproceedings: 'book',
  reference: 'book',
  mvreference: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  bookinbook: 'chapter',
  incollection: 'chapter',
  suppbook: 'chapter',
  suppcollection: 'chapter',
  inreference: 'entry-encyclopedia',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  masterthesis: 'thesis',
  mathesis: 'thesis',
  bachelorsthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  manual: 'report',
  standard: 'standard',
  patent: 'patent',
  unpublished: 'manuscript',
  preprint: 'article',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  webpage: 'webpage',
  website: 'webpage',
  dataset: 'dataset',
  data: 'dataset',
  software: 'software',
  legislation: 'legislation',
  jurisdiction: 'legal_case',
  letter: 'personal_communication',
  artwork: 'graphic',
  image: 'figure',
  audio: 'song',
  music: 'song',
  movie: 'motion_picture',
  video: 'motion_picture',
  performance: 'performance',
  presentation: 'speech',
  talk: 'speech',
  misc: 'document',
};

/** What words mean that no type of BibTeX's has: "Journal Article", "journal-article", and Semantic Scholar's "['JournalArticle', 'Review']". */
const WORDED: readonly (readonly [RegExp, string])[] = [
  [/journal|article|review|letter/, 'article'],
  [/conference|proceedings/, 'inproceedings'],
  [/section|chapter/, 'incollection'],
  [/book/, 'book'],
  [/thesis|dissertation/, 'thesis'],
  [/report/, 'techreport'],
  [/web|online/, 'online'],
];

export const wordedType = (text: string): string => WORDED.find(([pattern]) => pattern.test(text))?.[1] ?? 'misc';

/** What a CSL type is written as; every other one is `misc`. */
const WRITTEN: Readonly<Record<string, string | readonly [bibtex: string, biblatex: string]>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  review: 'article',
  'review-book': 'article',
  book: 'book',
  chapter: 'incollection',
  'entry-encyclopedia': ['incollection', 'inreference'],
  'entry-dictionary': ['incollection', 'inreference'],
  entry: ['incollection', 'inreference'],
  'paper-conference': 'inproceedings',
  report: ['techreport', 'report'],
  manuscript: 'unpublished',
  article: ['misc', 'online'],
  pamphlet: 'booklet',
  periodical: ['misc', 'periodical'],
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  dataset: ['misc', 'dataset'],
  software: ['misc', 'software'],
  patent: 'patent',
  standard: ['misc', 'standard'],
  legislation: ['misc', 'legislation'],
  legal_case: ['misc', 'jurisdiction'],
  personal_communication: ['misc', 'letter'],
  motion_picture: ['misc', 'movie'],
  song: ['misc', 'audio'],
  graphic: ['misc', 'artwork'],
  figure: ['misc', 'image'],
  performance: ['misc', 'performance'],
};

/** The entry type of a CSL type; a thesis' genre tells which one in BibTeX. */
export function entryType(type: string, genre: string, dialect: Dialect): string {
  if (type === 'thesis') {
    if (dialect === 'biblatex') return 'thesis';
    return /master|diplom|magist/i.test(genre) ? 'mastersthesis' : 'phdthesis';
  }
  const written = WRITTEN[type] ?? 'misc';
  return typeof written === 'string' ? written : written[dialect === 'bibtex' ? 0 : 1];
}

/** BibLaTeX's keys by the variable that they stand in, and what they are printed as (manual 3.19, 4.9.2). */
const KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  genre: {
    phdthesis: 'PhD thesis',
    mathesis: 'Master’s thesis',
    bathesis: 'Bachelor’s thesis',
    candthesis: 'Candidate thesis',
    techreport: 'Technical report',
    resreport: 'Research report',
    patent: 'Patent',
    patentde: 'German patent',
    patenteu: 'European patent',
    patentfr: 'French patent',
    patentuk: 'British patent',
    patentus: 'U.S. patent',
    patreq: 'Patent request',
    patreqde: 'German patent request',
    patreqeu: 'European patent request',
    patreqfr: 'French patent request',
    patrequk: 'British patent request',
    patrequs: 'U.S. patent request',
  },
  status: {
    inpreparation: 'in preparation',
    submitted: 'submitted',
    forthcoming: 'forthcoming',
    inpress: 'in press',
    prepublished: 'pre-published',
  },
  'collection-title': { newseries: 'new series', oldseries: 'old series' },
  'publisher-place': {
    countryde: 'Germany',
    countryeu: 'European Union',
    countryep: 'European Union',
    countryfr: 'France',
    countryuk: 'United Kingdom',
    countryus: 'United States of America',
  },
};

/** The variables that a key may stand in. */
export const KEYED: readonly string[] = Object.keys(KEYS);

/** What a key of BibLaTeX's is printed as in its variable; countries may be several. Undefined for any other text. */
export function printedKey(variable: string, text: string): string | undefined {
  const whole = KEYS[variable]?.[text];
  if (whole !== undefined || variable !== 'publisher-place' || !text.startsWith('country')) return whole;
  const countries = text.split(' and ').map(key => KEYS[variable]?.[key]);
  return countries.includes(undefined) ? undefined : countries.join(' and ');
}

/** What the type alone says of a thesis. */
export const GENRES: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mastersthesis: 'Master’s thesis',
  masterthesis: 'Master’s thesis',
  mathesis: 'Master’s thesis',
  bachelorsthesis: 'Bachelor’s thesis',
};

export type FieldKind = 'text' | 'title' | 'names' | 'verbatim' | 'date' | 'special';

export interface Field {
  readonly kind: FieldKind;
  readonly variable: string;
  /** Of two fields for one variable the one with the smaller rank holds; the other is kept as it is. */
  readonly rank: number;
}

/** A field that may find its variable filled by another one. */
export interface FieldAmongOthers extends Field {
  readonly contested: boolean;
}

const text = (variable: string, rank = 0): Field => ({ kind: 'text', variable, rank });
const title = (variable: string, rank = 0): Field => ({ kind: 'title', variable, rank });
const names = (variable: string): Field => ({ kind: 'names', variable, rank: 0 });
const verbatim = (variable: string): Field => ({ kind: 'verbatim', variable, rank: 0 });
const date = (variable: string): Field => ({ kind: 'date', variable, rank: 0 });
/** Fields that only make sense beside others: read by name. */
const special: Field = { kind: 'special', variable: '', rank: 0 };

/** CSL's own names, for what neither dialect has a field for. */
const OWN_NAMES: readonly string[] = (
  'chair compiler composer contributor curator director editor-translator editorial-director executive-producer guest host ' +
  'illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer ' +
  'series-creator jurisdiction authority scale dimensions reviewed-title reviewed-genre division printing-number ' +
  'supplement-number part-title volume-title-short archive-place archive_collection'
).split(' ');

const ALL: readonly (readonly [name: string, field: Field])[] = [
  ['author', names('author')],
  ['editor', names('editor')],
  ['translator', names('translator')],
  ['bookauthor', names('container-author')],
  ['collection-editor', names('collection-editor')],
  ['title', special],
  ['subtitle', special],
  ['shorttitle', title('title-short')],
  ['booktitle', title('container-title')],
  ['eventtitle', title('event-title')],
  ['origtitle', title('original-title')],
  ['maintitle', title('container-title', -1)],
  ['journaltitle', text('container-title', 1)],
  ['journal', text('container-title', 2)],
  ['journal-full', text('container-title', 3)],
  ['fjournal', text('container-title', 4)],
  ['issuetitle', title('volume-title')],
  ['shortjournal', text('container-title-short')],
  ['journal-iso', text('container-title-short', 1)],
  ['abbrev_source_title', text('container-title-short', 2)],
  ['journalabbr', text('container-title-short', 2)],
  ['journalabbrev', text('container-title-short', 3)],
  ['journalabr', text('container-title-short', 3)],
  ['volume', text('volume')],
  ['edition', text('edition')],
  ['publisher', text('publisher')],
  ['institution', text('publisher', 1)],
  ['school', text('publisher', 2)],
  ['organization', text('publisher', 3)],
  ['address', text('publisher-place')],
  ['location', text('publisher-place', 1)],
  ['series', text('collection-title')],
  ['shortseries', text('collection-title-short')],
  ['origpublisher', text('original-publisher')],
  ['origlocation', text('original-publisher-place')],
  ['chapter', text('chapter-number')],
  ['volumes', text('number-of-volumes')],
  ['pagetotal', text('number-of-pages')],
  ['part', text('part-number')],
  ['section', text('section')],
  ['abstract', text('abstract')],
  ['annotation', text('annote')],
  ['annote', text('annote', 1)],
  ['note', text('note')],
  ['addendum', text('note', 1)],
  ['keywords', text('keyword')],
  ['keyword', text('keyword', 1)],
  ['langid', text('language', 1)],
  ['hyphenation', text('language', 2)],
  ['language', text('language')],
  ['issn', text('ISSN')],
  ['isbn', text('ISBN')],
  ['pmid', text('PMID')],
  ['pubmed_id', text('PMID', 1)],
  ['pmcid', text('PMCID')],
  ['pmc', text('PMCID', 1)],
  ['venue', text('event-place')],
  ['version', text('version')],
  ['type', text('genre')],
  ['pubstate', text('status')],
  ['library', text('call-number')],
  ['call-number', text('call-number', 1)],
  ['archive', text('archive')],
  ['source', text('source')],
  ['medium', text('medium')],
  ['archive_location', text('archive_location')],
  ['doi', special],
  ['url', verbatim('URL')],
  ['howpublished', special],
  ['eprint', special],
  ['eprinttype', special],
  ['archiveprefix', special],
  ['pages', special],
  ['eid', special],
  ['article-number', special],
  ['art_number', special],
  ['articleno', special],
  ['elocation-id', special],
  ['number', special],
  ['issue', special],
  ['date', special],
  ['year', special],
  ['month', special],
  ['day', special],
  ['urldate', date('accessed')],
  ['origdate', date('original-date')],
  ['origyear', { kind: 'date', variable: 'original-date', rank: 1 }],
  ['eventdate', date('event-date')],
  ['available-date', date('available-date')],
  ['submitted', date('submitted')],
  ...OWN_NAMES.filter(name => NAMES.has(name)).map((name): [string, Field] => [name, names(name)]),
  ...OWN_NAMES.filter(name => !NAMES.has(name)).map((name): [string, Field] => [name, text(name)]),
];

const fillers = new Map<string, number>();
for (const [, { variable }] of ALL) fillers.set(variable, (fillers.get(variable) ?? 0) + 1);

export const FIELDS: ReadonlyMap<string, FieldAmongOthers> = new Map(
  ALL.map(([name, field]) => [name, { ...field, contested: fillers.get(field.variable) !== 1 }]),
);

const JOURNALS = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'review',
  'review-book',
  'article',
  'document',
]);

/** The variables whose field depends on the type. */
const BY_TYPE: Readonly<Record<string, (type: string, dialect: Dialect) => string>> = {
  'container-title': (type, dialect) =>
    JOURNALS.has(type) ? (dialect === 'bibtex' ? 'journal' : 'journaltitle') : 'booktitle',
  publisher: (type, dialect) =>
    type === 'thesis'
      ? dialect === 'bibtex'
        ? 'school'
        : 'institution'
      : type === 'report'
        ? 'institution'
        : 'publisher',
  'publisher-place': (_, dialect) => (dialect === 'bibtex' ? 'address' : 'location'),
  annote: (_, dialect) => (dialect === 'bibtex' ? 'annote' : 'annotation'),
  language: (_, dialect) => (dialect === 'bibtex' ? 'language' : 'langid'),
  issue: type => (JOURNALS.has(type) ? 'number' : 'issue'),
  'collection-number': () => 'number',
  number: () => 'number',
  page: () => 'pages',
  DOI: () => 'doi',
};

/** The first field of each variable in {@link FIELDS}. */
const FIRST: ReadonlyMap<string, string> = (() => {
  const first = new Map<string, string>();
  for (const [name, { variable }] of FIELDS) if (variable !== '' && !first.has(variable)) first.set(variable, name);
  return first;
})();

/** The field that a CSL variable is written in; undefined where neither dialect has one. */
export function fieldOf(variable: string, type: string, dialect: Dialect): string | undefined {
  return BY_TYPE[variable]?.(type, dialect) ?? FIRST.get(variable);
}
