/** Rows of a pasted table, each as long as the others: a merged cell is one that holds its text, and empty ones. */
import type { Inline, TableCell, TableRow } from '../../../core/report/document.ts';
import type { Changes } from './changes.ts';
import { isFilled, isLetters } from './lines.ts';
import { isHidden, type Tag, tagsIn } from './tree.ts';

/** The rows of a table itself, without those of tables in its cells. */
export function rowTags(table: Tag): readonly Tag[] {
  return tagsIn(table).flatMap(child => {
    if (child.name === 'tr') return isHidden(child) ? [] : [child];
    return ['thead', 'tbody', 'tfoot', 'google-sheets-html-origin'].includes(child.name) ? rowTags(child) : [];
  });
}

export const cellTags = (row: Tag): readonly Tag[] =>
  tagsIn(row).filter(cell => (cell.name === 'td' || cell.name === 'th') && !isHidden(cell));

/** More columns or rows than any table of a report has are a mistake of the page. */
const WIDEST = 100;
const LONGEST = 5000;

const span = (cell: Tag, name: 'colspan' | 'rowspan', most: number): number =>
  Math.min(Math.max(1, Math.floor(Number(cell.attributes[name])) || 1), most);

const emptyCell = (): TableCell => ({ type: 'table-cell', children: [{ text: '' }] });

/** What the cells hold is read by `read`. */
export function rowsOf(table: Tag, read: (cell: Tag) => Inline[], changes: Changes): TableRow[] {
  /** Cells above that reach down into a row, by their column. */
  let below = new Map<number, number>();
  const rows = rowTags(table).map((row): TableRow => {
    const cells: TableCell[] = [];
    const next = new Map<number, number>();
    const fillDown = () => {
      for (let left = below.get(cells.length); left !== undefined; left = below.get(cells.length)) {
        if (left > 1) next.set(cells.length, left - 1);
        cells.push(emptyCell());
      }
    };
    for (const cell of cellTags(row)) {
      fillDown();
      const across = span(cell, 'colspan', WIDEST);
      const down = span(cell, 'rowspan', LONGEST);
      if (across > 1 || down > 1) changes.merged++;
      for (let column = 0; column < across; column++) {
        if (down > 1) next.set(cells.length, down - 1);
        cells.push(column === 0 ? { type: 'table-cell', children: read(cell) } : emptyCell());
      }
    }
    fillDown();
    below = next;
    return { type: 'table-row', children: cells };
  });
  return withoutMargins(rows);
}

const isEmptyCell = (cell: TableCell | undefined): boolean => cell === undefined || !isFilled(cell.children);

/** Without the empty rows and columns at the end that a generous selection brings. */
function withoutMargins(rows: readonly TableRow[]): TableRow[] {
  const width = Math.max(0, ...rows.map(({ children }) => children.findLastIndex(cell => !isEmptyCell(cell)) + 1));
  const height = rows.findLastIndex(({ children }) => children.some(cell => !isEmptyCell(cell))) + 1;
  return rows.slice(0, height).map(row => ({
    ...row,
    children: Array.from({ length: width }, (_, column) => row.children[column] ?? emptyCell()),
  }));
}

const wordsOf = ({ children }: TableCell): string =>
  children
    .map(child =>
      isLetters(child) ? child.text : 'children' in child ? child.children.map(({ text }) => text).join('') : '',
    )
    .join('')
    .trim();

const isNumber = (text: string) => /^[<>≤≥=~]?\s*[-−+]?\d[\d\s.,:/%-]*$/.test(text);

/** Whether the first row names the columns where its page does not say so: bold throughout, or words above numbers. */
export function looksLikeHead([first, ...others]: readonly TableRow[]): boolean {
  if (!first || others.length === 0) return false;
  const filled = first.children.filter(cell => !isEmptyCell(cell));
  if (filled.length === 0) return false;
  const letters = filled.flatMap(({ children }) => children.filter(isLetters)).filter(({ text }) => text.trim() !== '');
  if (letters.length > 0 && letters.every(({ bold }) => bold)) return true;
  return (
    filled.every(cell => !isNumber(wordsOf(cell))) &&
    others.some(({ children }) => children.slice(1).some(cell => isNumber(wordsOf(cell))))
  );
}
