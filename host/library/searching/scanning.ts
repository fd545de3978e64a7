/** Parting texts into folded words without making a string of each: what costs most when a large library is taken in. */
import { fold } from '../../../core/library/folding.ts';
import { HASH_BEGIN, hashed } from './words.ts';

/** Called with each word: its folded code units are the first `length` ones of `units`. */
export type TakeWord = (units: Uint16Array, length: number, hash: number) => void;

/** ASCII letters and digits as they are searched by; 0 parts words. */
const LOWER = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /[a-z0-9]/i.test(letter) ? letter.toLowerCase().charCodeAt(0) : 0;
});
const MARKUP = '<'.charCodeAt(0);

let units = new Uint16Array(1 << 10);

/** Gives the words of a text, the same as `foldedWords` does; some of one with accents are given twice. */
export function scan(text: string, take: TakeWord): void {
  if (!scanLetters(text, take, true)) scanLetters(fold(text), take, false);
}

/** Whether it came to the end: a text that is to be folded first is left at the first letter that says so. */
function scanLetters(text: string, take: TakeWord, isPlain: boolean): boolean {
  if (text.length > units.length) units = new Uint16Array(2 * text.length);
  const into = units;
  let hash = HASH_BEGIN;
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isPlain && (code >= 128 || code === MARKUP)) return false;
    // What is no ASCII is a letter once it was folded.
    const letter = code < 128 ? (LOWER[code] as number) : code;
    if (letter !== 0) {
      hash = hashed(hash, letter);
      into[length++] = letter;
    } else if (length > 0) {
      take(into, length, hash);
      hash = HASH_BEGIN;
      length = 0;
    }
  }
  if (length > 0) take(into, length, hash);
  return true;
}
