/** Figures and charts in Word: images with their words for those who cannot see them, captions numbered by Word's own fields. */
import {
  type FileChild,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { legible } from '../../core/export/markup.ts';
import { bareLabel, panelAlt } from '../../core/export/wording.ts';
import type { Captions, PrintedChart, PrintedFigure, PrintedPanel } from '../../core/manuscript/types.ts';
import type { WordContext } from './context.ts';
import { plain, printBlock, printRuns } from './runs.ts';
import { STYLE, twips } from './styles.ts';
import { bookmarked, field } from './xml.ts';

/** Between two panels, in points. */
const GAP = 8;
/** A figure leaves room for its caption on the page. */
const TALLEST = 0.7;
/** Pixels to an inch below which an image is not enlarged: coarser ones are printed smaller, not blurred. */
const COARSEST = 100;
/** Pixels to an inch at which charts are drawn, and those that sizes are given in. */
export const CHART_DPI = 300;
const SCREEN_DPI = 96;

/** What an image shows, as Word keeps it. */
function altText(alt: string, label: string, context: WordContext) {
  return { name: legible(label), description: legible(alt), id: String(context.next()) };
}

const inPixels = ({ width, height }: { width: number; height: number }) => ({
  width: Math.round((width * SCREEN_DPI) / 72),
  height: Math.round((height * SCREEN_DPI) / 72),
});

/**
 * "Figure 1. …": the number is a SEQ field, so that Word counts on, inside a bookmark that mentions refer to.
 */
export function caption(
  block: Captions,
  kind: 'figure' | 'table',
  context: WordContext,
  options: { readonly credit?: string; readonly keepNext?: boolean } = {},
): Paragraph {
  const { credit = '', keepNext = false } = options;
  const bare = bareLabel(block.label);
  const [, words = bare, number] = /^([\s\S]*?)(\d+)$/.exec(bare) ?? [];
  const bold = { bold: true };
  const sequence = kind === 'table' ? 'Table' : 'Figure';
  const counted: readonly ParagraphChild[] =
    number === undefined ? [] : field(`SEQ ${sequence} \\* ARABIC`, plain(number, context, bold), true);
  const bookmark = context.bookmarks.get(block.anchor);
  return new Paragraph({
    style: 'Caption',
    keepNext,
    keepLines: true,
    children: [
      ...plain(words, context, bold),
      ...(bookmark === undefined ? counted : bookmarked(bookmark, context.next(), counted)),
      ...plain(block.label.slice(bare.length), context, bold),
      ...(block.caption.length > 0 ? plain(' ', context) : []),
      ...printBlock(block.source, printRuns(block.caption, context), context),
      ...(credit === '' ? [] : plain(` ${credit}`, context, { italics: true })),
    ],
  });
}

function panelImage(
  panel: PrintedPanel,
  figure: PrintedFigure,
  widest: number,
  tallest: number,
  context: WordContext,
): readonly ParagraphChild[] {
  const data = context.images[panel.asset];
  if (!data) return [];
  const { width, height } = panel;
  const scale = Math.min(widest / width, tallest / height, 72 / COARSEST);
  const label = [bareLabel(figure.label), panel.letter].filter(Boolean).join(' ');
  return [
    new ImageRun({
      type: panel.asset.endsWith('.png') ? 'png' : 'jpg',
      data,
      transformation: inPixels({ width: width * scale, height: height * scale }),
      altText: altText(panelAlt(panel, figure), label, context),
    }),
  ];
}

/** "A  D15" above the panel it names. */
function panelLabel({ letter, label }: PrintedPanel, context: WordContext): readonly Paragraph[] {
  if (letter === '' && label === '') return [];
  const children = [
    ...plain(letter, context, { bold: true }),
    ...plain(`${letter !== '' && label !== '' ? '\u2002' : ''}${label}`, context),
  ];
  return [new Paragraph({ style: STYLE.panel, keepNext: true, children })];
}

/** Panels in rows of as many as the figure has columns, the caption below and never parted from them. */
export function figure(block: PrintedFigure, context: WordContext): readonly FileChild[] {
  const columns = Math.max(1, Math.min(block.columns, block.panels.length));
  const rows: PrintedPanel[][] = [];
  block.panels.forEach((panel, index) => {
    if (index % columns === 0) rows.push([]);
    rows.at(-1)?.push(panel);
  });
  const tallest = (context.height * TALLEST) / Math.max(rows.length, 1) - GAP;
  const last = caption(block, 'figure', context, { credit: block.credit });
  if (columns === 1) {
    const panels = block.panels.flatMap(panel => [
      ...panelLabel(panel, context),
      new Paragraph({ style: STYLE.figure, children: panelImage(panel, block, context.width, tallest, context) }),
    ]);
    return [...panels, last];
  }
  const width = context.width / columns;
  const grid = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(context.width), type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => twips(width)),
    borders: TableBorders.NONE,
    margins: { left: twips(GAP / 2), right: twips(GAP / 2) },
    rows: rows.map(
      row =>
        new TableRow({
          cantSplit: true,
          children: Array.from({ length: columns }, (_, column) => {
            const panel = row[column];
            return new TableCell({
              width: { size: twips(width), type: WidthType.DXA },
              children: panel
                ? [
                    ...panelLabel(panel, context),
                    // Said here too: LibreOffice keeps a table with what follows it by its paragraphs, not by their style.
                    new Paragraph({
                      style: STYLE.figure,
                      keepNext: true,
                      children: panelImage(panel, block, width - GAP, tallest, context),
                    }),
                  ]
                : [new Paragraph({ style: STYLE.figure, keepNext: true, children: [] })],
            });
          }),
        }),
    ),
  });
  return [grid, last];
}

/** A chart as a drawing, with its pixels for programs that show none. */
export function chart(block: PrintedChart, context: WordContext): readonly FileChild[] {
  const width = Math.min(context.width, block.width);
  const height = (block.height * width) / block.width;
  const pixels = context.charts.get(block.anchor);
  const children: ParagraphChild[] = pixels
    ? [
        new ImageRun({
          type: 'svg',
          data: new TextEncoder().encode(legible(block.svg)),
          fallback: { type: 'png', data: pixels },
          transformation: inPixels({ width, height }),
          altText: altText(block.alt, bareLabel(block.label), context),
        }),
      ]
    : [];
  return [new Paragraph({ style: STYLE.figure, children }), caption(block, 'figure', context)];
}
