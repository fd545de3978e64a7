/** What an image file is by its first bytes, whatever its name says, and what to do with one that is not taken. */
import type { Words } from '../../core/outcome.ts';

/** Kinds that are taken. TIFF and WebP are kept as JPEG or PNG: they are what microscopes and the web give, and no journal's PDF holds them. */
export type ImageKind = 'jpeg' | 'png' | 'tiff' | 'webp';

/** A kind that is known and not taken: what it is, and how to get an image that is. */
export interface OtherKind {
  readonly is: Words;
  readonly advice: Words;
}

const SAVE_AS = {
  en: 'Save it as PNG or JPEG and add it again.',
  fr: 'Enregistrez-la en PNG ou en JPEG, puis ajoutez-la de nouveau.',
};

const OTHERS = {
  heic: {
    is: { en: 'a HEIC photograph, as iPhones take them', fr: 'une photographie HEIC, comme en prennent les iPhone' },
    advice: {
      en: 'Open it on the telephone or the computer and save it as JPEG. To take JPEG from the start: Settings ▸ Camera ▸ Formats ▸ Most Compatible.',
      fr: 'Ouvrez-la sur le téléphone ou l’ordinateur et enregistrez-la en JPEG. Pour photographier d’emblée en JPEG\u00a0: Réglages ▸ Appareil photo ▸ Formats ▸ Le plus compatible.',
    },
  },
  gif: { is: { en: 'a GIF image', fr: 'une image GIF' }, advice: SAVE_AS },
  svg: {
    is: { en: 'an SVG drawing', fr: 'un dessin SVG' },
    advice: {
      en: 'Save it as PNG, 2,000 pixels wide or more, and add that.',
      fr: 'Enregistrez-le en PNG, large de 2\u202f000 pixels au moins, puis ajoutez celui-ci.',
    },
  },
  bmp: { is: { en: 'a BMP image', fr: 'une image BMP' }, advice: SAVE_AS },
  pdf: {
    is: { en: 'a PDF document', fr: 'un document PDF' },
    advice: {
      en: 'Save the page that is wanted as PNG or JPEG and add that.',
      fr: 'Enregistrez la page voulue en PNG ou en JPEG, puis ajoutez celle-ci.',
    },
  },
  dicom: {
    is: { en: 'a DICOM file, which names its patient', fr: 'un fichier DICOM, qui nomme son patient' },
    advice: {
      en: 'Export the image from the viewer as PNG or JPEG, without the patient’s name on it, and add that.',
      fr: 'Exportez l’image depuis la visionneuse en PNG ou en JPEG, sans le nom du patient, puis ajoutez celle-ci.',
    },
  },
} as const satisfies Readonly<Record<string, OtherKind>>;

/** Brands of ISO base media files that hold HEVC or AV1 pictures (ISO/IEC 23008-12, AVIF 1.1). */
const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'];

const letters = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** The kind of an image that is taken, what another file is where that is known, else null. */
export function kindOf(bytes: Uint8Array): ImageKind | OtherKind | null {
  const head = letters(bytes, 0, 12);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  if (head.slice(4, 8) === 'ftyp' && HEIF_BRANDS.includes(head.slice(8))) return OTHERS.heic;
  if (/^GIF8[79]a/.test(head)) return OTHERS.gif;
  if (head.startsWith('%PDF')) return OTHERS.pdf;
  if (letters(bytes, 128, 132) === 'DICM') return OTHERS.dicom;
  if (head.startsWith('BM') && bytes.length > 26) return OTHERS.bmp;
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(readable(bytes)))
    return OTHERS.svg;
  return null;
}

/** The beginning of a text, its byte order mark left out. */
function readable(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 2000))
    .toString('utf8')
    .replace(/^\ufeff/, '');
}
