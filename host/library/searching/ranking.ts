/** Entries that match put in order: the best first, of equals the latest year, of those the newest. */
import type { Latest } from './columns.ts';
import { type Matches, WORTH, WORTH_OF_HEAD } from './inverted.ts';
import { foursOf, longer } from './words.ts';

export interface Ranked {
  /** Numbers of entries in order: as many as were wanted, or all. */
  readonly ns: Int32Array;
  /** How many match in all. */
  readonly total: number;
}

/** Entries with some word in abstract or notes only are worth less than any with all of them elsewhere. */
const ELSEWHERE = 256;
const MOST_WORTH = 2 * ELSEWHERE;

/** What words of these worths are worth together; 0 where one is missing. */
function together(worths: readonly number[]): number {
  if (worths.includes(0)) return 0;
  const sum = worths.reduce((all, worth) => all + worth, 0);
  return Math.min(sum, ELSEWHERE - 1) + (worths.every(worth => worth >= WORTH_OF_HEAD) ? ELSEWHERE : 0);
}

/** A word is worth less than that. */
const WORTHS = 8;
/** What one word is worth by its bits, and two by those of both. */
const OF_ONE = Uint16Array.from(WORTH, worth => together([worth]));
const OF_TWO = ofBoth((one, other) => together([one, other]));

/** By the bits of two words. */
function ofBoth(ofWorths: (one: number, other: number) => number): Uint16Array {
  const byWorths = Uint16Array.from({ length: WORTHS * WORTHS }, (_, both) =>
    ofWorths(Math.floor(both / WORTHS), both % WORTHS),
  );
  const made = new Uint16Array(WORTH.length ** 2);
  for (let both = 0; both < made.length; both++)
    made[both] = byWorths[(WORTH[both >> 8] as number) * WORTHS + (WORTH[both & 255] as number)] as number;
  return made;
}

/**
 * More words are added up in the lowest bits, which a query of 1000 letters does not fill; the bit {@link ASIDE} says that one of
 * them stands in abstract or notes only. Where one is missing the sum is 0.
 */
const ASIDE = 1 << 15;
const ADDED = Uint16Array.from(WORTH, worth => (worth === 0 || worth >= WORTH_OF_HEAD ? worth : ASIDE + worth));
const ADDED_TWO = ofBoth((one, other) =>
  one === 0 || other === 0 ? 0 : one + other + (Math.min(one, other) < WORTH_OF_HEAD ? ASIDE : 0),
);

/** By entry what it is worth, 0 up to {@link MOST_WORTH}: made over at every search. */
let worth = new Uint16Array(0);
/** So few entries are sorted by themselves; of more, all entries are gone through in their order. */
const FEW = 2000;

/** Weighs entries that have all words; gives how many are worth what. `among` is 1 for those that a query leaves, else 0. */
function weigh(words: readonly Matches[], among: Uint8Array): Uint32Array {
  const length = Math.min(...words.map(({ held }) => held.length));
  const left = among.length < length ? longer(among, length) : among;
  if (worth.length < left.length) worth = new Uint16Array((left.length + 1) & ~1);
  worth.fill(0);
  const counts = new Uint32Array(MOST_WORTH);
  const [one, two, ...more] = words.map(({ held }) => held) as [Uint8Array, ...Uint8Array[]];
  const stretch = (from: number, to: number) => {
    if (two === undefined) weighOne(one, left, counts, from, to);
    else if (more.length === 0) weighTwo(one, two, left, counts, from, to);
    else weighMore([one, two, ...more], left, counts, from, to);
  };
  const few = words.map(({ held }) => foursOf(held)).find(isSparse);
  // Of a word in few entries, four are looked at as one number; of others that would be guessed wrongly too often.
  if (few === undefined) stretch(0, length);
  else for (let at = 0; at < length >> 2; at++) if (few[at] !== 0) stretch(4 * at, 4 * at + 4);
  return counts;
}

/** So many numbers are looked at to tell whether most are 0; no more than so many may be something then. */
const LOOKED_AT = 256;
const SPARSE = 24;

function isSparse(fours: Uint32Array): boolean {
  let some = 0;
  const step = fours.length / LOOKED_AT;
  for (let look = 0; look < LOOKED_AT; look++) if (fours[Math.floor(look * step)] !== 0) some++;
  return some <= SPARSE;
}

function weighOne(one: Uint8Array, left: Uint8Array, counts: Uint32Array, from: number, to: number): void {
  const of = worth;
  for (let n = from; n < to; n++) {
    const value = (OF_ONE[one[n] as number] as number) & (0 - (left[n] as number));
    of[n] = value;
    counts[value] = (counts[value] as number) + 1;
  }
}

