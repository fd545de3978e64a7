/** Pasted letters as they are to be kept: without what only sets them on another page, and what no file may hold. */
import { withoutPrivateUse } from './symbols.ts';

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** What no XML file can hold (XML 1.0, production 2): controls, halves of letters, and what is no character. */
const UNWRITABLE = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu;

/** What Windows-1252 has from 0x80 on (WHATWG Encoding, index windows-1252). */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Line ends as `\n`, pages as empty lines, ligatures as letters, an accent in one with its letter; invisible spaces and places to hyphenate are gone. */
export function cleaned(text: string): string {
  return (
    withoutPrivateUse(text)
      .normalize('NFC')
      // No control characters: an old program's quotes and dashes, taken for Latin-1.
      .replace(/[\u0080-\u009f]/g, letter => WINDOWS[letter.charCodeAt(0) - 0x80] as string)
      .replace(/\r\n?|[\v\u2028]/g, '\n')
      .replace(/[\f\u2029]/g, '\n\n')
      .replace(UNWRITABLE, '')
      .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
      .replace(/[ﬀ-ﬆ]/g, ligature => LIGATURES[ligature] as string)
  );
}
