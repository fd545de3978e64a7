/** What page and clipboard did to a printed reference, undone: ligatures, spaces, dashes, words and addresses broken at the end of a line. */
import { withoutLigatures } from '../../ligatures.ts';

/** Signs that are not seen: soft hyphens, spaces without width, marks of direction. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Letters as they were meant; spaces of every kind as one. Line ends and dashes stay. */
export function plainLetters(printed: string): string {
  return withoutLigatures(printed)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(UNSEEN, '')
    .replace(/[^\S\n\t]/g, ' ')
    .replace(/[‐‑]/g, '-');
}

/** Dashes of every length as hyphens. */
export const plainDashes = (text: string): string => text.replace(/[‐‑‒–—―−]/g, '-');

/** Lines as one: a word parted by a hyphen is whole again, and so is an address or DOI that goes on in the next line. */
export function oneLine(lines: readonly string[]): string {
  return lines
    .map(line => line.trim())
    .reduce((whole, line) => {
      if (/(?:https?:\/\/|doi\.org\/|\b10\.\d{4,9}\/)\S*[/_=-]$/i.test(whole)) return whole + line;
      if (/\p{L}-$/u.test(whole) && /^\p{Ll}/u.test(line)) return whole.slice(0, -1) + line;
      return `${whole} ${line}`;
    }, '')
    .replace(/\s+/g, ' ')
    .trim();
}
