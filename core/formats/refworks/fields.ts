/** RefWorks' tags and types and what they are in CSL (RefWorks, "RefWorks Tagged Format"). */
import type { CslDate, CslName } from '../../references/csl.ts';
import { bareDoi, joinPages, take } from '../item.ts';
import { medlineDate, writtenMedlineDate } from '../medline-date.ts';
import { listedNames } from '../name-lists.ts';
import { commaName, writtenName } from '../names.ts';
import { fullPages } from '../pages.ts';
import { type Fields, type Row, text } from '../rows.ts';
import {
  forTypes,
  isArticle,
  keywordList,
  serialNumber,
  typedEdition,
  typedNumber,
  yearAndDay,
} from '../typed-rows.ts';

const TYPES: readonly (readonly [name: string, type: string])[] = [
  ['Journal Article', 'article-journal'],
  ['Journal', 'article-journal'],
  ['Journal, Electronic', 'article-journal'],
  ['Abstract', 'article-journal'],
  ['Magazine Article', 'article-magazine'],
  ['Newspaper Article', 'article-newspaper'],
  ['Preprint', 'article'],
  ['Book, Whole', 'book'],
  ['Book, Edited', 'book'],
  ['Book', 'book'],
  ['Monograph', 'book'],
  ['Book, Section', 'chapter'],
  ['Book Section', 'chapter'],
  ['Conference Proceedings', 'paper-conference'],
  ['Dissertation/Thesis', 'thesis'],
  ['Dissertation/Thesis, Unpublished', 'thesis'],
  ['Dissertation', 'thesis'],
  ['Report', 'report'],
  ['Web Page', 'webpage'],
  ['Online Discussion Forum/Blogs', 'post-weblog'],
  ['Patent', 'patent'],
  ['Standard', 'standard'],
  ['Dataset', 'dataset'],
  ['Computer Program', 'software'],
  ['Personal Communication', 'personal_communication'],
  ['Unpublished Material', 'manuscript'],
  ['Bills/Resolutions', 'bill'],
  ['Case/Court Decisions', 'legal_case'],
  ['Hearing', 'hearing'],
  ['Laws/Statutes', 'legislation'],
  ['Map', 'map'],
  ['Artwork', 'graphic'],
  ['Motion Picture', 'motion_picture'],
  ['Video/DVD', 'motion_picture'],
  ['Music Score', 'musical_score'],
  ['Sound Recording', 'song'],
  ['Grant', 'document'],
  ['Generic', 'document'],
];
const BY_NAME = new Map(TYPES.map(([name, type]) => [name.toLowerCase(), type]));

const first = (fields: Fields, name: string) => fields.get(name)?.[0] ?? '';

const type: Row = {
  fields: ['RT'],
  variables: ['type'],
  read: (fields, draft) => {
    draft.type = BY_NAME.get(first(fields, 'RT').toLowerCase()) ?? (fields.has('JF') ? 'article-journal' : 'document');
  },
  write: (item, put) => put('RT', TYPES.find(([, csl]) => csl === item.type)?.[0] ?? 'Generic'),
};

function people(variable: string, field: string): Row {
  return {
    fields: [field],
    variables: [variable],
    read: (fields, draft) => {
      // Older files hold all names on one line.
      const names = (fields.get(field) ?? []).flatMap(value => value.split(/\s*;\s*/));
      take(
        draft,
        variable,
        names
          .filter(name => /[^\s,]/.test(name))
          .flatMap(name => listedNames(name) ?? [name])
          .map(name => commaName(name)),
      );
    },
    write: (item, put) => {
      for (const name of (item[variable] as readonly CslName[] | undefined) ?? []) put(field, writtenName(name));
    },
  };
}

const containers: Row = {
  fields: ['JF', 'JO', 'T2', 'WT'],
  variables: ['container-title', 'container-title-short'],
  read: (fields, draft) => {
    const [full, short] = [first(fields, 'JF'), first(fields, 'JO')];
    if (isArticle(draft.type)) {
      take(draft, 'container-title', full || short);
      if (full !== '') take(draft, 'container-title-short', short);
    }
    take(draft, 'container-title', first(fields, 'T2') || first(fields, 'WT') || full || short);
  },
  write: (item, put) => {
    const title = item['container-title'];
    if (isArticle(item.type)) {
      put('JF', title);
      put('JO', item['container-title-short']);
    } else put(item.type === 'webpage' ? 'WT' : 'T2', title);
  },
};

