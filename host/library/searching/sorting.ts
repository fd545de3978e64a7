/** Postings put in the order of words that a search goes through. */
import type { WordParts, Words } from './words.ts';

export interface InvertedParts extends WordParts {
  /** Words by their first letters, and where the postings of each end. */
  readonly order: Uint32Array;
  readonly until: Uint32Array;
  /** A posting is the number of an entry times four, and a place (core/library/texts.ts). */
  readonly postings: Uint32Array;
}

/** What was sorted before. */
export interface Sorted extends Pick<InvertedParts, 'order' | 'until' | 'postings'> {
  /** By entry, 1 where its postings are of what it was before: they are left out. */
  readonly stale: Uint8Array;
  /** What number a word has now; null where it has the same. */
  readonly renumbered: Uint32Array | null;
}

/** The words of entries as they were read: those of one are a stretch, each the number of a word times four and a place. */
export interface Unsorted {
  readonly apart: Uint32Array;
  readonly stretches: readonly Stretch[];
}

/** `n` is the number of the entry, 0 once it was written again. */
export interface Stretch {
  n: number;
  readonly from: number;
  readonly to: number;
}

export function sortPostings(words: Words, sorted: readonly Sorted[], { apart, stretches }: Unsorted) {
  const size = words.size();
  const counts = new Uint32Array(size);
  for (const { order, until, postings, stale, renumbered } of sorted)
    for (let at = 0, from = 0; at < order.length; at++) {
      const word = numbered(order[at] as number, renumbered);
      const to = until[at] as number;
      let count = 0;
      for (; from < to; from++) if (stale[(postings[from] as number) >>> 2] !== 1) count++;
      counts[word] = (counts[word] as number) + count;
    }
  for (const { n, from, to } of stretches)
    if (n > 0)
      for (let at = from; at < to; at++) {
        const word = (apart[at] as number) >>> 2;
        counts[word] = (counts[word] as number) + 1;
      }

  const order = byLetters(words);
  const until = new Uint32Array(size);
  const next = new Uint32Array(size);
  let sum = 0;
  for (let at = 0; at < size; at++) {
    const word = order[at] as number;
    next[word] = sum;
    sum += counts[word] as number;
    until[at] = sum;
  }
  const postings = new Uint32Array(sum);
  for (const source of sorted)
    for (let at = 0, from = 0; at < source.order.length; at++) {
      const word = numbered(source.order[at] as number, source.renumbered);
      const to = source.until[at] as number;
      let into = next[word] as number;
      for (; from < to; from++) {
        const posting = source.postings[from] as number;
        if (source.stale[posting >>> 2] !== 1) postings[into++] = posting;
      }
      next[word] = into;
    }
  for (const { n, from, to } of stretches)
    if (n > 0)
      for (let at = from; at < to; at++) {
        const one = apart[at] as number;
        const into = next[one >>> 2] as number;
        postings[into] = n * 4 + (one & 3);
        next[one >>> 2] = into + 1;
      }
  return { order, until, postings };
}

const numbered = (word: number, renumbered: Uint32Array | null): number =>
  renumbered === null ? word : (renumbered[word] as number);

/** Letters that words are sorted by; those that have the same are in no order. */
export const SORTED_BY = 4;

/** Words by their first letters: by the third and fourth, and those, as they stand, by the first and second. */
function byLetters(words: Words): Uint32Array {
  const all = Uint32Array.from({ length: words.size() }, (_, word) => word);
  return byPair(words, byPair(words, all, 2), 0);
}

function byPair(words: Words, given: Uint32Array, from: number): Uint32Array {
  const pairs = new Float64Array(given.length);
  const counts = new Map<number, number>();
  for (let at = 0; at < given.length; at++) {
    const pair = words.pair(given[at] as number, from);
    pairs[at] = pair;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const next = new Map<number, number>();
  let sum = 0;
  for (const pair of [...counts.keys()].sort((a, b) => a - b)) {
    next.set(pair, sum);
    sum += counts.get(pair) as number;
  }
  const order = new Uint32Array(given.length);
  for (let at = 0; at < given.length; at++) {
    const pair = pairs[at] as number;
    const into = next.get(pair) as number;
    order[into] = given[at] as number;
    next.set(pair, into + 1);
  }
  return order;
}
