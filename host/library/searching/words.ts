/** Words known by numbers, each held once. A word is a run of UTF-16 code units that are folded already (core/library/folding.ts). */

export interface Words {
  /** How many there are; their numbers are those below. */
  size(): number;
  /**
   * The number of the first `length` units, whose hash is `hash`; a new one where the word is not known. -1 where it was asked
   * for in this turn already; turns are numbers from 1.
   */
  once(units: Uint16Array, length: number, hash: number, turn: number): number;
  /** The number of a word, -1 where it is not known. */
  find(word: string): number;
  letters(word: number): Uint16Array;
  begins(word: number, beginning: string): boolean;
  /** Its first two units as one number, by which words are grouped. */
  pair(word: number): number;
  length(word: number): number;
  /** The letters it holds (core/library/near.ts). */
  bits(word: number): number;
  /** What makes it again: units of all words one after the other, a 0 after each, and where each ends. */
  parts(): { readonly units: Uint16Array; readonly ends: Uint32Array };
}

/** FNV-1a over code units: a hash begins with the first and takes each unit in by {@link hashed}. */
export const HASH_BEGIN = 0x811c9dc5 | 0;
export const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

export const pairOf = (first: number, second: number): number => ((first << 16) | second) >>> 0;

/** What a slot of the table has, together as it is read together: most time goes into waiting for memory. */
const SLOT = 4;
const HASH = 0;
/** The number of the word and one; 0 where the slot is free. */
const WORD = 1;
const BEGIN = 2;
const TURN = 3;

/** A table of words; `parts` are those of a table that was kept. */
export function createWords(parts?: ReturnType<Words['parts']>): Words {
  let units = new Uint16Array(1 << 16);
  /** Where each word ends in `units`; the next begins after the 0. */
  let ends = new Uint32Array(1 << 12);
  let letters = new Int32Array(1 << 12);
  /** Open addressing, never more than half full. */
  let slots = new Int32Array(SLOT << 13);
  let size = 0;
  let used = 0;

  function grow(): void {
    ends = longer(ends, 2 * size);
    letters = longer(letters, 2 * size);
    const old = slots;
    slots = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + WORD] === 0) continue;
      let at = spread(old[from + HASH] as number) & (slots.length - 1);
      while (slots[at + WORD] !== 0) at = (at + SLOT) & (slots.length - 1);
      for (let part = 0; part < SLOT; part++) slots[at + part] = old[from + part] as number;
    }
  }

  function once(wanted: Uint16Array, length: number, hash: number, turn: number): number {
    const mask = slots.length - 1;
    let at = spread(hash) & mask;
    for (; slots[at + WORD] !== 0; at = (at + SLOT) & mask) {
      if (slots[at + HASH] !== hash) continue;
      const begin = slots[at + BEGIN] as number;
      let same = 0;
      while (same < length && units[begin + same] === wanted[same]) same++;
      if (same < length || units[begin + length] !== 0) continue;
      if (slots[at + TURN] === turn) return -1;
      slots[at + TURN] = turn;
      return (slots[at + WORD] as number) - 1;
    }
    if (used + length + 1 > units.length) units = longer(units, 2 * (used + length + 1));
    slots[at + HASH] = hash;
    slots[at + WORD] = size + 1;
    slots[at + BEGIN] = used;
    slots[at + TURN] = turn;
    let bits = 0;
    for (let index = 0; index < length; index++) {
      units[used + index] = wanted[index] as number;
      bits |= 1 << ((wanted[index] as number) & 31);
    }
    used += length;
    ends[size] = used;
    letters[size] = bits;
    units[used++] = 0;
    const word = size++;
    if (size === ends.length) grow();
    return word;
  }

  function find(word: string): number {
    let hash = HASH_BEGIN;
    for (let index = 0; index < word.length; index++) hash = hashed(hash, word.charCodeAt(index));
    const mask = slots.length - 1;
    for (let at = spread(hash) & mask; slots[at + WORD] !== 0; at = (at + SLOT) & mask) {
      const known = (slots[at + WORD] as number) - 1;
      if (slots[at + HASH] === hash && words.length(known) === word.length && words.begins(known, word)) return known;
    }
    return -1;
  }

  const start = (word: number): number => (word === 0 ? 0 : (ends[word - 1] as number) + 1);
  const words: Words = {
    size: () => size,
    once,
    find,
    letters: word => units.subarray(start(word), ends[word]),
    begins(word, beginning) {
      const from = start(word);
      if ((ends[word] as number) - from < beginning.length) return false;
      for (let index = 0; index < beginning.length; index++)
        if (units[from + index] !== beginning.charCodeAt(index)) return false;
      return true;
    },
    pair(word) {
      const from = start(word);
      return pairOf(units[from] as number, (ends[word] as number) - from > 1 ? (units[from + 1] as number) : 0);
    },
    length: word => (ends[word] as number) - start(word),
    bits: word => letters[word] as number,
    parts: () => ({ units: units.slice(0, used), ends: ends.slice(0, size) }),
  };

  if (parts) {
    let from = 0;
    for (const end of parts.ends) {
      const word = parts.units.subarray(from, end);
      let hash = HASH_BEGIN;
      for (let index = 0; index < word.length; index++) hash = hashed(hash, word[index] as number);
      once(word, word.length, hash, 0);
      from = end + 1;
    }
  }
  return words;
}

/** Where a hash begins to look for its slot; the low bits of FNV alone are poor for short words. */
const spread = (hash: number): number => (hash ^ (hash >>> 15)) << 2;

export function longer<List extends Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array>(
  list: List,
  length: number,
): List {
  const made = new (list.constructor as new (length: number) => List)(length);
  made.set(list);
  return made;
}
