import sharp from 'sharp';
import { expect, it } from 'vitest';
import { pictureName } from '../../../core/timeline/drawing/pictures.ts';
import { createThumbnails } from '../../../host/documents/thumbnails.ts';

it('a picture that a drawing in grey asks for has no colour, the same picture in colour keeps it', async () => {
  const red = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c02020' } })
    .png()
    .toBuffer();
  const names = [false, true].map(isGrey => pictureName({ asset: 'red.png', isGrey }));
  const made = await createThumbnails()({ 'red.png': red }, names);
  const pixels = await Promise.all(
    names.map(async name => {
      const bytes = Buffer.from((made.get(name) ?? '').replace(/^[^,]*,/, ''), 'base64');
      const { data, info } = await sharp(bytes).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
      return [data[0] ?? 0, data[info.channels > 1 ? 1 : 0] ?? 0];
    }),
  );
  const spread = pixels.map(([first = 0, second = 0]) => Math.abs(first - second));
  expect(spread[0]).toBeGreaterThan(100);
  expect(spread[1]).toBeLessThan(3);
});
