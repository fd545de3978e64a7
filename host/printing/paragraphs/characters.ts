/**
 * From characters as written to characters our faces hold. Source Serif 4 lacks a few that medical prose uses and that
 * have an exact substitute; what has none is reported, never dropped.
 */
import { legible } from '../../../core/export/markup.ts';
import type { ParsedFont } from '../engine/types.ts';

/** Replaced by one character (or none) after lines are broken, since they look like it but break differently. */
const substitutes: Readonly<Record<string, string>> = {
  '\u2011': '-', // non-breaking hyphen; citeproc's French page ranges use it
  '\u2000': '\u2002', // en quad: en space
  '\u2001': '\u2003', // em quad: em space
  '\u2008': '\u2009', // punctuation space: thin space
  '\u205f': '\u2009', // medium mathematical space: thin space
  '\u2103': '°C',
  '\u2109': '°F',
  '\u00ad': '', // soft hyphen: hyphenation is ours
  '\u2060': '', // word joiner: has done its work
  '\u200b': '', // zero-width space: likewise
  '\ufeff': '',
  '\u200c': '',
  '\u200d': '',
  '\u200e': '', // direction marks
  '\u200f': '',
  '\u061c': '',
  '\u202a': '', // what begins and ends a direction: comes with text copied from other programs, and nobody sees it
  '\u202b': '',
  '\u202c': '',
  '\u202d': '',
  '\u202e': '',
  '\u2066': '',
  '\u2067': '',
  '\u2068': '',
  '\u2069': '',
  '\ufe0e': '', // "as text": how we print anyway
  '\ufe0f': '', // "as emoji": the character before it says whether we can
  '\u2028': '', // line and paragraph separators have broken the line
  '\u2029': '',
};

/** What has a substitute, and control characters but tab and line ends. */
const substitutable = new RegExp(`[${Object.keys(substitutes).join('')}\\0-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\x9f]`, 'gu');

/** The text as it is given to the face. */
export function printable(text: string): string {
  return text.replace(substitutable, character => substitutes[character] ?? legible(character));
}

/** Composed letters, so that é is one glyph also when written as e and an accent. */
export function composed(text: string): string {
  // Normalising is cheap but not free: ASCII and Latin-1 are composed already.
  return /[\u0300-\u036f]/.test(text) ? text.normalize('NFC') : text;
}

/**
 * Raised and lowered signs, and the digits that stand with them (10⁻⁹, Na⁺, Ca²⁺, HCO₃⁻): the face holds the digits but
 * not the signs, so a stretch with a sign in it is set whole as smaller shifted text, all of one size.
 */
const bases: Readonly<Record<string, string>> = {
  ...shiftedCharacters('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼'),
  ...shiftedCharacters('₀₁₂₃₄₅₆₇₈₉₊₋₌'),
};

function shiftedCharacters(characters: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...characters].map((character, index) => [character, '0123456789+−='[index] ?? '']));
}

const lackingSigns = '⁺⁻⁼₊₋₌';
const shiftedStretch = /([⁰¹²³⁴-⁹]*[⁺⁻⁼][⁰¹²³⁴-⁹⁺⁻⁼]*|[₀-₉]*[₊₋₌][₀-₉₊₋₌]*)/u;

/** A piece of text, or one to be set smaller, above or below the line, that stands for the characters `actual`. */
export type Piece =
  | { readonly text: string }
  | { readonly text: string; readonly shift: 'sup' | 'sub'; readonly actual: string };

/** Cuts a text at the stretches that must be set as smaller shifted text; null when there are none. */
export function piecesAtShiftedSigns(text: string): readonly Piece[] | null {
  if (!shiftedStretch.test(text)) return null;
  return text
    .split(shiftedStretch)
    .filter(piece => piece !== '')
    .map(piece => {
      if (!shiftedStretch.test(piece)) return { text: piece };
      const base = [...piece].map(character => bases[character] ?? character).join('');
      return { text: base, shift: /[⁺⁻⁼]/u.test(piece) ? 'sup' : 'sub', actual: piece };
    });
}

/** A character no face holds. */
export interface MissingCharacter {
  readonly character: string;
  /** `U+1F600` */
  readonly codePoint: string;
}

/** The text holds characters that would print as nothing. Stops the printing: a report must not lose a character. */
export class MissingGlyphsError extends Error {
  override readonly name = 'MissingGlyphsError';
  readonly characters: readonly MissingCharacter[];

  constructor(characters: readonly string[]) {
    const named = characters.map(character => ({ character, codePoint: codePointName(character) }));
    super(`No glyph for ${named.map(each => each.codePoint).join(', ')}`);
    this.characters = named;
  }
}

/** `U+2265` for ≥. */
export function codePointName(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Says which characters of a text a font cannot print, each once, in order; built once for a font. */
export function missingGlyphsIn(font: ParsedFont): (text: string) => readonly string[] {
  const held = new Set(font.characterSet);
  for (const character of lackingSigns) held.add(character.codePointAt(0) ?? 0);
  // Line ends and tabs are layout, not glyphs.
  for (const control of [0x09, 0x0a, 0x0d]) held.add(control);
  const outside = new RegExp(`[^${characterRanges([...held])}]`, 'gu');
  return text => [...new Set(printable(composed(text)).match(outside) ?? [])];
}

/** A regular expression's character class body. */
function characterRanges(codePoints: readonly number[]): string {
  const sorted = [...codePoints].sort((a, b) => a - b);
  const escaped = (code: number): string => `\\u{${code.toString(16)}}`;
  let ranges = '';
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++;
    ranges += `${escaped(sorted[start] ?? 0)}-${escaped(sorted[end] ?? 0)}`;
    start = end + 1;
  }
  return ranges;
}
