/** Rectangles of a grid: to and from a spreadsheet's clipboard, and filled from their first row or column. */
import { parseDelimited } from '../../../../core/timeline/formats/delimited.ts';
import type { Box } from './cursor.ts';
import type { Edit, GridModel } from './model.ts';

/** Cells as they were typed, for a paste that comes back; a spreadsheet gets the plain ones beside it. */
export const OWN_CELLS = 'application/x-casewright-cells';

/** Tab-separated text of the cells of a rectangle; row −1 is the header. */
export function cellsText(model: GridModel, box: Box, of: 'plain' | 'typed'): string {
  const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines: string[] = [];
  for (let row = box.top; row <= box.bottom; row++) {
    const cells: string[] = [];
    for (let column = box.left; column <= box.right; column++)
      cells.push(quoted(row < 0 ? (model.heads[column]?.label ?? '') : model[of](row, column)));
    lines.push(cells.join('\t'));
  }
  return lines.join('\n');
}

/** The lines of pasted text, all of one length. */
export function linesOf(text: string): readonly (readonly string[])[] {
  const lines = parseDelimited(text.replace(/[\r\n]+$/, ''), '\t');
  const width = Math.max(0, ...lines.map(line => line.length));
  return lines.map(line => [...line, ...Array.from({ length: width - line.length }, () => '')]);
}

/** The rectangle that a block fills from a corner: a range that holds it several times over is filled, as in spreadsheets. */
export function landing(box: Box, lines: readonly (readonly string[])[]): Box {
  const across = (length: number, room: number) => (room % length === 0 ? room : length);
  const height = across(lines.length, box.bottom - box.top + 1);
  const width = across(lines[0]?.length ?? 1, box.right - box.left + 1);
  return { top: box.top, left: box.left, bottom: box.top + height - 1, right: box.left + width - 1 };
}

/** The edits of a block at a rectangle, repeated to its edges. */
export function landed(box: Box, lines: readonly (readonly string[])[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (let row = box.top; row <= box.bottom; row++) {
    const line = lines[(row - box.top) % lines.length] ?? [];
    for (let column = box.left; column <= box.right; column++)
      edits.push({ row, column, text: line[(column - box.left) % line.length] ?? '' });
  }
  return edits;
}

/** The same text in every cell of a rectangle below the header. */
export function filled({ top, bottom, left, right }: Box, text: string): readonly Edit[] {
  return landed({ top: Math.max(top, 0), bottom, left, right }, [[text]]);
}

/**
 * The first row of a range in all below it, or its first column in all right of it; a range of one row or column takes what stands
 * before it. The first column names the rows and is never filled.
 */
export function filledOn(model: GridModel, box: Box, way: 'down' | 'right'): readonly Edit[] {
  const top = Math.max(box.top, 0);
  const left = Math.max(box.left, 1);
  const edits: Edit[] = [];
  if (way === 'down') {
    const from = top === box.bottom ? top - 1 : top;
    if (from < 0) return [];
    for (let row = from + 1; row <= box.bottom; row++)
      for (let column = left; column <= box.right; column++)
        if (model.isOpen(row, column)) edits.push({ row, column, text: model.typed(from, column) });
    return edits;
  }
  const from = left === box.right ? left - 1 : left;
  if (from < 1) return [];
  for (let row = top; row <= box.bottom; row++)
    for (let column = from + 1; column <= box.right; column++)
      if (model.isOpen(row, column)) edits.push({ row, column, text: model.typed(row, from) });
  return edits;
}
