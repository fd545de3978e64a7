/** The words that a mistyped one may have been meant to be. */
import { bitCount, distance, letterBits, lettersOf, mistakesAllowed } from '../../../core/library/near.ts';
import type { Words } from './words.ts';

/** Words longer than that are no one's to mistype (DNA, addresses). */
const LONGEST = 40;

/** The first so many words of a table by how long they are, with the letters that each holds. */
export interface WordsByLength {
  readonly words: Uint32Array;
  /** By place in `words`: see core/library/near.ts. */
  readonly bits: Int32Array;
  /** By length, where in `words` they begin; one more at the end. */
  readonly begins: Uint32Array;
  readonly size: number;
}

export function wordsByLength(words: Words, size: number): WordsByLength {
  const begins = new Uint32Array(LONGEST + 2);
  const lengthOf = (word: number) => Math.min(words.length(word), LONGEST + 1);
  const counts = new Uint32Array(LONGEST + 2);
  for (let word = 0; word < size; word++) counts[lengthOf(word)] = (counts[lengthOf(word)] as number) + 1;
  for (let length = 1; length < begins.length; length++)
    begins[length] = (begins[length - 1] as number) + (counts[length - 1] as number);
  const next = begins.slice();
  const sorted = new Uint32Array(size);
  const bits = new Int32Array(size);
  for (let word = 0; word < size; word++) {
    const length = lengthOf(word);
    const at = next[length] as number;
    sorted[at] = word;
    bits[at] = words.bits(word);
    next[length] = at + 1;
  }
  return { words: sorted, bits, begins, size };
}

interface Guess {
  readonly letters: Uint16Array;
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
  if (allowed === 0 || typed.length > LONGEST) return [];
  const wanted = letterBits(typed);
  const wantedLetters = lettersOf(typed);
  const found: Guess[] = [];
  // Each mistake brings one kind of letter at most, and takes one away.
  const mayBe = (bits: number) => bitCount(bits & ~wanted) <= allowed && bitCount(wanted & ~bits) <= allowed;
  const compare = (word: number) => {
    const letters = words.letters(word);
    const mistakes = distance(wantedLetters, letters, allowed);
    if (mistakes > allowed) return;
    const entries = entriesOf(word);
    // A wrong first letter is rare.
    if (entries > 0) found.push({ letters, mistakes: mistakes + (letters[0] === wantedLetters[0] ? 0 : 0.5), entries });
  };
  const to = known.begins[Math.min(typed.length + allowed, LONGEST) + 1] as number;
  for (let at = known.begins[typed.length - allowed] as number; at < to; at++)
    if (mayBe(known.bits[at] as number)) compare(known.words[at] as number);
  for (let word = known.size; word < words.size(); word++) if (mayBe(words.bits(word))) compare(word);
  found.sort((a, b) => a.mistakes - b.mistakes || b.entries - a.entries);
  return found.slice(0, most).map(({ letters }) => String.fromCharCode(...letters));
}
