/**
 * Entries that match put in order: the best first, of equals the latest year, of those the newest. What they are worth is added up and
 * compared bit by bit, of 32 entries at once, and only those that are wanted are looked at one by one.
 */
import { type Bits, bitsOf, countOf, has, numbersIn } from './bits.ts';
import type { Latest } from './columns.ts';
import { type Matches, MOST_WORTH, WORTH } from './held.ts';

export interface Ranked {
  /** Numbers of entries in order: as many as were wanted, or all. */
  readonly ns: Int32Array;
  /** How many match in all. */
  readonly total: number;
}

/** Bits of a sum: more is not told apart. */
const SUM = 8;
/** Above them, the bit of those with all words elsewhere than in abstract or notes: they are worth more than any that have some only there. */
const LEVELS = SUM + 1;
const MORE = 1 << LEVELS;

// Made over at every search: bits of one level after the other, the entries with all words, those better than the last one
// that is wanted, and those that are worth just that.
let size = 0;
let sums = new Int32Array(0);
let matching: Bits = new Int32Array(0);
let better: Bits = matching;
let equal: Bits = matching;
/** Bits of a sum that are in use. */
let used = 0;

function makeRoom(wanted: number): void {
  if (wanted === size) return;
  size = wanted;
  sums = new Int32Array(LEVELS * size);
  [matching, better, equal] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
}

/** Adds up what entries are worth that have all words; `among` are those that a query leaves. */
function addUp(words: readonly Matches[], among: Bits): void {
  const worths = words.map(({ worth }) => worth);
  const [first, ...others] = worths as [Int32Array, ...Int32Array[]];
  makeRoom(Math.min(among.length, ...worths.map(({ length }) => length / WORTH)));
  begin(first, among, sums, matching, size);
  used = WORTH;
  let most = MOST_WORTH;
  for (const worth of others) {
    most += MOST_WORTH;
    const needed = Math.min(SUM, 32 - Math.clz32(most));
    sums.fill(0, used * size, needed * size);
    used = needed;
    addWord(worth, sums, matching, size, used);
  }
}

function begin(worth: Int32Array, among: Bits, of: Int32Array, all: Bits, count: number): void {
  for (let at = 0, from = 0; at < count; at++, from += WORTH) {
    const low = worth[from] as number;
    const middle = worth[from + 1] as number;
    const high = worth[from + 2] as number;
    all[at] = (low | middle | high) & (among[at] as number);
    of[at] = low;
    of[count + at] = middle;
    of[2 * count + at] = high;
    of[SUM * count + at] = middle | high;
  }
}

/** Adds what another word is worth, with `levels` bits of a sum. What does not fit is the most that does. */
function addWord(worth: Int32Array, of: Int32Array, all: Bits, count: number, levels: number): void {
  const last = levels * count;
  for (let at = 0, from = 0; at < count; at++, from += WORTH) {
    const its = all[at] as number;
    if (its === 0) continue;
    const low = worth[from] as number;
    const middle = worth[from + 1] as number;
    const high = worth[from + 2] as number;
    all[at] = its & (low | middle | high);
    of[SUM * count + at] = (of[SUM * count + at] as number) & (middle | high);
    const one = of[at] as number;
    const two = of[count + at] as number;
    const three = of[2 * count + at] as number;
    of[at] = one ^ low;
    let carried = one & low;
    of[count + at] = two ^ middle ^ carried;
    carried = (two & middle) | ((two ^ middle) & carried);
    of[2 * count + at] = three ^ high ^ carried;
    carried = (three & high) | ((three ^ high) & carried);
    for (let into = 3 * count + at; into < last && carried !== 0; into += count) {
      const sum = of[into] as number;
      of[into] = sum ^ carried;
      carried &= sum;
    }
    if (carried !== 0) for (let into = at; into < last; into += count) of[into] = (of[into] as number) | carried;
  }
}

/** Parts what matches into those that are among the first `wanted` for what they are worth, and those of which only some are; gives how many are the former. */
function part(wanted: number): number {
  better.fill(0);
  equal.set(matching);
  let count = 0;
  for (let level = SUM; level >= 0; level = level === SUM ? used - 1 : level - 1) {
    const bits = sums.subarray(level * size, (level + 1) * size);
    const some = countBoth(equal, bits);
    if (count + some >= wanted) leave(equal, bits);
    else {
      count += some;
      move(equal, better, bits);
    }
  }
  return count;
}

