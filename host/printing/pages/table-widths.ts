/** Columns of a table whose longest words ask for more than the line. */

import type { TableColumn } from '../engine/types.ts';

type Fitted = Pick<TableColumn, 'width' | '_minWidth'>;

/**
 * Lets the widest columns be narrower than their longest word, all of them down to one width and no further than needed: that word is
 * then divided, where pdfmake would let the table stand out of the page. `available` is the line without rules and padding, in points;
 * columns of a told width keep it.
 */
export function fitColumns(columns: readonly Fitted[], available: number): void {
  const isTold = ({ width }: Fitted) => typeof width === 'number' || /%$/.test(String(width));
  const free = columns.filter(column => !isTold(column));
  const least = free.map(column => column._minWidth ?? 0);
  let room = columns.reduce((rest, { width }) => rest - (typeof width === 'number' ? width : 0), available);
  if (least.reduce((sum, width) => sum + width, 0) <= room) return;
  let widest = room;
  for (const [index, width] of least.toSorted((a, b) => a - b).entries()) {
    widest = room / (least.length - index);
    if (width > widest) break;
    room -= width;
  }
  for (const column of free) column._minWidth = Math.max(1, Math.min(column._minWidth ?? 0, widest));
}
