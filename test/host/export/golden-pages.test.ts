/**
 * How printed pages look: some forms and templates of every example, drawn by poppler, beside the sheets of pages that were accepted.
 * Words and structure of all of them are held elsewhere, and three pages under every template (golden.test.ts); this sees what those do
 * not: places, pictures, rules, sizes. `npm run accept` draws the sheets anew, and they are looked at before they are committed.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFileMaker } from '../../../host/export/make-file.ts';
import { EXAMPLES, example } from '../../core/export/manuscripts.ts';
import { farFromAccepted, TOLERATED } from './accepted-pages.ts';
import { distance, hasPoppler, type Picture, pagesOf, pagesOnSheet, sheetOf } from './page-pictures.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const make = createFileMaker({ templatesFolder: join(root, 'templates') });

/** Forms under templates; absent is the example's own. */
const PRINTED: readonly { readonly form: string; readonly template?: string }[] = [
  { form: 'article' },
  { form: 'columns' },
  { form: 'manuscript', template: 'bmj-case-reports' },
];

async function printed(name: string, form: string, template?: string): Promise<Uint8Array> {
  const { report, template: own, images } = example(name, template);
  const file = await make({
    format: 'pdf',
    options: { form },
    report,
    template: own,
    images,
    date: 0,
    creator: 'Casewright',
    folder: 'files',
  });
  if (!file.ok) throw new Error(file.problem.message.en);
  return file.value.bytes;
}

const cases = EXAMPLES.flatMap(name => PRINTED.map(printing => ({ name, ...printing })));

describe.skipIf(!hasPoppler)('pages drawn by pdftoppm (skipped where poppler is not installed)', () => {
  it.each(cases)('$name as $form looks as it was accepted', async ({ name, form, template }) => {
    const pages = await pagesOf(await printed(name, form, template));
    expect(await farFromAccepted(`${name}.${form}`, pages)).toEqual([]);
  });
});

describe.skipIf(!hasPoppler)('the eye of this test (skipped where poppler is not installed)', () => {
  let pages: readonly Picture[];
  beforeAll(async () => {
    pages = await pagesOf(await printed('calciphylaxis', 'article'));
  });

  it('sees a page whose lines all stand a line lower, and one without its picture', () => {
    const page = pages.at(3) as Picture;
    const lower = new Uint8Array(page.pixels.length).fill(255);
    lower.set(page.pixels.subarray(0, page.pixels.length - 2 * page.width), 2 * page.width);
    expect(distance(page, { ...page, pixels: lower }).worst).toBeGreaterThan(TOLERATED.worst);
    const blank = { ...page, pixels: new Uint8Array(page.pixels.length).fill(255) };
    expect(distance(page, blank).mean).toBeGreaterThan(TOLERATED.mean);
  });

  it('does not see what is lost by keeping a sheet', async () => {
    const again = await pagesOnSheet(await sheetOf(pages), (pages[0] as Picture).width);
    for (const [index, page] of pages.entries()) {
      const { mean, worst } = distance(page, again[index] as Picture);
      expect(mean).toBeLessThan(TOLERATED.mean / 2);
      expect(worst).toBeLessThan(TOLERATED.worst / 2);
    }
  });
});
