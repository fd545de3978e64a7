/**
 * JPEG and PNG as objects of a PDF, made once for their content and written again from the cache. A PNG with
 * transparency has to be inflated, split and deflated again, which takes pdfkit most of a second for a large one.
 */
import { inflateSync } from 'node:zlib';
import { PDFDocument } from '../engine/modules.ts';
import type { Dictionary, EmbeddedImage, PngImage, Reference } from '../engine/types.ts';
import { type Caches, contentHash } from './caches.ts';
import { withoutJpegMetadata } from './jpeg.ts';

/** An image's objects, the image itself first, with references among them still to be numbered. */
export interface FinishedImage {
  readonly width: number;
  readonly height: number;
  /** Exif orientation, 1 to 8; pdfkit turns the image by it. */
  readonly orientation: number;
  readonly objects: readonly RecordedObject[];
}

interface RecordedObject {
  readonly data: Dictionary;
  readonly bytes: Buffer | undefined;
}

/** An image of the document is no JPEG or PNG that can be read. */
export class UnreadableImageError extends Error {
  override readonly name = 'UnreadableImageError';
  /** As the definition names it. */
  readonly image: string;

  constructor(image: string, options?: ErrorOptions) {
    super('An image is neither a readable JPEG nor a readable PNG', options);
    this.image = image;
  }
}

/**
 * The images of a definition, made ready to be embedded.
 *
 * @throws UnreadableImageError
 */
export async function finishImages(
  images: Readonly<Record<string, Uint8Array>>,
  caches: Caches,
): Promise<ReadonlyMap<string, FinishedImage>> {
  const finished = new Map<string, FinishedImage>();
  for (const [name, bytes] of Object.entries(images)) {
    const key = contentHash(bytes);
    finished.set(name, caches.images.get(key) ?? caches.images.set(key, await finishImage(name, bytes)));
  }
  return finished;
}

async function finishImage(name: string, bytes: Uint8Array): Promise<FinishedImage> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let image: EmbeddedImage;
  try {
    image = new PDFDocument({}, {}, {}, {}, { autoFirstPage: false, font: null }).openImage(buffer);
    // pdfkit inflates later and elsewhere, where an error could only end the process: find it here.
    if ('imgData' in image) inflateSync((image as PngImage).imgData);
  } catch (error) {
    throw new UnreadableImageError(name, { cause: error });
  }
  const { width, height, orientation = 1 } = image;
  return { width, height, orientation, objects: await recordObjects(image) };
}

/** Lets pdfkit embed the image into a stand-in for a document, which notes the objects it makes. */
function recordObjects(image: EmbeddedImage): Promise<readonly RecordedObject[]> {
  return new Promise(resolve => {
    const objects: { readonly data: Dictionary; bytes: Buffer | undefined }[] = [];
    image.embed({
      compress: true,
      ref(data: Dictionary = {}) {
        const recorded = {
          data,
          bytes: undefined as Buffer | undefined,
          end(chunk?: Uint8Array) {
            recorded.bytes = chunk && Buffer.from(chunk);
            // The image is the first object to be made and the last to be ended.
            if (objects[0] === recorded) resolve(objects.map(withoutMetadata));
          },
        };
        objects.push(recorded);
        return recorded;
      },
    });
  });
}

function withoutMetadata(object: RecordedObject): RecordedObject {
  const isJpeg = object.data.Filter === 'DCTDecode' && object.bytes !== undefined;
  return isJpeg ? { ...object, bytes: withoutJpegMetadata(object.bytes as Buffer) } : object;
}

/** Writes a finished image's objects into a document. */
export function embedFinishedImage(
  finished: FinishedImage,
  label: string,
  ref: (data: Dictionary) => Reference,
): EmbeddedImage {
  const references = new Map<unknown, Reference>(finished.objects.map(object => [object, ref({})]));
  // Entries point at the recording's objects, or hold arrays that do.
  const renumbered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renumbered);
    return references.get(value) ?? value;
  };
  for (const object of finished.objects) {
    const reference = references.get(object);
    if (!reference) continue;
    for (const [key, value] of Object.entries(object.data)) reference.data[key] = renumbered(value);
    if (object.data.Filter !== undefined) reference.compress = false;
    reference.end(object.bytes);
  }
  const { width, height, orientation } = finished;
  return { width, height, orientation, label, obj: references.get(finished.objects[0]) ?? null, embed() {} };
}
