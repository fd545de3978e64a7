/** Figures as a journal wants them encoded: their pixels as they are, at the asked number of dots to an inch, without metadata. */
import { imageLibrary } from './image-library.ts';

export type FigureEncoding = 'tiff' | 'jpeg' | 'png';

const MILLIMETRES = 25.4;

/** Of JPEG, where pixels have to be encoded anew; above it files grow and nothing more is seen. */
const QUALITY = 95;

/** An image in a format, with `dpi` written in it. It keeps its pixels: none are made up, none thrown away. */
export async function encodeFigure(bytes: Uint8Array, format: FigureEncoding, dpi: number): Promise<Uint8Array> {
  if (format === 'jpeg' && bytes[0] === 0xff && bytes[1] === 0xd8) return withJpegDensity(bytes, dpi);
  const sharp = await imageLibrary();
  const image = sharp(bytes).withDensity(dpi);
  switch (format) {
    case 'tiff': {
      const perMillimetre = dpi / MILLIMETRES;
      return image
        .flatten({ background: '#ffffff' })
        .tiff({
          compression: 'lzw',
          predictor: 'horizontal',
          xres: perMillimetre,
          yres: perMillimetre,
          resolutionUnit: 'inch',
        })
        .toBuffer();
    }
    case 'jpeg':
      return image.flatten({ background: '#ffffff' }).jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
    case 'png':
      return image.png({ compressionLevel: 6 }).toBuffer();
  }
}

/** The length of a JFIF header without a thumbnail, its marker included. */
const JFIF = 18;

/** The same JPEG with a density in its JFIF header (ITU-T T.871, 10.1), which is put in where there is none: no pixel is encoded anew. */
function withJpegDensity(bytes: Uint8Array, dpi: number): Uint8Array {
  const isJfif =
    bytes[2] === 0xff && bytes[3] === 0xe0 && Buffer.from(bytes.subarray(6, 11)).toString('latin1') === 'JFIF\0';
  const density = Math.round(dpi);
  // Units are dots to an inch; then the densities across and down.
  const inches = [1, density >> 8, density & 255, density >> 8, density & 255];
  if (isJfif) {
    const copy = Uint8Array.from(bytes);
    copy.set(inches, 13);
    return copy;
  }
  // Marker, length, "JFIF\0", version 1.02, density, no thumbnail.
  const header = [0xff, 0xe0, 0, JFIF - 2, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, ...inches, 0, 0];
  const whole = new Uint8Array(bytes.length + header.length);
  whole.set(bytes.subarray(0, 2));
  whole.set(header, 2);
  whole.set(bytes.subarray(2), 2 + header.length);
  return whole;
}
