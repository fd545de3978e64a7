/**
 * EndNote's fields and the CSL variables they say. What a field means depends on the type of reference (EndNote's own table of
 * reference types): the secondary title of an article is its journal, that of a book its series. ENW has the same fields.
 */
import type { CslDate, CslName } from '../../references/csl.ts';
import { bareDoi, take } from '../item.ts';
import { abbreviates } from '../journal-names.ts';
import { withoutMarkup } from '../markup.ts';
import { medlineDate, writtenMedlineDate } from '../medline-date.ts';
import { listedNames } from '../name-lists.ts';
import { commaName, writtenName } from '../names.ts';
import { fullPages } from '../pages.ts';
import { type Fields, type Row, text } from '../rows.ts';
import {
  editionOf,
  isArticle,
  keywordList,
  serialNumber,
  typedEdition,
  typedNumber,
  yearAndDay,
} from '../typed-rows.ts';
import { nameOfType, typeOfName } from './types.ts';

const first = (fields: Fields, name: string) => fields.get(name)?.[0] ?? '';
const oneLine = (value: string) => value.replace(/\s+/g, ' ').trim();
const bare = (value: string) => withoutMarkup(oneLine(value));

const AUTHORS = 'contributors/authors/author';
const SECONDARY = 'contributors/secondary-authors/author';
const TERTIARY = 'contributors/tertiary-authors/author';
const SUBSIDIARY = 'contributors/subsidiary-authors/author';
const TITLE2 = 'titles/secondary-title';

/** Of a meeting's paper, the title of its proceedings; the secondary title is then the name of the meeting. */
const PROCEEDINGS = 'custom3';
const isMeeting = (type: string) => type === 'paper-conference';

/** Types whose secondary title is that of a series. */
const isBookLike = (type: string) => /^(?:book|report|pamphlet|standard|software|map)$/.test(type);

function typeOf(fields: Fields): string {
  const name = first(fields, 'ref-type');
  const known = typeOfName(name);
  if (known !== undefined) return known;
  if (name !== '') return 'document';
  if (fields.has('periodical/full-title') || fields.has(TITLE2)) return 'article-journal';
  return fields.has('%B') ? 'chapter' : fields.has('publisher') ? 'book' : 'document';
}

/** Its secondary authors are always its editors. */
const isElectronicBook = (fields: Fields) => /^electronic book$/i.test(first(fields, 'ref-type'));

const isEditedBook = (fields: Fields) => /^edited book$/i.test(first(fields, 'ref-type'));

const type: Row = {
  fields: ['ref-type'],
  variables: ['type'],
  read: (fields, draft) => {
    draft.type = typeOf(fields);
  },
  write: (item, put) =>
    put('ref-type', item.type === 'book' && !item.author && item.editor ? 'Edited Book' : nameOfType(item.type)),
};

function namesOf(fields: Fields, field: string): CslName[] {
  return (fields.get(field) ?? [])
    .map(bare)
    .filter(name => /[^\s,;]/.test(name))
    .flatMap(name => listedNames(name) ?? [name])
    .map(name => commaName(name, true));
}

/** The fields of people and what they are for the type of an entry. */
function roles(itemType: string, given: { series: boolean; edited: boolean }): readonly (readonly [string, string])[] {
  if (itemType === 'book')
    return given.edited
      ? [
          [AUTHORS, 'editor'],
          [SECONDARY, 'collection-editor'],
          [SUBSIDIARY, 'translator'],
        ]
      : [
          [AUTHORS, 'author'],
          [SECONDARY, given.series ? 'collection-editor' : 'editor'],
          [TERTIARY, given.series ? 'editor' : 'collection-editor'],
          [SUBSIDIARY, 'translator'],
        ];
  const tertiary = /^(?:chapter|paper-conference|entry-.*)$/.test(itemType) ? 'collection-editor' : 'contributor';
  return [
    [AUTHORS, itemType === 'motion_picture' ? 'director' : 'author'],
    [SECONDARY, 'editor'],
    [TERTIARY, tertiary],
    // Of a meeting who paid for it, of a report the department.
    [SUBSIDIARY, /^(?:paper-conference|report|thesis)$/.test(itemType) ? 'contributor' : 'translator'],
  ];
}

