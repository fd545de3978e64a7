/** Words searched for in PubMed and Europe PMC; results come with their abstracts and where they stand. */
import { notChecked } from '../../core/lookup/standing.ts';
import type { Searched, SearchPage } from '../../core/lookup/types.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { Sources } from './sources.ts';

/** Results of one search; who sees none that fits adds a word. */
const ROWS = 25;

/**
 * Words as both services read them: composed letters, straight quotes; a title's own colon and brackets, and quotes or brackets that are
 * never closed, are no part of their language of search.
 */
export function searchWords(typed: string): string {
  const plain = typed
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/^\s*\[([^\]]*)\]?\.?\s*$/, '$1')
    .replace(/:(?=\s|$)/g, ' ')
    .replace(/\s*[?!]+(?=\s|$)/g, ' ');
  const isEven = (sign: string) => plain.split(sign).length % 2 === 1;
  const isClosed = plain.split('(').length === plain.split(')').length;
  return (isClosed ? plain : plain.replace(/[()]/g, ' '))
    .replace(isEven('"') ? /(?!)/ : /"/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** One page of results; `after` is what the page before gave as `next`. */
export async function searchFor(
  where: Searched,
  typed: string,
  sources: Sources,
  after?: string,
  signal?: AbortSignal,
): Promise<Outcome<SearchPage>> {
  const query = searchWords(typed);
  if (query === '') return done({ total: 0, works: [], next: null });
  if (where === 'europe-pmc') {
    const page = await sources.europePmc(query, ROWS, signal, after);
    if (!page.ok) return page;
    const { total, works, next } = page.value;
    return done({
      total,
      works: works.map(work => ({ ...work, standing: work.standing ?? notChecked('never asked') })),
      next: works.length < ROWS ? null : next,
    });
  }
  const from = Number(after ?? 0) || 0;
  const found = await sources.pubmedSearch(query, ROWS, signal, from);
  if (!found.ok) return found;
  const { total, pmids } = found.value;
  if (pmids.length === 0) return done({ total, works: [], next: null });
  const records = await sources.pubmed(pmids, signal);
  if (!records.ok) return records;
  const byPmid = new Map(records.value.map(record => [String(record.reference.item.PMID ?? ''), record] as const));
  // In the order of relevance, which efetch does not keep.
  const works = pmids.flatMap(pmid => {
    const record = byPmid.get(pmid);
    return record ? [{ reference: record.reference, standing: record.standing ?? notChecked('never asked') }] : [];
  });
  const last = from + pmids.length;
  // PubMed gives the first ten thousand of a search and no more (NBK25499, esearch, "retmax").
  return done({ total, works, next: last < Math.min(total, 10_000) ? String(last) : null });
}
