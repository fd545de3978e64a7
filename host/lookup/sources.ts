/** What is asked of each service, and how its answers are read. `unknown` is an answer: the service has no such work. */
import { readArxiv } from '../../core/lookup/answers/arxiv.ts';
import { readCrossrefWork, readCrossrefWorks } from '../../core/lookup/answers/crossref.ts';
import { readDatacite } from '../../core/lookup/answers/datacite.ts';
import type { Described } from '../../core/lookup/answers/entry.ts';
import { type Page, readEuropePmc } from '../../core/lookup/answers/europe-pmc.ts';
import { HAL_FIELDS, readHal } from '../../core/lookup/answers/hal.ts';
import { readOpenLibrary } from '../../core/lookup/answers/open-library.ts';
import { type PmidPage, readPubmed, readPubmedSearch } from '../../core/lookup/answers/pubmed.ts';
import { STANDING_LASTS } from '../../core/lookup/standing.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { Asking, Question } from './asking.ts';

/** How long answers are kept (milliseconds): a record can be retracted meanwhile; an ISBN's book cannot. */
const RECORD = STANDING_LASTS;
const BOOK = 90 * 24 * 3600 * 1000;
const SEARCH = 24 * 3600 * 1000;

type One = Promise<Outcome<Described | 'unknown'>>;
type Many = Promise<Outcome<readonly Described[]>>;

/** Every question that is put to a service. All give a failure, in words, where it did not answer. */
export interface Sources {
  crossrefWork(doi: string, signal?: AbortSignal): One;
  /** Those of the DOIs (20 at most) that Crossref has. */
  crossrefWorks(dois: readonly string[], signal?: AbortSignal): Many;
  /** Works that a free-text reference may mean, best first. */
  crossrefMatches(text: string, signal?: AbortSignal): Many;
  /** The work that its publisher calls so beside its DOI: an article's PII. */
  crossrefAlternative(id: string, signal?: AbortSignal): One;
  datacite(doi: string, signal?: AbortSignal): One;
  /** Those of the PMIDs (100 at most) that PubMed has. */
  pubmed(pmids: readonly string[], signal?: AbortSignal): Many;
  pubmedSearch(query: string, rows: number, signal?: AbortSignal, from?: number): Promise<Outcome<PmidPage>>;
  /** PMIDs by journal, year, volume, first page and first author, as printed. */
  citationMatch(citation: CitationKey, signal?: AbortSignal): Promise<Outcome<readonly string[]>>;
  /** Works of a query in Europe PMC's language; `cursor` is what the page before named as the next. */
  europePmc(query: string, rows: number, signal?: AbortSignal, cursor?: string): Promise<Outcome<Page>>;
  arxiv(id: string, signal?: AbortSignal): One;
  openLibrary(isbn: string, signal?: AbortSignal): One;
  hal(id: string, signal?: AbortSignal): One;
}

export interface CitationKey {
  readonly journal: string;
  readonly year: string;
  readonly volume: string;
  readonly page: string;
  readonly author: string;
}

/** Of one work `unknown`, of many none. */
function saysNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === 'unknown' || (typeof value === 'object' && value !== null && 'total' in value && value.total === 0);
}

