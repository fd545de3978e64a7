/** How much room a block needs below what is set, so that it does not start where it cannot go on. */
import type { LayoutNode, Line } from '../engine/types.ts';

/** Heights are sums that are not exact: a hair is kept, lest a line that fits here be refused by the page. */
const hair = 0.0001;

/** Above this number of lines a paragraph may be broken over a page. */
const keptWhole = 3;
/** Lines of a longer paragraph that must stand together. */
const leastLines = 2;

/** Breaks a text into lines of a width, each as high as it is with the footnotes that it marks. */
export type LinesFor = (node: LayoutNode, width: number) => readonly Pick<Line, 'getHeight'>[];

/** Whether the block must stand on the page of the next one: headings, and captions above tables. */
function staysWithNext(node: LayoutNode | undefined): boolean {
  if (!node || node.section) return false;
  return node.keepNext ?? (node.headlineLevel ?? 0) > 0;
}

/**
 * The height a block needs at least, in points.
 *
 * @param isWhole all of the block, rather than only so much of it as may stand alone at the foot of a page
 */
function neededHeight(node: LayoutNode, width: number, isWhole: boolean, linesFor: LinesFor): number {
  const [left, top, right, bottom] = node._margin ?? [0, 0, 0, 0];
  const below = isWhole ? (bottom ?? 0) : 0;
  const above = top ?? 0;
  const inner = width - (left ?? 0) - (right ?? 0);
  const need = (child: LayoutNode | undefined, whole: boolean): number =>
    child ? neededHeight(child, inner, whole, linesFor) : 0;

  if (node._inlines) {
    const lines = linesFor(node, inner);
    const count = isWhole || lines.length <= keptWhole ? lines.length : leastLines;
    return above + below + lines.slice(0, count).reduce((sum, line) => sum + line.getHeight(), 0);
  }
  if (node.image || node.svg) return above + (bottom ?? 0) + node._height;
  if (node.stack) {
    if (node.unbreakable || isWhole)
      return above + (bottom ?? 0) + node.stack.reduce((sum, child) => sum + need(child, true), 0);
    return above + need(node.stack[0], false);
  }
  if (node.columns && !node.snakingColumns) {
    const widths = widthsOf(node.columns, inner, node._gap ?? 0);
    const heights = node.columns.map((column, index) => neededHeight(column, widths[index] ?? inner, true, linesFor));
    return above + (bottom ?? 0) + Math.max(0, ...heights);
  }
  if (node.table) return above + tableStart(node.table);
  const items = node.ul ?? node.ol;
  if (items) return above + (isWhole ? items.reduce((sum, item) => sum + need(item, true), 0) : need(items[0], false));
  return above + (bottom ?? 0);
}

/** Widths of blocks side by side: as told, or an equal share of what the others leave. */
function widthsOf(columns: readonly LayoutNode[], width: number, gap: number): readonly number[] {
  const told = columns.map(({ width: own }) => (typeof own === 'number' ? own : undefined));
  const sharing = told.filter(each => each === undefined).length;
  const left = told.reduce<number>((rest, each) => rest - (each ?? 0), width - gap * (columns.length - 1));
  return told.map(each => each ?? left / Math.max(sharing, 1));
}

/**
 * The height a block needs in order to start here, in points: its own, with all it must stay with, and the start of
 * what follows that. Zero for one that may be broken anywhere, or whose place was decided with the block before.
 */
export function heightToStart(blocks: readonly LayoutNode[], index: number, width: number, linesFor: LinesFor): number {
  const need = (block: LayoutNode | undefined, isWhole: boolean): number =>
    block ? neededHeight(block, width, isWhole, linesFor) : 0;
  const block = blocks[index];
  if (!staysWithNext(block)) {
    // Blocks side by side are not parted: those in a column of text would go on on the next page, not in the next column.
    const isOnePiece = block?.unbreakable || block?.image || block?.svg || (block?.columns && !block.snakingColumns);
    return isOnePiece ? need(block, true) : 0;
  }
  if (staysWithNext(blocks[index - 1])) return 0;
  let height = 0;
  let next = index;
  while (staysWithNext(blocks[next])) height += need(blocks[next++], true);
  return height + need(blocks[next], false);
}

/**
 * How many lines of a text to place here, leaving no single line behind or ahead.
 *
 * @param isStart whether the text starts with these lines
 * @param isAtTop whether the column is empty, so that going on to the next would not help
 * @param notesOf height of the footnotes a line marks, given that of those marked above it
 */
export function linesToPlace(
  lines: readonly Line[],
  available: number,
  isStart: boolean,
  isAtTop: boolean,
  notesOf: (line: Line, before: number) => number,
): number {
  let fitting = 0;
  let height = 0;
  let noteHeight = 0;
  for (const line of lines) {
    const notes = notesOf(line, noteHeight);
    if (height + line.getHeight() + noteHeight + notes > available - hair) break;
    height += line.getHeight();
    noteHeight += notes;
    fitting++;
  }
  if (fitting === lines.length) return fitting;
  let count = fitting;
  if (lines.length - count < leastLines) count = Math.max(0, lines.length - leastLines);
  if (isStart && count < leastLines) count = 0;
  if (count > 0) return count;
  if (isAtTop) return Math.max(1, fitting);
  return isStart ? 0 : fitting;
}

/** Space above and below the text of a table's cells, at most, in the layouts we have. */
const cellPadding = 6;

/** The height of a row of a table whose columns' widths are known. */
export function rowHeight(table: NonNullable<LayoutNode['table']>, index: number, linesFor: LinesFor): number {
  const cells = table.body[index] ?? [];
  const heights = cells.map((cell, column) => {
    const width = table.widths[column]?._calcWidth;
    return width === undefined || cell._span || cell.colSpan ? 0 : neededHeight(cell, width, true, linesFor);
  });
  return cellPadding + Math.max(0, ...heights);
}

/** Roughly the head of a table and its first row: their cells' widths are not known yet. */
function tableStart(table: NonNullable<LayoutNode['table']>): number {
  const rows = table.body.slice(0, (table.headerRows ?? 0) + 1);
  return rows.reduce((sum, row) => sum + cellPadding + Math.max(0, ...row.map(cell => firstLineHeight(cell))), 0);
}

function firstLineHeight(cell: LayoutNode): number {
  if (cell._inlines) return cell._inlines[0]?.height ?? 0;
  return cell.stack?.reduce((sum, child) => sum + firstLineHeight(child), 0) ?? 0;
}
