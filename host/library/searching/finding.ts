/**
 * Finding entries as one types. Every word typed may be the beginning of one; entries that have all of them in title, authors,
 * journal, year, tags, key or identifiers go before those that have some in abstract or notes only. All that match are found,
 * counted and put in order, however many there are.
 */
import { foldedWords } from '../../../core/library/folding.ts';
import type { LibraryQuery } from '../../../core/library/types.ts';
import type { Columns } from './columns.ts';
import { type Inverted, type Matches, WORTH_OF_HEAD } from './inverted.ts';

/** Guesses at a mistyped word. */
const GUESSES = 4;

export interface Found {
  /** Numbers of entries in the order to be shown: at least as many as were wanted, or all. */
  readonly ns: Int32Array;
  /** How many match in all. */
  readonly total: number;
  /** The words that were looked for instead, where those typed were found nowhere. */
  readonly instead: string | null;
}

/**
 * What a query finds, the first `wanted` of it in order. `left` says by number what its filters leave; the index is asked for
 * only where there are words.
 */
export function find(
  index: () => Inverted,
  columns: Columns,
  query: LibraryQuery,
  left: (query: LibraryQuery) => Uint8Array,
  wanted: number,
): Found {
  const words = foldedWords(query.text ?? '');
  const among = left(query);
  if (words.length === 0) {
    const { sort = 'added', descending = query.sort === undefined } = query;
    return { ...allOf(columns.ordered(sort, descending).filter(n => among[n] === 1)), instead: null };
  }
  const known = index();
  const begun = words.map(known.beginning);
  if (begun.every(({ any }) => any)) {
    const found = inOrder(columns, query, joined(begun), among, wanted);
    if (found.total > 0) return { ...found, instead: null };
  }

  // Nothing has these words: each that is no beginning of a word becomes the words nearest to it; then all of them do.
  for (const all of [false, true]) {
    const groups = words.map((word, at) => {
      const own = begun[at] as Matches;
      if (own.any && !all) return { said: word, matches: own };
      const guesses = known.nearest(word, GUESSES);
      const guessed = known.whole(guesses);
      return { said: own.any ? word : (guesses[0] ?? word), matches: own.any ? either(own, guessed) : guessed };
    });
    if (!groups.every(({ matches }) => matches.any)) break;
    const worth = joined(groups.map(({ matches }) => matches));
    const found = inOrder(columns, query, worth, among, wanted);
    if (found.total > 0) return { ...found, instead: groups.map(({ said }) => said).join(' ') };
  }
  return { ns: new Int32Array(0), total: 0, instead: null };
}

function either(one: Matches, other: Matches): Matches {
  return { worth: one.worth.map((value, n) => Math.max(value, other.worth[n] as number)), any: one.any || other.any };
}

/** Entries with some word in abstract or notes only are worth less than any with all of them elsewhere. */
const ELSEWHERE = 256;
const MOST_WORTH = 2 * ELSEWHERE;

/** What entries that have all words are worth, 1 up to {@link MOST_WORTH}; 0 for the others. */
function joined(groups: readonly Matches[]): Uint16Array {
  const [first, ...more] = groups as readonly [Matches, ...Matches[]];
  const worth = new Uint16Array(first.worth.length);
  for (let n = 0; n < worth.length; n++) {
    const value = first.worth[n] as number;
    worth[n] = value < WORTH_OF_HEAD ? value : ELSEWHERE + value;
  }
  for (const { worth: its } of more)
    for (let n = 0; n < worth.length; n++) {
      const before = worth[n] as number;
      if (before === 0) continue;
      const value = its[n] as number;
      const sum = Math.min((before & (ELSEWHERE - 1)) + value, ELSEWHERE - 1);
      worth[n] = value === 0 ? 0 : value < WORTH_OF_HEAD || before < ELSEWHERE ? sum : ELSEWHERE + sum;
    }
  return worth;
}

type InOrder = Omit<Found, 'instead'>;
const allOf = (ns: Int32Array): InOrder => ({ ns, total: ns.length });

/** Years after that are none. */
const LAST_YEAR = 2200;

/** The best first, of equals the latest year, of those the newest. Only as many are sorted as are wanted. */
function inOrder(
  columns: Columns,
  query: LibraryQuery,
  worth: Uint16Array,
  among: Uint8Array,
  wanted: number,
): InOrder {
  if (query.sort !== undefined)
    return allOf(
      columns.ordered(query.sort, query.descending ?? false).filter(n => among[n] === 1 && (worth[n] as number) > 0),
    );
  const counts = new Uint32Array(MOST_WORTH);
  for (let n = 1; n < worth.length; n++) {
    if (among[n] === 0) worth[n] = 0;
    const value = worth[n] as number;
    counts[value] = (counts[value] as number) + 1;
  }
  const total = worth.length - 1 - (counts[0] as number);
  const [least, better] = reachedBy(counts, 1, wanted);
  // Of those worth the least, the latest.
  const { years } = columns;
  const byYear = new Uint32Array(LAST_YEAR + 1);
  for (let n = 1; n < worth.length; n++)
    if (worth[n] === least) {
      const year = Math.min(years(n), LAST_YEAR);
      byYear[year] = (byYear[year] as number) + 1;
    }
  const [earliest] = reachedBy(byYear, 0, wanted - better);
  const chosen: number[] = [];
  for (let n = worth.length - 1; n > 0; n--) {
    const value = worth[n] as number;
    if (value > least || (value === least && value > 0 && years(n) >= earliest)) chosen.push(n);
  }
  chosen.sort((a, b) => (worth[b] as number) - (worth[a] as number) || years(b) - years(a) || b - a);
  return { ns: Int32Array.from(chosen), total };
}

/** From the highest down, where a count of so many is reached, and how many there are above that; `lowest` where it is not. */
function reachedBy(counts: Uint32Array, lowest: number, wanted: number): readonly [at: number, above: number] {
  let above = 0;
  for (let at = counts.length - 1; at > lowest; at--) {
    if (above + (counts[at] as number) >= wanted) return [at, above];
    above += counts[at] as number;
  }
  return [lowest, above];
}