/** Questions to the services. Answers kept on the disk are taken up to their age, or up to `youngest` (milliseconds) where that is less. */
export function createSources(asking: Asking, youngest = Number.POSITIVE_INFINITY): Sources {
  async function ask<T>(
    question: Question,
    read: (text: string, at: number) => T | null,
    none?: T,
  ): Promise<Outcome<T>> {
    const answer = await asking.ask<{ readonly value: T }>(
      { ...question, lasts: Math.min(question.lasts, youngest) },
      ({ status, text, at }) => {
        const value = status === 404 ? (none ?? null) : read(text, at);
        return value === null ? null : { value };
      },
      ({ value }) => saysNothing(value),
    );
    return answer.ok ? done(answer.value.value.value) : answer;
  }
  const one = (question: Question, read: (text: string, at: number) => Described | 'unknown' | null): One =>
    ask<Described | 'unknown'>(question, read, 'unknown');

  return {
    crossrefWork: (doi, signal) =>
      one({ service: 'crossref', path: `works/${encodeURIComponent(doi)}`, lasts: RECORD, signal }, readCrossrefWork),
    crossrefWorks: (dois, signal) =>
      ask(
        {
          service: 'crossref',
          path: 'works',
          query: { filter: dois.map(doi => `doi:${doi}`).join(','), rows: String(dois.length) },
          lasts: RECORD,
          signal,
        },
        readCrossrefWorks,
      ),
    crossrefMatches: (text, signal) =>
      ask(
        {
          service: 'crossref',
          path: 'works',
          query: { 'query.bibliographic': text, rows: '5' },
          lasts: SEARCH,
          signal,
        },
        readCrossrefWorks,
      ),
    // Crossref's REST API, filter `alternative-id` ("metadata for records with the given alternative ID"): Elsevier gives its PIIs there.
    crossrefAlternative: (id, signal) =>
      one(
        {
          service: 'crossref',
          path: 'works',
          query: { filter: `alternative-id:${id}`, rows: '2' },
          lasts: RECORD,
          signal,
        },
        (text, at) => {
          const works = readCrossrefWorks(text, at);
          // Two of one name: neither is taken.
          return works && (works.length === 1 ? (works[0] as Described) : 'unknown');
        },
      ),
    datacite: (doi, signal) =>
      one({ service: 'datacite', path: `dois/${encodeURIComponent(doi)}`, lasts: RECORD, signal }, readDatacite),
    pubmed: (pmids, signal) =>
      ask(
        {
          service: 'ncbi',
          path: 'efetch.fcgi',
          query: { db: 'pubmed', id: pmids.join(','), retmode: 'xml' },
          lasts: RECORD,
          signal,
        },
        readPubmed,
      ),
    pubmedSearch: (query, rows, signal, from = 0) =>
      ask(
        {
          service: 'ncbi',
          path: 'esearch.fcgi',
          query: {
            db: 'pubmed',
            term: query,
            retmode: 'json',
            retmax: String(rows),
            sort: 'relevance',
            ...(from === 0 ? {} : { retstart: String(from) }),
          },
          lasts: SEARCH,
          signal,
        },
        readPubmedSearch,
      ),
    citationMatch: ({ journal, year, volume, page, author }, signal) =>
      ask(
        {
          service: 'ncbi',
          path: 'ecitmatch.cgi',
          query: {
            db: 'pubmed',
            retmode: 'xml',
            // A bar parts the fields and cannot stand in one.
            bdata: `${[journal, year, volume, page, author].map(field => field.replace(/[|\r\n]/g, ' ')).join('|')}|r|`,
          },
          lasts: SEARCH,
          signal,
        },
        readCitationMatch,
      ),
    europePmc: (query, rows, signal, cursor) =>
      ask(
        {
          service: 'europe-pmc',
          path: 'search',
          query: {
            query,
            resultType: 'core',
            format: 'json',
            pageSize: String(rows),
            ...(cursor === undefined ? {} : { cursorMark: cursor }),
          },
          lasts: SEARCH,
          signal,
        },
        readEuropePmc,
      ),
    arxiv: (id, signal) =>
      one(
        { service: 'arxiv', path: 'api/query', query: { id_list: id, max_results: '1' }, lasts: RECORD, signal },
        text => readArxiv(text, id),
      ),
    hal: (id, signal) =>
      one(
        {
          service: 'hal',
          path: 'search/',
          query: { q: `halId_s:"${id}"`, fl: HAL_FIELDS, wt: 'json', rows: '1' },
          lasts: RECORD,
          signal,
        },
        text => readHal(text, id),
      ),
    openLibrary: (isbn, signal) =>
      one(
        {
          service: 'open-library',
          path: 'api/books',
          query: { bibkeys: `ISBN:${isbn}`, format: 'json', jscmd: 'data' },
          lasts: BOOK,
          signal,
        },
        text => readOpenLibrary(text, isbn),
      ),
  };
}

/** The answer of ECitMatch: the line that was asked, ending in a PMID, or in words ("NOT_FOUND", "AMBIGUOUS 2 citations"). */
function readCitationMatch(text: string): readonly string[] | null {
  const lines = text.trim().split(/\r?\n/).filter(Boolean);
  if (lines.some(line => !line.includes('|'))) return null;
  return lines.flatMap(line => /\|\s*(\d{1,8})\s*$/.exec(line)?.[1] ?? []);
}
