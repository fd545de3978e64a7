/** Entries that match put in order: the best first, of equals the latest year, of those the newest. */
import type { Latest } from './columns.ts';
import { type Matches, WORTH, WORTH_OF_HEAD } from './inverted.ts';

export interface Ranked {
  /** Numbers of entries in order: as many as were wanted, or all. */
  readonly ns: Int32Array;
  /** How many match in all. */
  readonly total: number;
}

/** Entries with some word in abstract or notes only are worth less than any with all of them elsewhere. */
const ELSEWHERE = 256;
const MOST_WORTH = 2 * ELSEWHERE;

/** What one word is worth by the bits it is held with. */
const WORTH_OF_ONE = Uint16Array.from(WORTH, worth => (worth < WORTH_OF_HEAD ? worth : ELSEWHERE + worth));

/** By entry what it is worth, 0 up to {@link MOST_WORTH}: made over at every search. */
let worth = new Uint16Array(0);
/** So few entries are sorted by themselves; of more, all entries are gone through in their order. */
const FEW = 400;
/** The first entries that were worth something. */
const few = new Int32Array(FEW);

interface Weighed {
  readonly total: number;
  /** How many are worth what. */
  readonly counts: Uint32Array;
}

/** Weighs entries that have all words; `among` is 1 for those that a query leaves. */
function weigh(words: readonly Matches[], among: Uint8Array): Weighed {
  const length = Math.min(...words.map(({ held }) => held.length));
  if (worth.length < Math.max(length, among.length)) worth = new Uint16Array(Math.max(length, among.length));
  worth.fill(0);
  const of = worth;
  const counts = new Uint32Array(MOST_WORTH);
  // Four entries are looked at as one number: most words are in few entries.
  const fours = words.map(({ held }) => new Uint32Array(held.buffer, 0, held.length >> 2));
  const [one, ...more] = words.map(({ held }) => held) as [Uint8Array, ...Uint8Array[]];
  const [oneFours, ...moreFours] = fours as [Uint32Array, ...Uint32Array[]];
  const isOne = more.length === 0;
  let total = 0;
  for (let at = 0; at < length >> 2; at++) {
    if (oneFours[at] === 0 || (!isOne && isAnyEmpty(moreFours, at))) continue;
    for (let n = 4 * at; n < 4 * at + 4; n++) {
      if (among[n] === 0) continue;
      let value = WORTH_OF_ONE[one[n] as number] as number;
      if (!isOne) value = joined(value, more, n);
      if (value === 0) continue;
      of[n] = value;
      counts[value] = (counts[value] as number) + 1;
      if (total < FEW) few[total] = n;
      total++;
    }
  }
  return { total, counts };
}

function isAnyEmpty(fours: readonly Uint32Array[], at: number): boolean {
  for (let index = 0; index < fours.length; index++) if ((fours[index] as Uint32Array)[at] === 0) return true;
  return false;
}

/** What an entry is worth with further words beside one. */
function joined(first: number, more: readonly Uint8Array[], n: number): number {
  let value = first;
  for (let index = 0; index < more.length && value > 0; index++) {
    const its = WORTH[(more[index] as Uint8Array)[n] as number] as number;
    const sum = Math.min((value & (ELSEWHERE - 1)) + its, ELSEWHERE - 1);
    value = its === 0 ? 0 : its < WORTH_OF_HEAD || value < ELSEWHERE ? sum : ELSEWHERE + sum;
  }
  return value;
}

/** The first `wanted` of the entries that have all words. */
export function rank(words: readonly Matches[], among: Uint8Array, latest: Latest, wanted: number): Ranked {
  const { total, counts } = weigh(words, among);
  if (total <= FEW) {
    const { places } = latest;
    const ns = few.slice(0, total);
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
