/** HAL's records (api.archives-ouvertes.fr/docs/search: its fields' names end in their type, `_s` a text or a list of texts) as references. */
import { isoDate } from '../../formats/dates.ts';
import { bareDoi, cslPages, type Draft, take } from '../../formats/item.ts';
import type { CslName } from '../../references/csl.ts';
import { type Described, describedBy } from './entry.ts';
import { firstOf, listOf, objectOf, parsedObject, wordsOf } from './json.ts';

/** What is asked for of a record. */
export const HAL_FIELDS =
  'halId_s,docType_s,title_s,authLastName_s,authFirstName_s,authFullName_s,journalTitle_s,bookTitle_s,conferenceTitle_s,producedDate_s,volume_s,issue_s,page_s,doiId_s,pubmedId_s,journalIssn_s,isbn_s,publisher_s,authorityInstitution_s,language_s,abstract_s,uri_s';

/** HAL's kinds of documents ("docType"), as far as CSL has one for them. */
const TYPES: Readonly<Record<string, string>> = {
  ART: 'article-journal',
  ARTREV: 'article-journal',
  DATAPAPER: 'article-journal',
  BOOKREVIEW: 'review-book',
  COMM: 'paper-conference',
  PROCEEDINGS: 'book',
  POSTER: 'speech',
  PRESCONF: 'speech',
  OUV: 'book',
  COUV: 'chapter',
  DOUV: 'book',
  THESE: 'thesis',
  HDR: 'thesis',
  MEM: 'thesis',
  REPORT: 'report',
  UNDEFINED: 'article',
  PREPRINT: 'article',
  PATENT: 'patent',
  SOFTWARE: 'software',
  VIDEO: 'motion_picture',
};
const GENRES: Readonly<Record<string, string>> = {
  THESE: 'Thèse de doctorat',
  HDR: 'Habilitation à diriger des recherches',
  MEM: 'Mémoire',
};

/**
 * Family names and given names come as two lists, in which nothing stands for a name that an author lacks: where one is shorter,
 * an author's given names are what is before the family name in the whole one.
 */
function authorsOf(record: Readonly<Record<string, unknown>>): readonly CslName[] {
  const families = listOf(record.authLastName_s).map(wordsOf);
  const given = listOf(record.authFirstName_s).map(wordsOf);
  const whole = listOf(record.authFullName_s).map(wordsOf);
  const isPaired = given.length === families.length;
  if (!isPaired && whole.length !== families.length) return whole.map(literal => ({ literal }));
  return families.map((family, at): CslName => {
    const full = whole[at] ?? '';
    const first = isPaired ? given[at] : full.endsWith(` ${family}`) ? full.slice(0, -family.length).trim() : '';
    return { family, ...(first ? { given: first } : {}) };
  });
}

/** The record of an id; `unknown` where HAL has none, null where the answer is none of its own. */
export function readHal(text: string, id: string): Described | 'unknown' | null {
  const docs = objectOf(parsedObject(text)?.response).docs;
  if (!Array.isArray(docs)) return null;
  const found = docs.map(objectOf).find(({ halId_s }) => wordsOf(halId_s).toLowerCase() === id.toLowerCase());
  if (!found) return 'unknown';
  const kind = wordsOf(found.docType_s);
  const draft: Draft = { type: TYPES[kind] ?? 'document' };
  take(draft, 'title', firstOf(found.title_s));
  take(draft, 'author', authorsOf(found));
  for (const field of ['journalTitle_s', 'bookTitle_s']) take(draft, 'container-title', firstOf(found[field]));
  take(draft, 'event-title', firstOf(found.conferenceTitle_s));
  take(draft, 'issued', isoDate(firstOf(found.producedDate_s)));
  take(draft, 'volume', firstOf(found.volume_s));
  take(draft, 'issue', firstOf(found.issue_s));
  take(draft, 'page', cslPages(firstOf(found.page_s)));
  take(draft, 'DOI', bareDoi(firstOf(found.doiId_s)));
  take(draft, 'PMID', firstOf(found.pubmedId_s));
  take(draft, 'ISSN', firstOf(found.journalIssn_s));
  take(draft, 'ISBN', firstOf(found.isbn_s));
  take(draft, 'genre', GENRES[kind]);
  if (draft.type !== 'article-journal')
    for (const field of ['authorityInstitution_s', 'publisher_s']) take(draft, 'publisher', firstOf(found[field]));
  take(draft, 'language', firstOf(found.language_s));
  take(draft, 'abstract', firstOf(found.abstract_s));
  take(draft, 'URL', firstOf(found.uri_s));
  return draft.title === undefined ? null : describedBy(draft, null);
}
