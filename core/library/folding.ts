/** Letters as they are searched by: no accents, no case, no markup, words apart. */

/** Letters that decompose into nothing, or into more than one. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  µ: 'u',
  μ: 'u',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Plain ASCII needs no folding beyond its case. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const PLAIN = /^[\x00-\x7f]*$/;

/** Scripts that write words without spaces: each letter is a word of its own. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Folded words parted by single spaces or by ASCII punctuation, which the index parts as well. */
export function fold(text: string): string {
  const plain = text.includes('<') ? text.replace(/<\/?[a-z][^>]*>/gi, '') : text;
  if (PLAIN.test(plain)) return plain.toLowerCase();
  return plain
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(UNDECOMPOSED, letter => LETTERS[letter] ?? letter)
    .replace(UNSPACED, ' $& ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, folded. */
export function foldedWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