function weighTwo(
  one: Uint8Array,
  two: Uint8Array,
  left: Uint8Array,
  counts: Uint32Array,
  from: number,
  to: number,
): void {
  const of = worth;
  for (let n = from; n < to; n++) {
    const both = ((one[n] as number) << 8) | (two[n] as number);
    const value = (OF_TWO[both] as number) & (0 - (left[n] as number));
    of[n] = value;
    counts[value] = (counts[value] as number) + 1;
  }
}

function weighMore(
  words: readonly Uint8Array[],
  left: Uint8Array,
  counts: Uint32Array,
  from: number,
  to: number,
): void {
  const of = worth;
  const [one, two, ...more] = words as [Uint8Array, Uint8Array, ...Uint8Array[]];
  for (let n = from; n < to; n++) {
    const both = ((one[n] as number) << 8) | (two[n] as number);
    of[n] = (ADDED_TWO[both] as number) & (0 - (left[n] as number));
  }
  const last = more.pop() as Uint8Array;
  for (const held of more)
    for (let n = from; n < to; n++) of[n] = sumOf(of[n] as number, ADDED[held[n] as number] as number);
  for (let n = from; n < to; n++) {
    const sum = sumOf(of[n] as number, ADDED[last[n] as number] as number);
    const all = Math.min(sum & ~ASIDE, ELSEWHERE - 1) + ELSEWHERE - ((sum & ASIDE) >> 7);
    const value = all & ((0 - sum) >> 31);
    of[n] = value;
    counts[value] = (counts[value] as number) + 1;
  }
}

/** Without asking what is what: which entries have a word is too irregular to be foreseen. Bits of a negative number reach up to its highest. */
const sumOf = (one: number, other: number): number =>
  (((one & ~ASIDE) + (other & ~ASIDE)) | ((one | other) & ASIDE)) & (((0 - one) & (0 - other)) >> 31);

/** How many are worth something. */
function totalOf(counts: Uint32Array): number {
  let total = 0;
  for (let value = 1; value < MOST_WORTH; value++) total += counts[value] as number;
  return total;
}

/** Places have fewer bits. */
const PLACES = 2 ** 31;

/** So many entries as are worth something, in order. */
function sorted(total: number, { ns, places }: Latest): Int32Array {
  // One number each, as those are sorted by the platform without asking.
  const keys = new Float64Array(total);
  writeKeys(keys, worth, new Uint32Array(worth.buffer), places);
  keys.sort();
  const found = new Int32Array(total);
  for (let at = 0; at < total; at++) {
    const key = keys[at] as number;
    found[at] = ns[key - Math.floor(key / PLACES) * PLACES] as number;
  }
  return found;
}

/** Writes what those that are worth something are sorted by; `twos` are the same worths, two as one number. */
function writeKeys(keys: Float64Array, of: Uint16Array, twos: Uint32Array, places: Int32Array): void {
  for (let two = 0, found = 0; found < keys.length; two++) {
    if (twos[two] === 0) continue;
    for (let n = 2 * two; n < 2 * two + 2; n++)
      if ((of[n] as number) > 0) keys[found++] = (MOST_WORTH - (of[n] as number)) * PLACES + (places[n] as number);
  }
}

/** The first `wanted` of the entries that have all words. */
export function rank(words: readonly Matches[], among: Uint8Array, latest: Latest, wanted: number): Ranked {
  const counts = weigh(words, among);
  const total = totalOf(counts);
  if (total <= FEW) return { ns: sorted(total, latest), total };
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

/** The first `wanted` of the entries that have all words, in an order of all entries. */
export function inOrder(words: readonly Matches[], among: Uint8Array, order: Int32Array, wanted: number): Ranked {
  if (words.length === 0) {
    let total = 0;
    for (let n = 0; n < among.length; n++) total += among[n] as number;
    return { ns: those(order, among, Math.min(wanted, total)), total };
  }
  const total = totalOf(weigh(words, among));
  return { ns: those(order, worth, Math.min(wanted, total)), total };
}

function those(order: Int32Array, wanted: Uint8Array | Uint16Array, count: number): Int32Array {
  const ns = new Int32Array(count);
  for (let at = 0, found = 0; found < count && at < order.length; at++) {
    const n = order[at] as number;
    if ((wanted[n] as number) > 0) ns[found++] = n;
  }
  return ns;
}
