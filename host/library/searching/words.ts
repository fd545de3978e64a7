/** Words known by numbers, each held once. A word is a run of UTF-16 code units that are folded already (core/library/folding.ts). */
import { LONG, LONGEST, nameOf, type Parted, spell } from './scanning.ts';

export interface Words {
  /** How many there are; their numbers are those below. */
  size(): number;
  /**
   * Writes, for each word of a text that was not asked for in this turn, its number times four and a place; a word that is not known
   * gets a new number. Gives how many are written then. Turns are numbers from 1.
   */
  take(text: Parted, turn: number, place: number, into: Uint32Array, written: number): number;
  /** The number of a word, -1 where it is not known. */
  find(word: string): number;
  /** The number of the units from one place up to another; a new one where the word is not known. */
  number(units: Uint16Array, from: number, to: number): number;
  letters(word: number): Uint16Array;
  begins(word: number, beginning: string): boolean;
  /** Two of its units as one number; 0 for each that it has not. */
  pair(word: number, from: number): number;
  /** Less than 0, 0 or more where the first units of a word come before those of another, are the same, or come after. */
  compare(word: number, other: string, units: number): number;
  length(word: number): number;
  /** The letters it holds (core/library/near.ts). */
  bits(word: number): number;
  /** Units of all words, of which each ends where it says and begins behind the 0 of the one before; until another is added. */
  spelled(): { readonly units: Uint16Array; readonly ends: Uint32Array };
  /** What makes it again. */
  parts(): WordParts;
}

export interface WordParts {
  /** Units of all words one after the other, a 0 after each, and where each ends. */
  readonly units: Uint16Array;
  readonly ends: Uint32Array;
  /** The table that finds them, and the letters that each holds; without them they are made again. */
  readonly slots?: Int32Array;
  readonly letters?: Int32Array;
}

/** A unit of UTF-16 is less. */
const UNITS = 0x10000;

/** What a slot of the table has, together as it is read together: most time goes into waiting for memory. */
const SLOT = 4;
/** The three numbers that a word is told by. */
const ONE = 0;
const TWO = 1;
const THREE = 2;
/** The number of the word and one; 0 where the slot is free. */
const WORD = 3;

/** Slots of a table for words that come again and again, as a power of two: half a megabyte. Most words of a text are such. */
const RECENT = 15;
const RECENT_MASK = (SLOT << RECENT) - 1;

