/** Images made safe to publish: read by what they are, re-encoded without anything but their pixels. */
import { createHash } from 'node:crypto';
import type { Metadata } from 'sharp';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import type { Asset } from '../../core/report/types.ts';
import { imageLibrary } from './image-library.ts';

/** What was found in an image and taken out. */
export type Removed = 'exif' | 'gps' | 'xmp' | 'iptc' | 'thumbnail' | 'comment' | 'profile';

export interface SafeImage {
  readonly asset: Asset;
  readonly bytes: Uint8Array;
  readonly removed: readonly Removed[];
}

/** Bytes of a file that is read at all. */
const LARGEST_FILE = 100 * 2 ** 20;
/** Pixels that are decoded at all: a 100-megapixel camera's and a bit. */
const MOST_PIXELS = 120_000_000;
/** The longer side kept: 7 inches at 600 dpi, the most a journal prints. */
const LONGEST_SIDE = 4200;
/** A PNG larger than this is a photograph that a JPEG holds better. */
const PHOTOGRAPH = 1.5 * 2 ** 20;

function kindOf(bytes: Uint8Array): 'jpeg' | 'png' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte)) return 'png';
  return null;
}

const UNCHANGED = {
  en: 'Your report is unchanged.',
  fr: 'Votre document est inchangé.',
};

function refused(code: string, name: string, en: string, fr: string, advice: { en: string; fr: string }) {
  return failed(
    problem(code, { en, fr }, { en: `${UNCHANGED.en} ${advice.en}`, fr: `${UNCHANGED.fr} ${advice.fr}` }, name),
  );
}

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

/** Names of the metadata in the file; what cannot be parsed is removed all the same. */
async function metadataIn(bytes: Uint8Array, metadata: Metadata): Promise<readonly Removed[]> {
  const found = new Set<Removed>();
  if (metadata.exif) found.add('exif');
  if (metadata.xmp) found.add('xmp');
  if (metadata.iptc) found.add('iptc');
  if (metadata.icc) found.add('profile');
  if (metadata.comments && metadata.comments.length > 0) found.add('comment');
  const { default: exifr } = await import('exifr');
  const parsed = await exifr.parse(bytes, { gps: true, ifd1: true, mergeOutput: false }).catch(() => undefined);
  if (parsed?.gps) found.add('gps');
  if (parsed?.ifd1 || parsed?.thumbnail) found.add('thumbnail');
  return [...found];
}

/**
 * An image as the report keeps it: turned upright, in sRGB, at most 4,200 pixels long, without EXIF, GPS, XMP, IPTC, comments,
 * colour profile and embedded thumbnail. Photographs become JPEG (quality 90); drawings stay PNG. The name is for messages only.
 */
export async function makeSafe(bytes: Uint8Array, name: string): Promise<Outcome<SafeImage>> {
  const kind = kindOf(bytes);
  if (!kind) {
    return refused(
      'image.kind',
      name,
      `“${name}” is neither a PNG nor a JPEG image.`,
      `« ${name} » n’est ni une image PNG ni une image JPEG.`,
      {
        en: 'Save it as PNG or JPEG and add it again.',
        fr: 'Enregistrez-la en PNG ou en JPEG, puis ajoutez-la de nouveau.',
      },
    );
  }
  if (bytes.length > LARGEST_FILE)
    return tooLarge(name, `${megabytes(bytes.length)} MB`, `${megabytes(bytes.length)} Mo`);
  try {
    const sharp = await imageLibrary();
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const metadata = await source.metadata();
    if ((metadata.width ?? 0) * (metadata.height ?? 0) > MOST_PIXELS) {
      const size = `${metadata.width} × ${metadata.height} pixels`;
      return tooLarge(name, size, size);
    }
    const removed = await metadataIn(bytes, metadata);
    // rotate() with no angle turns the pixels as EXIF says; output carries no metadata unless asked to.
    const upright = source
      .rotate()
      .toColourspace('srgb')
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
    const photograph = kind === 'jpeg' || (bytes.length > PHOTOGRAPH && !metadata.hasAlpha);
    const { data, info } = photograph
      ? await upright
          .flatten({ background: '#ffffff' })
          .jpeg({ quality: 90, chromaSubsampling: '4:4:4', mozjpeg: true })
          .toBuffer({ resolveWithObject: true })
      : await upright.png({ compressionLevel: 9, palette: false }).toBuffer({ resolveWithObject: true });
    const hash = createHash('sha256').update(data).digest('hex');
    const asset: Asset = {
      name: `${hash}.${photograph ? 'jpg' : 'png'}`,
      type: photograph ? 'image/jpeg' : 'image/png',
      width: info.width,
      height: info.height,
      size: data.length,
    };
    return done({ asset, bytes: new Uint8Array(data), removed });
  } catch (error) {
    if (/pixel limit/i.test(String(error))) return tooLarge(name, '> 120 megapixels', '> 120 mégapixels');
    return refused(
      'image.damaged',
      name,
      `“${name}” is damaged and cannot be read.`,
      `« ${name} » est endommagée et ne peut pas être lue.`,
      {
        en: 'Take it again from where it came from (camera, PACS).',
        fr: 'Reprenez-la à sa source (appareil photo, PACS).',
      },
    );
  }
}

function tooLarge(name: string, en: string, fr: string) {
  return refused(
    'image.too-large',
    name,
    `“${name}” is too large (${en}).`,
    `« ${name} » est trop volumineuse (${fr}).`,
    {
      en: 'Save a smaller copy (at most 100 MB and 120 megapixels) and add that.',
      fr: 'Enregistrez-en une copie réduite (100 Mo et 120 mégapixels au plus) et ajoutez-la.',
    },
  );
}
