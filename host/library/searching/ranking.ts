/** Entries that match put in order: the best first, of equals the latest year, of those the newest. */
import type { Latest } from './columns.ts';
import { type Matches, WORTH, WORTH_OF_HEAD } from './inverted.ts';
import { longer } from './words.ts';

export interface Ranked {
  /** Numbers of entries in order: as many as were wanted, or all. */
  readonly ns: Int32Array;
  /** How many match in all. */
  readonly total: number;
}

/** Entries with some word in abstract or notes only are worth less than any with all of them elsewhere. */
const ELSEWHERE = 256;
const MOST_WORTH = 2 * ELSEWHERE;

/**
 * What words are worth is added up in one number without asking, entry by entry, what is what: the sum in the low bits, how many
 * stand elsewhere only from {@link ASIDE} on, how many are missing from {@link MISSING} on. A query has 1000 letters at most.
 */
const ASIDE = 1 << 13;
const MISSING = 1 << 23;
const ADDED = Int32Array.from(WORTH, worth => (worth === 0 ? MISSING : worth < WORTH_OF_HEAD ? ASIDE + worth : worth));

/** By entry what it is worth, 0 up to {@link MOST_WORTH}: made over at every search. */
let worth = new Uint16Array(0);
/** So few entries are sorted by themselves; of more, all entries are gone through in their order. */
const FEW = 400;

/** Weighs entries that have all words; gives how many are worth what. `among` is 1 for those that a query leaves. */
function weigh(words: readonly Matches[], among: Uint8Array): Uint32Array {
  const length = Math.min(...words.map(({ held }) => held.length));
  const left = among.length < length ? longer(among, length) : among;
  if (worth.length < left.length) worth = new Uint16Array((left.length + 1) & ~1);
  worth.fill(0);
  const of = worth;
  const counts = new Uint32Array(MOST_WORTH);
  // Four entries are looked at as one number: most words are in few entries.
  const fours = words.map(({ held }) => new Uint32Array(held.buffer, 0, held.length >> 2));
  const [one, ...more] = words.map(({ held }) => held) as [Uint8Array, ...Uint8Array[]];
  const [oneFours, ...moreFours] = fours as [Uint32Array, ...Uint32Array[]];
  for (let at = 0; at < length >> 2; at++) {
    if (oneFours[at] === 0 || isAnyEmpty(moreFours, at)) continue;
    for (let n = 4 * at; n < 4 * at + 4; n++) {
      let sum = (ADDED[one[n] as number] as number) + MISSING - Math.imul(left[n] as number, MISSING);
      for (let index = 0; index < more.length; index++)
        sum = Math.min(sum + (ADDED[(more[index] as Uint8Array)[n] as number] as number), 2 * MISSING);
      // Bits of a negative number reach up to its highest.
      const elsewhere = ((sum - ASIDE) >> 31) & ELSEWHERE;
      const value = (Math.min(sum & (ASIDE - 1), ELSEWHERE - 1) + elsewhere) & ((sum - MISSING) >> 31);
      of[n] = value;
      counts[value] = (counts[value] as number) + 1;
    }
  }
  return counts;
}

function isAnyEmpty(fours: readonly Uint32Array[], at: number): boolean {
  for (let index = 0; index < fours.length; index++) if ((fours[index] as Uint32Array)[at] === 0) return true;
  return false;
}

/** So many entries as are worth something. */
function weighed(total: number): Int32Array {
  const ns = new Int32Array(total);
  const twos = new Uint32Array(worth.buffer);
  for (let at = 0, found = 0; found < total; at++) {
    if (twos[at] === 0) continue;
    if ((worth[2 * at] as number) > 0) ns[found++] = 2 * at;
    if ((worth[2 * at + 1] as number) > 0) ns[found++] = 2 * at + 1;
  }
  return ns;
}

/** The first `wanted` of the entries that have all words. */
export function rank(words: readonly Matches[], among: Uint8Array, latest: Latest, wanted: number): Ranked {
  const counts = weigh(words, among);
  let total = 0;
  for (let value = 1; value < MOST_WORTH; value++) total += counts[value] as number;
  if (total <= FEW) {
    const { places } = latest;
    const ns = weighed(total);
    ns.sort((a, b) => (worth[b] as number) - (worth[a] as number) || (places[a] as number) - (places[b] as number));
    return { ns, total };
  }
  /** By worth, where those worth it stand. */
  const next = new Uint32Array(MOST_WORTH);
  const until = new Uint32Array(MOST_WORTH);
  let taken = 0;
  let least = MOST_WORTH;
  for (let value = MOST_WORTH - 1; value > 0; value--) {
    next[value] = taken;
    taken = Math.min(taken + (counts[value] as number), wanted);
    until[value] = taken;
    if (next[value] !== taken) least = value;
  }
  const ns = new Int32Array(taken);
  const { ns: order } = latest;
  for (let at = 0, found = 0; found < taken && at < order.length; at++) {
    const n = order[at] as number;
    const value = worth[n] as number;
    if (value < least) continue;
    const into = next[value] as number;
    if (into === until[value]) continue;
    ns[into] = n;
    next[value] = into + 1;
    found++;
  }
  return { ns, total };
}

/** All that have all words, in an order of all entries. */
export function inOrder(words: readonly Matches[], among: Uint8Array, order: Int32Array): Ranked {
  if (words.length === 0) return those(order, among);
  weigh(words, among);
  return those(order, worth);
}

function those(order: Int32Array, wanted: Uint8Array | Uint16Array): Ranked {
  const ns = new Int32Array(order.length);
  let total = 0;
  for (let at = 0; at < order.length; at++) {
    const n = order[at] as number;
    if ((wanted[n] as number) > 0) ns[total++] = n;
  }
  return { ns: ns.subarray(0, total), total };
}
