import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makeSafe } from '../../../host/documents/images.ts';

const SECRET = 'Dupont Jean 12-03-1961';
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

const safe = async (bytes: Uint8Array, name: string) => {
  const made = await makeSafe(bytes, name);
  if (!made.ok) throw new Error(made.problem.message.en);
  return made.value;
};

/** Four corners of different colours: red, green, blue, white from the top left to the bottom right. */
const corners = () => {
  const square = (colour: string, left: number, top: number) => ({
    input: { create: { width: 32, height: 24, channels: 3 as const, background: colour } },
    left,
    top,
  });
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#fff' } }).composite([
    square('#f00', 0, 0),
    square('#0f0', 32, 0),
    square('#00f', 0, 24),
  ]);
};

/** The colours of the corners, in the order of reading: r, g, b, w. */
async function cornersOf(bytes: Uint8Array): Promise<string> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const values = [0, 1, 2].map(channel => data[(y * info.width + x) * info.channels + channel] ?? 0);
    return Math.min(...values) > 128 ? 'w' : 'rgb'.charAt(values.indexOf(Math.max(...values)));
  };
  const [right, bottom] = [info.width - 5, info.height - 5];
  return at(4, 4) + at(right, 4) + at(4, bottom) + at(right, bottom);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG with chunks put behind its header. */
const withChunks = (png: Buffer, ...chunks: readonly Buffer[]) =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

describe('nothing but the pixels of an ugly file is kept', () => {
  it('a JPEG with several APP1, an MPF second image, Photoshop data and a tail behind its end', async () => {
    const whole = await corners().jpeg().toBuffer();
    const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\b\0\0\0\0\0\0', 'latin1'), Buffer.from(SECRET)]);
    const xmp = Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SECRET}</x:xmpmeta>`, 'latin1');
    const more = Buffer.from(`http://ns.adobe.com/xmp/extension/\0${SECRET}`, 'latin1');
    const ugly = Buffer.concat([
      whole.subarray(0, 2),
      ...[exif, xmp, more, exif].map(content => segment(0xe1, content)),
      segment(0xe2, Buffer.from(`MPF\0${SECRET}`, 'latin1')),
      segment(0xed, Buffer.from(`Photoshop 3.0\0${SECRET}`, 'latin1')),
      segment(0xfe, Buffer.from(SECRET)),
      whole.subarray(2),
      await sharp({ create: { width: 9, height: 9, channels: 3, background: '#f0f' } })
        .jpeg()
        .toBuffer(),
      Buffer.from(SECRET),
    ]);
    expect(text(ugly).split(SECRET)).toHaveLength(9);
    const { bytes } = await safe(ugly, 'p.jpg');
    expect(text(bytes)).not.toContain('Dupont');
    expect(text(bytes)).not.toMatch(/Exif|xap|MPF|Photoshop/);
    // One image: one beginning and one end.
    expect(text(bytes).split('\xff\xd8\xff')).toHaveLength(2);
    expect(text(bytes).endsWith('\xff\xd9')).toBe(true);
    expect(await cornersOf(bytes)).toBe('rgbw');
  });

  it('a PNG with eXIf, tEXt, zTXt, iTXt, tIME and a private chunk, interlaced and of 16 bits', async () => {
    const png = await corners().toColourspace('rgb16').png({ progressive: true }).toBuffer();
    const packed = deflateSync(SECRET);
    const ugly = withChunks(
      png,
      chunk('eXIf', Buffer.from(`MM\0*\0\0\0\b\0\0\0\0\0\0${SECRET}`, 'latin1')),
      chunk('tEXt', Buffer.from(`Author\0${SECRET}`)),
      chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), packed])),
      chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>${SECRET}</x:xmpmeta>`)),
      chunk('tIME', Buffer.from([7, 233, 3, 12, 9, 30, 0])),
      chunk('prVt', Buffer.from(SECRET)),
    );
    const { bytes, removed } = await safe(ugly, 'p.png');
    expect(text(bytes)).not.toContain('Dupont');
    expect(text(bytes)).not.toContain(packed.toString('latin1'));
    expect(text(bytes)).not.toMatch(/eXIf|tEXt|zTXt|iTXt|tIME|prVt/);
    expect(removed).toEqual(expect.arrayContaining(['xmp', 'comment']));
    expect(await sharp(bytes).metadata()).toMatchObject({ depth: 'uchar', space: 'srgb' });
    expect(await cornersOf(bytes)).toBe('rgbw');
  });
});

describe('what is seen stays what is seen', () => {
  // How a viewer shows corners stored as r g b w (CIPA DC-008, 4.6.4, tag 274).
  it.each([
    [1, 'rgbw'],
    [2, 'grwb'],
    [3, 'wbgr'],
    [4, 'bwrg'],
    [5, 'rbgw'],
    [6, 'brwg'],
    [7, 'wgbr'],
    [8, 'gwrb'],
  ])('orientation %i', async (orientation, seen) => {
    const { bytes } = await safe(await corners().withMetadata({ orientation }).jpeg().toBuffer(), 'p.jpg');
    expect(await cornersOf(bytes)).toBe(seen);
  });

  it('a progressive JPEG of the four printing colours', async () => {
    const { bytes } = await safe(await corners().toColourspace('cmyk').jpeg({ progressive: true }).toBuffer(), 'p.jpg');
    expect(await sharp(bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
    expect(await cornersOf(bytes)).toBe('rgbw');
  });

  it.each([
    ['TIFF', 'image/png', () => corners().tiff().toBuffer()],
    ['WebP', 'image/jpeg', () => corners().webp().toBuffer()],
    ['a JPEG named .png', 'image/jpeg', () => corners().jpeg().toBuffer()],
  ])('%s', async (_, type, make) => {
    const { asset, bytes } = await safe(await make(), 'p.png');
    expect(asset.type).toBe(type);
    expect(await cornersOf(bytes)).toBe('rgbw');
  });
});

describe('what cannot be taken is named, and what to do instead', () => {
  it.each([
    ['HEIC', /HEIC.*iPhone/, () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')],
    ['GIF', /GIF/, () => corners().gif().toBuffer()],
    ['SVG', /SVG/, () => Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="x"/>')],
    ['PDF', /PDF/, () => Buffer.from('%PDF-1.7')],
    ['DICOM', /DICOM.*patient/, () => Buffer.concat([Buffer.alloc(128), Buffer.from('DICM')])],
    ['nothing', /no image/, () => Buffer.alloc(0)],
  ])('%s', async (_, said, make) => {
    const made = await makeSafe(await make(), 'picture.jpg');
    if (made.ok) throw new Error('it was taken');
    expect(made.problem).toMatchObject({ code: 'image.kind', where: 'picture.jpg' });
    expect(made.problem.message.en).toMatch(said);
  });

  it('several pictures in one file', async () => {
    const page = await corners().png().toBuffer();
    const pages = await sharp([page, page], { join: { animated: true } })
      .tiff()
      .toBuffer();
    expect(await makeSafe(pages, 'stack.tif')).toMatchObject({ problem: { code: 'image.several' } });
  });
});
