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
const BYTE = 255;
/** How many are worth what, counted four times: most are worth the same, and one number raised again and again waits for itself. */
const counted = new Uint32Array(4 * MOST_WORTH);

/** Weighs entries that have all words; gives how many are worth what. `among` is 1 for those that a query leaves, else 0. */
function weigh(words: readonly Matches[], among: Uint8Array): Uint32Array {
  const held = words.map(word => word.held);
  const length = Math.min(...held.map(its => its.length));
  const left = among.length < length ? longer(among, length) : among;
  if (worth.length < left.length) worth = new Uint16Array((left.length + 1) & ~1);
  counted.fill(0);
  const fours = held.map(foursOf);
  const few = fours.find(isSparse);
  const [one, two] = fours as [Uint32Array, ...Uint32Array[]];
  const [among4, pairs] = [foursOf(left), new Uint32Array(worth.buffer)];
  const stretch = (from: number, to: number) => {
    if (two === undefined) weighOne(one, among4, pairs, from, to);
    else if (fours.length === 2) weighTwo(one, two, among4, pairs, from, to);
    else weighMore(held, left, counted, 4 * from, 4 * to);
  };
  // All are multiples of four. Of a word in few entries, those without it are passed over; of others that would be guessed wrongly too often.
  worth.fill(0, few === undefined ? length : 0);
  if (few === undefined) stretch(0, length >> 2);
  else for (let four = 0; four < length >> 2; four++) if (few[four] !== 0) stretch(four, four + 1);
  const counts = new Uint32Array(MOST_WORTH);
  for (let at = 0; at < counted.length; at++) {
    const value = at & (MOST_WORTH - 1);
    counts[value] = (counts[value] as number) + (counted[at] as number);
  }
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

// One word and two are what is typed most: four entries are read as one number, and their worths written as two. Of
// these, `from` and `to` are fours of entries; `of` are the worths.

function weighOne(ones: Uint32Array, among: Uint32Array, of: Uint32Array, from: number, to: number): void {
  const counts = counted;
  for (let four = from; four < to; four++) {
    const its = (ones[four] as number) & Math.imul(among[four] as number, BYTE);
    const a = OF_ONE[its & BYTE] as number;
    const b = OF_ONE[(its >>> 8) & BYTE] as number;
    const c = OF_ONE[(its >>> 16) & BYTE] as number;
    const d = OF_ONE[its >>> 24] as number;
    of[2 * four] = a | (b << 16);
    of[2 * four + 1] = c | (d << 16);
    counts[a] = (counts[a] as number) + 1;
    counts[MOST_WORTH + b] = (counts[MOST_WORTH + b] as number) + 1;
    counts[2 * MOST_WORTH + c] = (counts[2 * MOST_WORTH + c] as number) + 1;
    counts[3 * MOST_WORTH + d] = (counts[3 * MOST_WORTH + d] as number) + 1;
  }
}

function weighTwo(
  ones: Uint32Array,
  twos: Uint32Array,
  among: Uint32Array,
  of: Uint32Array,
  from: number,
  to: number,
): void {
  const counts = counted;
  for (let four = from; four < to; four++) {
    const its = (ones[four] as number) & Math.imul(among[four] as number, BYTE);
    const others = twos[four] as number;
    const a = OF_TWO[((its << 8) & 0xff00) | (others & BYTE)] as number;
    const b = OF_TWO[(its & 0xff00) | ((others >>> 8) & BYTE)] as number;
    const c = OF_TWO[((its >>> 8) & 0xff00) | ((others >>> 16) & BYTE)] as number;
    const d = OF_TWO[((its >>> 16) & 0xff00) | (others >>> 24)] as number;
    of[2 * four] = a | (b << 16);
    of[2 * four + 1] = c | (d << 16);
    counts[a] = (counts[a] as number) + 1;
    counts[MOST_WORTH + b] = (counts[MOST_WORTH + b] as number) + 1;
    counts[2 * MOST_WORTH + c] = (counts[2 * MOST_WORTH + c] as number) + 1;
    counts[3 * MOST_WORTH + d] = (counts[3 * MOST_WORTH + d] as number) + 1;
  }
}

/** Three words or more. */
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

/** The entries worth more than `least`, `total` of them, in order. */
function sorted(total: number, { ns, places }: Latest, least: number): Int32Array {
  // One number each, as those are sorted by the platform without asking.
  const keys = new Float64Array(total);
  if (least === 0) writeKeys(keys, worth, new Uint32Array(worth.buffer), places);
  else writeBest(keys, worth, least, places);
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

/** The same of those worth more than `least`, which are few. */
function writeBest(keys: Float64Array, of: Uint16Array, least: number, places: Int32Array): void {
  for (let n = 0, found = 0; found < keys.length; n++)
    if ((of[n] as number) > least) keys[found++] = (MOST_WORTH - (of[n] as number)) * PLACES + (places[n] as number);
}

/** The first `wanted` of the entries that have all words. */
export function rank(words: readonly Matches[], among: Uint8Array, latest: Latest, wanted: number): Ranked {
  const counts = weigh(words, among);
  const total = totalOf(counts);
  if (total <= FEW) return { ns: sorted(total, latest, 0), total };
  if (wanted > FEW) return { ns: walked(counts, Math.min(wanted, total), latest), total };
  // Those worth more than the last that is wanted are few, and may stand anywhere: they are sorted. Of those worth just that there are
  // more than are wanted, so that the latest of them are soon found.
  let least = MOST_WORTH - 1;
  let better = 0;
  for (; better + (counts[least] as number) < wanted; least--) better += counts[least] as number;
  const ns = new Int32Array(wanted);
  ns.set(sorted(better, latest, least));
  takeWorth(ns, better, worth, least, latest.ns);
  return { ns, total };
}

/** The first so many by going through all entries in their order. */
function walked(counts: Uint32Array, wanted: number, { ns: order }: Latest): Int32Array {
  /** By worth, where those worth it stand. */
  const next = new Uint32Array(MOST_WORTH);
  const until = new Uint32Array(MOST_WORTH);
  let taken = 0;
  for (let value = MOST_WORTH - 1; value > 0; value--) {
    next[value] = taken;
    taken = Math.min(taken + (counts[value] as number), wanted);
    until[value] = taken;
  }
  const ns = new Int32Array(taken);
  for (let at = 0, found = 0; found < taken && at < order.length; at++) {
    const n = order[at] as number;
    const value = worth[n] as number;
    const into = next[value] as number;
    if (value === 0 || into === until[value]) continue;
    ns[into] = n;
    next[value] = into + 1;
    found++;
  }
  return ns;
}

/** Puts entries that are worth just so much into a list from a place on, the latest first. */
function takeWorth(ns: Int32Array, from: number, of: Uint16Array, value: number, order: Int32Array): void {
  for (let at = 0, found = from; found < ns.length; at++) {
    const n = order[at] as number;
    if (of[n] === value) ns[found++] = n;
  }
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