const people: Row = {
  fields: [AUTHORS, SECONDARY, TERTIARY, SUBSIDIARY],
  variables: ['author', 'editor', 'collection-editor', 'translator', 'contributor', 'director'],
  read: (fields, draft) => {
    // A book's secondary authors edit its series where it has one, else the book.
    const series = !isElectronicBook(fields) && (fields.has(TERTIARY) || fields.has(TITLE2));
    for (const [field, role] of roles(draft.type, { series, edited: isEditedBook(fields) }))
      take(draft, role, namesOf(fields, field));
  },
  write: (item, put, kept) => {
    const edited = item.type === 'book' && !item.author && item.editor !== undefined;
    const series =
      !isElectronicBook(kept) && (item['collection-title'] !== undefined || item['collection-editor'] !== undefined);
    for (const [field, role] of roles(item.type, { series, edited }))
      for (const name of (item[role] as readonly CslName[] | undefined) ?? []) put(field, writtenName(name, ','));
  },
};

/**
 * A journal has a name, perhaps another ("alt-title") and those of EndNote's list of journals; which of two is the abbreviation
 * is told by their lengths.
 */
function journalNames(fields: Fields): readonly [full: string, short: string] {
  const names = [first(fields, TITLE2) || first(fields, '%B'), first(fields, 'titles/alt-title')].map(oneLine);
  const [name, other] = [names[0] || names[1] || '', names[0] ? (names[1] ?? '') : ''];
  const listed = oneLine(first(fields, 'periodical/full-title'));
  const abbreviation = oneLine(first(fields, 'periodical/abbr-1'));
  const [full, short] = other.length > name.length ? [other, name] : [name, other];
  if (short === '' && full !== '' && full === abbreviation && listed.length > full.length) return [listed, full];
  const [long, cut] = [full || listed, short || (abbreviation === full ? '' : abbreviation)];
  // Lists of journals made from PubMed's records have the two the wrong way round.
  return cut.length > long.length && abbreviates(long, cut) ? [cut, long] : [long, cut];
}

const containers: Row = {
  fields: [TITLE2, 'titles/alt-title', 'periodical/full-title', 'periodical/abbr-1', '%B', '%J', PROCEEDINGS],
  variables: ['container-title', 'container-title-short', 'collection-title', 'event-title'],
  read: (fields, draft) => {
    const title = oneLine(first(fields, TITLE2) || first(fields, '%J') || first(fields, '%B'));
    if (isArticle(draft.type)) {
      const [full, short] = journalNames(fields);
      take(draft, 'container-title', full);
      take(draft, 'container-title-short', short);
    } else if (isBookLike(draft.type)) take(draft, 'collection-title', title);
    else if (isMeeting(draft.type) && take(draft, 'container-title', oneLine(first(fields, PROCEEDINGS))))
      take(draft, 'event-title', title);
    // A thesis has its department there, which nobody cites.
    else if (draft.type !== 'thesis') take(draft, 'container-title', title);
  },
  write: (item, put, kept) => {
    const title = item['container-title'];
    const event = item['event-title'] as string | undefined;
    const proceedings = isMeeting(item.type) && event !== undefined && title !== undefined;
    put(PROCEEDINGS, proceedings ? title : isMeeting(item.type) ? undefined : first(kept, PROCEEDINGS));
    if (proceedings) put(TITLE2, event);
    else if (isArticle(item.type)) {
      const short = item['container-title-short'];
      put(TITLE2, title ?? short);
      if (title !== undefined) put('titles/alt-title', short);
    } else if (isBookLike(item.type)) put(TITLE2, item['collection-title'] as string | undefined);
    else if (item.type !== 'thesis') put(TITLE2, title);
  },
};

const series: Row = {
  fields: ['titles/tertiary-title'],
  variables: ['collection-title'],
  read: (fields, draft) => take(draft, 'collection-title', oneLine(first(fields, 'titles/tertiary-title'))),
  write: (item, put) => {
    if (!isBookLike(item.type)) put('titles/tertiary-title', item['collection-title'] as string | undefined);
  },
};

/** The types that say in fields of their own in which year and on which day they were cited. */
const isCited = (fields: Fields) => /^(?:web page|electronic|online|blog)/i.test(first(fields, 'ref-type'));
const isYear = (value: string) => /^(?:19|20)\d\d$/.test(value);

