/** Our drawings as pixels, for formats that take no vectors. */
import sharp from 'sharp';

/** Dots to an inch at which a drawing's points are told from its pixels. */
const POINTS = 72;

/** A drawing as a PNG, `width` pixels wide, on white. */
export async function drawingAsPng(svg: string, width: number): Promise<Uint8Array> {
  const { width: natural = width } = await sharp(Buffer.from(svg)).metadata();
  // Drawn at the wanted size from the start, not enlarged afterwards.
  const density = Math.min(Math.max((POINTS * width) / natural, POINTS), 2400);
  return sharp(Buffer.from(svg), { density })
    .resize({ width })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
