/**
 * Letters as they are looked for: no accents, no case, one letter that stands for two as these two (œ as oe). The library's words
 * (core/library/folding.ts), finding in a text and choosing from a list go by it alike.
 */

/** Letters that decompose into nothing, or stand for others. */
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
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Plain ASCII needs no folding beyond its case. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const PLAIN = /^[\x00-\x7f]*$/;
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** What is lower case and decomposed (NFD or NFKD) without its accents. */
export function withoutAccents(decomposed: string): string {
  return decomposed.replace(/\p{M}+/gu, '').replace(UNDECOMPOSED, letter => LETTERS[letter] ?? letter);
}

/** A text folded. Signs stay what they are: ² is no 2. */
export function foldLetters(text: string): string {
  return isPlain(text) ? text.toLowerCase() : withoutAccents(text.toLowerCase().normalize('NFD'));
}

/** A folded text that knows where each of its letters comes from. */
export interface FoldedAlong {
  readonly letters: string;
  /**
   * By folded letter, where that which it stands for begins in the text, and at the end the length of the text. Letters that one
   * letter was folded to begin at the same place; accents written apart belong to the letter before them.
   */
  readonly starts: readonly number[];
}

/** Folds a text letter by letter; where case is kept, a large letter that stands for two is as large as its neighbour says. */
export function foldAlong(text: string, keepsCase = false): FoldedAlong {
  let letters = '';
  const starts: number[] = [];
  let at = 0;
  for (const letter of text) {
    const folded = keepsCase ? foldInCase(letter, text, at) : foldLetters(letter);
    for (let index = 0; index < folded.length; index++) starts.push(at);
    letters += folded;
    at += letter.length;
  }
  starts.push(at);
  return { letters, starts };
}

function foldInCase(letter: string, text: string, at: number): string {
  if (letter < '\x80') return letter;
  const base = foldLetters(letter);
  if (letter.toLowerCase() === letter || base === '') return base;
  const isAmongLarge = /\p{Lu}/u.test(text[at + letter.length] ?? text[at - 1] ?? '');
  return isAmongLarge ? base.toUpperCase() : base.charAt(0).toUpperCase() + base.slice(1);
}

/** A stretch of folded letters in the text, `from` up to `to`. */
export interface Stretch {
  /** Of the folded letters. */
  readonly at: number;
  readonly end: number;
  /** Of the text. */
  readonly from: number;
  readonly to: number;
}

/** Every place where folded letters stand, in order, none within another; half a letter is no place. */
export function* stretchesOf(sought: string, { letters, starts }: FoldedAlong): Generator<Stretch> {
  const isWithin = (at: number) => at > 0 && at < letters.length && starts[at] === starts[at - 1];
  for (let at = letters.indexOf(sought); sought !== '' && at >= 0; ) {
    const end = at + sought.length;
    const isWhole = !isWithin(at) && !isWithin(end);
    if (isWhole) yield { at, end, from: starts[at] as number, to: starts[end] as number };
    at = letters.indexOf(sought, isWhole ? end : at + 1);
  }
}
