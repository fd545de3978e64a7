/** Blocks of a manuscript as JATS: paragraphs, lists, tables, figures, and sections nested by their headings. */
import type { PrintedBlock, PrintedChart, PrintedFigure, PrintedPanel, PrintedTable } from '../../manuscript/types.ts';
import { type FigureFile, fileOf } from '../figure-files.ts';
import { element, emptyElement, escapeText, identifier } from '../markup.ts';
import { bareLabel, panelAlt } from '../wording.ts';
import { runsXml, type Targets } from './runs.ts';

export interface Context {
  readonly targets: Targets;
  readonly files: readonly FigureFile[];
  /** Of the graphics, beside the article. */
  readonly folder: string;
}

/** Blocks below a title: what comes before the first heading, then a section for each heading, those of rank 2 inside. */
export function sectionContent(blocks: readonly PrintedBlock[], context: Context): string {
  const headings = blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ index, level: block.level }] : []));
  const first = headings[0];
  if (!first) return blocksXml(blocks, context);
  // A heading of rank 2 with none of rank 1 before it stands as high as one of rank 1.
  const starts = headings.filter(({ level, index }) => level === 1 || index < nextOfRankOne(headings));
  const sections = starts.map(({ index }, at) => {
    const heading = blocks[index] as Extract<PrintedBlock, { kind: 'heading' }>;
    const inside = blocks.slice(index + 1, starts[at + 1]?.index ?? blocks.length);
    return element(
      'sec',
      { id: identifier(heading.anchor) },
      ...(heading.number === '' ? [] : [element('label', {}, escapeText(heading.number))]),
      element('title', {}, runsXml(heading.runs, context.targets)),
      sectionContent(inside, context),
    );
  });
  return blocksXml(blocks.slice(0, first.index), context) + sections.join('\n');
}

function nextOfRankOne(headings: readonly { readonly index: number; readonly level: 1 | 2 }[]): number {
  return headings.find(({ level }) => level === 1)?.index ?? Number.POSITIVE_INFINITY;
}

/** Blocks one after another; headings among them, as in a statement, are bold paragraphs. */
export function blocksXml(blocks: readonly PrintedBlock[], context: Context): string {
  const { targets } = context;
  return blocks
    .map(block => {
      switch (block.kind) {
        case 'paragraph':
          return element('p', {}, runsXml(block.runs, targets));
        case 'heading':
          return element('p', {}, element('bold', {}, runsXml(block.runs, targets)));
        case 'list':
          return listXml(block, context);
        case 'table':
          return tableXml(block, context);
        case 'figure':
          return figureXml(block, context);
        case 'chart':
          return chartXml(block, context);
        case 'bibliography':
          return '';
      }
    })
    .filter(xml => xml !== '')
    .join('\n');
}

function listXml({ ordered, items }: Extract<PrintedBlock, { kind: 'list' }>, context: Context): string {
  return element(
    'list',
    { 'list-type': ordered ? 'order' : 'bullet' },
    // An item in which nothing was written still has to hold a paragraph.
    ...items.map(item => element('list-item', {}, blocksXml(item, context) || '<p/>')),
  );
}

/** Blocks where only paragraphs may stand, as in a note: each list inside a paragraph. */
export function paragraphsXml(blocks: readonly PrintedBlock[], context: Context): string {
  return blocks
    .map(block => (block.kind === 'list' ? element('p', {}, listXml(block, context)) : blocksXml([block], context)))
    .join('\n');
}

type Captioned = PrintedTable | PrintedFigure | PrintedChart;

function head({ label, caption }: Captioned, { targets }: Context, credit = ''): string {
  const paragraphs = [
    ...(caption.length === 0 ? [] : [element('p', {}, runsXml(caption, targets))]),
    ...(credit === '' ? [] : [element('p', { 'content-type': 'credit' }, escapeText(credit))]),
  ];
  return (
    element('label', {}, escapeText(label)) + (paragraphs.length === 0 ? '' : element('caption', {}, ...paragraphs))
  );
}

function graphic(name: string, { folder }: Context): string {
  const type = name.endsWith('.svg') ? 'svg+xml' : name.endsWith('.png') ? 'png' : 'jpeg';
  return emptyElement('graphic', { mimetype: 'image', 'mime-subtype': type, 'xlink:href': `${folder}/${name}` });
}

function figureXml(figure: PrintedFigure, context: Context): string {
  const id = identifier(figure.anchor);
  const [only] = figure.panels;
  const image = (panel: PrintedPanel) =>
    element('alt-text', {}, escapeText(panelAlt(panel, figure))) + graphic(fileOf(context.files, panel), context);
  if (figure.panels.length < 2)
    return element('fig', { id }, head(figure, context, figure.credit), ...(only ? [image(only)] : []));
  const panels = figure.panels.map(panel =>
    element(
      'fig',
      { id: `${id}-panel-${panel.letter.toLowerCase()}` },
      element('label', {}, escapeText(panel.letter)),
      panel.label === '' ? '' : element('caption', {}, element('p', {}, escapeText(panel.label))),
      image(panel),
    ),
  );
  return element('fig-group', { id }, head(figure, context, figure.credit), ...panels);
}

/** The name of a chart as pixels, beside its drawing. */
export const rasterFile = (name: string): string => name.replace(/\.svg$/, '.png');

function chartXml(chart: PrintedChart, context: Context): string {
  const drawing = fileOf(context.files, chart);
  return element(
    'fig',
    { id: identifier(chart.anchor), 'fig-type': 'chart' },
    head(chart, context),
    element('alt-text', {}, escapeText(bareLabel(chart.label))),
    element('long-desc', {}, escapeText(chart.alt)),
    element('alternatives', {}, graphic(drawing, context), graphic(rasterFile(drawing), context)),
  );
}

function tableXml(table: PrintedTable, context: Context): string {
  const rows = table.rows.map((row, index) =>
    element(
      'tr',
      {},
      ...row.map(cell => {
        const inHead = index < table.headerRows;
        const name = cell.header || inHead ? 'th' : 'td';
        const scope = name === 'td' ? undefined : inHead ? 'col' : 'row';
        return element(name, { align: cell.align, scope }, runsXml(cell.runs, context.targets));
      }),
    ),
  );
  const [heads, body] = [rows.slice(0, table.headerRows), rows.slice(table.headerRows)];
  // A table of heads alone has them as its body: JATS wants one.
  const sections =
    heads.length > 0 && body.length > 0
      ? [element('thead', {}, ...heads), element('tbody', {}, ...body)]
      : [element('tbody', {}, ...rows)];
  return element(
    'table-wrap',
    { id: identifier(table.anchor) },
    head(table, context),
    rows.length === 0 ? '' : element('table', {}, ...sections),
  );
}