const pages: Row = {
  fields: ['SP', 'OP'],
  variables: ['page', 'number-of-pages'],
  read: (fields, draft) => {
    const [start, other] = [first(fields, 'SP'), first(fields, 'OP')];
    // CNKI says in OP how many pages a thesis has.
    const count = [start, other].filter(value => value !== '');
    if (/^(?:book|thesis)$/.test(draft.type) && count.length === 1 && /^\d+\s*p?p?\.?$/.test(count[0] as string))
      take(draft, 'number-of-pages', count[0]);
    else take(draft, 'page', fullPages(joinPages(start, other)));
  },
  write: (item, put) => {
    const page = String(item.page ?? item['number-of-pages'] ?? '');
    const [, start = page, other = ''] = /^(\w+)-(\w+)$/.exec(page) ?? [];
    put('SP', start);
    put('OP', other);
  },
};

function date(variable: string, field: string): Row {
  return {
    fields: [field],
    variables: [variable],
    read: (fields, draft) => take(draft, variable, medlineDate(first(fields, field))),
    write: (item, put) => put(field, writtenMedlineDate(item[variable] as CslDate | undefined)),
  };
}

const pmid: Row = {
  fields: ['AN', 'PM', 'PMID'],
  variables: ['PMID'],
  read: (fields, draft) => {
    const number = first(fields, 'AN');
    const medline = /medline|pubmed/i.test(first(fields, 'DB') + first(fields, 'SF') + first(fields, 'DS'));
    const told = /\bpmid:?\s*(\d{1,8})\b/i.exec(number)?.[1] ?? (medline ? /^\d{1,8}$/ : /^\d{7,8}$/).exec(number)?.[0];
    take(draft, 'PMID', told ?? /^\d{1,8}$/.exec(first(fields, 'PMID') || first(fields, 'PM'))?.[0]);
  },
  write: (item, put) => put('AN', item.PMID),
};

const editors = people('collection-editor', 'A3');
const advisors = people('contributor', 'A3');

/** Who edits a series, and of a thesis who advised it. */
const seriesPeople: Row = {
  fields: ['A3'],
  variables: ['collection-editor', 'contributor'],
  read: (fields, draft) => (draft.type === 'thesis' ? advisors : editors).read(fields, draft),
  write: (item, put, kept) => (item.type === 'thesis' ? advisors : editors).write(item, put, kept),
};

/** The volume; of a thesis what degree it was for. */
const volume: Row = {
  fields: ['VO'],
  variables: ['volume', 'genre'],
  read: (fields, draft) => {
    const value = first(fields, 'VO');
    take(draft, draft.type === 'thesis' && /^\D+$/.test(value) ? 'genre' : 'volume', value);
  },
  write: (item, put) => {
    const genre = item.type === 'thesis' && /^\D+$/.test(String(item.genre ?? '')) ? item.genre : undefined;
    put('VO', item.volume === undefined ? (genre as string | undefined) : String(item.volume));
  },
};

export const ROWS: readonly Row[] = [
  type,
  people('author', 'A1'),
  people('editor', 'A2'),
  seriesPeople,
  people('translator', 'A4'),
  text('title', 'T1'),
  containers,
  text('collection-title', 'T3'),
  text('original-title', 'OT'),
  text('title-short', 'ST'),
  yearAndDay('YR', 'FD'),
  volume,
  typedNumber('IS'),
  pages,
  typedEdition('ED'),
  text('publisher', 'PB'),
  text('publisher-place', 'PP'),
  serialNumber('SN'),
  text('DOI', 'DO', value => bareDoi(value)),
  text('URL', ['UL', 'LK'], value => value.split(/\s/)[0]),
  pmid,
  text('PMCID', 'PMCID', value => /^PMC\d+$/i.exec(value)?.[0].toUpperCase()),
  keywordList('K1'),
  text('abstract', 'AB'),
  text('note', 'NO'),
  text('language', 'LA', value => value.replace(/[\s;]+$/, '')),
  text('call-number', 'CN'),
  text('source', ['DB', 'DS']),
  date('accessed', 'RD'),
  forTypes(/^article/, date('available-date', 'WP')),
];

/** In the order RefWorks writes them. */
export const TAGS: ReadonlySet<string> = new Set(
  (
    'RT SR ID A1 T1 JF JO YR FD VO IS SP OP K1 AB NO A2 T2 ED PB PP A3 A4 A5 A6 T3 SN AV AD AN LA CL SF OT LK DO CN DB DS ' +
    'IP RD ST PM U1 U2 U3 U4 U5 U6 U7 U8 U9 UL SL LL CR WT WV WP OL PMID PMCID'
  ).split(' '),
);
