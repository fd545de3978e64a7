import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import type { Glyph } from '../../../../host/printing/engine/types.ts';
import { openFace } from '../../../../host/printing/file/faces.ts';
import { fontFiles } from '../../../../host/printing/file/fonts.ts';

interface Font {
  readonly numGlyphs: number;
  getGlyph(id: number): Glyph;
}
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): Font };

test('every glyph of every face is as wide as fontkit reckons it', () => {
  for (const file of Object.values(fontFiles())) {
    const ours = openFace(file).parsed as unknown as Font;
    const theirs = fontkit.create(readFileSync(file));
    const widths = (font: Font) => Array.from({ length: theirs.numGlyphs }, (_, id) => font.getGlyph(id).advanceWidth);
    expect(theirs.numGlyphs).toBeGreaterThan(1000);
    expect(widths(ours)).toEqual(widths(theirs));
  }
});
