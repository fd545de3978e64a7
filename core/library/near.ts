/** Words that are nearly the same: one or two letters missing, too many, wrong or swapped. */

/** How many mistakes a word of this length may have to be taken for another. */
export function mistakesAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Code units of a word in a string. */
export const lettersOf = (word: string): Uint16Array => Uint16Array.from(word, (_, index) => word.charCodeAt(index));

/** Rows of the table below, kept from word to word: a library has hundreds of thousands. */
let rows: readonly [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/**
 * The number of single letters inserted, left out, replaced or swapped with their neighbour (optimal string alignment)
 * that make one word into the other, or `most + 1` where there are more.
 */
export function distance(one: Uint16Array, other: Uint16Array, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const width = other.length + 1;
  if (width > rows[0].length) rows = [new Uint8Array(2 * width), new Uint8Array(2 * width), new Uint8Array(2 * width)];
  let [before, last, row] = rows;
  for (let index = 0; index < width; index++) last[index] = index;
  for (let i = 1; i <= one.length; i++) {
    // Further from the diagonal there are more mistakes than allowed.
    const from = Math.max(1, i - most);
    const to = Math.min(width - 1, i + most);
    row[from - 1] = from === 1 ? i : most + 1;
    if (to < width - 1) row[to + 1] = most + 1;
    let least = row[from - 1] as number;
    for (let j = from; j <= to; j++) {
      let cost = (last[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1);
      if ((last[j] as number) + 1 < cost) cost = (last[j] as number) + 1;
      if ((row[j - 1] as number) + 1 < cost) cost = (row[j - 1] as number) + 1;
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped && (before[j - 2] as number) + 1 < cost) cost = (before[j - 2] as number) + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[other.length] as number, most + 1);
}

/** The letters a word holds, as bits: words that differ in many bits are not near, which is told without comparing them. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

/** How many bits are set. */
export function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
