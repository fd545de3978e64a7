import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../core/report/types.ts';
import { createPreviewImages, smallerSize } from '../../../host/documents/preview-images.ts';

async function photograph(width: number, height: number): Promise<{ asset: Asset; bytes: Uint8Array }> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
  return { asset: { name: `${width}.jpg`, type: 'image/jpeg', width, height, size: bytes.length }, bytes };
}

describe('images of the page beside the text', () => {
  it('a photograph of a camera is made small once, its proportions kept', async () => {
    const { asset, bytes } = await photograph(2401, 1999);
    let reads = 0;
    const imagesOf = createPreviewImages();
    const read = async () => {
      reads++;
      return bytes;
    };
    // Sheet and page ask for it at once as a report is opened.
    const [first, beside] = (await Promise.all([imagesOf([asset], read), imagesOf([asset], read)])).map(
      images => images[asset.name],
    ) as [Uint8Array, Uint8Array];
    expect(beside).toBe(first);
    const second = (await imagesOf([asset], read))[asset.name] as Uint8Array;
    expect(reads).toBe(1);
    expect(second).toBe(first);
    expect(first.length).toBeLessThan(bytes.length / 2);
    const { width = 0, height = 0 } = await sharp(first).metadata();
    expect(width).toBeLessThan(1800);
    expect(height / width).toBeCloseTo(1999 / 2401, 4);
  });

  it('those of the page that is shown are all kept, however many; others make way', async () => {
    const { asset, bytes } = await photograph(2401, 1999);
    const named = (name: string): Asset => ({ ...asset, name });
    const reads: string[] = [];
    const read = async (name: string) => {
      reads.push(name);
      return bytes;
    };
    const imagesOf = createPreviewImages(1);
    await imagesOf([named('a'), named('b')], read);
    await imagesOf([named('a'), named('b')], read);
    expect(reads).toEqual(['a', 'b']);
    await imagesOf([named('c'), named('d')], read);
    await imagesOf([named('a')], read);
    expect(reads).toEqual(['a', 'b', 'c', 'd', 'a']);
  });

  it('a small one goes as it is, one that is gone is left out', async () => {
    const { asset, bytes } = await photograph(300, 200);
    expect(await createPreviewImages()([asset], async () => bytes)).toEqual({ [asset.name]: bytes });
    expect(await createPreviewImages()([asset], async () => null)).toEqual({});
  });

  it.each([
    [4032, 3024],
    [4000, 3000],
    [3999, 2999],
    [4200, 2363],
    [2801, 4199],
  ])('of %i × %i no line of a page moves by a tenth of a point', (width, height) => {
    const smaller = smallerSize({ width, height });
    // Of a picture as tall as a page, in points.
    expect(Math.abs((smaller.height / smaller.width) * (width / height) - 1) * 842).toBeLessThan(0.1);
  });
});
