/** Where works stand now: Crossref (with Retraction Watch in it) by DOI, PubMed by PMID, in few questions for many works. */
import { bareDoi } from '../../core/formats/item.ts';
import type { Described } from '../../core/lookup/answers/entry.ts';
import { notChecked, type Standing, togetherStanding } from '../../core/lookup/standing.ts';
import type { Outcome, Problem } from '../../core/outcome.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { Sources } from './sources.ts';

/** DOIs in one question: an address stays short enough for every proxy. */
const DOIS = 20;
const PMIDS = 100;

interface Named {
  readonly doi: string;
  readonly pmid: string;
}

function namesOf(item: CslItem): Named {
  const doi = bareDoi(String(item.DOI ?? '')) ?? '';
  return { doi: doi.toLowerCase(), pmid: /\d{1,8}/.exec(String(item.PMID ?? ''))?.[0] ?? '' };
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** What a service said of each name, `unknown` where it answered and has none, nothing where it did not answer. */
type Said = Map<string, Standing | 'unknown'>;

async function askAll(
  names: readonly string[],
  size: number,
  ask: (some: readonly string[]) => Promise<Outcome<readonly Described[]>>,
  nameOf: (found: Described) => string,
  problems: Problem[],
): Promise<Said> {
  const said: Said = new Map();
  for (const some of chunks([...new Set(names)], size)) {
    const answer = await ask(some);
    if (!answer.ok) {
      problems.push(answer.problem);
      continue;
    }
    for (const name of some) said.set(name, 'unknown');
    for (const found of answer.value) if (found.standing) said.set(nameOf(found), found.standing);
  }
  return said;
}

export interface StandingsSaid {
  /** In the order of what was asked. */
  readonly standings: readonly Standing[];
  /** Why some are not checked, each reason once. */
  readonly problems: readonly Problem[];
}

/** The standings of items, in their order. What could not be asked is "not checked", with the reason. */
export async function standingsOf(
  sources: Sources,
  items: readonly CslItem[],
  signal?: AbortSignal,
): Promise<StandingsSaid> {
  const named = items.map(namesOf);
  const problems: Problem[] = [];
  const dois = named.map(({ doi }) => doi).filter(doi => doi !== '');
  // A comma parts filters: such a DOI is asked for by itself.
  const [plain, odd] = [dois.filter(doi => !/[,&#]/.test(doi)), dois.filter(doi => /[,&#]/.test(doi))];
  const doiOf = ({ reference }: Described) => String(reference.item.DOI ?? '').toLowerCase();
  const single = async ([doi = '']: readonly string[]): Promise<Outcome<readonly Described[]>> => {
    const answer = await sources.crossrefWork(doi, signal);
    return answer.ok ? { ok: true, value: answer.value === 'unknown' ? [] : [answer.value] } : answer;
  };
  const [many, few, pubmed] = await Promise.all([
    askAll(plain, DOIS, some => sources.crossrefWorks(some, signal), doiOf, problems),
    askAll(odd, 1, single, doiOf, problems),
    askAll(
      named.map(({ pmid }) => pmid).filter(pmid => pmid !== ''),
      PMIDS,
      some => sources.pubmed(some, signal),
      ({ reference }) => String(reference.item.PMID ?? ''),
      problems,
    ),
  ]);
  const standings = named.map(({ doi, pmid }) => {
    if (doi === '' && pmid === '') return notChecked('no identifier');
    const said = [...(doi === '' ? [] : [many.get(doi) ?? few.get(doi)]), ...(pmid === '' ? [] : [pubmed.get(pmid)])];
    return togetherStanding(
      said.map(one => (one === undefined || one === 'unknown' ? notChecked(one ? 'unknown there' : 'failed') : one)),
    );
  });
  return { standings, problems: onceEach(problems) };
}

/** Each reason once: fifty works that could not be asked for have one. */
export function onceEach(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    (problem, index) =>
      problems.findIndex(other => other.code === problem.code && other.where === problem.where) === index,
  );
}
