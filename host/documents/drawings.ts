/** Our drawings as pixels, for formats that take no vectors. */
import { offerDrawingFonts } from './drawing-fonts.ts';
import { imageLibrary } from './image-library.ts';

/** Dots to an inch at which a drawing's points are told from its pixels. */
const POINTS = 72;

/** Drawings kept: a report has a few, and most stay as they are from one export to the next. */
const MOST = 12;
const known = new Map<string, Promise<Uint8Array>>();

/** A drawing as a PNG, `width` pixels wide, on white. The last ones are remembered. */
export function drawingAsPng(svg: string, width: number): Promise<Uint8Array> {
  const key = `${width} ${svg}`;
  const kept = known.get(key);
  if (kept) return kept;
  const made = draw(svg, width);
  if (known.size >= MOST) known.delete(known.keys().next().value as string);
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

/**
 * A drawing as other programs read it: the name of its face quoted, as CSS asks of a name that has a number for a word, and the
 * spaces between its words kept, which some leave out where the weight of the letters changes.
 */
export function standalone(svg: string): string {
  return svg
    .replace(/font-family="([^"',]*\d[^"',]*)"/g, `font-family="'$1', serif"`)
    .replaceAll('<text ', '<text xml:space="preserve" ');
}

async function draw(drawing: string, width: number): Promise<Uint8Array> {
  offerDrawingFonts();
  const sharp = await imageLibrary();
  const svg = standalone(drawing);
  const { width: natural = width } = await sharp(Buffer.from(svg)).metadata();
  // Drawn at the wanted size from the start, not enlarged afterwards.
  const density = Math.min(Math.max((POINTS * width) / natural, POINTS), 2400);
  return (
    sharp(Buffer.from(svg), { density })
      .resize({ width })
      .flatten({ background: '#ffffff' })
      // A table of colours or harder packing would save some hundred kilobytes and take four times as long.
      .png({ compressionLevel: 6 })
      .toBuffer()
  );
}

/** The same with its resolution said in the file, so that it is placed at its size. */
export async function drawingAtResolution(svg: string, width: number, dpi: number): Promise<Uint8Array> {
  const pixels = await drawingAsPng(svg, width);
  const sharp = await imageLibrary();
  return new Uint8Array(await sharp(pixels).withMetadata({ density: dpi }).png({ compressionLevel: 6 }).toBuffer());
}
