/**
 * Which entries hold which words: the index of a library, in memory. Most of it is one array, the entries of each word one after
 * the other, words that begin with the same two letters together; so a short beginning is a stretch of that array, walked in a few
 * milliseconds even where it is most of it. What was written since stands apart, entry by entry, until it is worth sorting in.
 */
import { bitCount, distance, letterBits, lettersOf, mistakesAllowed } from '../../../core/library/near.ts';
import { eachText, type Place } from '../../../core/library/texts.ts';
import type { Entry } from '../../../core/library/types.ts';
import { scan, type TakeWord } from './scanning.ts';
import { createWords, longer } from './words.ts';

/** Entries that hold a word. */
export interface Matches {
  /** By number of entry what the match is worth; 0 where there is none. */
  readonly worth: Uint8Array;
  readonly any: boolean;
}

export interface Inverted {
  /** Takes an entry in, in place of what was known of it. */
  put(n: number, entry: Entry): void;
  /** Entries with a word that begins so. */
  beginning(word: string): Matches;
  /** Entries with one of these words, whole. */
  whole(words: readonly string[]): Matches;
  /** Words with the fewest mistakes, the commonest first. */
  nearest(word: string, most: number): readonly string[];
  /** Sorts in what stands apart. */
  settle(): void;
  /** What makes it again, settled. */
  parts(): InvertedParts;
}

export interface InvertedParts {
  /** Letters of all words one after the other, and where each word ends. */
  readonly units: Uint16Array;
  readonly ends: Uint32Array;
  /** Words by their first two letters, and where the postings of each end. */
  readonly order: Uint32Array;
  readonly until: Uint32Array;
  /** A posting is the number of an entry times four, and a {@link Place}. */
  readonly postings: Uint32Array;
}

/** What a match is worth by its place (rest, head, title, author): of a word that begins so, and of one that is the word. */
const BEGINS = Uint8Array.of(1, 2, 4, 5);
const IS = Uint8Array.of(1, 3, 6, 7);
/** The least that a match outside of abstracts and notes is worth. */
export const WORTH_OF_HEAD = 2;

/** Words that stand apart are gone through in a search as long as they are no more than that: about a millisecond. */
const APART = 300_000;
/** Matches kept in mind: while a second word is typed, the first is not looked for again. */
const REMEMBERED = 24;
/** Words longer than that are no one's to mistype (DNA, addresses). */
const LONGEST = 40;

/** The words of an entry that stands apart, as a stretch; `n` is 0 once it was written again. */
interface Stretch {
  n: number;
  readonly from: number;
  readonly to: number;
}

