import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../../core/report/document.ts';
import type { CaseReport } from '../../../core/report/types.ts';
import { createFileMaker } from '../../../host/export/make-file.ts';
import { assetName, cite, complete, figureBlock, h, house, p, reportOf, row, table } from '../../core/fixtures.ts';
import { pageTexts } from '../printing/sample.ts';

const templatesFolder = fileURLToPath(new URL('../../../templates', import.meta.url));
const make = createFileMaker({ templatesFolder });
let images: Record<string, Uint8Array>;

beforeAll(async () => {
  const jpeg = await sharp({ create: { width: 120, height: 90, channels: 3, background: '#a04020' } })
    .jpeg()
    .toBuffer();
  images = { [assetName('a')]: new Uint8Array(jpeg), [assetName('b')]: new Uint8Array(jpeg) };
});

const asked = (template: string, report: CaseReport = complete) => ({
  format: 'pdf',
  folder: 'report-files',
  report,
  template: house(template),
  images,
  date: Date.UTC(2026, 10, 1),
  creator: 'Casewright',
});

async function printed(template: string, report: CaseReport = complete) {
  const made = await make(asked(template, report));
  if (!made.ok) throw new Error(made.problem.message.en);
  const texts = await pageTexts(made.value.bytes);
  return { ...made.value, texts, text: texts.join(' ').replace(/\s+/g, ' ') };
}

describe('the PDF', () => {
  it('under the French template: Roman numerals, raised numbers, values from the series, pages counted', async () => {
    const { text, pages, texts } = await printed('plain-fr');
    expect(texts).toHaveLength(pages ?? 0);
    for (const expected of [
      'II. Observation',
      'La CRP était de 60 mg/L puis < 5 mg/L',
      'Tableau 1. Évolution biologique.',
      'Figure 2. CRP et calcémie.',
      'Correspondance : Claire Exemple',
      'Références',
      `2 / ${pages}`,
    ])
      expect(text).toContain(expected);
    expect(texts[0]).not.toContain('Résumé');
  });
  it('letters that its typeface lacks are named, with the references they stand in', async () => {
    const [first, ...others] = complete.references;
    if (!first) throw new Error('no reference');
    const item = { ...first.item, title: '钙化防御 in dialysis' };
    const report: CaseReport = { ...complete, language: 'en', references: [{ ...first, item }, ...others] };
    const inList = await make(asked('plain-en', report));
    expect(!inList.ok && inList.problem.message.en).toContain('no form for 钙 (U+9499), 化');
    expect(!inList.ok && inList.problem.hint?.en).toMatch(/in the references: \d+\. Write them in Latin letters/);
    const inText = await make(asked('plain-en', { ...complete, front: { ...complete.front, runningTitle: '透析' } }));
    expect(!inText.ok && inText.problem.hint?.en).toContain('Find');
  });
  it('under the English template: the same text, numbers in brackets', async () => {
    const { text } = await printed('plain-en', { ...complete, language: 'en' });
    expect(text).toContain('rare [1–3]. Elle');
    expect(text).toContain('[1–3,5]');
    expect(text).toContain('Figure 1A');
  });
  it('under the author–date template: names and years, and a list by name', async () => {
    const { text } = await printed('author-date', { ...complete, language: 'en' });
    expect(text).toContain('(Bernard and Martin 2007)');
    expect(text).toContain('2.1. À l’admission');
    expect(text.indexOf('Alvarez AM, Martin JP (2018)')).toBeGreaterThan(text.indexOf('References'));
  });
  it('of an equal report is the same, byte for byte', async () => {
    const [one, other] = [await printed('plain-fr'), await printed('plain-fr')];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
  it('of an empty report is made too', async () => {
    expect((await printed('plain-fr', reportOf('fr', {}))).pages).toBe(1);
  });
  it('leaves out an image whose bytes are missing, and keeps the figure and its caption', async () => {
    const { text } = await printed('plain-fr', { ...complete, assets: [] });
    expect(text).toContain('Figure 1. Évolution des plaques');
  });
});

it('a character that the typeface has not is named, not replaced in silence', async () => {
  const report = reportOf('fr', { introduction: [p('Un mot 漢')] });
  const made = await make({
    report,
    template: house('plain-fr'),
    format: 'pdf',
    folder: 'f',
    images: {},
    date: 0,
    creator: 'Casewright',
  });
  expect(made.ok ? null : made.problem.message.fr).toContain('漢 (U+6F22)');
});

describe('a heading is never the last line of a page', () => {
  const figure = {
    id: 'f',
    columns: 1,
    alt: 'x',
    credit: '',
    panels: [{ id: 'x', asset: assetName('a'), label: '', alt: '' }],
  };
  const followers: readonly (readonly [string, string, Block])[] = [
    ['a paragraph', 'Suivant', p('Suivant')],
    [
      'a list',
      'Suivant',
      { type: 'list', ordered: true, children: [{ type: 'list-item', children: [p('Suivant') as never] }] },
    ],
    ['a figure', 'Figure', figureBlock('f', 'Suivant')],
    ['a table', 'Tableau', table('t', 'Suivant', 1, row('a', 'b'), row('1', '2'))],
  ];
  const pageOf = (texts: readonly string[], text: string) => texts.findIndex(page => page.includes(text));

  it.each(followers)('before %s', async (_, first, block) => {
    for (let filler = 20; filler < 40; filler++) {
      const lines = Array.from({ length: filler }, (_line, index) => p(`Ligne ${index}`));
      const report = reportOf(
        'fr',
        { observation: [...lines, h(1, 'Titre'), block] },
        { figures: [figure], assets: complete.assets },
      );
      const { texts } = await printed('author-date', report);
      expect([filler, pageOf(texts, 'Titre')]).toEqual([filler, pageOf(texts, first)]);
    }
  });
  it('before the references', async () => {
    for (let filler = 20; filler < 40; filler++) {
      const lines = Array.from({ length: filler }, (_line, index) => p(`Ligne ${index}`));
      const report = reportOf(
        'fr',
        { observation: [...lines, p(cite('c', 'r1'))] },
        { references: complete.references },
      );
      const { texts } = await printed('plain-en', report);
      expect([filler, pageOf(texts, 'Références')]).toEqual([filler, pageOf(texts, 'Alvarez')]);
    }
  });
});
