/** Works looked up by their identifiers: the record, what other services add to it, and where it stands. */
import type { Described } from '../../core/lookup/answers/entry.ts';
import { sameDoi } from '../../core/lookup/doi.ts';
import { IDENTIFIER_NAMES, type Identifier } from '../../core/lookup/identifiers.ts';
import { placeQuery } from '../../core/lookup/journal-pages.ts';
import { notChecked, type Standing, togetherStanding } from '../../core/lookup/standing.ts';
import type { LookedUp } from '../../core/lookup/types.ts';
import { failed, type Outcome } from '../../core/outcome.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { Reference } from '../../core/report/types.ts';
import { otherWork } from './problems.ts';
import { SERVICES, type ServiceId } from './services.ts';
import type { Sources } from './sources.ts';
import { standingsOf } from './standings.ts';

type Answered = Outcome<Described | 'unknown'>;

interface Step {
  readonly service: ServiceId;
  readonly ask: () => Promise<Answered>;
}

const first = (answer: Outcome<readonly Described[]>): Answered =>
  answer.ok ? { ok: true, value: answer.value[0] ?? 'unknown' } : answer;

/** Which of its own identifiers a record has to have for an answer to be the one that was asked for. */
const OWN: Readonly<Partial<Record<Identifier['kind'], string>>> = { doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID' };

/** An answer that is another work's is none: a wrong record must not come in under the right identifier. */
function checked(answer: Answered, { kind, value }: Identifier, service: ServiceId): Answered {
  if (!answer.ok || answer.value === 'unknown') return answer;
  const { item } = answer.value.reference;
  const own = String(item[OWN[kind] ?? ''] ?? '');
  if (own === '' || sameDoi(own, value)) return answer;
  return failed(otherWork(SERVICES[service], `${IDENTIFIER_NAMES[kind]} ${own}`));
}

/** Which services know an identifier, in the order in which they are asked. */
function stepsFor({ kind, value }: Identifier, sources: Sources, signal?: AbortSignal): readonly Step[] {
  switch (kind) {
    case 'doi':
      return [
        { service: 'crossref', ask: () => sources.crossrefWork(value, signal) },
        { service: 'datacite', ask: () => sources.datacite(value, signal) },
      ];
    case 'pmid':
      return [
        { service: 'ncbi', ask: async () => first(await sources.pubmed([value], signal)) },
        { service: 'europe-pmc', ask: () => inEuropePmc(sources, `EXT_ID:${value} AND SRC:MED`, signal) },
      ];
    case 'pmcid':
      return [{ service: 'europe-pmc', ask: () => inEuropePmc(sources, `PMCID:${value}`, signal) }];
    case 'arxiv':
      return [
        { service: 'arxiv', ask: () => sources.arxiv(value, signal) },
        { service: 'datacite', ask: () => sources.datacite(`10.48550/arXiv.${value}`, signal) },
      ];
    case 'isbn':
      return [{ service: 'open-library', ask: () => sources.openLibrary(value, signal) }];
    case 'pii':
      return [{ service: 'crossref', ask: () => sources.crossrefAlternative(value, signal) }];
    case 'hal':
      return [{ service: 'hal', ask: () => sources.hal(value, signal) }];
    case 'place':
      return [{ service: 'ncbi', ask: () => printedAt(value, sources, signal) }];
  }
}

/** The one article that PubMed has at a place of a journal; of two neither is taken. */
async function printedAt(place: string, sources: Sources, signal?: AbortSignal): Promise<Answered> {
  const query = placeQuery(place);
  if (query === null) return { ok: true, value: 'unknown' };
  const there = await sources.pubmedSearch(query, 2, signal);
  if (!there.ok) return there;
  const { total, pmids } = there.value;
  return total === 1 && pmids.length === 1
    ? first(await sources.pubmed(pmids, signal))
    : { ok: true, value: 'unknown' };
}

async function inEuropePmc(sources: Sources, query: string, signal?: AbortSignal): Promise<Answered> {
  const page = await sources.europePmc(query, 1, signal);
  return page.ok ? { ok: true, value: page.value.works[0] ?? 'unknown' } : page;
}

/** Identifiers that CSL has a variable for. */
const VARIABLES: ReadonlySet<string> = new Set(['doi', 'pmid', 'pmcid', 'isbn']);

/** What a second record may add to the first; nothing that is there is changed. */
const ADDED = ['PMID', 'PMCID', 'DOI', 'abstract', 'container-title-short'] as const;

function completed(reference: Reference, more: CslItem): Reference {
  const added: Record<string, unknown> = {};
  for (const variable of ADDED) {
    const value = more[variable];
    if (value !== undefined && reference.item[variable] === undefined) added[variable] = value;
  }
  return Object.keys(added).length === 0 ? reference : { ...reference, item: { ...reference.item, ...added } };
}

/** What Europe PMC adds to a record of Crossref (PMID, PMCID, abstract, the journal's short name). Its silence costs nothing else. */
async function withEuropePmc(found: Described, sources: Sources, signal?: AbortSignal) {
  const { DOI, PMID, abstract } = found.reference.item;
  if (DOI === undefined || (PMID !== undefined && abstract !== undefined)) return null;
  const page = await sources.europePmc(`DOI:"${DOI.replace(/["\\]/g, '')}"`, 3, signal);
  if (!page.ok) return null;
  return page.value.works.find(({ reference }) => sameDoi(String(reference.item.DOI ?? ''), DOI)) ?? null;
}

/**
 * One work by all identifiers that are known of it, tried in their order. Services that do not answer make it "not checked" only
 * where no other gave it.
 */
export async function lookUpWork(
  identifiers: readonly Identifier[],
  sources: Sources,
  signal?: AbortSignal,
): Promise<LookedUp> {
  const asked: string[] = [];
  let failure: LookedUp | null = null;
  for (const identifier of identifiers)
    for (const { service, ask } of stepsFor(identifier, sources, signal)) {
      const answer = checked(await ask(), identifier, service);
      if (!answer.ok) {
        failure ??= { state: 'not checked', identifiers, problem: answer.problem };
        if (answer.problem.code === 'lookup.off' || answer.problem.code === 'lookup.cancelled') return failure;
        continue;
      }
      if (answer.value === 'unknown') {
        if (!asked.includes(SERVICES[service].name)) asked.push(SERVICES[service].name);
        continue;
      }
      return found(answer.value, service, identifiers, sources, signal);
    }
  return failure ?? { state: 'unknown', identifiers, asked };
}

async function found(
  record: Described,
  service: ServiceId,
  identifiers: readonly Identifier[],
  sources: Sources,
  signal?: AbortSignal,
): Promise<LookedUp> {
  const from = [SERVICES[service].name];
  const said: Standing[] = record.standing ? [record.standing] : [];
  let { reference } = record;
  if (service === 'crossref') {
    const more = await withEuropePmc(record, sources, signal);
    if (more) {
      reference = completed(reference, more.reference.item);
      if (more.standing) said.push(more.standing);
      from.push(SERVICES['europe-pmc'].name);
    }
  } else {
    // Crossref holds Retraction Watch's notices, which come before PubMed's.
    const { standings } = await standingsOf(
      sources,
      reference.item.DOI === undefined ? [] : [{ id: '', type: '', DOI: reference.item.DOI }],
      signal,
    );
    said.push(...standings);
  }
  const given: Record<string, string> = {};
  for (const { kind, value } of identifiers) if (VARIABLES.has(kind)) given[kind.toUpperCase()] = value;
  reference = completed(reference, { id: '', type: '', ...given });
  const standing =
    said.length > 0 ? togetherStanding(said) : notChecked(reference.item.DOI ? 'failed' : 'no identifier');
  return { state: 'found', identifiers, reference, standing, from };
}

/** PMIDs in one question. */
const BATCH = 100;

/** Many works, each by its identifiers, in their order. PMIDs that come first of their work are asked for together. */
export async function lookUpWorks(
  works: readonly (readonly Identifier[])[],
  sources: Sources,
  signal?: AbortSignal,
): Promise<readonly LookedUp[]> {
  const pmids = works
    .flatMap(([identifier]) => (identifier?.kind === 'pmid' ? [identifier.value] : []))
    .slice(0, BATCH);
  const batch = pmids.length > 1 ? await sources.pubmed(pmids, signal) : null;
  const known: Sources = batch
    ? {
        ...sources,
        pubmed: async (asked, signal) => {
          if (!asked.every(pmid => pmids.includes(pmid))) return sources.pubmed(asked, signal);
          if (!batch.ok) return batch;
          const wanted = batch.value.filter(({ reference }) => asked.includes(String(reference.item.PMID ?? '')));
          return { ok: true, value: wanted };
        },
      }
    : sources;
  return Promise.all(works.map(identifiers => lookUpWork(identifiers, known, signal)));
}
