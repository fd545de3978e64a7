import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeFigure } from '../../../host/documents/figures.ts';

const picture = sharp({
  create: { width: 40, height: 30, channels: 3, noise: { type: 'gaussian', mean: 120, sigma: 40 }, background: '#000' },
});
const jpeg = await picture.clone().jpeg().toBuffer();

describe('a figure for a journal', () => {
  it.each(['tiff', 'jpeg', 'png'] as const)('as %s keeps its pixels and says how many go to an inch', async format => {
    const made = await sharp(await encodeFigure(jpeg, format, 350)).metadata();
    expect([made.format, made.width, made.height, made.density]).toEqual([format, 40, 30, 350]);
  });
  it('that is a JPEG stays the JPEG it was: only its header says another density, and nothing else is added', async () => {
    const once = Buffer.from(await encodeFigure(jpeg, 'jpeg', 300));
    expect(once.subarray(20).equals(jpeg.subarray(2))).toBe(true);
    expect(once.includes('Exif')).toBe(false);
    const twice = Buffer.from(await encodeFigure(once, 'jpeg', 600));
    expect(twice.length).toBe(once.length);
    expect((await sharp(twice).metadata()).density).toBe(600);
  });
  it('without a background gets a white one where the format has no transparency', async () => {
    const clear = await sharp({ create: { width: 4, height: 4, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const { data } = await sharp(await encodeFigure(clear, 'tiff', 300))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });
});
