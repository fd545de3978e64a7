import { describe, expect, it } from 'vitest';
import type { Definition, Paragraph, Stack } from '../../../../core/export/pdf/definition.ts';
import { pdfDefinition } from '../../../../core/export/pdf/index.ts';
import { resolve } from '../../../../core/manuscript/resolve.ts';
import type { CaseReport } from '../../../../core/report/types.ts';
import type { Template } from '../../../../core/template/types.ts';
import { complete, house, plainCitations, reportOf, row, table } from '../../fixtures.ts';

const date = new Date(Date.UTC(2026, 10, 1));
const made = (template: Template = house('plain-fr'), report: CaseReport = complete): Definition =>
  pdfDefinition({
    manuscript: resolve(report, template, plainCitations(report)),
    template,
    images: {},
    date,
    creator: 'Casewright',
  });

interface Node {
  readonly [name: string]: unknown;
}

/** Every object of a definition's content. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
}

const all = nodesIn(made().content);
const byId = (id: string) => all.find(node => node.id === id);

it('equal reports give equal definitions, whose only date is the one given', () => {
  expect(made()).toEqual(made());
  expect(made().info.creationDate).toBe(date);
});

it('the file says who wrote it, what about and in which language', () => {
  expect(made().language).toBe('fr-FR');
  expect(made().info).toMatchObject({
    title: 'Lésions cutanées nécrotiques des membres inférieurs\u00a0: une observation inventée',
    author: 'Claire Exemple, Paul Modèle',
    keywords: 'plaques, rhéophérèse, rheopheresis',
  });
  expect(made(house('plain-en'), reportOf('en', {})).info.title).toBe('Case report');
});

it('every link inside the document has its target, and no target is there twice', () => {
  const targets = all.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const links = all.flatMap(({ linkToDestination: to }) => (typeof to === 'string' ? [to] : []));
  expect(links).toContain('float-fig');
  expect(links.filter(link => !targets.includes(link))).toEqual([]);
  expect(new Set(targets).size).toBe(targets.length);
});

it('headings are bookmarks below those of their section', () => {
  const bookmarks = all.filter(({ outline }) => outline === true);
  expect(
    bookmarks.map(({ outlineText, outlineParentId, headlineLevel }) => [outlineText, outlineParentId, headlineLevel]),
  ).toEqual([
    ['Résumé', undefined, 1],
    ['Abstract', undefined, 1],
    ['I. Introduction', undefined, 1],
    ['II. Observation', undefined, 1],
    ['À l’admission', 'observation', 2],
    ['Biologie', 'observation', 3],
    ['Traitement', 'observation', 2],
    ['III. Discussion', undefined, 1],
    ['IV. Conclusion', undefined, 1],
    ['Consentement du patient', undefined, 1],
    ['Financement', undefined, 1],
    ['Références', undefined, 1],
  ]);
});

it('the English abstract of a French report is tagged as English, its keywords too', () => {
  const english = made().content.filter(block => typeof block !== 'string' && block.lang === 'en-GB') as Paragraph[];
  expect(english).toHaveLength(3);
});

describe('figures and tables', () => {
  it('a figure is never parted from its caption, which stands below; a table’s stands above', () => {
    const figure = byId('float-fig') as unknown as Stack;
    expect(figure.unbreakable).toBe(true);
    expect((figure.stack.at(-1) as Paragraph).tag).toBe('Caption');
    const table = byId('float-doses') as unknown as Stack;
    expect(table.stack[0]).toMatchObject({ tag: 'Caption', keepNext: true });
    expect(table.stack[1]).toMatchObject({ layout: 'rules', table: { headerRows: 1 } });
  });
  it('every image and drawing says in words what it shows', () => {
    const pictures = all.filter(node => 'image' in node || 'svg' in node);
    expect(pictures).toHaveLength(3);
    for (const { alt } of pictures) expect(alt).toMatch(/\p{L}{3}/u);
  });
  it('a small image is not enlarged beyond 100 pixels to an inch', () => {
    const assets = complete.assets.map(asset => ({ ...asset, width: 100, height: 50 }));
    const image = nodesIn(made(undefined, { ...complete, assets }).content).find(node => 'image' in node);
    expect(image?.fit).toEqual([72, 36]);
  });
  it('a table too wide for the line is shared out, one that nearly fills it is drawn out to it', () => {
    const widths = (...cells: string[]) => {
      const report = reportOf('en', { observation: [table('t', '', 0, row(...cells))] });
      const found = nodesIn(made(undefined, report).content).find(node => 'table' in node);
      return (found as { table: { widths: unknown } } | undefined)?.table.widths;
    };
    expect(widths('a', 'b')).toEqual(['auto', 'auto']);
    expect(widths('a', 'x'.repeat(60))).toEqual(['auto', '*']);
    expect(widths('x'.repeat(90), 'y'.repeat(60))).toEqual(['auto', 'auto']);
  });
});

it('a table of more columns than the line holds goes on below, each part with the names of its rows', () => {
  const days = Array.from({ length: 24 }, (_, day) => day);
  const report = reportOf('en', {
    observation: [
      table(
        't',
        '',
        1,
        row('Analyte', 'Range', ...days.map(day => `D${day}`)),
        row('CRP (mg/L)', '0–5', ...days.map(day => `${day}.25`)),
      ),
    ],
  });
  const grids = nodesIn(made(house('plain-en'), report).content).filter(node => 'table' in node);
  const heads = grids.map(node =>
    (node.table as { body: { text: { text: string }[] }[][] }).body[0]?.map(({ text }) => text[0]?.text),
  );
  expect(heads.length).toBeGreaterThan(1);
  for (const head of heads) expect(head?.slice(0, 2)).toEqual(['Analyte', 'Range']);
  expect(heads.flatMap(head => head?.slice(2))).toEqual(days.map(day => `D${day}`));
});

it('with a title page the text begins on the next one; without, below', () => {
  const breaks = (template: Template) => nodesIn(made(template).content).filter(({ pageBreak }) => pageBreak).length;
  expect(breaks(house('plain-fr'))).toBe(1);
  expect(breaks(house('author-date'))).toBe(0);
});

it('two columns hold the text and leave the title across both', () => {
  const fr = house('plain-fr');
  const { content } = made({ ...fr, page: { ...fr.page, columns: 2, titlePage: false } });
  expect(content.at(-1)).toMatchObject({ snakingColumns: true });
  expect(content[0]).toMatchObject({ tag: 'Title' });
});
