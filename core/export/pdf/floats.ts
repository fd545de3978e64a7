/** Figures, charts and tables on paper: never parted from their caption. */
import type { Captions, PrintedChart, PrintedFigure, PrintedPanel, PrintedTable } from '../../manuscript/types.ts';
import type { Block, Inline, Paragraph } from './definition.ts';
import { printRuns } from './runs.ts';

export interface Frame {
  /** Of the text block, in points. */
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

const GAP = 8;

function captionText(block: Captions, credit: string): readonly Inline[] {
  const runs = printRuns(block.caption);
  return [
    { text: block.label, bold: true },
    ...(runs.length > 0 ? [' ', ...runs] : []),
    ...(credit === '' ? [] : [{ text: ` ${credit}`, italics: true }]),
  ];
}

function caption(
  block: Captions,
  frame: Frame,
  margin: readonly [number, number, number, number],
  credit = '',
): Paragraph {
  return {
    text: captionText(block, credit),
    tag: 'Caption',
    fontSize: frame.fontSize - 1.5,
    lineHeight: 1.2,
    alignment: 'left',
    margin,
  };
}

/** A figure is as wide as the text at most, and leaves room for its caption on the page. */
const TALLEST = 0.7;

/** Pixels to an inch below which an image is not enlarged: coarser ones are printed smaller, not blurred. */
const COARSEST = 100;

function panelBlock(panel: PrintedPanel, width: number, tallest: number, fontSize: number, figureAlt: string): Block {
  const widest = Math.min(width, (panel.width * 72) / COARSEST);
  const highest = Math.min(tallest, (panel.height * 72) / COARSEST);
  const head = [panel.letter, panel.label].filter(part => part !== '');
  const alt = panel.alt || [figureAlt, ...head].filter(part => part !== '').join(', ');
  const image: Block = { image: panel.asset, fit: [widest, highest], ...(alt === '' ? {} : { alt }) };
  if (head.length === 0) return image;
  const label: Paragraph = {
    text: [
      ...(panel.letter === '' ? [] : [{ text: panel.letter, bold: true }]),
      ...(panel.letter !== '' && panel.label !== '' ? ['\u2002'] : []),
      ...(panel.label === '' ? [] : [panel.label]),
    ],
    fontSize: fontSize - 2,
    alignment: 'left',
    lineHeight: 1.1,
    margin: [0, 0, 0, 2],
  };
  return { stack: [label, image] };
}

/** Panels in rows of as many as the figure has columns, the caption below. */
export function figure(block: PrintedFigure, frame: Frame): Block {
  const columns = Math.max(1, Math.min(block.columns, block.panels.length));
  const width = (frame.width - GAP * (columns - 1)) / columns;
  const rows: PrintedPanel[][] = [];
  block.panels.forEach((panel, index) => {
    if (index % columns === 0) rows.push([]);
    rows.at(-1)?.push(panel);
  });
  const tallest = (frame.height * TALLEST) / Math.max(rows.length, 1) - GAP;
  const grid = rows.map((row): Block => {
    const panels = row.map(panel => panelBlock(panel, width, tallest, frame.fontSize, block.alt));
    if (columns === 1) return { stack: panels, alignment: 'center', margin: [0, 0, 0, GAP] };
    const cells = panels.map(panel => ({ stack: [panel], width }));
    return { columns: cells, columnGap: GAP, margin: [0, 0, 0, GAP] };
  });
  return {
    stack: [...grid, caption(block, frame, [0, 0, 0, 0], block.credit)],
    id: block.anchor,
    unbreakable: true,
    margin: [0, 10, 0, 14],
  };
}

/** A chart keeps its lines as vectors. */
export function chart(block: PrintedChart, frame: Frame): Block {
  const drawing: Block = {
    svg: block.svg,
    width: Math.min(frame.width, block.width),
    alt: block.alt,
  };
  return {
    stack: [drawing, caption(block, frame, [0, 6, 0, 0])],
    id: block.anchor,
    unbreakable: true,
    margin: [0, 10, 0, 14],
  };
}

/** Mean width of a letter in Source Serif 4, as a share of the size of the type; and of the air beside a cell's text. */
const LETTER = 0.5;
const AIR = 9;

/**
 * A narrow table keeps its own width and one too wide is shared out by the typesetter; one that nearly fills the line is
 * drawn out to it, by the column with the longest text.
 */
function columnWidths(block: PrintedTable, width: number, frame: Frame): readonly ('auto' | '*')[] {
  const letters = Array.from({ length: width }, (_, column) =>
    Math.max(...block.rows.map(row => (row[column]?.runs ?? []).reduce((sum, { text }) => sum + text.length, 0))),
  );
  const natural = letters.reduce((sum, count) => sum + count * LETTER * frame.fontSize + AIR, 0);
  const longest = letters.indexOf(Math.max(...letters));
  const isDrawnOut = natural > frame.width * 0.55 && natural < frame.width;
  return letters.map((_, column) => (isDrawnOut && column === longest ? '*' : 'auto'));
}

/** Three rules, no others; the head is repeated on every page that the table runs over. */
export function table(block: PrintedTable, frame: Frame): Block {
  const width = Math.max(1, ...block.rows.map(row => row.length));
  const many = width > 6;
  const body = block.rows.map((row, index) =>
    Array.from({ length: width }, (_, column): Block => {
      const cell = row[column];
      const header = cell?.header === true;
      return {
        text: printRuns(cell?.runs ?? []),
        alignment: cell?.align ?? 'left',
        ...(header && index < block.headerRows ? { bold: true } : {}),
        ...(header && index >= block.headerRows ? { th: 'Row' as const } : {}),
      };
    }),
  );
  const grid: Block = {
    table: {
      body,
      headerRows: Math.min(block.headerRows, body.length),
      widths: columnWidths(block, width, frame),
      dontBreakRows: true,
    },
    layout: 'rules',
    fontSize: frame.fontSize - (many ? 2.5 : 1.5),
    lineHeight: 1.15,
    alignment: 'left',
  };
  const head = { ...caption(block, frame, [0, 0, 0, 4]), keepNext: true };
  return {
    stack: [head, grid],
    id: block.anchor,
    ...(body.length <= 16 ? { unbreakable: true } : {}),
    margin: [0, 10, 0, 14],
  };
}
