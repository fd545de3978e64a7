/** Figures as a journal wants them encoded: their pixels as they are, at the asked number of dots to an inch, without metadata. */
import sharp from 'sharp';

export type FigureEncoding = 'tiff' | 'jpeg' | 'png';

const MILLIMETRES = 25.4;

/** Of JPEG, where pixels have to be encoded anew; above it files grow and nothing more is seen. */
const QUALITY = 95;

/** An image in a format, with `dpi` written in it. It keeps its pixels: none are made up, none thrown away. */
export async function encodeFigure(bytes: Uint8Array, format: FigureEncoding, dpi: number): Promise<Uint8Array> {
  if (format === 'jpeg') {
    const patched = withJpegDensity(bytes, dpi);
    if (patched) return patched;
  }
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

/** The same JPEG with another density in its JFIF header (ITU-T T.871, 10.1), so that no pixel is encoded anew; null without one. */
function withJpegDensity(bytes: Uint8Array, dpi: number): Uint8Array | null {
  const header = [0xff, 0xd8, 0xff, 0xe0];
  const isJfif =
    header.every((byte, at) => bytes[at] === byte) &&
    Buffer.from(bytes.subarray(6, 11)).toString('latin1') === 'JFIF\0';
  if (!isJfif) return null;
  const copy = Uint8Array.from(bytes);
  const density = Math.round(dpi);
  // Units: dots to an inch; then the densities across and down.
  copy[13] = 1;
  for (const at of [14, 16]) {
    copy[at] = density >> 8;
    copy[at + 1] = density & 255;
  }
  return copy;
}
