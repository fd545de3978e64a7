/**
 * How entries hold a word, and what that is worth. Both are bits by the numbers of entries, 32 to a number, so that what is asked of
 * an entry is asked of 32 at once: a hundred thousand entries are gone through in some hundredths of a millisecond.
 */
import { sizeFor } from './bits.ts';

/**
 * For every 32 entries eight numbers: in which of the four places (rest, head, title, author; core/library/texts.ts) a word of theirs
 * begins so, then in which it is the word.
 */
export type Held = Int32Array;
export const BEGINS = 0;
export const IS = 4;
const WAYS = 8;

/** Entries that hold a word. */
export interface Matches {
  /** For every 32 entries three numbers: the lowest, the middle and the highest bit of what it is worth there, 0 where it is not held. */
  readonly worth: Int32Array;
  readonly any: boolean;
}
/** Numbers of 32 entries' worth. */
export const WORTH = 3;
/** The least that a match outside of abstracts and notes is worth; the most is 7. */
export const WORTH_OF_HEAD = 2;
export const MOST_WORTH = 7;

export const heldFor = (highest: number): number => WAYS * sizeFor(highest);

/** Holds, by postings from one place up to another, as `way` says. */
export function hold(held: Held, postings: Uint32Array, from: number, to: number, way: number): void {
  for (let at = from; at < to; at++) {
    const posting = postings[at] as number;
    const into = ((posting >>> 7) << 3) + way + (posting & 3);
    held[into] = (held[into] as number) | (1 << (posting >>> 2));
  }
}

/** Holds by one entry; `ways` has a bit for each of the eight. */
export function holdOne(held: Held, n: number, ways: number): void {
  for (let way = 0, into = (n >>> 5) * WAYS; way < WAYS; way++, into++)
    if ((ways & (1 << way)) !== 0) held[into] = (held[into] as number) | (1 << n);
}

/** Lets go of an entry. */
export function letGo(held: Held, n: number): void {
  for (let way = 0, into = (n >>> 5) * WAYS; way < WAYS; way++, into++) held[into] = (held[into] as number) & ~(1 << n);
}

/** What begins with a longer beginning begins with this one. */
export function addBeginnings(held: Held, longer: Held): void {
  for (let at = 0; at < longer.length; at += WAYS)
    for (let way = at; way < at + IS; way++) held[way] = (held[way] as number) | (longer[way] as number);
}

/**
 * What it is worth, of several places the best: 1 in the rest; 2 where it begins another head, 3 where it is one of its words; 4 and
 * 6 in a title; 5 and 7 in an author.
 */
export function matchesOf(held: Held): Matches {
  const worth = new Int32Array((held.length / WAYS) * WORTH);
  let any = 0;
  for (let at = 0, into = 0; at < held.length; at += WAYS, into += WORTH) {
    // Worth so much or more.
    const seven = held[at + 7] as number;
    const six = seven | (held[at + 6] as number);
    const five = six | (held[at + 3] as number);
    const four = five | (held[at + 2] as number);
    const three = four | (held[at + 5] as number);
    const two = three | (held[at + 1] as number);
    const one = two | (held[at] as number) | (held[at + 4] as number);
    worth[into] = (one & ~two) | (three & ~four) | (five & ~six) | seven;
    worth[into + 1] = (two & ~four) | six;
    worth[into + 2] = four;
    any |= one;
  }
  return { worth, any: any !== 0 };
}

/** Entries that hold one word or another; what they are worth is what the better is. */
export function either(one: Matches, other: Matches): Matches {
  const [less, more] = one.worth.length < other.worth.length ? [one, other] : [other, one];
  const worth = more.worth.slice();
  for (let at = 0; at < less.worth.length; at += WORTH) {
    const a = less.worth[at] as number;
    const b = less.worth[at + 1] as number;
    const c = less.worth[at + 2] as number;
    const d = worth[at] as number;
    const e = worth[at + 1] as number;
    const f = worth[at + 2] as number;
    const isMore = (c & ~f) | (~(c ^ f) & ((b & ~e) | (~(b ^ e) & a & ~d)));
    worth[at] = (a & isMore) | (d & ~isMore);
    worth[at + 1] = (b & isMore) | (e & ~isMore);
    worth[at + 2] = (c & isMore) | (f & ~isMore);
  }
  return { worth, any: one.any || other.any };
}
