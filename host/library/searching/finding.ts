/**
 * Finding entries as one types. Every word typed may be the beginning of one; entries that have all of them in title, authors,
 * journal, year, tags, key or identifiers go before those that have some in abstract or notes only. All that match are found,
 * counted and put in order, however many there are.
 */
import type { LibraryQuery } from '../../../core/library/types.ts';
import { type Bits, isAny } from './bits.ts';
import type { Columns } from './columns.ts';
import { either, type Matches } from './held.ts';
import type { Inverted } from './inverted.ts';
import { inOrder, type Ranked, rank } from './ranking.ts';
import { otherSpelling, typedWords, writtenOtherwise } from './typed.ts';

/** Guesses at a mistyped word. */
const GUESSES = 4;

export interface Found extends Ranked {
  /** The words that were looked for instead, where those typed were found nowhere. */
  readonly instead: string | null;
}

/**
 * What a query finds, the first `wanted` of it in order. `left` gives the entries that its filters leave; the index is asked for
 * only where there are words.
 */
export function find(
  index: () => Inverted,
  columns: Columns,
  query: LibraryQuery,
  left: (query: LibraryQuery) => Bits,
  wanted: number,
): Found {
  const words = typedWords(query.text ?? '');
  const among = left(query);
  if (words.length === 0) {
    const { sort = 'added', descending = query.sort === undefined } = query;
    return { ...inOrder([], among, columns.ordered(sort, descending), wanted), instead: null };
  }
  const ordered = (groups: readonly Matches[]): Ranked =>
    query.sort === undefined
      ? rank(groups, among, columns.latest(), wanted)
      : inOrder(groups, among, columns.ordered(query.sort, query.descending ?? false), wanted);
  const known = index();
  const beginning = (word: string): Matches => {
    const other = otherSpelling(word);
    const [own, its] = [known.beginning(word), other === undefined ? null : known.beginning(other)];
    return its?.any ? either(own, its) : own;
  };
  const begun = words.map(beginning);
  const areAllKnown = begun.every(({ any }) => any);
  if (areAllKnown) {
    const found = ordered(begun);
    if (found.total > 0) return { ...found, instead: null };
  }
  // What a filter leaves nothing of is not mistyped.
  if (!isAny(among)) return NOTHING;

  if (!areAllKnown) {
    const isBeginning = (word: string) => known.beginning(word).any;
    const otherwise = writtenOtherwise(words, { isBeginning, isWord: known.isWord });
    const groups = otherwise?.map(beginning) ?? [];
    const found = otherwise && groups.every(({ any }) => any) ? ordered(groups) : NOTHING;
    if (otherwise && found.total > 0) return { ...found, instead: otherwise.join(' ') };
  }

  // Nothing has these words: each that is no beginning of a word becomes the words nearest to it; then all of them do.
  const guesses = words.map((word, at) => {
    const { any } = begun[at] as Matches;
    let guessed: readonly string[] | null = null;
    return (all: boolean) => {
      if (any && !all) return [];
      guessed ??= known.nearest(word, GUESSES);
      return guessed;
    };
  });
  for (const all of areAllKnown ? [true] : [false, true]) {
    const nearest = guesses.map(guess => guess(all));
    if (nearest.every(({ length }) => length === 0)) continue;
    const groups = nearest.map((some, at) => {
      const own = begun[at] as Matches;
      if (some.length === 0) return own;
      const guessed = known.whole(some);
      return own.any ? either(own, guessed) : guessed;
    });
    if (!groups.every(({ any }) => any)) continue;
    const found = ordered(groups);
    const said = words.map((word, at) => nearest[at]?.find(other => other !== word) ?? word);
    if (found.total > 0) return { ...found, instead: said.join(' ') };
  }
  return NOTHING;
}

const NOTHING: Found = { ns: new Int32Array(0), total: 0, instead: null };
