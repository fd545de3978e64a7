/** Tables in Word: a head that repeats, rows that do not break, three lines. */
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { lettersOf } from '../../core/manuscript/letters.ts';
import type { PrintedCell, PrintedTable } from '../../core/manuscript/types.ts';
import type { WordContext } from './context.ts';
import { printRuns } from './runs.ts';
import { STYLE, twips } from './styles.ts';

/** Mean width of a letter as a share of the size of the type, and of one in a bold word or number. */
const LETTER = 0.5;
const WIDE_LETTER = 0.58;
/** Points beside the text of a cell, left and right together. */
const AIR = 10;
/** From this many columns on, the type is smaller. */
const MANY = 7;
const SMALLEST = 6.5;

type Rows = readonly (readonly PrintedCell[])[];

const columnsOf = (rows: Rows) => Math.max(1, ...rows.map(row => row.length));

/** Least width of each column (its longest word), and the one it would like (its longest text), in points. */
function widthsOf(rows: Rows, fontSize: number) {
  return Array.from({ length: columnsOf(rows) }, (_, column) => {
    const texts = rows.map(row => lettersOf(row[column]?.runs ?? []));
    const word = Math.max(0, ...texts.flatMap(text => text.split(/[ \n-]/).map(({ length }) => length)));
    const text = Math.max(0, ...texts.map(({ length }) => length));
    const least = word * WIDE_LETTER * fontSize + AIR;
    return { least, natural: Math.max(least, text * LETTER * fontSize + AIR) };
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Whether a table needs the length of the page for its line. */
export function isWide({ rows }: PrintedTable, { width, template }: WordContext): boolean {
  return sum(widthsOf(rows, template.page.fontSize - 2.5).map(({ least }) => least)) > width;
}

/** Widths in points that fill at most the line: each column its longest word, what is left by what it would like. */
function shared(rows: Rows, fontSize: number, line: number): readonly number[] {
  const widths = widthsOf(rows, fontSize);
  const natural = sum(widths.map(width => width.natural));
  if (natural <= line) {
    // A table that nearly fills the line is drawn out to it.
    const factor = natural > line * 0.55 ? line / natural : 1;
    return widths.map(width => width.natural * factor);
  }
  const least = sum(widths.map(width => width.least));
  if (least >= line) return widths.map(width => (width.least * line) / least);
  const wanted = natural - least;
  return widths.map(width => width.least + ((line - least) * (width.natural - width.least)) / wanted);
}

/** A table of at most so many rows is kept on one page. */
const SHORT = 16;

/** The grid without its caption. */
export function tableGrid({ rows, headerRows }: PrintedTable, context: WordContext): Table {
  const { fontSize } = context.template.page;
  const columns = columnsOf(rows);
  const wanted = fontSize - (columns >= MANY ? 2.5 : 1.5);
  const least = sum(widthsOf(rows, wanted).map(width => width.least));
  const points = least <= context.width ? wanted : Math.max(SMALLEST, (wanted * context.width) / least);
  const widths = shared(rows, points, context.width).map(twips);
  const head = Math.min(headerRows, rows.length);
  const cells = (row: readonly PrintedCell[], index: number) =>
    Array.from({ length: columns }, (_, column) => {
      const cell = row[column];
      const look = { size: Math.round(points * 2), ...(cell?.header && index < head ? { bold: true } : {}) };
      return new TableCell({
        width: { size: widths[column] ?? 0, type: WidthType.DXA },
        ...(index === head - 1 ? { borders: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'auto' } } } : {}),
        children: [
          new Paragraph({
            style: STYLE.cell,
            keepNext: rows.length <= SHORT && index < rows.length - 1,
            alignment: { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }[
              cell?.align ?? 'left'
            ],
            children: printRuns(cell?.runs ?? [], context, look),
          }),
        ],
      });
    });
  return new Table({
    style: STYLE.table,
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: {
      firstRow: head > 0,
      firstColumn: rows.some(row => row[0]?.header === true),
      noHBand: true,
      noVBand: true,
    },
    rows: rows.map(
      (row, index) => new TableRow({ cantSplit: true, tableHeader: index < head, children: cells(row, index) }),
    ),
  });
}
