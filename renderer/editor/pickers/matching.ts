/** Searching as one types: accents and case folded, every word of the query somewhere. */
import { foldAlong, foldLetters } from '../../../core/folding.ts';

const wordsOf = (query: string) =>
  foldLetters(query)
    .split(/\s+/)
    .filter(word => word !== '');

/** How well a text answers a query: null where a word is missing, else lower for better. */
export function rank(text: string, query: string): number | null {
  const words = wordsOf(query);
  const letters = foldLetters(text);
  let sum = 0;
  for (const word of words) {
    const at = letters.indexOf(word);
    if (at < 0) return null;
    const begins = at === 0 || /[^\p{L}\p{N}]/u.test(letters[at - 1] as string);
    sum += (begins ? 0 : 100) + Math.min(at, 99);
  }
  return sum;
}

/** The pieces of a text, those that a query found marked. */
export function hits(text: string, query: string): readonly { readonly text: string; readonly hit: boolean }[] {
  const words = wordsOf(query);
  if (words.length === 0) return [{ text, hit: false }];
  const { letters, starts } = foldAlong(text);
  const marked = new Set<number>();
  for (const word of words)
    for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + 1))
      for (let letter = at; letter < at + word.length; letter++) marked.add(starts[letter] as number);
  const pieces: { text: string; hit: boolean }[] = [];
  // What one letter is folded to is marked with it: "co" marks cœ.
  const begins = [...new Set([0, ...starts])];
  for (const [index, begin] of begins.slice(0, -1).entries()) {
    const last = pieces.at(-1);
    const letter = text.slice(begin, begins[index + 1]);
    const hit = marked.has(begin);
    if (last && last.hit === hit) last.text += letter;
    else pieces.push({ text: letter, hit });
  }
  return pieces;
}

/** The best of a list for a query, best first; all in their order where nothing is asked. */
export function best<T>(items: readonly T[], query: string, textOf: (item: T) => string, most: number): readonly T[] {
  if (query.trim() === '') return items.slice(0, most);
  return items
    .flatMap((item, index) => {
      const score = rank(textOf(item), query);
      return score === null ? [] : [{ item, score, index }];
    })
    .sort((a, b) => a.score - b.score || a.index - b.index)
    .slice(0, most)
    .map(({ item }) => item);
}
