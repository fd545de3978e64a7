/** Words that are nearly the same: one or two letters missing, too many, wrong or swapped. */

/** How many mistakes a word of this length may have to be taken for another. */
export function mistakesAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Code units of a word in a string. */
export const lettersOf = (word: string): Uint16Array => Uint16Array.from(word, (_, index) => word.charCodeAt(index));

/** A typed word has no more letters than that: one bit of a number each. */
export const LONGEST_TYPED = 32;

/** The mistakes between a typed word and others: those are stretches of code units. */
export interface Mistakes {
  /**
   * The number of single letters inserted, left out, replaced or swapped with their neighbour (optimal string alignment) that make
   * the typed word into the units from one place up to another, or `most + 1` where there are more.
   */
  between(units: Uint16Array, from: number, to: number, most: number): number;
}

/** By code unit, the places of the typed word where it stands; empty but while a word is looked for. */
const standing = new Int32Array(0x10000);

/**
 * Gives work what compares a word of 1 to {@link LONGEST_TYPED} code units with others. All places of the typed word are compared
 * with a letter at once, a bit each (Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit distances, 2003).
 */
export function comparing<Result>(typed: string, work: (mistakes: Mistakes) => Result): Result {
  const size = typed.length;
  const last = 1 << (size - 1);
  for (let index = 0; index < size; index++) {
    const unit = typed.charCodeAt(index);
    standing[unit] = (standing[unit] as number) | (1 << index);
  }
  const places = standing;
  const between = (units: Uint16Array, from: number, to: number, most: number): number => {
    if (Math.abs(to - from - size) > most) return most + 1;
    let mistakes = size;
    let more = -1;
    let fewer = 0;
    let diagonal = 0;
    let before = 0;
    for (let at = from; at < to; at++) {
      const here = places[units[at] as number] as number;
      const swapped = ((~diagonal & here) << 1) & before;
      diagonal = ((((here & more) + more) | 0) ^ more) | here | fewer | swapped;
      const up = fewer | ~(diagonal | more);
      const down = diagonal & more;
      if ((up & last) !== 0) mistakes++;
      else if ((down & last) !== 0) mistakes--;
      // Each letter that is left takes one away at most.
      if (mistakes - (to - at - 1) > most) return most + 1;
      more = (down << 1) | ~(diagonal | (up << 1) | 1);
      fewer = ((up << 1) | 1) & diagonal;
      before = here;
    }
    return mistakes;
  };
  try {
    return work({ between });
  } finally {
    for (let index = 0; index < size; index++) standing[typed.charCodeAt(index)] = 0;
  }
}

/** The letters a word holds, as bits: words that differ in many bits are not near, which is told without comparing them. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}
