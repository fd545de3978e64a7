import type { GlyphPosition } from '../engine/types.ts';
import { rounded } from '../file/numbers.ts';

/** Kerning below this many thousandths of an em is not worth its bytes. */
const leastKerning = 0.05;

/**
 * Glyphs and their kerning as elements of a TJ array (ISO 32000-1, 9.4.3): `<00410042> 20 <0043>`.
 *
 * @param glyphs hexadecimal glyph numbers of the embedded subset
 */
export function glyphString(glyphs: readonly string[], positions: readonly GlyphPosition[]): string {
  const parts: string[] = [];
  let segment = '';
  glyphs.forEach((glyph, index) => {
    segment += glyph;
    const position = positions[index];
    const kerning = position ? position.xAdvance - position.advanceWidth : 0;
    if (Math.abs(kerning) > leastKerning) {
      parts.push(`<${segment}>`, String(rounded(-kerning)));
      segment = '';
    }
  });
  if (segment) parts.push(`<${segment}>`);
  return parts.join(' ');
}
