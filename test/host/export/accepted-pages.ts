/** Pages beside the sheet that was accepted of them; `npm run accept` draws the sheets anew. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { distance, type Picture, pagesOnSheet, sheetOf } from './page-pictures.ts';

const folder = join(import.meta.dirname, '..', '..', 'golden', 'pages');

/** What other versions of poppler and other rounding may change; a line of text that moved changes a square by more than thirty. */
export const TOLERATED = { mean: 1.5, worst: 16 };

const accepts = process.env.CASEWRIGHT_ACCEPT === '1';

/** Pages that are too far from those of the sheet, in words. */
export async function farFromAccepted(sheet: string, pages: readonly Picture[]): Promise<readonly string[]> {
  const path = join(folder, `${sheet}.png`);
  if (accepts) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await sheetOf(pages));
  }
  expect(existsSync(path), `${path} is there`).toBe(true);
  const accepted = await pagesOnSheet(readFileSync(path), (pages[0] as Picture).width);
  expect(pages.length, `pages of ${sheet}`).toBe(accepted.length);
  return pages.flatMap((page, index) => {
    const { mean, worst } = distance(page, accepted[index] as Picture);
    return mean > TOLERATED.mean || worst > TOLERATED.worst
      ? [`${sheet}, page ${index + 1}: ${mean.toFixed(1)} on the whole, ${worst.toFixed(1)} at the worst place`]
      : [];
  });
}
