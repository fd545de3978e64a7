import sharp from 'sharp';
import { expect, it } from 'vitest';
import { drawingAsPng, standalone } from '../../../host/documents/drawings.ts';

const words = (family: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="30" viewBox="0 0 200 30"><text x="4" y="20" font-family="${family}" font-size="14">Rituximab<tspan font-weight="600"> (mg)</tspan></text></svg>`;

/** Columns from the first to the last that has ink. */
async function inkWidth(svg: string): Promise<number> {
  const { info } = await sharp(await drawingAsPng(svg, 800))
    .trim({ threshold: 40 })
    .toBuffer({ resolveWithObject: true });
  return info.width;
}

it('a face whose name has a number is named as CSS asks, and spaces before a change of weight are kept', () => {
  expect(standalone(words('Source Serif 4'))).toContain(`font-family="'Source Serif 4', serif"`);
  expect(standalone(words('Source Serif 4'))).toContain('<text xml:space="preserve" x=');
});

it('pixels are drawn in the document’s own face, not in the system’s', async () => {
  const [own, other] = [await inkWidth(words('Source Serif 4')), await inkWidth(words('serif'))];
  expect(Math.abs(own - other)).toBeGreaterThan(10);
});
