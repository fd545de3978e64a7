/**
 * Queries that a library asks itself before somebody types: what a search goes through is read by then, and compiled, which it is only
 * once it ran again and again. Until then it takes several times as long.
 */
import type { LibraryQuery } from '../../../core/library/types.ts';

/** Letters after which a word is looked at as it is typed. */
const LETTERS = [1, 2, 3, 4, 5, 7, Number.POSITIVE_INFINITY];
/** Earlier than anything that is listed. */
const ANY_YEAR = 1;

/** Words typed letter by letter, one and two and three, also mistyped, with and without filters; `tag` is one that there is. */
export function trialQueries(words: readonly string[], tag: string): readonly LibraryQuery[] {
  const queries: LibraryQuery[] = [];
  for (const [at, word] of words.entries()) {
    const other = words[(at + 1) % words.length] as string;
    const typed = LETTERS.map(letters => word.slice(0, letters));
    queries.push(
      ...typed.map(text => ({ text })),
      ...typed.map(text => ({ text: `${other.slice(0, 2)} ${text}` })),
      { text: mistyped(word) },
      { text: `${mistyped(word)} ${other}` },
      { text: `${word.slice(0, 1)} ${other.slice(0, 1)} ${word.slice(0, 2)}` },
      { text: word.slice(0, 2), from: ANY_YEAR },
      { text: word.slice(0, 3), tags: [tag], from: ANY_YEAR },
      { text: word.slice(0, 2), starred: true },
      { text: word.slice(0, 2), collection: '' },
      { text: word.slice(0, 1), sort: 'year' },
    );
  }
  return queries;
}

/** Two letters the other way round. */
const mistyped = (word: string): string => `${word.slice(0, 2)}${word.charAt(3)}${word.charAt(2)}${word.slice(4)}`;