/** The day on which a page was seen: a date, or a year and a day in two fields. */
function seenOn(fields: Fields): CslDate | null {
  const whole = medlineDate(bare(first(fields, 'access-date')));
  if ((whole?.['date-parts']?.[0]?.length ?? 0) > 1 || !isCited(fields)) return whole;
  const cited = bare(first(fields, YEAR_OR_PLACE));
  const [year, day] = isYear(cited)
    ? [cited, bare(first(fields, DAY_OR_PMCID))]
    : [bare(first(fields, 'volume')), bare(first(fields, 'access-date'))];
  if (!isYear(year)) return whole;
  return /\b\d{4}\b/.test(day) ? medlineDate(day) : (medlineDate(`${year} ${day}`) ?? whole);
}

const YEAR_OR_PLACE = 'custom1';
const DAY_OR_PMCID = 'custom2';

/**
 * Places, and what stands in EndNote's custom fields: of a web page when it was seen, of a meeting where its proceedings came out
 * (its place is then that of the meeting), of an article its number in PubMed Central.
 */
const places: Row = {
  fields: ['pub-location', 'meeting-place', YEAR_OR_PLACE, DAY_OR_PMCID, 'access-date'],
  variables: ['publisher-place', 'event-place', 'accessed', 'PMCID'],
  read: (fields, draft) => {
    take(draft, 'event-place', oneLine(first(fields, 'meeting-place')));
    const [place, other] = ['pub-location', YEAR_OR_PLACE].map(name => oneLine(first(fields, name)));
    if (isMeeting(draft.type) && place && other && /^[^[\d]{2,60}$/.test(other)) {
      take(draft, 'publisher-place', other);
      take(draft, 'event-place', place);
    } else take(draft, 'publisher-place', place);
    take(draft, 'accessed', seenOn(fields));
    take(draft, 'PMCID', pmcidIn(fields));
  },
  write: (item, put, kept) => {
    put('pub-location', item['publisher-place'] as string | undefined);
    put('meeting-place', item['event-place'] as string | undefined);
    put('access-date', writtenMedlineDate(item.accessed as CslDate | undefined));
    const [first1, first2] = [first(kept, YEAR_OR_PLACE), first(kept, DAY_OR_PMCID)];
    // What says nothing that was read from there stays.
    if (!isMeeting(item.type) && !isYear(first1)) put(YEAR_OR_PLACE, first1);
    put(DAY_OR_PMCID, (item.PMCID as string | undefined) ?? (isYear(first1) || pmcidIn(kept) ? undefined : first2));
  },
};

/** Of a chapter, EndNote has it where articles have their number. */
const pmcidIn = (fields: Fields): string | undefined =>
  [DAY_OR_PMCID, ARTICLE_NUMBER]
    .map(name => /^PMC\d+$/i.exec(bare(first(fields, name)))?.[0].toUpperCase())
    .find(id => id !== undefined);

const ARTICLE_NUMBER = 'custom7';

/** Pages, or the number of an article that has none. */
const pages: Row = {
  fields: ['pages', ARTICLE_NUMBER],
  variables: ['page', 'number-of-pages'],
  read: (fields, draft) => {
    const number = isArticle(draft.type)
      ? /^[A-Za-z]{0,3}\d[\w.-]{0,15}$/.exec(bare(first(fields, ARTICLE_NUMBER)))?.[0]
      : undefined;
    const value = bare(first(fields, 'pages')) || (number ?? '');
    const count = /^(?:book|thesis)$/.test(draft.type) && !/\d\s*[-–—]+\s*\d/.test(value);
    take(draft, count ? 'number-of-pages' : 'page', count ? value : fullPages(value));
  },
  write: (item, put, kept) => {
    const value = item.page ?? item['number-of-pages'];
    put('pages', value === undefined ? '' : String(value));
    if (kept.has('pages') || !isArticle(item.type)) put(ARTICLE_NUMBER, first(kept, ARTICLE_NUMBER));
  },
};

/** EndNote says there of an article from PubMed when it was first online. */
const edition: Row = {
  ...typedEdition('edition'),
  variables: ['edition', 'available-date', 'version'],
  read: (fields, draft) => {
    const value = bare(first(fields, 'edition'));
    const online = isArticle(draft.type) && /^\d{4}[/-]\d|^(?:19|20)\d{6}$/.test(value);
    take(draft, online ? 'available-date' : editionOf(draft.type), online ? medlineDate(value) : value);
  },
};

const anyNumber = typedNumber('number', 'issue');

/** A patent's own number stands where others have their ISBN, and here that of its application. */
const number: Row = {
  ...anyNumber,
  read: (fields, draft) => {
    if (draft.type !== 'patent' || !fields.has('isbn')) anyNumber.read(fields, draft);
  },
};

/** The volume; of a thesis what degree it was for, where nothing else says that. */
const volume: Row = {
  fields: ['volume', 'work-type'],
  variables: ['volume', 'genre'],
  read: (fields, draft) => {
    const [value, work] = [bare(first(fields, 'volume')), bare(first(fields, 'work-type'))];
    if (!isArticle(draft.type)) take(draft, 'genre', work);
    if (draft.type === 'thesis' && /^\D+$/.test(value)) take(draft, 'genre', value);
    else take(draft, 'volume', isArticle(draft.type) ? value.replace(/^vol(?:ume)?\.?\s*(?=\d)/i, '') : value);
  },
  write: (item, put) => {
    put('volume', item.volume === undefined ? undefined : String(item.volume));
    if (!isArticle(item.type)) put('work-type', item.genre as string | undefined);
  },
};

/** Of a chapter which one it is, of a newspaper or a law its section; an article has its first page there. */
const sectionOf = (type: string) =>
  type === 'chapter' ? 'chapter-number' : /^(?:article-newspaper|bill|legislation)$/.test(type) ? 'section' : '';

const section: Row = {
  fields: ['section'],
  variables: ['chapter-number', 'section'],
  read: (fields, draft) => {
    const variable = sectionOf(draft.type);
    if (variable !== '') take(draft, variable, bare(first(fields, 'section')));
  },
  write: (item, put) => {
    const value = item[sectionOf(item.type)];
    put('section', value === undefined ? undefined : String(value));
  },
};

const doi: Row = {
  fields: ['electronic-resource-num'],
  variables: ['DOI'],
  read: (fields, draft) => {
    const said = bareDoi(bare(first(fields, 'electronic-resource-num')));
    const linked = (fields.get('urls/related-urls/url') ?? []).find(url => /doi\.org\/10\./.test(url));
    take(draft, 'DOI', said ?? (linked === undefined ? null : bareDoi(decoded(linked))));
  },
  write: (item, put) => put('electronic-resource-num', item.DOI),
};

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

const urls: Row = {
  fields: ['urls/related-urls/url', 'urls/web-urls/url'],
  variables: ['URL'],
  read: (fields, draft) => {
    const all = [...(fields.get('urls/related-urls/url') ?? []), ...(fields.get('urls/web-urls/url') ?? [])];
    take(draft, 'URL', bare(all[0]?.split('\n')[0] ?? ''));
  },
  write: (item, put) => put('urls/related-urls/url', item.URL),
};

const isPubmed = (fields: Fields) =>
  /medline|pubmed|nlm|ncbi/i.test(first(fields, 'remote-database-name') + first(fields, 'remote-database-provider'));

const pmid: Row = {
  fields: ['accession-num'],
  variables: ['PMID'],
  read: (fields, draft) => {
    const number = bare(first(fields, 'accession-num'));
    const told = /^(?:pmid:?\s*)(\d{1,8})$/i.exec(number)?.[1];
    take(draft, 'PMID', told ?? (isPubmed(fields) ? /^\d{1,8}$/ : /^\d{7,8}$/).exec(number)?.[0]);
  },
  write: (item, put) => put('accession-num', item.PMID),
};

export const ROWS: readonly Row[] = [
  type,
  people,
  text('title', 'titles/title', oneLine),
  containers,
  series,
  text('title-short', 'titles/short-title', oneLine),
  volume,
  number,
  serialNumber('isbn'),
  pages,
  text('number-of-volumes', 'num-vols', bare),
  edition,
  section,
  yearAndDay('dates/year', 'dates/pub-dates/date'),
  text('publisher', 'publisher', oneLine),
  places,
  text('call-number', 'call-num', bare),
  text('language', 'language', bare),
  doi,
  urls,
  pmid,
  text('source', 'remote-database-name', bare),
  text('abstract', 'abstract'),
  text('note', 'notes'),
  text('annote', 'research-notes'),
  keywordList('keywords/keyword'),
];

/** The key of an entry: EndNote's label, where it looks like one. */
export function keyOf(fields: Fields): string {
  const label = first(fields, 'label');
  return /^[\p{L}][\p{L}\p{N}:._+/-]{1,60}$/u.test(label) ? label : '';
}
