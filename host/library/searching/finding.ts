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
  /** Numbers of entries, in the order to be shown. */
  readonly ns: Int32Array;
  /** The words that were looked for instead, where those typed were found nowhere. */
  readonly instead: string | null;
}

/** All that a query finds. `left` says by number what its filters leave; the index is asked for only where there are words. */
export function find(
  index: () => Inverted,
  columns: Columns,
  query: LibraryQuery,
  left: (query: LibraryQuery) => Uint8Array,
): Found {
  const words = foldedWords(query.text ?? '');
  const among = left(query);
  if (words.length === 0) {
    const { sort = 'added', descending = query.sort === undefined } = query;
    return { ns: columns.ordered(sort, descending).filter(n => among[n] === 1), instead: null };
  }
  const known = index();
  const begun = words.map(known.beginning);
  if (begun.every(({ any }) => any)) {
    const ns = inOrder(columns, query, joined(begun), among);
    if (ns.length > 0) return { ns, instead: null };
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
    const ns = inOrder(columns, query, joined(groups.map(({ matches }) => matches)), among);
    if (ns.length > 0) return { ns, instead: groups.map(({ said }) => said).join(' ') };
  }
  return { ns: new Int32Array(0), instead: null };
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
  const worth = Uint16Array.from(first.worth);
  const least = first.worth.slice();
  for (const { worth: its } of more)
    for (let n = 0; n < worth.length; n++) {
      const value = its[n] as number;
      if (value === 0 || worth[n] === 0) worth[n] = 0;
      else {
        worth[n] = (worth[n] as number) + value;
        if (value < (least[n] as number)) least[n] = value;
      }
    }
  for (let n = 0; n < worth.length; n++) {
    const value = Math.min(worth[n] as number, ELSEWHERE - 1);
    if (value > 0) worth[n] = (least[n] as number) >= WORTH_OF_HEAD ? ELSEWHERE + value : value;
  }
  return worth;
}

function inOrder(columns: Columns, query: LibraryQuery, worth: Uint16Array, among: Uint8Array): Int32Array {
  if (query.sort !== undefined)
    return columns
      .ordered(query.sort, query.descending ?? false)
      .filter(n => among[n] === 1 && (worth[n] as number) > 0);
  const found = new Int32Array(worth.length);
  let count = 0;
  for (let n = worth.length - 1; n > 0; n--) if ((worth[n] as number) > 0 && among[n] === 1) found[count++] = n;
  // The newest came first; of equals they stay so, the latest year before that, the best before all.
  const years = sortedBy(
    found.subarray(0, count),
    n => LAST_YEAR - Math.min(columns.yearOf(n), LAST_YEAR),
    LAST_YEAR + 1,
  );
  return sortedBy(years, n => MOST_WORTH - (worth[n] as number), MOST_WORTH + 1);
}

const LAST_YEAR = 2200;

/** Sorted by a number below `most`, equals as they stand: counted, which many take no longer than few. */
function sortedBy(ns: Int32Array, by: (n: number) => number, most: number): Int32Array {
  const next = new Uint32Array(most + 1);
  for (const n of ns) {
    const at = by(n) + 1;
    next[at] = (next[at] as number) + 1;
  }
  for (let at = 1; at <= most; at++) next[at] = (next[at] as number) + (next[at - 1] as number);
  const sorted = new Int32Array(ns.length);
  for (const n of ns) {
    const at = by(n);
    const place = next[at] as number;
    sorted[place] = n;
    next[at] = place + 1;
  }
  return sorted;
}
