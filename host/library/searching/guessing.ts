/** The words that a mistyped one may have been meant to be. */
import { comparing, LONGEST_TYPED, letterBits, mistakesAllowed } from '../../../core/library/near.ts';
import type { Words } from './words.ts';

/** Words longer than that are no one's to mistype (DNA, addresses). */
const LONGEST = LONGEST_TYPED + mistakesAllowed(LONGEST_TYPED);

/** The first so many words of a table, by which one is guessed at. */
export interface WordsByLength {
  readonly plain: Stretches;
  /** Those with a digit: numbers, keys, identifiers. Nobody meant one who typed none. */
  readonly numbered: Stretches;
  readonly size: number;
}

/** Words by how long they are, with the letters that each holds. */
interface Stretches {
  readonly words: Uint32Array;
  /** By place in `words`: see core/library/near.ts. */
  readonly bits: Int32Array;
  /** By length, where in `words` they begin; one more at the end. */
  readonly begins: Uint32Array;
}

export function wordsByLength(words: Words, size: number): WordsByLength {
  const { units, ends } = words.spelled();
  const isNumbered = new Uint8Array(size);
  const lengths = new Uint8Array(size);
  for (let word = 0, from = 0; word < size; word++) {
    const to = ends[word] as number;
    lengths[word] = Math.min(to - from, LONGEST + 1);
    isNumbered[word] = hasDigit(units, from, to) ? 1 : 0;
    from = to + 1;
  }
  const sorted = (kind: number): Stretches => {
    const begins = new Uint32Array(LONGEST + 3);
    for (let word = 0; word < size; word++)
      if (isNumbered[word] === kind) {
        const after = (lengths[word] as number) + 1;
        begins[after] = (begins[after] as number) + 1;
      }
    for (let length = 1; length < begins.length; length++)
      begins[length] = (begins[length] as number) + (begins[length - 1] as number);
    const next = begins.slice();
    const listed = new Uint32Array(begins[begins.length - 1] as number);
    const bits = new Int32Array(listed.length);
    for (let word = 0; word < size; word++)
      if (isNumbered[word] === kind) {
        const length = lengths[word] as number;
        const at = next[length] as number;
        listed[at] = word;
        bits[at] = words.bits(word);
        next[length] = at + 1;
      }
    return { words: listed, bits, begins };
  };
  return { plain: sorted(0), numbered: sorted(1), size };
}

function hasDigit(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((units[at] as number) >= 48 && (units[at] as number) < 58) return true;
  return false;
}

interface Guess {
  readonly word: number;
  readonly mistakes: number;
  readonly entries: number;
}

/** Words with the fewest mistakes, the commonest first; `entriesOf` says in how many entries a word is. */
export function nearestWords(
  words: Words,
  known: WordsByLength,
  entriesOf: (word: number) => number,
  typed: string,
  most: number,
): readonly string[] {
  const allowed = mistakesAllowed(typed.length);
  // Another number is no number mistyped.
  if (allowed === 0 || typed.length > LONGEST_TYPED || /^[0-9]+$/.test(typed)) return [];
  const wanted = letterBits(typed);
  const first = typed.charCodeAt(0);
  const found: Guess[] = [];
  const { units, ends } = words.spelled();
  comparing(typed, ({ between }) => {
    const compare = (word: number) => {
      const from = word === 0 ? 0 : (ends[word - 1] as number) + 1;
      const mistakes = between(units, from, ends[word] as number, allowed);
      if (mistakes > allowed) return;
      const entries = entriesOf(word);
      // A wrong first letter is rare.
      if (entries > 0) found.push({ word, mistakes: mistakes + (units[from] === first ? 0 : 0.5), entries });
    };
    const isNumbered = /[0-9]/.test(typed);
    for (const { words: listed, bits, begins } of isNumbered ? [known.plain, known.numbered] : [known.plain]) {
      const [from, to] = [begins[typed.length - allowed] as number, begins[typed.length + allowed + 1] as number];
      const places = likely(bits, from, to, wanted, allowed);
      for (let at = 0; at < places.length; at++) compare(listed[places[at] as number] as number);
    }
    for (let word = known.size, from = (ends[word - 1] ?? -1) + 1; word < words.size(); word++) {
      const to = ends[word] as number;
      if (mayBe(words.bits(word), wanted, allowed) && (isNumbered || !hasDigit(units, from, to))) compare(word);
      from = to + 1;
    }
  });
  found.sort((a, b) => a.mistakes - b.mistakes || b.entries - a.entries || a.word - b.word);
  return found.slice(0, most).map(({ word }) => String.fromCharCode(...words.letters(word)));
}

/** Places whose letters allow it: written down without asking, as that cannot be foreseen. */
function likely(bits: Int32Array, from: number, to: number, wanted: number, allowed: number): Int32Array {
  const places = new Int32Array(to - from + 1);
  let count = 0;
  for (let at = from; at < to; at++) {
    places[count] = at;
    if (mayBe(bits[at] as number, wanted, allowed)) count++;
  }
  return places.subarray(0, count);
}

/** One mistake is allowed, or two. */
const MOST_ALLOWED = mistakesAllowed(LONGEST_TYPED);

/** Whether the letters of a word allow it: each mistake brings one kind of letter at most, and takes one away. */
function mayBe(bits: number, wanted: number, allowed: number): boolean {
  let come = bits & ~wanted;
  let gone = wanted & ~bits;
  come &= come - 1;
  gone &= gone - 1;
  if (allowed === MOST_ALLOWED) {
    come &= come - 1;
    gone &= gone - 1;
  }
  return (come | gone) === 0;
}
