/** Words searched for in PubMed and Europe PMC; results come with their abstracts and where they stand. */
import { notChecked } from '../../core/lookup/standing.ts';
import type { Searched, SearchPage } from '../../core/lookup/types.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { Sources } from './sources.ts';

/** Results of one search; who sees none that fits adds a word. */
const ROWS = 25;

export async function searchFor(
  where: Searched,
  query: string,
  sources: Sources,
  signal?: AbortSignal,
): Promise<Outcome<SearchPage>> {
  if (where === 'europe-pmc') {
    const page = await sources.europePmc(query, ROWS, signal);
    if (!page.ok) return page;
    const { total, works } = page.value;
    return done({
      total,
      works: works.map(work => ({ ...work, standing: work.standing ?? notChecked('never asked') })),
    });
  }
  const found = await sources.pubmedSearch(query, ROWS, signal);
  if (!found.ok) return found;
  const { total, pmids } = found.value;
  if (pmids.length === 0) return done({ total, works: [] });
  const records = await sources.pubmed(pmids, signal);
  if (!records.ok) return records;
  const byPmid = new Map(records.value.map(record => [String(record.reference.item.PMID ?? ''), record] as const));
  // In the order of relevance, which efetch does not keep.
  const works = pmids.flatMap(pmid => {
    const record = byPmid.get(pmid);
    return record ? [{ reference: record.reference, standing: record.standing ?? notChecked('never asked') }] : [];
  });
  return done({ total, works });
}
