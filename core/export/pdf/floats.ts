/** Figures and charts on paper: never parted from their caption. */
import type { Captions, PrintedChart, PrintedFigure, PrintedPanel } from '../../manuscript/types.ts';
import type { Block, Paragraph, Piece } from './definition.ts';
import { printRuns } from './runs.ts';

export interface Frame {
  /** Of a column of text, in points. */
  readonly width: number;
  /** Of the line over all columns. */
  readonly line: number;
  readonly height: number;
  readonly fontSize: number;
}

const GAP = 8;

function captionText(block: Captions, credit: string): readonly Piece[] {
  const runs = printRuns(block.caption);
  return [
    { text: block.label, bold: true },
    ...(runs.length > 0 ? [' ', ...runs] : []),
    ...(credit === '' ? [] : [{ text: ` ${credit}`, italics: true }]),
  ];
}

/** What stands below a figure and above a table. */
export function caption(
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

/** A frame as wide as the line, for what is set over all columns. */
export const acrossFrame = (frame: Frame): Frame => ({ ...frame, width: frame.line });

/** Panels in rows of as many as the figure has columns, the caption below. Panels side by side need the whole line. */
export function figure(block: PrintedFigure, column: Frame): Block {
  const columns = Math.max(1, Math.min(block.columns, block.panels.length));
  const isAcross = column.line > column.width && columns > 1;
  const frame = isAcross ? acrossFrame(column) : column;
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
    floating: true,
    ...(isAcross ? { across: true } : {}),
    margin: [0, 10, 0, 14],
  };
}

/** A chart keeps its lines as vectors. */
export function chart(block: PrintedChart, frame: Frame): Block {
  const drawing: Block = {
    svg: block.svg,
    width: Math.min(frame.line, block.width),
    alt: block.alt,
  };
  const isAcross = block.width > frame.width;
  return {
    stack: [drawing, caption(block, frame, [0, 6, 0, 0])],
    id: block.anchor,
    unbreakable: true,
    floating: true,
    ...(isAcross ? { across: true } : {}),
    margin: [0, 10, 0, 14],
  };
}
