/** Tables on paper: their caption above, three rules, and no column beyond the edge of the page. */
import type { PrintedCell, PrintedTable } from '../../manuscript/types.ts';
import type { Block } from './definition.ts';
import { acrossFrame, caption, type Frame } from './floats.ts';
import { printRuns } from './runs.ts';

/** Mean width of a letter in Source Serif 4 as a share of the size of the type, and of one in a bold word or number. */
const LETTER = 0.5;
const WIDE_LETTER = 0.58;
/** Points beside the text of a cell, left and right together. */
const AIR = 10;

/** From this many columns on, the type is smaller. */
const MANY = 7;

/** A table of so many columns is set over both columns of text even where its longest words would fit one. */
const CROWDED = 6;

/** A longer word is divided rather than given a column of its own width. */
const LONGEST_WORD = 24;

/** Above this many rows a table may run over the page. */
const TALL = 16;

type Row = readonly PrintedCell[];

const lettersOf = (cell: PrintedCell | undefined) => (cell?.runs ?? []).map(run => run.text).join('');

/** The least width of a column in points: that of its longest word that is not to be divided. */
function leastWidth(rows: readonly Row[], column: number, fontSize: number): number {
  const words = rows.flatMap(row => lettersOf(row[column]).split(/[ \n-]/));
  return Math.min(LONGEST_WORD, Math.max(0, ...words.map(word => word.length))) * WIDE_LETTER * fontSize + AIR;
}

/**
 * Columns in groups that fit the line, each beginning with the columns that name the rows (at most two, up to the first column
 * of numbers): a table of twenty days goes on below itself, as in print, instead of off the page.
 */
function groupsOf(rows: readonly Row[], width: number, frame: Frame, fontSize: number): readonly (readonly number[])[] {
  const least = Array.from({ length: width }, (_, column) => leastWidth(rows, column, fontSize));
  const sum = (columns: readonly number[]) => columns.reduce((total, column) => total + (least[column] ?? 0), 0);
  const all = least.map((_, column) => column);
  if (sum(all) <= frame.width) return [all];
  const firstNumber = all.find(column => rows.some(row => row[column]?.align === 'right')) ?? 1;
  const names = all.slice(0, Math.min(Math.max(firstNumber, 1), 2));
  const groups: number[][] = [];
  for (const column of all.slice(names.length)) {
    const last = groups.at(-1);
    if (last && sum([...last, column]) <= frame.width) last.push(column);
    else groups.push([...names, column]);
  }
  return groups;
}

/**
 * A narrow table keeps its own width and one too wide is shared out by the typesetter; one that nearly fills the line is
 * drawn out to it, by the column with the longest text.
 */
function columnWidths(rows: readonly Row[], columns: readonly number[], frame: Frame): readonly ('auto' | '*')[] {
  const letters = columns.map(column => Math.max(0, ...rows.map(row => lettersOf(row[column]).length)));
  const natural = letters.reduce((sum, count) => sum + count * LETTER * frame.fontSize + AIR, 0);
  const longest = letters.indexOf(Math.max(...letters));
  const isDrawnOut = natural > frame.width * 0.55 && natural < frame.width;
  return letters.map((_, index) => (isDrawnOut && index === longest ? '*' : 'auto'));
}

/** Some columns of a table; the head is repeated on every page that it runs over. */
function grid(block: PrintedTable, columns: readonly number[], frame: Frame, fontSize: number): Block {
  const body = block.rows.map((row, index) =>
    columns.map((column): Block => {
      const cell = row[column];
      const isHeader = cell?.header === true;
      return {
        text: printRuns(cell?.runs ?? []),
        alignment: cell?.align ?? 'left',
        ...(isHeader && index < block.headerRows ? { bold: true } : {}),
        ...(isHeader && index >= block.headerRows ? { th: 'Row' as const } : {}),
      };
    }),
  );
  return {
    table: {
      body,
      headerRows: Math.min(block.headerRows, body.length),
      widths: columnWidths(block.rows, columns, frame),
      dontBreakRows: true,
    },
    layout: 'rules',
    fontSize,
    lineHeight: 1.15,
    alignment: 'left',
    margin: [0, 0, 0, 8],
  };
}

/** Three rules, no others; the caption above and never parted from the table. */
export function table(block: PrintedTable, column: Frame): Block {
  const width = Math.max(1, ...block.rows.map(row => row.length));
  const fontSize = column.fontSize - (width >= MANY ? 2.5 : 1.5);
  const inColumn = groupsOf(block.rows, width, column, fontSize);
  const isAcross = column.line > column.width && (inColumn.length > 1 || width >= CROWDED);
  const frame = isAcross ? acrossFrame(column) : column;
  const groups = isAcross ? groupsOf(block.rows, width, frame, fontSize) : inColumn;
  const head = { ...caption(block, frame, [0, 0, 0, 4]), keepNext: true };
  return {
    stack: [head, ...groups.map(columns => grid(block, columns, frame, fontSize))],
    id: block.anchor,
    ...(block.rows.length * groups.length <= TALL ? { unbreakable: true, floating: true } : {}),
    ...(isAcross ? { across: true } : {}),
    margin: [0, 10, 0, 6],
  };
}
