/** The words that a mistyped one may have been meant to be. */
import { bitCount, comparing, LONGEST_TYPED, letterBits, mistakesAllowed } from '../../../core/library/near.ts';
import type { Words } from './words.ts';

/** Words longer than that are no one's to mistype (DNA, addresses). */
const LONGEST = LONGEST_TYPED + mistakesAllowed(LONGEST_TYPED);

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
  if (allowed === 0 || typed.length > LONGEST_TYPED) return [];
  const wanted = letterBits(typed);
  const first = typed.charCodeAt(0);
  const found: Guess[] = [];
  const { units, ends } = words.spelled();
  comparing(typed, ({ between }) => {
    const compare = (word: number, bits: number) => {
      // Each mistake brings one kind of letter at most, and takes one away.
      if (bitCount(bits & ~wanted) > allowed || bitCount(wanted & ~bits) > allowed) return;
      const from = word === 0 ? 0 : (ends[word - 1] as number) + 1;
      const mistakes = between(units, from, ends[word] as number, allowed);
      if (mistakes > allowed) return;
      const entries = entriesOf(word);
      // A wrong first letter is rare.
      if (entries > 0) found.push({ word, mistakes: mistakes + (units[from] === first ? 0 : 0.5), entries });
    };
    const to = known.begins[typed.length + allowed + 1] as number;
    for (let at = known.begins[typed.length - allowed] as number; at < to; at++)
      compare(known.words[at] as number, known.bits[at] as number);
    for (let word = known.size; word < words.size(); word++) compare(word, words.bits(word));
  });
  found.sort((a, b) => a.mistakes - b.mistakes || b.entries - a.entries || a.word - b.word);
  return found.slice(0, most).map(({ word }) => String.fromCharCode(...words.letters(word)));
}
