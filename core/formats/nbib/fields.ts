/** MEDLINE's fields and the CSL variables they say. */
import type { CslDate, CslItem } from '../../references/csl.ts';
import { bareDoi, type Draft, take } from '../item.ts';
import { joinKeywords, splitKeywords } from '../keywords.ts';
import { medlineLanguage, writtenMedlineLanguage } from '../languages.ts';
import { withoutMarkup } from '../markup.ts';
import { medlineDate, writtenMedlineDate } from '../medline-date.ts';
import { fullPages, shortPages } from '../pages.ts';
import { type Fields, type Row, text } from '../rows.ts';
import { authors, editors } from './people.ts';

/** Publication types that say what kind of thing it is; all others ("Review", "Case Reports", …) are of articles. */
const TYPES: readonly (readonly [publicationType: string, type: string])[] = [
  ['Journal Article', 'article-journal'],
  ['Book Chapter', 'chapter'],
  ['Book', 'book'],
  ['Academic Dissertation', 'thesis'],
  ['Technical Report', 'report'],
  ['Preprint', 'article'],
  ['Dataset', 'dataset'],
  ['Newspaper Article', 'article-newspaper'],
  ['Congress', 'paper-conference'],
  ['Video-Audio Media', 'motion_picture'],
];

/** Types that a journal prints too: there they are articles. */
const IN_JOURNALS: ReadonlySet<string> = new Set(['paper-conference', 'report', 'thesis', 'motion_picture', 'book']);
/** Types whose title stands in a book. */
const IN_BOOKS: ReadonlySet<string> = new Set([
  'chapter',
  'paper-conference',
  'entry-encyclopedia',
  'entry-dictionary',
]);

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const first = (fields: Fields, name: string) => fields.get(name)?.[0] ?? '';

function typeOf(fields: Fields): string {
  const inJournal = fields.has('JT') || fields.has('TA');
  const said = fields.get('PT')?.map(type => TYPES.find(([name]) => same(name, type))?.[1]);
  const special = said?.find(type => type !== undefined && type !== 'article-journal');
  if (special !== undefined && !(inJournal && IN_JOURNALS.has(special))) return special;
  if (fields.has('BTI')) return fields.has('TI') ? 'chapter' : 'book';
  return 'article-journal';
}

const type: Row = {
  fields: ['PT'],
  variables: ['type'],
  read: (fields, draft) => {
    draft.type = typeOf(fields);
  },
  write: (item, put, kept) => {
    put('PT', TYPES.find(([, csl]) => csl === item.type)?.[0]);
    // What else was said of it ("Case Reports") holds whatever its type.
    for (const said of kept.get('PT') ?? []) if (!TYPES.some(([name]) => same(name, said))) put('PT', said);
  },
};

/** A title ends in a full stop in MEDLINE and in none in CSL; an abbreviation's own stop stays. */
function withoutStop(title: string): string {
  return /[^.]\.$/.test(title) && !/(?:\b\p{L}|\b(?:et al|sp|spp|vs|etc|Inc|var|subsp|Ltd|Co))\.$/u.test(title)
    ? title.slice(0, -1)
    : title;
}

const withStop = (title: string) => (/[.?!]$/.test(title) ? title : `${title}.`);

const titles: Row = {
  fields: ['TI', 'BTI'],
  variables: ['title', 'container-title'],
  read: (fields, draft) => {
    const title = (fields.get('TI') ?? []).join(' ');
    const book = (fields.get('BTI') ?? []).join(' ');
    take(draft, 'title', withoutStop(title === '' ? book : title));
    if (title !== '') take(draft, 'container-title', withoutStop(book));
  },
  write: (item, put) => {
    const title = withoutMarkup(item.title ?? '');
    if (item.type === 'book') put('BTI', title);
    else {
      put('TI', title === '' ? '' : withStop(title));
      // A book's title alone would be read as the record's own.
      if (IN_BOOKS.has(item.type) && title !== '') put('BTI', withoutMarkup(item['container-title'] ?? ''));
    }
  },
};

const journal: Row = {
  fields: ['JT'],
  variables: ['container-title'],
  read: (fields, draft) => take(draft, 'container-title', first(fields, 'JT') || first(fields, 'TA')),
  write: (item, put) => {
    if (!IN_BOOKS.has(item.type)) put('JT', withoutMarkup(item['container-title'] ?? ''));
  },
};

/** Pages, or the number of an article that has none: PubMed then prints its publisher's short number. */
function pagesOf(fields: Fields): string {
  const printed = first(fields, 'PG');
  if (printed !== '') return fullPages(printed);
  const numbers = (fields.get('LID') ?? []).map(id => /^([a-z]{0,4}\d{1,7}) \[pii\]$/i.exec(id)?.[1] ?? '');
  return numbers.find(number => number !== '') ?? '';
}

const pages: Row = {
  fields: ['PG'],
  variables: ['page'],
  read: (fields, draft) => take(draft, 'page', pagesOf(fields)),
  write: (item, put) => put('PG', item.page === undefined ? '' : shortPages(String(item.page))),
};

function doiOf(fields: Fields): string | null {
  const ids = [...(fields.get('LID') ?? []), ...(fields.get('AID') ?? [])];
  const marked =
    ids.find(id => /\[doi\]/i.test(id)) ?? ids.find(id => /^(?:doi:\s*|https?:\/\/\S*doi\.org\/)?10\./i.test(id));
  if (marked !== undefined) return bareDoi(marked.replace(/\s*\[doi\].*$/i, ''));
  return bareDoi(/\bdoi:\s*(\S+)/i.exec(first(fields, 'SO'))?.[1] ?? '');
}