/** An index; `parts` are those of one that was kept. */
export function createInverted(parts?: InvertedParts): Inverted {
  const words = createWords(parts);
  let { order, until, postings } = parts ?? {
    order: new Uint32Array(0),
    until: new Uint32Array(0),
    postings: new Uint32Array(0),
  };
  /** By word, where its postings are. */
  let first = new Uint32Array(0);
  let last = new Uint32Array(0);
  /** First two letters of words, ascending; where in `order` those words begin. */
  let pairs: readonly number[] = [];
  let pairBegins: readonly number[] = [];
  /** The highest number of an entry. */
  let highest = highestOf(postings);
  /** By entry, 1 where its postings are of what it was before. */
  let stale = new Uint8Array(highest + 1);
  let isAnyStale = false;
  findPlaces();

  let apart = new Uint32Array(1 << 12);
  let used = 0;
  let stretches: Stretch[] = [];
  let stretchOf = new Map<number, Stretch>();

  /** Counts entries as they are taken in. */
  let turn = 0;
  const remembered = new Map<string, Matches>();

  // Made once: a large library has twenty million words.
  let placeNow: Place = 0;
  const takeWord: TakeWord = (units, length, hash) => {
    const word = words.once(units, length, hash, turn);
    if (word < 0) return;
    if (used === apart.length) apart = longer(apart, 2 * used);
    apart[used++] = word * 4 + placeNow;
  };
  const takeText = (text: string, place: Place) => {
    placeNow = place;
    scan(text, takeWord);
  };

  function put(n: number, entry: Entry): void {
    const from = used;
    turn++;
    eachText(entry, takeText);
    const before = stretchOf.get(n);
    if (before) before.n = 0;
    else if (n < stale.length) {
      stale[n] = 1;
      isAnyStale = true;
    }
    const its = { n, from, to: used };
    stretches.push(its);
    stretchOf.set(n, its);
    if (n > highest) highest = n;
    remembered.clear();
  }

  function settle(): void {
    if (stretches.length === 0) return;
    const size = words.size();
    const counts = new Uint32Array(size);
    const eachPosting = (take: (word: number, posting: number) => void) => {
      for (let word = 0; word < first.length; word++)
        for (let at = first[word] as number; at < (last[word] as number); at++) {
          const posting = postings[at] as number;
          if (stale[posting >>> 2] === 0) take(word, posting);
        }
      for (const { n, from, to } of stretches)
        if (n > 0)
          for (let at = from; at < to; at++) {
            const one = apart[at] as number;
            take(one >>> 2, n * 4 + (one & 3));
          }
    };
    eachPosting(word => {
      counts[word] = (counts[word] as number) + 1;
    });
    order = byPair(size);
    until = new Uint32Array(size);
    const next = new Uint32Array(size);
    let sum = 0;
    for (let at = 0; at < size; at++) {
      const word = order[at] as number;
      next[word] = sum;
      sum += counts[word] as number;
      until[at] = sum;
    }
    const sorted = new Uint32Array(sum);
    eachPosting((word, posting) => {
      const at = next[word] as number;
      sorted[at] = posting;
      next[word] = at + 1;
    });
    postings = sorted;
    apart = new Uint32Array(1 << 12);
    used = 0;
    stretches = [];
    stretchOf = new Map();
    stale = new Uint8Array(highest + 1);
    isAnyStale = false;
    findPlaces();
  }

  /** Words with the same first two letters together. */
  function byPair(size: number): Uint32Array<ArrayBuffer> {
    const counts = new Map<number, number>();
    for (let word = 0; word < size; word++) counts.set(words.pair(word), (counts.get(words.pair(word)) ?? 0) + 1);
    const next = new Map<number, number>();
    let sum = 0;
    for (const pair of [...counts.keys()].sort((a, b) => a - b)) {
      next.set(pair, sum);
      sum += counts.get(pair) as number;
    }
    const sorted = new Uint32Array(size);
    for (let word = 0; word < size; word++) {
      const pair = words.pair(word);
      const at = next.get(pair) as number;
      sorted[at] = word;
      next.set(pair, at + 1);
    }
    return sorted;
  }

  function findPlaces(): void {
    first = new Uint32Array(order.length);
    last = new Uint32Array(order.length);
    const [some, begins]: [number[], number[]] = [[], []];
    let from = 0;
    for (const [at, word] of order.entries()) {
      first[word] = from;
      from = until[at] as number;
      last[word] = from;
      const pair = words.pair(word);
      if (some.at(-1) === pair) continue;
      some.push(pair);
      begins.push(at);
    }
    [pairs, pairBegins] = [some, begins];
  }

  /** Where in `order` words of two first letters, from one up to another, begin. */
  function beginOf(pair: number): number {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] as number) < pair) low = middle + 1;
      else high = middle;
    }
    return pairBegins[low] ?? order.length;
  }

  function weigh(worth: Uint8Array, from: number, to: number, values: Uint8Array): void {
    const [of, old] = [postings, stale];
    if (!isAnyStale) {
      for (let at = from; at < to; at++) {
        const posting = of[at] as number;
        const value = values[posting & 3] as number;
        if ((worth[posting >>> 2] as number) < value) worth[posting >>> 2] = value;
      }
      return;
    }
    for (let at = from; at < to; at++) {
      const posting = of[at] as number;
      const value = values[posting & 3] as number;
      const n = posting >>> 2;
      if ((worth[n] as number) < value && old[n] === 0) worth[n] = value;
    }
  }

  /** What stands apart is worth, by word, what `values` says: 0 nothing, 1 as a beginning, 2 as the word. */
  function weighApart(worth: Uint8Array, kinds: Uint8Array): void {
    for (const { n, from, to } of stretches) {
      if (n === 0) continue;
      for (let at = from; at < to; at++) {
        const one = apart[at] as number;
        const kind = kinds[one >>> 2] as number;
        if (kind === 0) continue;
        const value = (kind === 2 ? IS : BEGINS)[one & 3] as number;
        if ((worth[n] as number) < value) worth[n] = value;
      }
    }
  }

  function remember(name: string, find: (worth: Uint8Array, kinds: Uint8Array) => void): Matches {
    const known = remembered.get(name);
    if (known) return known;
    if (used > APART) settle();
    const worth = new Uint8Array(highest + 1);
    const kinds = new Uint8Array(stretches.length === 0 ? 0 : words.size());
    find(worth, kinds);
    if (stretches.length > 0) weighApart(worth, kinds);
    const matches = { worth, any: isAny(worth) };
    remembered.set(name, matches);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return matches;
  }

  function beginning(word: string): Matches {
    return remember(`${word}*`, (worth, kinds) => {
      const [one, two] = [word.charCodeAt(0), word.charCodeAt(1)];
      const from = beginOf(word.length === 1 ? one * 0x10000 : one * 0x10000 + two);
      const to = beginOf(word.length === 1 ? (one + 1) * 0x10000 : one * 0x10000 + two + 1);
      const isShort = word.length <= 2;
      if (isShort && to > from) weigh(worth, first[order[from] as number] as number, until[to - 1] as number, BEGINS);
      if (!isShort || kinds.length > 0)
        for (let at = from; at < to; at++) {
          const its = order[at] as number;
          if (!words.begins(its, word)) continue;
          if (!isShort) weigh(worth, first[its] as number, last[its] as number, BEGINS);
          if (kinds.length > 0) kinds[its] = 1;
        }
      for (let its = order.length; its < kinds.length; its++) if (words.begins(its, word)) kinds[its] = 1;
      const exact = words.find(word);
      if (exact >= 0 && exact < first.length) weigh(worth, first[exact] as number, last[exact] as number, IS);
      if (exact >= 0 && kinds.length > 0) kinds[exact] = 2;
    });
  }

  function whole(some: readonly string[]): Matches {
    return remember(some.join(' '), (worth, kinds) => {
      for (const word of some) {
        const its = words.find(word);
        if (its < 0) continue;
        if (its < first.length) weigh(worth, first[its] as number, last[its] as number, IS);
        if (its < kinds.length) kinds[its] = 2;
      }
    });
  }

  function nearest(word: string, most: number): readonly string[] {
    const allowed = mistakesAllowed(word.length);
    if (allowed === 0) return [];
    const wanted = letterBits(word);
    const typed = lettersOf(word);
    const found: { readonly letters: Uint16Array; readonly mistakes: number; readonly entries: number }[] = [];
    for (let its = 0; its < words.size(); its++) {
      // Each mistake brings one kind of letter at most, and takes one away.
      const bits = words.bits(its);
      if (bitCount(bits & ~wanted) > allowed || bitCount(wanted & ~bits) > allowed) continue;
      const length = words.length(its);
      if (Math.abs(length - word.length) > allowed || length > LONGEST) continue;
      const entries = its < first.length ? (last[its] as number) - (first[its] as number) : 1;
      if (entries === 0) continue;
      const letters = words.letters(its);
      const mistakes = distance(typed, letters, allowed);
      // A wrong first letter is rare.
      if (mistakes <= allowed)
        found.push({ letters, mistakes: mistakes + (letters[0] === typed[0] ? 0 : 0.5), entries });
    }
    found.sort((a, b) => a.mistakes - b.mistakes || b.entries - a.entries);
    return found.slice(0, most).map(({ letters }) => String.fromCharCode(...letters));
  }

  return {
    put,
    beginning,
    whole,
    nearest,
    settle,
    parts() {
      settle();
      return { ...words.parts(), order, until, postings };
    },
  };
}

function isAny(worth: Uint8Array): boolean {
  for (let n = 0; n < worth.length; n++) if (worth[n] !== 0) return true;
  return false;
}

function highestOf(postings: Uint32Array): number {
  let highest = 0;
  for (let at = 0; at < postings.length; at++) if ((postings[at] as number) > highest) highest = postings[at] as number;
  return highest >>> 2;
}
