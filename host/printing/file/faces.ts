/**
 * A face parsed once and shared by all documents, and its embedding in one document. Every embedding starts with the
 * same glyphs in the same order, so a word's glyph numbers are the same in all documents and its string can be kept.
 */

import { PDFDocument } from '../engine/modules.ts';
import type { EmbeddedFont, EmbeddedFontClass, FontSubset, MeasuringFont, ParsedFont } from '../engine/types.ts';
import { glyphString } from '../paragraphs/glyph-strings.ts';
import type { Caches } from './caches.ts';

/** Characters whose glyphs come first in every embedded subset: those of French and English, and of medical prose. */
const seedCharacters = [
  ...codePoints(0x20, 0x7e),
  ...codePoints(0xa1, 0xff),
  ...'ŒœŸ\u00a0\u202f\u2009–—‘’“”…‹›«»•−≤≥≠≈×±→αβγδμ°€†‡₀₁₂₃₄⁴⁵⁶⁷⁸⁹',
];
const seedLigatures = 'ff fi fl ffi ffl fj ft tt';

function codePoints(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
}

/** A face for measuring, shared by all documents of a printer. */
export interface Face extends MeasuringFont {
  readonly file: string;
  readonly parsed: ParsedFont;
  /** How many glyphs have the same number in every document: those below it. */
  readonly seeded: number;
  /** The text as TJ elements valid in every document; null when it needs glyphs beyond the seed. */
  seededString(text: string, features?: readonly string[] | null): string | null;
  /** The face within one document. */
  embedIn(document: unknown, id: string, caches: Caches): EmbeddedFont;
}

/** The face in a document that is never written: pdfkit does not export its class for embedded fonts, but opens one when asked. */
function opened(file: string): EmbeddedFont {
  const probe = new PDFDocument({}, {}, {}, {}, { autoFirstPage: false, font: null });
  return probe.font(file)._font as EmbeddedFont;
}

/**
 * Makes glyphs say how wide they are from the face's table of widths (OpenType, hmtx) alone: fontkit asks for the outline of each as
 * well, for a height that no line needs.
 */
function putWidthsAtHand(font: ParsedFont): void {
  const table = font.directory.tables.hmtx;
  if (!table || font.directory.tables.HVAR) return;
  const { buffer } = font.stream;
  const view = new DataView(buffer.buffer, buffer.byteOffset + table.offset, table.length);
  const last = font.hhea.numberOfMetrics - 1;
  const glyphOf = font._getBaseGlyph.bind(font);
  font._getBaseGlyph = (id, characters) => {
    const glyph = glyphOf(id, characters);
    if (glyph && !Object.hasOwn(glyph, 'advanceWidth'))
      Object.defineProperty(glyph, 'advanceWidth', { value: view.getUint16(4 * Math.min(id, last)) });
    return glyph;
  };
}

/** Parses a face. */
export function openFace(file: string): Face {
  const shared = opened(file);
  const Embedded = shared.constructor as EmbeddedFontClass;
  putWidthsAtHand(shared.font);
  seed(shared);
  const seeded = shared.subset.glyphs.length;
  const strings = new Map<string, string | null>();
  const stringOf = (text: string, features?: readonly string[] | null): string | null => {
    const [glyphs, positions] = shared.encode(text, features);
    if (glyphs.some(glyph => Number.parseInt(glyph, 16) >= seeded)) return null;
    refuseNotdef(glyphs);
    return glyphString(glyphs, positions);
  };

  return {
    file,
    parsed: shared.font,
    seeded,
    ascender: shared.ascender,
    descender: shared.descender,
    lineHeight: size => shared.lineHeight(size),
    widthOfString: (text, size, features) => shared.widthOfString(text, size, features),
    seededString(text, features) {
      if (features) return stringOf(text, features);
      let string = strings.get(text);
      if (string === undefined) {
        string = stringOf(text);
        strings.set(text, string);
      }
      return string;
    },
    embedIn(document, id, caches) {
      const embedded = new Embedded(document, shared.font, id);
      embedded.layoutCache = shared.layoutCache;
      embedded.unicode[0] = [0xfffd];
      seed(embedded);
      keepSubsetBytes(embedded.subset, file, caches);
      return embedded;
    },
  };
}

/** Puts the first glyphs into a subset, without laying them out as text, which would take a first print a while. */
function seed(embedded: EmbeddedFont): void {
  const { font, subset, scale, widths, unicode } = embedded;
  for (const character of seedCharacters) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!font.hasGlyphForCodePoint(codePoint)) continue;
    const glyph = font.glyphForCodePoint(codePoint);
    const id = subset.includeGlyph(glyph.id);
    widths[id] ??= glyph.advanceWidth * scale;
    unicode[id] ??= [codePoint];
  }
  embedded.encode(seedLigatures);
}

/** Glyph 0 prints an empty box. The text is checked beforehand, so one that comes here is a bug of ours. */
export function refuseNotdef(glyphs: readonly string[]): void {
  if (glyphs.includes('0000')) throw new Error('A glyph missing from the face went unnoticed until it was written');
}

/** Cutting a subset out of a font takes longer than setting a page: keep the bytes by the glyphs in it. */
function keepSubsetBytes(subset: FontSubset, file: string, caches: Caches): void {
  const encode = subset.encode.bind(subset);
  subset.encode = () => caches.fontSubsets.getOrMake(`${file} ${subset.glyphs.join()}`, () => Buffer.from(encode()));
}
