/** References of the library offered beside those of the report, while one types what to cite. */
import { useEffect, useState } from 'react';
import type { HostClient } from '../../../core/contract/contract.ts';
import { duplicateFinder } from '../../../core/references/duplicates.ts';
import type { Reference } from '../../../core/report/types.ts';
import { useShownLibrary } from '../../panels/team/whose.tsx';
import { type WholeEntry, wholeEntries } from './whole.ts';

/** A reference that is not in the report yet: citing it copies its entry. */
export interface Candidate extends Reference {
  readonly entry: WholeEntry;
}

export const isCandidate = (reference: Reference): reference is Candidate => 'entry' in reference;

/** So many are offered; one letter says too little. */
const MOST = 5;
const LEAST = 2;

/** What a library answered. */
export interface Answered {
  readonly entries: readonly WholeEntry[];
  /** The words that this answers; null where nothing was asked. */
  readonly words: string | null;
  /** The words that were looked for instead, as nothing has these; null where something has. */
  readonly instead: string | null;
}

const NOTHING: Answered = { entries: [], words: null, instead: null };

/** The words that are asked for; null where too few letters were typed. */
const wordsOf = (text: string | null): string | null =>
  text === null || text.trim().length < LEAST ? null : text.trim();

/** Whether the library has not answered these words yet: what it answered to others is no choice for them. */
export const isAwaited = ({ words }: Answered, text: string): boolean => {
  const wanted = wordsOf(text);
  return wanted !== null && words !== wanted;
};

/** Entries of the library that is shown, the own one or a team's, that the words find; the last ones until those of now are there, none while nothing is typed. */
export function useCandidates(own: HostClient, text: string | null): Answered {
  const { host } = useShownLibrary(own);
  const [answered, setAnswered] = useState(NOTHING);
  const words = wordsOf(text);
  useEffect(() => {
    if (words === null) {
      setAnswered(NOTHING);
      return;
    }
    let left = false;
    const answer = (entries: readonly WholeEntry[], instead: string | null = null) =>
      !left && setAnswered({ entries, words, instead });
    const ask = async () => {
      const page = await host.call('library.list', { query: { text: words }, offset: 0, limit: MOST });
      if (left || !page.ok || page.value.rows.length === 0) {
        answer([]);
        return;
      }
      const entries = await wholeEntries(
        host,
        page.value.rows.map(({ id }) => id),
      );
      answer(entries.ok ? entries.value : [], page.value.instead);
    };
    // Without a library the report's own references are still offered.
    ask().catch(() => answer([]));
    return () => {
      left = true;
    };
  }, [host, words]);
  return answered;
}

/** Those that the report does not have, as references to choose from. */
export function candidatesBeside(known: readonly Reference[], entries: readonly WholeEntry[]): readonly Candidate[] {
  const inReport = duplicateFinder(known);
  const linked = new Set(known.flatMap(({ library }) => (library ? [library.entry] : [])));
  return entries
    .filter(({ id, item }) => !linked.has(id) && !inReport(item))
    .map(entry => ({
      id: `library ${entry.id}`,
      item: entry.item,
      kept: entry.kept,
      ...(entry.standing === undefined ? {} : { standing: entry.standing }),
      entry,
    }));
}
