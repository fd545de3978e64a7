/** A printed reference found again: in what is already here, by its identifiers, then in Crossref and PubMed. Never taken in silence. */
import type { Described } from '../../core/lookup/answers/entry.ts';
import { knownStanding } from '../../core/lookup/file-notices.ts';
import { readFreeText } from '../../core/lookup/free-text.ts';
import { GOOD_MATCH, matchesIn, matchScore, WORTH_SHOWING } from '../../core/lookup/matching.ts';
import { notChecked } from '../../core/lookup/standing.ts';
import type { Candidate, Finding } from '../../core/lookup/types.ts';
import type { Outcome, Problem } from '../../core/outcome.ts';
import { duplicateFinder } from '../../core/references/duplicates.ts';
import type { Reference } from '../../core/report/types.ts';
import { lookUpWork } from './records.ts';
import type { Sources } from './sources.ts';
import { onceEach } from './standings.ts';

/** Candidates offered; who does not see theirs among them searches by words. */
const MOST = 6;
/** Letters of a reference that are sent; longer ones are no reference. */
const LONGEST = 600;

export interface Here {
  readonly report: readonly Reference[];
  readonly library: readonly Reference[];
}

/** Candidates among references that are here. Asks nobody. */
export function findHere(text: string, { report, library }: Here): readonly Candidate[] {
  const printed = readFreeText(text);
  const among = (references: readonly Reference[], from: Candidate['from']) =>
    matchesIn(printed, references).map(({ entry, score }) => ({
      reference: entry,
      standing: knownStanding(entry) ?? notChecked('never asked'),
      score,
      from,
    }));
  return best([...among(report, 'report'), ...among(library, 'library')]);
}

/** Candidates from here and from the services. The text of the reference is sent to Crossref, parts of it to PubMed. */
export async function findAnywhere(text: string, here: Here, sources: Sources, signal?: AbortSignal): Promise<Finding> {
  const printed = readFreeText(text);
  const known = findHere(text, here);
  const problems: Problem[] = [];
  const candidates: Candidate[] = [...known];
  const take = (answer: Outcome<readonly Described[]>, from: 'Crossref' | 'PubMed') => {
    if (!answer.ok) {
      problems.push(answer.problem);
      return;
    }
    for (const { reference, standing } of answer.value) {
      const score = matchScore(printed, reference.item);
      if (score >= WORTH_SHOWING)
        candidates.push({ reference, standing: standing ?? notChecked('never asked'), score, from });
    }
  };
  if (printed.identifiers.length > 0) {
    const work = await lookUpWork(printed.identifiers, sources, signal);
    if (work.state === 'found') {
      const { reference, standing, from } = work;
      const source = from[0] === 'PubMed' || from[0] === 'Europe PMC' ? 'PubMed' : 'Crossref';
      candidates.push({ reference, standing, score: matchScore(printed, reference.item), from: source });
    } else if (work.state === 'not checked') problems.push(work.problem);
  }
  // A printed DOI can be mistyped: it counts only where the rest fits as well.
  if (!candidates.some(({ score, from }) => score >= GOOD_MATCH && from !== 'report' && from !== 'library')) {
    const [crossref, pubmed] = await Promise.all([
      sources.crossrefMatches(printed.text.slice(0, LONGEST), signal),
      inPubmed(printed, sources, signal),
    ]);
    take(crossref, 'Crossref');
    if (pubmed) take(pubmed, 'PubMed');
  }
  return { text, candidates: best(candidates), problems: onceEach(problems) };
}

/** By journal, volume and page where they are told, else by the title. Null where too little is. */
async function inPubmed(
  { journal, year, volume, pages, authors, title }: ReturnType<typeof readFreeText>,
  sources: Sources,
  signal?: AbortSignal,
): Promise<Outcome<readonly Described[]> | null> {
  const page = pages.split('-')[0] ?? '';
  if (journal !== '' && year !== '' && volume !== '' && page !== '') {
    const [author = ''] = authors;
    const found = await sources.citationMatch(
      { journal: journal.replace(/\./g, ''), year, volume, page, author },
      signal,
    );
    if (!found.ok) return found;
    if (found.value.length > 0) return sources.pubmed(found.value, signal);
  }
  const words = title
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(word => word.length > 3)
    .slice(0, 10);
  if (words.length < 3) return null;
  const found = await sources.pubmedSearch(words.map(word => `${word}[Title]`).join(' AND '), 5, signal);
  if (!found.ok) return found;
  return found.value.pmids.length === 0 ? { ok: true, value: [] } : sources.pubmed(found.value.pmids, signal);
}

/** Best first, each work once: what is here before what is elsewhere. */
function best(candidates: readonly Candidate[]): readonly Candidate[] {
  const order: Readonly<Record<Candidate['from'], number>> = { report: 0, library: 1, Crossref: 2, PubMed: 3 };
  const sorted = [...candidates].sort((a, b) => b.score - a.score || order[a.from] - order[b.from]);
  const kept: Candidate[] = [];
  for (const candidate of sorted) {
    const isThere = duplicateFinder(kept.map(({ reference }) => reference))(candidate.reference.item) !== null;
    if (!isThere) kept.push(candidate);
    if (kept.length === MOST) break;
  }
  return kept;
}
