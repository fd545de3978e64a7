/** Europe PMC's search results (`resultType=core`) as references with their abstracts. */
import { isoDate, monthNumber } from '../../formats/dates.ts';
import { cslPages, type Draft, take } from '../../formats/item.ts';
import { medlineLanguage } from '../../formats/languages.ts';
import { familyName } from '../../formats/names.ts';
import { fullPages } from '../../formats/pages.ts';
import { abstractText, richText } from '../../formats/published.ts';
import type { CslDate, CslName } from '../../references/csl.ts';
import { doisOf } from '../doi.ts';
import { type Notice, type NoticeKind, saysRetracted, standingOf } from '../standing.ts';
import { type Described, describedBy } from './entry.ts';
import { type Json, listOf, objectOf, parsedObject, wordsOf } from './json.ts';

function authorOf(value: unknown): CslName | null {
  const author = objectOf(value);
  const body = wordsOf(author.collectiveName);
  if (body !== '') return { literal: richText(body) };
  const family = richText(wordsOf(author.lastName));
  const given = richText(wordsOf(author.firstName) || wordsOf(author.initials));
  if (family === '') return wordsOf(author.fullName) === '' ? null : { literal: richText(wordsOf(author.fullName)) };
  return { ...familyName(family), ...(given === '' ? {} : { given }) };
}

/** "2018 May" or "2018 May 3" of the printed issue, as months are spelt there. */
function issueDate(journal: Json): CslDate | null {
  const [year, month, day] = wordsOf(journal.dateOfPublication).split(/[\s-]+/);
  const number = month === undefined ? null : monthNumber(month);
  if (year && /^\d{4}$/.test(year) && number !== null)
    return { 'date-parts': [[Number(year), number, ...(day && /^\d+$/.test(day) ? [Number(day)] : [])]] };
  return isoDate(wordsOf(journal.yearOfPublication));
}

const COMMENTS: readonly (readonly [RegExp, NoticeKind])[] = [
  [/^(?:retraction in|retracted and republished in|withdrawal in|removal in)$/i, 'retracted'],
  [/^expression of concern in$/i, 'concern'],
  [/^(?:erratum in|corrected and republished in|correction in)$/i, 'corrected'],
];

function noticesOf(result: Json): readonly Notice[] {
  const comments = listOf(objectOf(result.commentCorrectionList).commentCorrection).map(objectOf);
  return comments.flatMap((comment): readonly Notice[] => {
    const kind = COMMENTS.find(([pattern]) => pattern.test(wordsOf(comment.type)))?.[1];
    if (!kind) return [];
    const doi = doisOf(wordsOf(comment.reference))[0]?.doi;
    const pmid = wordsOf(comment.source) === 'MED' ? wordsOf(comment.id) : '';
    return [{ kind, from: 'europe-pmc', ...(doi ? { doi } : {}), ...(/^\d+$/.test(pmid) ? { pmid } : {}) }];
  });
}

function typeOf(result: Json): string {
  const kinds = listOf(objectOf(result.pubTypeList).pubType).map(wordsOf);
  if (wordsOf(result.source) === 'PPR') return 'article';
  if (result.bookOrReportDetails !== undefined) return 'book';
  return kinds.some(kind => /^thesis|dissertation/i.test(kind)) ? 'thesis' : 'article-journal';
}

/** One result; null where it names nothing. `at` is when Europe PMC was asked (milliseconds). */
export function europePmcResult(result: Json, at: number): Described | null {
  const draft: Draft = { type: typeOf(result) };
  const title = richText(wordsOf(result.title));
  take(draft, 'title', title.replace(/(?<!\.)\.$/, ''));
  const authors = listOf(objectOf(result.authorList).author).flatMap(each => authorOf(each) ?? []);
  take(draft, 'author', authors);
  const journal = objectOf(result.journalInfo);
  const named = objectOf(journal.journal);
  take(draft, 'container-title', richText(wordsOf(named.title)));
  take(draft, 'container-title-short', wordsOf(named.medlineAbbreviation) || wordsOf(named.isoabbreviation));
  take(draft, 'ISSN', [named.issn, named.essn].map(wordsOf).filter(Boolean).join(', '));
  take(
    draft,
    'issued',
    issueDate(journal) ?? isoDate(wordsOf(result.firstPublicationDate)) ?? isoDate(wordsOf(result.pubYear)),
  );
  take(draft, 'volume', wordsOf(journal.volume));
  take(draft, 'issue', wordsOf(journal.issue));
  take(draft, 'page', fullPages(cslPages(wordsOf(result.pageInfo))));
  take(draft, 'DOI', wordsOf(result.doi));
  take(draft, 'PMID', wordsOf(result.pmid));
  take(draft, 'PMCID', wordsOf(result.pmcid));
  if (draft.type === 'article') {
    take(draft, 'genre', 'preprint');
    take(draft, 'publisher', wordsOf(objectOf(result.bookOrReportDetails).publisher));
  }
  take(draft, 'language', medlineLanguage(wordsOf(result.language)));
  take(draft, 'abstract', abstractText(wordsOf(result.abstractText)));
  take(draft, 'keyword', listOf(objectOf(result.keywordList).keyword).map(wordsOf).filter(Boolean).join('; '));
  if (draft.title === undefined) return null;
  const retracted = listOf(objectOf(result.pubTypeList).pubType).some(kind =>
    /^retracted publication$/i.test(wordsOf(kind)),
  );
  const marked: readonly Notice[] = retracted
    ? [{ kind: 'retracted', from: 'europe-pmc' }]
    : saysRetracted(title)
      ? [{ kind: 'retracted', from: 'title' }]
      : [];
  const notices = noticesOf(result);
  const said = notices.some(({ kind }) => kind === 'retracted') ? notices : [...notices, ...marked];
  // Preprints and patents are not followed there: silence about them says nothing.
  const standing =
    wordsOf(result.source) === 'MED' || said.length > 0
      ? standingOf({ source: 'europe-pmc', at, notices: said })
      : null;
  return describedBy(draft, standing);
}

export interface Page {
  /** How many there are in all. */
  readonly total: number;
  readonly works: readonly Described[];
  /** What asks for the page behind this one ("nextCursorMark"); null where there is none. */
  readonly next: string | null;
}

/** The answer to a search; null where it is none of Europe PMC's. */
export function readEuropePmc(text: string, at: number): Page | null {
  const answer = parsedObject(text);
  const { result } = objectOf(answer?.resultList);
  if (!answer || !Array.isArray(result)) return null;
  const works = result.flatMap(each => europePmcResult(objectOf(each), at) ?? []);
  return { total: Number(answer.hitCount ?? works.length) || 0, works, next: wordsOf(answer.nextCursorMark) || null };
}