const doi: Row = {
  fields: ['AID', 'LID'],
  variables: ['DOI'],
  read: (fields, draft) => take(draft, 'DOI', doiOf(fields)),
  write: (item, put, kept) => {
    put('AID', item.DOI ? `${item.DOI} [doi]` : '');
    for (const name of ['AID', 'LID'])
      for (const id of kept.get(name) ?? []) if (!/\[doi\]/i.test(id) && bareDoi(id) === null) put(name, id);
  },
};

const keywords: Row = {
  fields: ['OT', 'MH', 'KW'],
  variables: ['keyword'],
  read: (fields, draft) => {
    const own = [...(fields.get('OT') ?? []), ...(fields.get('KW') ?? [])];
    const headings = fields.get('MH') ?? [];
    // The asterisk marks a main topic, for indexers only.
    take(draft, 'keyword', joinKeywords([...own, ...headings].map(word => word.replace(/\*/g, ''))));
  },
  write: (item, put) => {
    for (const word of splitKeywords(String(item.keyword ?? ''))) put('OT', word);
  },
};

function date(variable: 'issued' | 'available-date', field: string, write: (date: CslDate) => string): Row {
  return {
    fields: [field],
    variables: [variable],
    read: (fields, draft) => take(draft, variable, medlineDate(first(fields, field))),
    write: (item, put) => {
      const value = item[variable] as CslDate | undefined;
      if (value) put(field, write(value));
    },
  };
}

/** "20160419"; a date without its day has no place in this field. */
function compactDate(value: CslDate): string {
  const [parts = []] = value['date-parts'] ?? [];
  return parts.length === 3 ? parts.map(part => String(part).padStart(2, '0')).join('') : '';
}

/** Several fields of one name are paragraphs of one text. */
function paragraphs(variable: string, field: string): Row {
  return {
    fields: [field],
    variables: [variable],
    read: (fields, draft) => take(draft, variable, (fields.get(field) ?? []).join('\n')),
    write: (item, put) => {
      for (const line of withoutMarkup(String(item[variable] ?? '')).split(/\n+/)) put(field, line.trim());
    },
  };
}

/** A publisher's place is one for books; for a journal it is a country, which nobody cites. */
const place: Row = {
  fields: ['PL'],
  variables: ['publisher-place'],
  read: (fields, draft) => {
    if (!draft.type.startsWith('article')) take(draft, 'publisher-place', first(fields, 'PL'));
  },
  write: (item, put) => {
    if (!item.type.startsWith('article')) put('PL', item['publisher-place'] as string | undefined);
  },
};

/** A journal has several: the item's is the first. */
const serial: Row = {
  // ERIC has it under its whole name.
  fields: ['IS', 'ISSN'],
  variables: ['ISSN'],
  read: (fields, draft) => take(draft, 'ISSN', issn(first(fields, 'IS') || first(fields, 'ISSN'))),
  write: (item, put, kept) => {
    const own = item.ISSN === undefined ? '' : String(item.ISSN);
    put('IS', own);
    for (const other of kept.get('IS') ?? []) if (own === '' || !other.includes(own)) put('IS', other);
  },
};

const issn = (value: string) => /\d{4}-?\d{3}[\dXx]/.exec(value)?.[0] ?? value;
const isbn = (value: string) => /(?:97[89][- ]?)?\d[\d -]{8,}[\dXx]/.exec(value)?.[0].trim() ?? value;

export const ROWS: readonly Row[] = [
  type,
  text('PMID', 'PMID', value => /\d+/.exec(value)?.[0] ?? value),
  text(
    'PMCID',
    'PMC',
    value => /PMC\d+/i.exec(value)?.[0].toUpperCase() ?? (/^\d+$/.test(value) ? `PMC${value}` : value),
  ),
  authors,
  editors,
  journal,
  titles,
  text('original-title', 'TT', withoutStop, withStop),
  text('container-title-short', 'TA'),
  text('collection-title', 'CTI'),
  text('volume', 'VI'),
  text('issue', 'IP'),
  text('edition', 'EN'),
  pages,
  doi,
  serial,
  text('ISBN', 'ISBN', isbn),
  date('issued', 'DP', writtenMedlineDate),
  date('available-date', 'DEP', compactDate),
  text('publisher', 'PB'),
  place,
  text('language', 'LA', medlineLanguage, writtenMedlineLanguage),
  paragraphs('abstract', 'AB'),
  paragraphs('note', 'GN'),
  keywords,
];

/** Whether PubMed's one-line citation still says what the item says. */
export function citationHolds(citation: string, item: Draft | CslItem): boolean {
  const says = (value: unknown) => value === undefined || value === '' || citation.includes(String(value));
  return (
    says(item.volume) &&
    says(item.issue) &&
    says(item.page === undefined ? '' : /^[^-]*/.exec(String(item.page))?.[0]) &&
    says((item.issued as CslDate | undefined)?.['date-parts']?.[0]?.[0]) &&
    says(item['container-title-short'])
  );
}

/** A draft of the type every MEDLINE record has until its fields say another. */
export function blankDraft(): Draft {
  return { type: 'article-journal' };
}
