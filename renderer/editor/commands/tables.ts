/** Rows and columns of the table around the caret. */
import { Editor, Node, type Path, Transforms } from 'slate';
import type { Table, TableRow } from '../../../core/report/document.ts';
import { emptyRow } from '../paste/cells.ts';
import { above } from '../structure/places.ts';
import type { CaseEditor } from '../types.ts';

interface Here {
  readonly table: Table;
  readonly path: Path;
  /** From 0, without the caption. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where in a table the caret is. */
export function tableHere(editor: CaseEditor): Here | null {
  const table = above(editor, ['table']);
  const cell = above(editor, ['table-cell']);
  if (!table || !cell) return null;
  const [row = 1, column = 0] = cell[1].slice(-2);
  const rows = table[0].children.length - 1;
  return {
    table: table[0],
    path: table[1],
    row: row - 1,
    column,
    rows,
    columns: (table[0].children[1] as TableRow).children.length,
  };
}

export function addRow(editor: CaseEditor, side: 'above' | 'below'): void {
  const here = tableHere(editor);
  if (!here) return;
  const row = here.row + (side === 'below' ? 1 : 0);
  Editor.withoutNormalizing(editor, () => {
    Transforms.insertNodes(editor, emptyRow(here.columns), { at: [...here.path, row + 1] });
    // A row put above the header becomes part of it.
    if (row < here.table.headerRows)
      Transforms.setNodes(editor, { headerRows: here.table.headerRows + 1 }, { at: here.path });
    Transforms.select(editor, Editor.start(editor, [...here.path, row + 1, here.column]));
  });
}

export function removeRow(editor: CaseEditor): void {
  const here = tableHere(editor);
  if (!here) return;
  if (here.rows === 1) {
    removeTable(editor);
    return;
  }
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: [...here.path, here.row + 1] });
    if (here.row < here.table.headerRows)
      Transforms.setNodes(editor, { headerRows: here.table.headerRows - 1 }, { at: here.path });
    Transforms.select(editor, Editor.start(editor, [...here.path, Math.min(here.row, here.rows - 2) + 1, here.column]));
  });
}

export function addColumn(editor: CaseEditor, side: 'left' | 'right'): void {
  const here = tableHere(editor);
  if (!here) return;
  const column = here.column + (side === 'right' ? 1 : 0);
  Editor.withoutNormalizing(editor, () => {
    for (let row = 1; row <= here.rows; row++) {
      Transforms.insertNodes(
        editor,
        { type: 'table-cell', children: [{ text: '' }] },
        { at: [...here.path, row, column] },
      );
    }
    Transforms.select(editor, Editor.start(editor, [...here.path, here.row + 1, column]));
  });
}

export function removeColumn(editor: CaseEditor): void {
  const here = tableHere(editor);
  if (!here) return;
  if (here.columns === 1) {
    removeTable(editor);
    return;
  }
  Editor.withoutNormalizing(editor, () => {
    for (let row = 1; row <= here.rows; row++) Transforms.removeNodes(editor, { at: [...here.path, row, here.column] });
    Transforms.select(
      editor,
      Editor.start(editor, [...here.path, here.row + 1, Math.min(here.column, here.columns - 2)]),
    );
  });
}

export function toggleHeaderRow(editor: CaseEditor): void {
  const here = tableHere(editor);
  if (here) Transforms.setNodes(editor, { headerRows: here.table.headerRows > 0 ? 0 : 1 }, { at: here.path });
}

export function removeTable(editor: CaseEditor): void {
  const table = above(editor, ['table']);
  if (table) Transforms.removeNodes(editor, { at: table[1] });
}

/** Tab: the next cell, with a new row after the last; Shift+Tab: the one before. False outside a table. */
export function moveCell(editor: CaseEditor, way: 1 | -1): boolean {
  const here = tableHere(editor);
  if (!here) return false;
  const index = here.row * here.columns + here.column + way;
  if (index < 0) return true;
  if (index >= here.rows * here.columns)
    Transforms.insertNodes(editor, emptyRow(here.columns), { at: [...here.path, here.rows + 1] });
  const cell = [...here.path, Math.floor(index / here.columns) + 1, index % here.columns];
  if (Node.has(editor, cell)) Transforms.select(editor, Editor.range(editor, cell));
  return true;
}
