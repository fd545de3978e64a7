/** Words as they are searched by: folded letters (core/folding.ts), no markup, words apart. */
import { isPlain, withoutAccents } from '../folding.ts';

/** Scripts that write words without spaces: each letter is a word of its own. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Folded words parted by single spaces or by ASCII punctuation, which the index parts as well. */
export function fold(text: string): string {
  const plain = text.includes('<') ? text.replace(/<\/?[a-z][^>]*>/gi, '') : text;
  if (isPlain(plain)) return plain.toLowerCase();
  // Signs as what they look like, too: ² as 2, µ as u.
  return withoutAccents(plain.toLowerCase().normalize('NFKD'))
    .replaceAll('μ', 'u')
    .replace(UNSPACED, ' $& ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, folded. */
export function foldedWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
