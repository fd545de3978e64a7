import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeSafe } from '../../../host/documents/images.ts';

const plain = sharp({ create: { width: 60, height: 30, channels: 3, background: '#a04040' } });

/** A photograph as a telephone makes it: where, when, with what, on its side, and a remark. */
const photograph = () =>
  plain
    .clone()
    .withExif({
      IFD0: { Make: 'Camera', Artist: 'Dr Dupont', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 21/1 0/1' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Dupont"/></rdf:RDF></x:xmpmeta>',
    )
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();

const safe = async (bytes: Uint8Array, name: string) => {
  const made = await makeSafe(bytes, name);
  if (!made.ok) throw new Error(made.problem.message.en);
  return made.value;
};
const refused = async (bytes: Uint8Array, name: string) => {
  const made = await makeSafe(bytes, name);
  if (made.ok) throw new Error('it was taken');
  return made.problem;
};

describe('what is taken out', () => {
  it('place, names, times and profile are gone from the bytes, and each is named', async () => {
    const source = await photograph();
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
    for (const trace of ['Exif', 'Dupont', 'adobe', 'ICC_PROFILE']) expect(text(source)).toContain(trace);
    const { bytes, removed } = await safe(source, 'p.jpg');
    for (const trace of ['Exif', 'Dupont', 'adobe', 'ICC_PROFILE', 'GPS', 'Camera'])
      expect(text(bytes)).not.toContain(trace);
    expect(removed).toEqual(expect.arrayContaining(['exif', 'gps', 'xmp', 'profile']));
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif');
  });

  it('an image on its side is stood up', async () => {
    const onItsSide = await plain.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { asset } = await safe(onItsSide, 'p.jpg');
    expect([asset.width, asset.height]).toEqual([30, 60]);
  });

  it('a drawing stays PNG, without its remarks', async () => {
    const source = await plain
      .clone()
      .withExif({ IFD0: { Artist: 'Dupont' } })
      .png()
      .toBuffer();
    const { asset, bytes } = await safe(source, 'd.png');
    expect(asset.type).toBe('image/png');
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Dupont');
  });

  it('nothing was there, nothing is claimed', async () => {
    expect((await safe(await plain.clone().png().toBuffer(), 'x.png')).removed).toEqual([]);
  });

  it('the same image has the same name', async () => {
    const source = await photograph();
    expect((await safe(source, 'a.jpg')).asset.name).toBe((await safe(source, 'b.jpg')).asset.name);
  });
});

describe('what is refused, with the file’s name', () => {
  it('a text that calls itself an image', async () => {
    expect(await refused(Buffer.from('hello'), 'fake.png')).toMatchObject({ code: 'image.kind', where: 'fake.png' });
  });

  it('an image that is damaged', async () => {
    const source = await plain.clone().png().toBuffer();
    expect(await refused(source.subarray(0, 60), 'cut.png')).toMatchObject({ code: 'image.damaged', where: 'cut.png' });
  });

  it('a file of 300 MB, before it is decoded', async () => {
    const huge = new Uint8Array(300 * 2 ** 20);
    huge.set([0xff, 0xd8, 0xff]);
    const problem = await refused(huge, 'huge.jpg');
    expect(problem).toMatchObject({ code: 'image.too-large', where: 'huge.jpg' });
    expect(problem.message.en).toContain('300 MB');
  });

  it('an image of too many pixels, however few its bytes', async () => {
    const wide = await sharp({ create: { width: 16000, height: 8000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(wide.length).toBeLessThan(2 ** 20);
    expect(await refused(wide, 'wide.png')).toMatchObject({ code: 'image.too-large' });
  });
});
