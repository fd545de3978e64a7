/** Tables as LaTeX: three rules, heads repeated on every page, columns that fit the line. */
import { lettersOf } from '../../manuscript/letters.ts';
import type { PrintedCell, PrintedTable } from '../../manuscript/types.ts';
import { runsLatex } from './runs.ts';

type Row = readonly PrintedCell[];

/** Sizes of type that LaTeX has, below that of the text, with their share of it. */
const SIZES = [
  ['\\small', 0.9],
  ['\\footnotesize', 0.8],
  ['\\scriptsize', 0.7],
] as const;

/** Mean width of a letter of Computer Modern as a share of its size; between two columns, in points. */
const LETTER = 0.5;
const GAP = 9;

interface Room {
  /** Of the line, in points. */
  readonly line: number;
  /** Of the text's type, in points. */
  readonly fontSize: number;
}

const lengthOf = (cell: PrintedCell | undefined): number => lettersOf(cell?.runs ?? []).length;

function longestWord(rows: readonly Row[], column: number): number {
  return Math.max(0, ...rows.flatMap(row => lettersOf(row[column]?.runs ?? []).split(/\s/)).map(word => word.length));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Columns in groups that fit the line, each beginning with the column that names the rows. */
function groupsOf(least: readonly number[], line: number): readonly (readonly number[])[] {
  const all = least.map((_, column) => column);
  const width = (columns: readonly number[]) => sum(columns.map(column => least[column] ?? 0)) + columns.length * GAP;
  if (width(all) <= line) return [all];
  const groups: number[][] = [];
  for (const column of all.slice(1)) {
    const last = groups.at(-1);
    if (last && width([...last, column]) <= line) last.push(column);
    else groups.push([0, column]);
  }
  return groups;
}

/** `l` and `r` where every cell fits on a line of its own; else columns of text share what numbers leave. */
function columnTypes(rows: readonly Row[], columns: readonly number[], room: Room): string {
  const letter = room.fontSize * LETTER;
  const natural = columns.map(column => Math.max(1, ...rows.map(row => lengthOf(row[column]))) * letter);
  const right = columns.map(column => rows.some(row => row[column]?.align === 'right'));
  if (sum(natural) + columns.length * GAP <= room.line) return columns.map((_, at) => (right[at] ? 'r' : 'l')).join('');
  const taken = sum(natural.filter((_, at) => right[at]));
  const texts = natural.filter((_, at) => !right[at]);
  // The square root: a column of ten times the letters gets some three times the width.
  const shares = sum(texts.map(Math.sqrt));
  const left = Math.max(room.line * 0.3, room.line - taken - columns.length * GAP);
  return natural
    .map((width, at) => {
      if (right[at]) return 'r';
      const share = Math.floor(((Math.sqrt(width) / shares) * left * 100) / room.line) / 100;
      return `>{\\raggedright\\arraybackslash}p{${Math.max(0.08, share)}\\linewidth}`;
    })
    .join('');
}

function rowLatex(row: Row, columns: readonly number[], bold: boolean): string {
  const cells = columns.map(column => {
    const cell = row[column];
    const runs = (cell?.runs ?? []).map(run => (bold ? { ...run, bold: true as const } : run));
    return runsLatex(runs, 'space');
  });
  return `${cells.join(' & ')} \\\\`;
}

/** A caption above the first head of a table, so that no page ends between them; as wide as the line, whatever the columns are. */
const captionRow = (caption: string, columns: number): string =>
  `\\multicolumn{${columns}}{@{}l@{}}{\\rlap{\\parbox[b]{\\linewidth}{\\normalsize ${caption}}}}\\\\[1ex]`;

/** A table with its caption; nothing where it has no cells. */
export function rowsLatex(table: PrintedTable, caption: string, room: Room): readonly string[] {
  const width = Math.max(0, ...table.rows.map(row => row.length));
  if (width === 0) return [];
  const columns = Array.from({ length: width }, (_, column) => column);
  const least = (share: number) =>
    columns.map(column => longestWord(table.rows, column) * room.fontSize * share * LETTER);
  const fits = SIZES.find(([, share]) => groupsOf(least(share), room.line).length === 1);
  const [size, share] = fits ?? SIZES[2];
  const inner = { line: room.line, fontSize: room.fontSize * share };
  return groupsOf(least(share), room.line).map((group, index) => {
    const heads = table.rows.slice(0, table.headerRows).map(row => rowLatex(row, group, true));
    const body = table.rows.slice(table.headerRows).map(row => rowLatex(row, group, false));
    const head = heads.length === 0 ? ['\\toprule'] : ['\\toprule', ...heads, '\\midrule'];
    return [
      '\\begingroup',
      `${size}\\setlength{\\tabcolsep}{4pt}`,
      `\\begin{longtable}[l]{@{}${columnTypes(table.rows, group, inner)}@{}}`,
      ...(index === 0 ? [captionRow(caption, group.length), ...head, '\\endfirsthead'] : []),
      ...head,
      '\\endhead',
      '\\bottomrule',
      '\\endfoot',
      ...body,
      '\\end{longtable}',
      '\\endgroup',
    ].join('\n');
  });
}
