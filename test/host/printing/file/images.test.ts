import sharp from 'sharp';
import { expect, test } from 'vitest';
import { withoutJpegMetadata } from '../../../../host/printing/file/jpeg.ts';
import { createPrinter, UnreadableImageError } from '../../../../host/printing/index.ts';
import { isDict, nameOf, PdfFile } from '../pdf-objects.ts';
import { definition, jpeg, transparentPng } from '../sample.ts';

const printer = createPrinter();

const withImage = (bytes: Uint8Array) =>
  definition([{ image: 'figure', alt: 'Figure', width: 100 }], { images: { figure: bytes } });

function imagesOf(pdf: Uint8Array) {
  return new PdfFile(pdf).values.filter(isDict).filter(value => nameOf(value.Subtype) === 'Image');
}

test('a JPEG is embedded as it is, but for what its camera wrote about it', async () => {
  const photo = await jpeg();
  expect(Buffer.from(photo).includes('Nom du patient')).toBe(true);
  const pdf = Buffer.from(await printer.print(withImage(photo)));
  expect(pdf.includes('Nom du patient')).toBe(false);
  expect(imagesOf(pdf).map(image => nameOf(image.Filter))).toEqual(['DCTDecode']);
});

test('the picture of a JPEG without metadata is the same, pixel for pixel', async () => {
  const photo = Buffer.from(await jpeg());
  const before = await sharp(photo).raw().toBuffer();
  const after = await sharp(withoutJpegMetadata(photo)).raw().toBuffer();
  expect(after.equals(before)).toBe(true);
});

test('a photograph taken sideways is turned as its Exif says, although the Exif is gone', async () => {
  const background = '#204060';
  const sideways = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { pages } = await import('../../../../host/printing/printer.ts').then(({ createTypesetter }) =>
    createTypesetter().layOut(withImage(new Uint8Array(sideways))),
  );
  const [image] = pages[0]!.items.flatMap(({ type, item }) => (type === 'image' ? [item] : []));
  expect([image?._width, image?._height]).toEqual([100, 150]);
});

test('a PNG with transparency keeps it, and is the same from the cache', async () => {
  const bytes = await transparentPng();
  const first = await printer.print(withImage(bytes));
  expect(imagesOf(first).filter(image => image.SMask !== undefined)).toHaveLength(1);
  expect(Buffer.from(await printer.print(withImage(bytes))).equals(Buffer.from(first))).toBe(true);
});

test.each([
  [
    'interlaced',
    async () =>
      sharp(await transparentPng())
        .png({ progressive: true })
        .toBuffer(),
  ],
  [
    'with a palette',
    async () =>
      sharp(await transparentPng())
        .png({ palette: true })
        .toBuffer(),
  ],
  [
    'in greys',
    async () =>
      sharp(await jpeg())
        .greyscale()
        .png()
        .toBuffer(),
  ],
])('a PNG %s is embedded', async (_, make) => {
  const pdf = await printer.print(withImage(new Uint8Array(await make())));
  expect(imagesOf(pdf).length).toBeGreaterThan(0);
});

test('images are known by their content, not their name', async () => {
  const asJpeg = await printer.print(withImage(await jpeg()));
  const asPng = await printer.print(withImage(await transparentPng()));
  expect(imagesOf(asJpeg).map(image => nameOf(image.Filter))).toEqual(['DCTDecode']);
  expect(imagesOf(asPng).every(image => nameOf(image.Filter) === 'FlateDecode')).toBe(true);
});

test.each([
  ['text', async () => Buffer.from('no image at all')],
  ['nothing', async () => Buffer.alloc(0)],
  ['a JPEG cut short', async () => Buffer.from((await jpeg()).subarray(0, 30))],
  ['a PNG cut short', async () => Buffer.from((await transparentPng()).subarray(0, 60))],
  ['a PNG whose pixels are damaged', async () => damagedPng()],
])('%s is refused by name, and the process lives on', async (_, make) => {
  const error = await printer.print(withImage(new Uint8Array(await make()))).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadableImageError);
  expect((error as UnreadableImageError).image).toBe('figure');
  await expect(printer.print(withImage(await jpeg()))).resolves.toBeInstanceOf(Uint8Array);
});

/** A PNG with a valid frame around deflated data that is not deflated data. */
async function damagedPng(): Promise<Buffer> {
  const png = Buffer.from(await transparentPng());
  const data = png.indexOf('IDAT') + 4;
  png.fill(0xff, data, data + 20);
  return png;
}
