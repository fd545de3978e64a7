/** Pasted letters as they are to be kept: without what only sets them on another page, and what no file may hold. */
import { withSigns } from '../../../core/encoding.ts';
import { withoutLigatures } from '../../../core/ligatures.ts';
import { withoutPrivateUse } from './symbols.ts';

/** What no XML file can hold (XML 1.0, production 2): controls, halves of letters, and what is no character. */
const UNWRITABLE = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu;

/** Line ends as `\n`, pages as empty lines, ligatures as letters, an accent in one with its letter; invisible spaces and places to hyphenate are gone. */
export function cleaned(text: string): string {
  return withoutLigatures(
    // An old program's quotes and dashes are no control characters.
    withSigns(withoutPrivateUse(text).normalize('NFC'))
      .replace(/\r\n?|[\v\u2028]/g, '\n')
      .replace(/[\f\u2029]/g, '\n\n')
      .replace(UNWRITABLE, '')
      .replace(/[\u200b\u2060\ufeff\u00ad]/g, ''),
  );
}
