/** Pages of a PDF as small grey pictures, drawn by poppler, and how far two of them are apart. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** Whether poppler's pdftoppm is installed. */
export const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0;

/** Drawn at this many dots per inch, and kept at a fourth: so smoothing of letters, which versions of poppler do differently, is lost. */
const DRAWN = 40;
const REDUCED = 4;

/** Grey levels kept: more would show no more. */
const GREYS = 32;

/** Grey pixels, row by row, from 0 (black) to 255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Pages as pictures at 10 dots per inch: those of some numbers, ascending, else every one. */
export async function pagesOf(pdf: Uint8Array, numbers?: readonly number[]): Promise<readonly Picture[]> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-pages-'));
  try {
    const file = join(folder, 'case.pdf');
    writeFileSync(file, pdf);
    const ranges = numbers?.map(number => ['-f', String(number), '-l', String(number)]) ?? [[]];
    for (const range of ranges)
      execFileSync('pdftoppm', ['-gray', '-r', String(DRAWN), ...range, file, join(folder, 'page')]);
    const names = readdirSync(folder).filter(name => name.endsWith('.pgm'));
    return await Promise.all(names.sort().map(name => reduced(readFileSync(join(folder, name)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each pixel the mean of a square of pixels. A PGM of pdftoppm is three lines of head and a byte a pixel. */
function reduced(pgm: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('not the grey picture that was asked for');
  const [wide, high] = [Number(head[1]), Number(head[2])];
  const from = pgm.subarray(head[0].length);
  const [width, height] = [Math.floor(wide / REDUCED), Math.floor(high / REDUCED)];
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = 0; dy < REDUCED; dy++)
        for (let dx = 0; dx < REDUCED; dx++) sum += from[(y * REDUCED + dy) * wide + x * REDUCED + dx] as number;
      pixels[y * width + x] = Math.round(sum / REDUCED ** 2);
    }
  return { width, height, pixels };
}

/** The pages side by side, as a PNG to be kept and looked at. */
export async function sheetOf(pages: readonly Picture[]): Promise<Uint8Array> {
  const width = Math.max(...pages.map(page => page.width));
  const height = Math.max(...pages.map(page => page.height));
  const sheet = new Uint8Array(width * pages.length * height).fill(255);
  pages.forEach((page, number) => {
    for (let y = 0; y < page.height; y++)
      sheet.set(page.pixels.subarray(y * page.width, (y + 1) * page.width), y * width * pages.length + number * width);
  });
  return sharp(sheet, { raw: { width: width * pages.length, height, channels: 1 } })
    .png({ palette: true, colours: GREYS, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}

/** The pages of a sheet, each so many pixels wide. */
export async function pagesOnSheet(png: Uint8Array, width: number): Promise<readonly Picture[]> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const count = Math.floor(info.width / width);
  return Array.from({ length: count }, (_, number) => {
    const pixels = new Uint8Array(width * info.height);
    for (let y = 0; y < info.height; y++) {
      const start = (y * info.width + number * width) * info.channels;
      for (let x = 0; x < width; x++) pixels[y * width + x] = data[start + x * info.channels] as number;
    }
    return { width, height: info.height, pixels };
  });
}

/** Mean difference of grey over a page, and the greatest one of a square of 8 × 8 pixels (2 cm): both from 0 to 255. */
export interface Distance {
  readonly mean: number;
  readonly worst: number;
}

const SQUARE = 8;

/** How far two pages are apart; infinitely where they are not of one size. */
export function distance(a: Picture, b: Picture): Distance {
  if (a.width !== b.width || a.height !== b.height)
    return { mean: Number.POSITIVE_INFINITY, worst: Number.POSITIVE_INFINITY };
  let total = 0;
  let worst = 0;
  for (let top = 0; top < a.height; top += SQUARE)
    for (let left = 0; left < a.width; left += SQUARE) {
      let sum = 0;
      let count = 0;
      for (let y = top; y < Math.min(top + SQUARE, a.height); y++)
        for (let x = left; x < Math.min(left + SQUARE, a.width); x++) {
          const at = y * a.width + x;
          sum += Math.abs((a.pixels[at] as number) - (b.pixels[at] as number));
          count++;
        }
      total += sum;
      worst = Math.max(worst, sum / count);
    }
  return { mean: total / (a.width * a.height), worst };
}
