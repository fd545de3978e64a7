/** Look-ups: by identifier, by words, and where works stand. Nothing is asked before somebody asks for it. */
import { addressesWithout, identifiedWorks, wrongIsbns } from '../../core/lookup/identifiers.ts';
import { isDue, type Standing, type Standings } from '../../core/lookup/standing.ts';
import type { Finding, LookedUp, Searched, SearchPage } from '../../core/lookup/types.ts';
import { unnamedAddress, wrongIsbn } from '../../core/lookup/unnamed.ts';
import { done, failed, type Outcome, type Problem, problem } from '../../core/outcome.ts';
import type { Reference } from '../../core/report/types.ts';
import { type AskingConfig, createAsking } from './asking.ts';
import { openCache } from './cache.ts';
import { findAnywhere, findHere, type Here } from './finding.ts';
import { lookUpWorks } from './records.ts';
import { searchFor } from './searching.ts';
import { createSources } from './sources.ts';
import { standingsOf } from './standings.ts';

export interface LookupConfig extends Omit<AskingConfig, 'cache'> {
  /** Where answers are kept. */
  readonly folder: string;
}

export interface Lookup {
  /** Every work that a text names by an identifier or an address, in its order. */
  identifiers(text: string, signal?: AbortSignal): Promise<Outcome<readonly LookedUp[]>>;
  /** Candidates for a printed reference; `online` says that the user agreed to send it. */
  find(text: string, here: Here, online: boolean, signal?: AbortSignal): Promise<Finding>;
  /** A page of results; `after` is the `next` of the page before. */
  search(where: Searched, query: string, signal?: AbortSignal, after?: string): Promise<Outcome<SearchPage>>;
  /** Where references stand, by their ids. `known` ones that are recent enough are given back without being asked for. */
  standings(
    references: readonly Reference[],
    known: Standings,
    signal?: AbortSignal,
    /** Asks for all anew. */
    again?: boolean,
  ): Promise<{ readonly standings: Standings; readonly problems: readonly Problem[] }>;
  /** Whether the last that was heard of a service is that it cannot be reached. */
  isOffline(): boolean;
}

/** Who checks retractions anew wants to hear of today's; an answer of these minutes (milliseconds) is not asked for twice. */
const ANEW = 10 * 60 * 1000;
/** Works looked up at once; a longer list is a file to import. */
const MOST = 200;

export function createLookup({ folder, ...config }: LookupConfig): Lookup {
  const asking = createAsking({ ...config, cache: openCache(folder) });
  const sources = createSources(asking);
  const anew = createSources(asking, ANEW);
  const now = () => config.clock?.now() ?? Date.now();
  return {
    async identifiers(text, signal) {
      const works = identifiedWorks(text);
      const unnamed = [...addressesWithout(text).map(unnamedAddress), ...wrongIsbns(text).map(wrongIsbn)].map(
        (problem): LookedUp => ({ state: 'unnamed', identifiers: [], problem }),
      );
      if (works.length + unnamed.length === 0) return failed(noIdentifier());
      if (works.length > MOST) return failed(tooMany(works.length));
      return done([...(await lookUpWorks(works, sources, signal)), ...unnamed]);
    },
    find: async (text, here, online, signal) =>
      online ? findAnywhere(text, here, sources, signal) : { text, candidates: findHere(text, here), problems: [] },
    search: (where, query, signal, after) => searchFor(where, query, sources, after, signal),
    async standings(references, known, signal, again = false) {
      const due = references.filter(({ id }) => {
        const standing = known[id];
        return again || !standing || isDue(standing, now());
      });
      const { standings, problems } = await standingsOf(
        again ? anew : sources,
        due.map(({ item }) => item),
        signal,
      );
      const asked: Record<string, Standing> = {};
      due.forEach(({ id }, index) => {
        const said = standings[index] as Standing;
        const before = known[id];
        // What was once found against a work is not forgotten because a service does not answer today.
        asked[id] = said.state === 'not checked' && before && before.at !== null ? before : said;
      });
      return { standings: { ...known, ...asked }, problems };
    },
    isOffline: asking.isOffline,
  };
}

const noIdentifier = () =>
  problem(
    'lookup.no-identifier',
    {
      en: 'There is no DOI, PMID, PMCID, arXiv id, HAL id or ISBN in this text, and no address that names one.',
      fr: 'Ce texte ne contient ni DOI, ni PMID, PMCID, identifiant arXiv ou HAL, ni ISBN, ni adresse qui en désigne un.',
    },
    {
      en: 'Nothing was asked. To search for a printed reference, use “Find this reference”.',
      fr: 'Rien n’a été demandé. Pour chercher une référence imprimée, utilisez «\u00a0Retrouver cette référence\u00a0».',
    },
  );

const tooMany = (count: number) =>
  problem(
    'lookup.too-many',
    { en: `${count} works at once are too many.`, fr: `${count} travaux à la fois, c’est trop.` },
    {
      en: `Nothing was asked. Paste at most ${MOST}, or export a file from PubMed and import it.`,
      fr: `Rien n’a été demandé. Collez-en au plus ${MOST}, ou exportez un fichier depuis PubMed et importez-le.`,
    },
  );