function countBoth(one: Bits, other: Bits): number {
  let count = 0;
  for (let at = 0; at < one.length; at++) count += bitsOf((one[at] as number) & (other[at] as number));
  return count;
}

function leave(of: Bits, bits: Bits): void {
  for (let at = 0; at < of.length; at++) of[at] = (of[at] as number) & (bits[at] as number);
}

function move(of: Bits, into: Bits, bits: Bits): void {
  for (let at = 0; at < of.length; at++) {
    const its = (of[at] as number) & (bits[at] as number);
    into[at] = (into[at] as number) | its;
    of[at] = (of[at] as number) ^ its;
  }
}

/** What an entry is worth. */
function worthOf(n: number): number {
  let worth = 0;
  for (let level = 0, at = n >>> 5; level < used; level++, at += size)
    worth |= (((sums[at] as number) >>> n) & 1) << level;
  return worth | ((((sums[SUM * size + (n >>> 5)] as number) >>> n) & 1) << SUM);
}

/** Places have fewer bits. */
const PLACES = 2 ** 31;

/** Some entries in order. */
function sorted(ns: Int32Array, { ns: order, places }: Latest): Int32Array {
  // One number each, as those are sorted by the platform without asking.
  const keys = new Float64Array(ns.length);
  for (let at = 0; at < keys.length; at++) {
    const n = ns[at] as number;
    keys[at] = (MORE - worthOf(n)) * PLACES + (places[n] as number);
  }
  keys.sort();
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    ns[at] = order[key - Math.floor(key / PLACES) * PLACES] as number;
  }
  return ns;
}

/** So few entries are sorted by themselves; of more, all entries are gone through in their order. */
const FEW = 2000;

/** The latest of some, `count` of them in all, as many as fit. */
function takeLatest(into: Int32Array, some: Bits, count: number, { ns: order, places }: Latest): void {
  if (count > FEW) {
    those(into, order, some);
    return;
  }
  const its = numbersIn(some, count);
  for (let at = 0; at < count; at++) its[at] = places[its[at] as number] as number;
  its.sort();
  for (let at = 0; at < into.length; at++) into[at] = order[its[at] as number] as number;
}

/** The first `wanted` of the entries that have all words. */
export function rank(words: readonly Matches[], among: Bits, latest: Latest, wanted: number): Ranked {
  addUp(words, among);
  const total = countOf(matching);
  if (total <= wanted && total <= FEW) return { ns: sorted(numbersIn(matching, total), latest), total };
  if (wanted > FEW) return { ns: walked(Math.min(wanted, total), latest), total };
  const count = part(wanted);
  const ns = new Int32Array(wanted);
  ns.set(sorted(numbersIn(better, count), latest));
  takeLatest(ns.subarray(count), equal, countOf(equal), latest);
  return { ns, total };
}

/** The first so many by going through all entries in their order. */
function walked(wanted: number, { ns: order }: Latest): Int32Array {
  const worths = new Uint16Array(32 * size);
  const counts = new Uint32Array(MORE);
  for (const n of numbersIn(matching)) {
    const worth = worthOf(n);
    worths[n] = worth;
    counts[worth] = (counts[worth] as number) + 1;
  }
  /** By worth, where those worth it stand. */
  const next = new Uint32Array(MORE);
  const until = new Uint32Array(MORE);
  let taken = 0;
  for (let value = MORE - 1; value > 0; value--) {
    next[value] = taken;
    taken = Math.min(taken + (counts[value] as number), wanted);
    until[value] = taken;
  }
  const ns = new Int32Array(taken);
  for (let at = 0, found = 0; found < taken && at < order.length; at++) {
    const n = order[at] as number;
    const value = worths[n] ?? 0;
    const into = next[value] as number;
    if (value === 0 || into === until[value]) continue;
    ns[into] = n;
    next[value] = into + 1;
    found++;
  }
  return ns;
}

/** The first `wanted` of the entries that have all words, in an order of all entries. */
export function inOrder(words: readonly Matches[], among: Bits, order: Int32Array, wanted: number): Ranked {
  if (words.length > 0) addUp(words, among);
  const all = words.length > 0 ? matching : among;
  const total = countOf(all);
  const ns = new Int32Array(Math.min(wanted, total));
  those(ns, order, all);
  return { ns, total };
}

/** Fills a list with the first of some in an order of all entries. */
function those(into: Int32Array, order: Int32Array, some: Bits): void {
  for (let at = 0, found = 0; found < into.length && at < order.length; at++) {
    const n = order[at] as number;
    if (has(some, n)) into[found++] = n;
  }
}