/** A table of words; `parts` are those of a table that was kept. */
export function createWords(parts?: WordParts): Words {
  let units = new Uint16Array(1 << 16);
  /** Where each word ends in `units`; the next begins after the 0. */
  let ends: Uint32Array = new Uint32Array(1 << 12);
  let letters: Int32Array = new Int32Array(1 << 12);
  /** When each was last asked for. */
  let turns = new Uint32Array(1 << 12);
  /** Open addressing, never more than half full. */
  let slots = new Int32Array(SLOT << 13);
  /** What was asked for last in each slot of a table so small that it stays near the processor. */
  const recent = new Int32Array(SLOT << RECENT);
  let size = 0;
  let used = 0;

  function grow(): void {
    ends = longer(ends, 2 * size);
    letters = longer(letters, 2 * size);
    turns = longer(turns, 2 * size);
    const old = slots;
    slots = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + WORD] === 0) continue;
      let at = spread(old[from + ONE] as number, old[from + TWO] as number, old[from + THREE] as number);
      at &= slots.length - 1;
      while (slots[at + WORD] !== 0) at = (at + SLOT) & (slots.length - 1);
      for (let part = 0; part < SLOT; part++) slots[at + part] = old[from + part] as number;
    }
  }

  const start = (word: number): number => (word === 0 ? 0 : (ends[word - 1] as number) + 1);

  function isSame(word: number, others: Uint16Array, from: number, to: number): boolean {
    const begin = start(word);
    if ((ends[word] as number) - begin !== to - from) return false;
    for (let at = from; at < to; at++) if (units[begin + at - from] !== others[at]) return false;
    return true;
  }

  /** Where the word stands in the table, or the free slot where it would. */
  function slotOf(one: number, two: number, three: number, others: Uint16Array, from: number, to: number): number {
    const mask = slots.length - 1;
    for (let at = spread(one, two, three) & mask; ; at = (at + SLOT) & mask) {
      const word = slots[at + WORD] as number;
      if (word === 0) return at;
      if (slots[at + ONE] !== one || slots[at + TWO] !== two || slots[at + THREE] !== three) continue;
      if (one !== LONG || isSame(word - 1, others, from, to)) return at;
    }
  }

  /** Puts a new word into a free slot; the table may be another one then. */
  function add(
    at: number,
    one: number,
    two: number,
    three: number,
    others: Uint16Array,
    from: number,
    to: number,
  ): number {
    const most = used + (one === LONG ? to - from : LONGEST) + 1;
    if (most > units.length) units = longer(units, 2 * most);
    slots[at + ONE] = one;
    slots[at + TWO] = two;
    slots[at + THREE] = three;
    slots[at + WORD] = size + 1;
    const begin = used;
    if (one === LONG) for (let index = from; index < to; index++) units[used++] = others[index] as number;
    else for (const number of [one, two, three]) used = spell(number, units, used);
    let bits = 0;
    for (let index = begin; index < used; index++) bits |= 1 << ((units[index] as number) & 31);
    ends[size] = used;
    letters[size] = bits;
    units[used++] = 0;
    const word = size++;
    if (size === ends.length) grow();
    return word;
  }

  function number(others: Uint16Array, from: number, to: number): number {
    const [one, two, three] = nameOf(others, from, to);
    const at = slotOf(one, two, three, others, from, to);
    const word = slots[at + WORD] as number;
    return word > 0 ? word - 1 : add(at, one, two, three, others, from, to);
  }

  function numberOf({ ones, twos, threes, units: others, begins, ends: until }: Parted, index: number): number {
    const one = ones[index] as number;
    const two = twos[index] as number;
    const three = threes[index] as number;
    const from = begins[index] as number;
    const end = until[index] as number;
    const at = slotOf(one, two, three, others, from, end);
    const word = slots[at + WORD] as number;
    return word > 0 ? word - 1 : add(at, one, two, three, others, from, end);
  }

  if (parts?.slots && parts.letters) {
    // Its own, as it adds to them.
    units = parts.units.slice();
    slots = parts.slots.slice();
    size = parts.ends.length;
    used = units.length;
    const room = slots.length / SLOT / 2;
    ends = longer(parts.ends, room);
    letters = longer(parts.letters, room);
    turns = new Uint32Array(room);
  } else if (parts) {
    let from = 0;
    for (let word = 0; word < parts.ends.length; word++) {
      const to = parts.ends[word] as number;
      number(parts.units, from, to);
      from = to + 1;
    }
  }

  return {
    size: () => size,
    take(text, turn, place, into, written) {
      const { count, ones, twos, threes } = text;
      // Of its own while it goes over them: what may be another one at any time is asked for at every word.
      const known = recent;
      let last = turns;
      let to = written;
      for (let index = 0; index < count; index++) {
        const one = ones[index] as number;
        const two = twos[index] as number;
        const three = threes[index] as number;
        const near = spread(one, two, three) & RECENT_MASK;
        let word: number;
        if (known[near + ONE] === one && known[near + TWO] === two && known[near + THREE] === three && one !== LONG)
          word = known[near + WORD] as number;
        else {
          word = numberOf(text, index);
          last = turns;
          known[near + ONE] = one;
          known[near + TWO] = two;
          known[near + THREE] = three;
          known[near + WORD] = word;
        }
        if (last[word] === turn) continue;
        last[word] = turn;
        into[to++] = word * 4 + place;
      }
      return to;
    },
    find(word) {
      const wanted = Uint16Array.from(word, (_, index) => word.charCodeAt(index));
      const [one, two, three] = nameOf(wanted, 0, wanted.length);
      return (slots[slotOf(one, two, three, wanted, 0, wanted.length) + WORD] as number) - 1;
    },
    number,
    letters: word => units.subarray(start(word), ends[word]),
    begins(word, beginning) {
      const from = start(word);
      if ((ends[word] as number) - from < beginning.length) return false;
      for (let index = 0; index < beginning.length; index++)
        if (units[from + index] !== beginning.charCodeAt(index)) return false;
      return true;
    },
    pair(word, skipped) {
      const from = start(word) + skipped;
      const left = (ends[word] as number) - from;
      return left <= 0 ? 0 : (units[from] as number) * UNITS + (left === 1 ? 0 : (units[from + 1] as number));
    },
    compare(word, other, most) {
      const from = start(word);
      const length = (ends[word] as number) - from;
      for (let index = 0; index < most; index++) {
        const its = index < length ? (units[from + index] as number) : 0;
        const difference = its - (index < other.length ? other.charCodeAt(index) : 0);
        if (difference !== 0) return difference;
      }
      return 0;
    },
    length: word => (ends[word] as number) - start(word),
    bits: word => letters[word] as number,
    spelled: () => ({ units, ends }),
    parts: () => ({
      units: units.slice(0, used),
      ends: ends.slice(0, size),
      slots: slots.slice(),
      letters: letters.slice(0, size),
    }),
  };
}

/** Where a word begins to look for its slot. */
function spread(one: number, two: number, three: number): number {
  const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca77) ^ Math.imul(three, 0xc2b2ae3d);
  return (mixed ^ (mixed >>> 15)) << 2;
}

export function longer<List extends Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array>(
  list: List,
  length: number,
): List {
  const made = new (list.constructor as new (length: number) => List)(length);
  made.set(list);
  return made;
}
