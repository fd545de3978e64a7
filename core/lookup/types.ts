/** What a look-up gives, wherever it was asked. */
import type { Problem } from '../outcome.ts';
import type { Reference } from '../report/types.ts';
import type { Identifier } from './identifiers.ts';
import type { Standing } from './standing.ts';

/** What came of looking up one work by its identifiers. What was not answered is not checked: never to be read as unknown or fine. */
export type LookedUp =
  | {
      readonly state: 'found';
      readonly identifiers: readonly Identifier[];
      readonly reference: Reference;
      readonly standing: Standing;
      /** The services that it was taken from, as they are called. */
      readonly from: readonly string[];
    }
  /** The services that know of such identifiers answered, and know nothing of this one. */
  | { readonly state: 'unknown'; readonly identifiers: readonly Identifier[]; readonly asked: readonly string[] }
  /** An address that does not say which work it is of, or a mistyped ISBN: nothing was asked. The problem names it, and says what to do. */
  | { readonly state: 'unnamed'; readonly identifiers: readonly []; readonly problem: Problem }
  | { readonly state: 'not checked'; readonly identifiers: readonly Identifier[]; readonly problem: Problem };

/** A page of a search, best first. */
export interface SearchPage {
  readonly total: number;
  readonly works: readonly { readonly reference: Reference; readonly standing: Standing }[];
  /** What asks for the page behind this one; null where this is the last. */
  readonly next: string | null;
}

/** Where words can be searched for. */
export const SEARCHED = ['pubmed', 'europe-pmc'] as const;
export type Searched = (typeof SEARCHED)[number];

/** A work that a free-text reference may mean. */
export interface Candidate {
  readonly reference: Reference;
  readonly standing: Standing;
  /** 0 to 100: how much of what the text says agrees (see `matchScore`). */
  readonly score: number;
  readonly from: 'report' | 'library' | 'Crossref' | 'PubMed';
}

/** What came of looking for a free-text reference. `problems` name the services that did not answer: then there may be more. */
export interface Finding {
  readonly text: string;
  readonly candidates: readonly Candidate[];
  readonly problems: readonly Problem[];
}
