/** The words of a library, in memory: what a beginning may become, and what a mistyped word may have been. */
import { bitCount, distance, letterBits, mistakesAllowed } from '../../core/library/near.ts';
import type { Database } from './database.ts';

export interface Expanded {
  readonly words: readonly string[];
  /** Whether these are all there are. */
  readonly all: boolean;
}

export interface Vocabulary {
  /**
   * The commonest words that begin so, the word itself always among them where it is one: at most `most`, and no more than
   * have `enough` entries between them.
   */
  expand(beginning: string, most: number, enough: number): Expanded;
  /** Words of fewest mistakes, the commonest first. */
  nearest(word: string, most: number): readonly string[];
  /** Takes words in that were written since. */
  add(words: Iterable<string>): void;
}

/** Words longer than that are no one's to type (DNA, addresses): found when whole, not guessed. */
const LONGEST = 40;

/** Reads the words of the index: about 0.4 s for 100,000 references with abstracts. */
export function readVocabulary(database: Database): Vocabulary {
  database.exec("create virtual table if not exists temp.vocabulary using fts5vocab(main, 'words', 'row')");
  // One long value: a row each would cost more than the reading.
  const listed =
    database.value<string | null>("select group_concat(term || ' ' || doc, char(10)) from temp.vocabulary") ?? '';
  const words: string[] = [];
  const counts: number[] = [];
  for (const line of listed === '' ? [] : listed.split('\n')) {
    const space = line.indexOf(' ');
    words.push(line.slice(0, space));
    counts.push(Number(line.slice(space + 1)));
  }
  return vocabularyOf(words, counts);
}

/** A vocabulary of words in byte order, each with the number of entries that hold it. */
export function vocabularyOf(words: readonly string[], counts: readonly number[]): Vocabulary {
  // SQLite orders by bytes, JavaScript by UTF-16: apart from rare signs they agree, and sorting what is sorted is cheap.
  const order = words.map((_, index) => index).sort((a, b) => compare(words[a] as string, words[b] as string));
  const terms = order.map(index => words[index] as string);
  const docs = Float64Array.from(order, index => counts[index] ?? 0);
  const bits = Int32Array.from(terms, letterBits);
  const fresh = new Set<string>();

  function start(beginning: string): number {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(terms[middle] as string, beginning) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    expand(beginning, most, enough) {
      const found: number[] = [];
      for (let index = start(beginning); index < terms.length && terms[index]?.startsWith(beginning); index++)
        found.push(index);
      const isWord = found[0] !== undefined && terms[found[0]] === beginning;
      const count = found.length;
      found.sort((a, b) => (docs[b] as number) - (docs[a] as number));
      let held = 0;
      const few = found.findIndex(index => {
        held += docs[index] as number;
        return held >= enough;
      });
      found.length = Math.min(count, most, few < 0 ? count : few + 1);
      const words = found.map(index => terms[index] as string);
      if (isWord && !words.includes(beginning)) words.push(beginning);
      for (const word of fresh) if (word.startsWith(beginning) && !words.includes(word)) words.push(word);
      return { words, all: found.length === count };
    },
    nearest(word, most) {
      const allowed = mistakesAllowed(word.length);
      if (allowed === 0) return [];
      const wanted = letterBits(word);
      const found: { readonly term: string; readonly mistakes: number; readonly docs: number }[] = [];
      const look = (term: string, its: number, count: number) => {
        if (Math.abs(term.length - word.length) > allowed || term.length > LONGEST) return;
        // Each mistake changes two kinds of letters at most.
        if (bitCount(its ^ wanted) > 2 * allowed) return;
        const mistakes = distance(word, term, allowed);
        // A wrong first letter is rare.
        if (mistakes <= allowed)
          found.push({ term, mistakes: mistakes + (term[0] === word[0] ? 0 : 0.5), docs: count });
      };
      for (let index = 0; index < terms.length; index++)
        look(terms[index] as string, bits[index] as number, docs[index] as number);
      for (const term of fresh) look(term, letterBits(term), 1);
      found.sort((a, b) => a.mistakes - b.mistakes || b.docs - a.docs);
      return found.slice(0, most).map(({ term }) => term);
    },
    add(more) {
      for (const word of more) if (terms[start(word)] !== word) fresh.add(word);
    },
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
