/** Pasted letters as they are to be kept: without what only sets them on another page, and what no file may hold. */
import { withSigns } from '../../../core/encoding.ts';
import { withoutLigatures } from '../../../core/ligatures.ts';
import { withoutPrivateUse } from './symbols.ts';

/** What no XML file can hold (XML 1.0, production 2): controls, halves of letters, and what is no character. */
const UNWRITABLE = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu;

/** Marks that turn the order of what follows: a number would show other than it is kept and printed. Scripts that run leftwards need none. */
const TURNING = /[\u202a-\u202e]/g;

/**
 * Line ends as `\n`, pages as empty lines, ligatures as letters, an accent in one with its letter; invisible spaces, places to hyphenate
 * and marks that turn the order of letters are gone.
 */
export function cleaned(text: string): string {
  return withoutLigatures(
    // An old program's quotes and dashes are no control characters.
    withSigns(withoutPrivateUse(text).normalize('NFC'))
      .replace(/\r\n?|[\v\u2028]/g, '\n')
      .replace(/[\f\u2029]/g, '\n\n')
      .replace(UNWRITABLE, '')
      .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
      .replace(TURNING, ''),
  );
}

/** The same for a field of one line: what parted lines and columns is a space, and none of it is left at the ends. */
export const cleanedLine = (text: string): string =>
  cleaned(text)
    .replace(/^\s*[\n\t]\s*|\s*[\n\t]\s*$/g, '')
    .replace(/\s*[\n\t]\s*/g, ' ');
