/** Crossref's works (api.crossref.org, "REST API JSON format") as references, with what was published against them. */
import { type Draft, take } from '../../formats/item.ts';
import { abstractText, richText } from '../../formats/published.ts';
import type { CslDate, CslName } from '../../references/csl.ts';
import { type Notice, noticeKind, type Standing, saysRetracted, standingOf } from '../standing.ts';
import { type Described, describedBy } from './entry.ts';
import { firstOf, type Json, listOf, objectOf, parsedObject, wordsOf } from './json.ts';

/** Crossref's types as CSL's; what is not listed prints as a document. */
const TYPES: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'journal-issue': 'periodical',
  'proceedings-article': 'paper-conference',
  proceedings: 'book',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-series': 'book',
  'book-set': 'book',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'book-track': 'chapter',
  'reference-entry': 'entry-encyclopedia',
  'posted-content': 'article',
  dissertation: 'thesis',
  report: 'report',
  'report-component': 'report',
  'report-series': 'report',
  standard: 'standard',
  dataset: 'dataset',
  database: 'dataset',
  'peer-review': 'review',
};

/** Dates that a citation is printed with, best first: the issue's before the day it went online. */
const DATES = ['published-print', 'issued', 'published', 'published-online', 'posted', 'created'];

function dateOf(value: unknown): CslDate | null {
  const parts = listOf(listOf(objectOf(value)['date-parts'])[0])
    .map(Number)
    .filter(part => Number.isInteger(part) && part > 0);
  return parts.length === 0 ? null : { 'date-parts': [parts.slice(0, 3)] };
}

