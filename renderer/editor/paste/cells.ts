/** Cells from a spreadsheet: into the table the caret is in, or as a table of their own. */
import { Editor, Node, Path, Transforms } from 'slate';
import type { Block, Inline, TableRow } from '../../../core/report/document.ts';
import { parseDelimited } from '../../../core/timeline/formats/delimited.ts';
import { freshId } from '../identity.ts';
import { above } from '../structure/places.ts';
import type { CaseEditor } from '../types.ts';
import { cleaned } from './letters.ts';
import { looksLikeHead } from './rows.ts';

export type Cells = readonly (readonly Inline[][])[];

/** Cells of tab-separated text, with as many in each row; null where it is running text, or a list with tabs behind its signs. */
export function cellsOfText(text: string): Cells | null {
  if (!text.includes('\t')) return null;
  const rows = parseDelimited(text.replace(/\r?\n$/, ''), '\t');
  const width = rows[0]?.length ?? 0;
  const isList = width === 2 && rows.every(([sign = '']) => /^\s*(?:[-–—•·‣▪◦●○o*]|\(?\w{1,2}[.)])\s*$/.test(sign));
  if (width < 2 || isList || rows.some(row => row.length !== width)) return null;
  return rows.map(row => row.map(cell => [{ text: cleaned(cell).trim() }]));
}

export const cellsOfRows = (rows: readonly TableRow[]): Cells =>
  rows.map(row => row.children.map(cell => cell.children));

/** A table that holds the cells, the first row its header where it reads like one. */
export function tableOfCells(cells: Cells): Block {
  const rows = cells.map(
    (row): TableRow => ({ type: 'table-row', children: row.map(children => ({ type: 'table-cell', children })) }),
  );
  return {
    type: 'table',
    id: freshId('table'),
    headerRows: looksLikeHead(rows) ? 1 : 0,
    children: [{ type: 'caption', children: [{ text: '' }] }, ...rows],
  };
}

/** Writes cells over those from the caret's cell on, adding rows and columns where the table ends. False outside a table. */
export function pasteIntoTable(editor: CaseEditor, cells: Cells): boolean {
  const cell = above(editor, ['table-cell']);
  const table = above(editor, ['table']);
  if (!cell || !table) return false;
  const [column = 0] = cell[1].slice(-1);
  const firstRow = Path.parent(cell[1]).at(-1) as number;
  Editor.withoutNormalizing(editor, () => {
    cells.forEach((row, down) => {
      const rowPath = [...table[1], firstRow + down];
      if (!Node.has(editor, rowPath)) {
        const width = (Node.get(editor, [...table[1], 1]) as TableRow).children.length;
        Transforms.insertNodes(editor, emptyRow(width), { at: rowPath });
      }
      row.forEach((children, across) => {
        const at = [...rowPath, column + across];
        if (Node.has(editor, at)) {
          for (
            let count = (Node.get(editor, at) as unknown as { children: Node[] }).children.length;
            count > 0;
            count--
          )
            Transforms.removeNodes(editor, { at: [...at, 0], voids: true });
          Transforms.insertNodes(editor, children as Node[], { at: [...at, 0] });
        } else Transforms.insertNodes(editor, { type: 'table-cell', children: children as Inline[] }, { at });
      });
    });
  });
  return true;
}

export function emptyRow(width: number): TableRow {
  return {
    type: 'table-row',
    children: Array.from({ length: width }, () => ({ type: 'table-cell', children: [{ text: '' }] })),
  };
}
