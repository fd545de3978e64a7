/** Images made safe to publish: read by what they are, re-encoded without anything but their pixels. */
import { createHash } from 'node:crypto';
import type { Metadata } from 'sharp';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import type { Asset } from '../../core/report/types.ts';
import { kindOf, type OtherKind } from './image-kinds.ts';
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
 * colour profile and embedded thumbnail. Photographs become JPEG (quality 90); drawings stay PNG. A file is what its bytes say,
 * whatever its name. The name is for messages only.
 */
export async function makeSafe(bytes: Uint8Array, name: string): Promise<Outcome<SafeImage>> {
  const kind = kindOf(bytes);
  if (kind === null) return ofOtherKind(name, IMAGES);
  if (typeof kind === 'object') return ofOtherKind(name, kind);
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
    if ((metadata.pages ?? 1) > 1 || (metadata.subifds ?? 0) > 0) return severalPictures(name);
    const removed = await metadataIn(bytes, metadata);
    // rotate() with no angle turns the pixels as EXIF says; output carries no metadata unless asked to.
    const upright = source
      .rotate()
      .toColourspace('srgb')
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
    const photograph = kind === 'jpeg' || ((kind === 'webp' || bytes.length > PHOTOGRAPH) && !metadata.hasAlpha);
    const { data, info } = photograph
      ? await upright
          .flatten({ background: '#ffffff' })
          // Trellis quantisation would take eight times as long (4 s of 12 megapixels) for a file smaller by 8 %.
          .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
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

const IMAGES: OtherKind = {
  is: { en: 'no image that Casewright knows', fr: 'pas une image que Casewright connaisse' },
  advice: {
    en: 'PNG, JPEG, TIFF and WebP are taken: save it as one of these and add it again.',
    fr: 'Les formats PNG, JPEG, TIFF et WebP sont acceptés\u00a0: enregistrez-la ainsi, puis ajoutez-la de nouveau.',
  },
};

function ofOtherKind(name: string, { is, advice }: OtherKind) {
  const french = is.fr.startsWith('pas ') ? `n’est ${is.fr}` : `est ${is.fr}`;
  return refused('image.kind', name, `“${name}” is ${is.en}.`, `«\u00a0${name}\u00a0» ${french}.`, advice);
}

/** Stacks of slices, scans of several pages, and raw files of cameras, whose first picture is a stamp. */
function severalPictures(name: string) {
  return refused(
    'image.several',
    name,
    `“${name}” holds several pictures.`,
    `«\u00a0${name}\u00a0» contient plusieurs images.`,
    {
      en: 'Save the one that is wanted as PNG or JPEG and add that.',
      fr: 'Enregistrez celle qui est voulue en PNG ou en JPEG, puis ajoutez-la.',
    },
  );
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