function isoOf(value: unknown): string {
  const [parts = []] = dateOf(value)?.['date-parts'] ?? [];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** Names in capitals throughout are set as names are. */
function cased(name: string): string {
  if (name.length < 4 || name !== name.toUpperCase() || !/^\p{L}[\p{L}\s'’.-]*$/u.test(name)) return name;
  return name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, letter => letter.toUpperCase());
}

function nameOf(value: unknown): CslName | null {
  const { family, given, name, suffix, literal } = objectOf(value);
  const words = wordsOf(family);
  if (words === '') {
    const body = wordsOf(name) || wordsOf(literal) || wordsOf(given);
    return body === '' ? null : { literal: richText(body) };
  }
  return {
    family: cased(richText(words)),
    ...(wordsOf(given) === '' ? {} : { given: richText(wordsOf(given)) }),
    ...(wordsOf(suffix) === '' ? {} : { suffix: wordsOf(suffix) }),
  };
}

const namesOf = (value: unknown) => listOf(value).flatMap(each => nameOf(each) ?? []);

/** Title with its subtitle, unless the title says it already. */
function titleOf({ title, subtitle }: Json): string {
  const [main, under] = [richText(firstOf(title)), richText(firstOf(subtitle))];
  if (under === '' || main.toLowerCase().includes(under.toLowerCase())) return main;
  return `${main}${/[:?!.]$/.test(main) ? '' : ':'} ${under}`;
}

function noticesOf(value: unknown): readonly Notice[] {
  return listOf(value).flatMap((each): readonly Notice[] => {
    const update = objectOf(each);
    const kind = noticeKind(wordsOf(update.type) || wordsOf(update.label));
    if (!kind) return [];
    const [doi, date] = [wordsOf(update.DOI), isoOf(update.updated)];
    return [
      {
        kind,
        from: wordsOf(update.source) === 'retraction-watch' ? 'retraction-watch' : 'publisher',
        ...(doi === '' ? {} : { doi }),
        ...(date === '' ? {} : { date }),
      },
    ];
  });
}

/** What Crossref's record says was published against the work (`updated-by`), and what it is a notice about (`update-to`). */
export function crossrefStanding(work: Json, at: number): Standing {
  const updates = listOf(work['updated-by']);
  const reinstated = updates
    .map(objectOf)
    .filter(({ type }) => wordsOf(type).toLowerCase() === 'reinstatement')
    .map(({ updated }) => isoOf(updated));
  const title = richText(firstOf(work.title));
  const marked: readonly Notice[] = saysRetracted(title) ? [{ kind: 'retracted', from: 'title' }] : [];
  const doi = wordsOf(work.DOI).toLowerCase();
  const noticeOf = noticesOf(work['update-to']);
  // A notice's own title says "Retraction" or "RETRACTED" of another work; some publishers put a notice on its own DOI.
  const own = noticeOf.filter(notice => notice.doi?.toLowerCase() === doi);
  const others = noticeOf.filter(notice => notice.doi?.toLowerCase() !== doi);
  return standingOf({
    source: 'crossref',
    at,
    notices: [...noticesOf(updates), ...own, ...(others.length > 0 ? [] : marked)],
    noticeOf: others,
    reinstated,
  });
}

/** A work as a reference; null where it names nothing. `at` is when Crossref was asked (milliseconds). */
export function crossrefWork(work: Json, at: number): Described | null {
  const type = wordsOf(work.type);
  const draft: Draft = { type: TYPES[type] ?? (type === '' ? 'article-journal' : 'document') };
  take(draft, 'title', titleOf(work));
  take(draft, 'author', namesOf(work.author));
  take(draft, 'editor', namesOf(work.editor));
  take(draft, 'translator', namesOf(work.translator));
  const isPreprint = type === 'posted-content';
  // A chapter lists the book and the series it is in, in either order: the shorter list is the book.
  const journal = richText(firstOf(work['container-title']));
  take(draft, 'container-title', journal);
  const short = richText(firstOf(work['short-container-title']));
  if (short !== journal) take(draft, 'container-title-short', short);
  for (const field of DATES) take(draft, 'issued', dateOf(work[field]));
  take(draft, 'volume', wordsOf(work.volume));
  take(draft, 'issue', wordsOf(work.issue) || wordsOf(objectOf(work['journal-issue']).issue));
  take(draft, 'page', wordsOf(work.page).replace(/\s*[–—]\s*/g, '-') || wordsOf(work['article-number']));
  take(draft, 'number', wordsOf(work['article-number']) === draft.page ? '' : wordsOf(work['article-number']));
  take(draft, 'DOI', wordsOf(work.DOI));
  take(draft, 'ISSN', listOf(work.ISSN).map(wordsOf).filter(Boolean).join(', '));
  take(draft, 'ISBN', firstOf(work.ISBN).replace(/^https?:\/\/\S*isbn\//i, ''));
  if (draft.type !== 'article-journal') {
    take(draft, 'publisher', firstOf(objectOf(listOf(work.institution)[0]).name) || wordsOf(work.publisher));
    take(draft, 'publisher-place', wordsOf(work['publisher-location']));
    take(draft, 'edition', wordsOf(work['edition-number']));
  }
  if (isPreprint) take(draft, 'genre', wordsOf(work.subtype) === 'preprint' ? 'preprint' : wordsOf(work.subtype));
  take(draft, 'language', wordsOf(work.language));
  take(draft, 'URL', wordsOf(objectOf(objectOf(work.resource).primary).URL) || wordsOf(work.URL));
  take(draft, 'abstract', abstractText(wordsOf(work.abstract)));
  if (draft.title === undefined && draft.author === undefined && draft.DOI === undefined) return null;
  return describedBy(draft, crossrefStanding(work, at));
}

/** The answer to `works/{doi}`; null where it is none of Crossref's. */
export function readCrossrefWork(text: string, at: number): Described | null {
  const message = objectOf(parsedObject(text)?.message);
  return Object.keys(message).length === 0 ? null : crossrefWork(message, at);
}

/** The answer to a search of works, in its order; null where it is none of Crossref's. */
export function readCrossrefWorks(text: string, at: number): readonly Described[] | null {
  const items = objectOf(parsedObject(text)?.message).items;
  if (!Array.isArray(items)) return null;
  return items.flatMap(item => crossrefWork(objectOf(item), at) ?? []);
}
