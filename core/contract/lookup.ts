/** Look-ups in the contract. Only what is asked for goes out, and nothing where they are turned off. */
import './jitless.ts';
import * as z from 'zod';
import type { Standings } from '../lookup/standing.ts';
import type { Finding, LookedUp, SearchPage } from '../lookup/types.ts';
import { SEARCHED } from '../lookup/types.ts';
import type { Outcome, Problem } from '../outcome.ts';
import { idSchema, referenceSchema } from '../report/schema.ts';
import { call } from './wire/method.ts';

const outcome = <T>() => z.custom<Outcome<T>>();

export const lookup = {
  /** Whether look-ups are on, and whether the last one found no connection. Asks nobody. */
  'lookup.state': call(z.strictObject({}), z.custom<{ readonly on: boolean; readonly offline: boolean }>()),
  /** Every work that a text names by DOI, PMID, PMCID, arXiv id, ISBN or an article's address. The identifiers are sent. */
  'lookup.identifiers': call(z.strictObject({ text: z.string().max(200_000) }), outcome<readonly LookedUp[]>()),
  /**
   * Candidates for a printed reference among the report's and the library's; with `online`, which says that the user agreed to
   * send it, also from Crossref and PubMed.
   */
  'lookup.find': call(
    z.strictObject({ text: z.string().min(1).max(5000), document: idSchema.optional(), online: z.boolean() }),
    z.custom<Finding>(),
  ),
  /** Words in PubMed or Europe PMC; the words are sent. `after` is the `next` of the page before. */
  'lookup.search': call(
    z.strictObject({
      where: z.enum(SEARCHED),
      query: z.string().min(1).max(500),
      after: z.string().min(1).max(500).optional(),
    }),
    outcome<SearchPage>(),
  ),
  /** Where the references of a report stand; recent answers are kept unless `again` asks anew. DOIs and PMIDs are sent. */
  'lookup.standings': call(
    z.strictObject({ document: idSchema, again: z.boolean().optional() }),
    outcome<{ readonly standings: Standings; readonly problems: readonly Problem[] }>(),
  ),
  /** The same for references told here, such as a library's entries; asks for all of them. */
  'lookup.standingsOf': call(
    z.strictObject({ references: z.array(referenceSchema).max(200) }),
    outcome<{ readonly standings: Standings; readonly problems: readonly Problem[] }>(),
  ),
} as const;
