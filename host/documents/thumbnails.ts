/** Small pictures for drawings, as data URIs. */
import { pictureOf } from '../../core/timeline/drawing/pictures.ts';
import { imageLibrary } from './image-library.ts';

/** Pixels: a frame of 36 points at 600 dpi. */
const WIDTH = 300;
/** The most kept: each has about 10 kB. */
const MOST = 200;

export type Thumbnails = (
  images: Readonly<Record<string, Uint8Array>>,
  names: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

/** A maker that remembers: an asset's name is the hash of its bytes, so one name is one picture; see {@link pictureOf}. */
export function createThumbnails(): Thumbnails {
  const known = new Map<string, string>();
  return async (images, names) => {
    const made = new Map<string, string>();
    for (const name of names) {
      const { asset, isGrey } = pictureOf(name);
      const bytes = images[asset];
      if (!bytes) continue;
      let address = known.get(name);
      if (address === undefined) {
        const sharp = await imageLibrary();
        const small = await sharp(bytes)
          .resize({ width: WIDTH, height: Math.round(WIDTH * 0.75), fit: 'cover' })
          .flatten({ background: '#ffffff' })
          .grayscale(isGrey)
          .jpeg({ quality: 82 })
          .toBuffer();
        address = `data:image/jpeg;base64,${small.toString('base64')}`;
        if (known.size >= MOST) known.delete(known.keys().next().value as string);
        known.set(name, address);
      }
      made.set(name, address);
    }
    return made;
  };
}
