/** A table whose columns are parted by spaces alone, as terminals and old laboratory systems print it. */
import { cellsOf } from './cells.ts';
import { momentOfHead, roleOfName } from './columns.ts';
import { readTable } from './table/index.ts';
import type { LabOptions, RawReading } from './types.ts';

/** Lines looked at to find the columns. */
const LOOKED = 400;

interface Printed {
  readonly number: number;
  readonly text: string;
}

function linesOf(text: string): readonly Printed[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.replace(/[\u00a0\u202f]/g, ' ').trimEnd() }))
    .filter(({ text: line }) => line.trim() !== '');
}

/** Whether a line heads a table: names of columns, or an analyte's name and days. */
function headsTable(line: string): boolean {
  const cells = line.trim().split(/ {2,}/);
  if (cells.length < 2 || line.includes('\t')) return false;
  // "Collected: 13/05/2024   Received: …" names what it says itself, and heads nothing.
  const named = cells.map(cell => (/\d/.test(cell) ? null : roleOfName(cell))).filter(role => role !== null);
  const isDay = (cell: string) => momentOfHead(cell) === cell;
  const dated = cells.filter(isDay).length;
  if (named.includes('analyte')) return new Set(named).size >= 2 || dated > 0;
  return named.includes('moment') ? cells.length >= 3 : dated >= 2 && dated >= cells.length - 1;
}

/** Where the columns begin: two spaces or more that no line of the table writes in. Empty where there are none. */
function columnStarts(lines: readonly Printed[]): readonly number[] {
  const width = Math.max(0, ...lines.map(({ text }) => text.length));
  const written = new Uint8Array(width);
  for (const { text } of lines)
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== 32) written[at] = 1;
  const starts: number[] = [];
  for (let at = 0; at < width; at++)
    if (written[at] === 1 && (starts.length === 0 || (written[at - 1] === 0 && written[at - 2] === 0))) starts.push(at);
  return starts;
}

interface Found {
  readonly lines: readonly Printed[];
  readonly head: number;
  readonly starts: readonly number[];
}

function tableIn(text: string): Found | null {
  const lines = linesOf(text);
  const head = lines.slice(0, 40).findIndex(({ text: line }) => headsTable(line));
  if (head < 0) return null;
  // Footnotes run across columns: lines of one run of words are none of the table's.
  const rows = lines.slice(head, head + LOOKED).filter(({ text: line }) => / {2,}\S/.test(line.trimStart()));
  const starts = columnStarts(rows);
  const heads = (lines[head]?.text ?? '').trim().split(/ {2,}/).length;
  // Where rows write across their columns, as copies of a PDF do, they are read one by one as a report's.
  return rows.length >= 2 && starts.length >= Math.max(2, heads) ? { lines, head, starts } : null;
}

/** Whether a text is such a table. */
export function isFixedWidth(text: string): boolean {
  // Leaders, "CRP ........ 60 mg/L", are a printed report's.
  const begin = text.slice(0, 40_000);
  if (begin.includes('\t') || !/\S {2,}\S/.test(begin)) return false;
  return !/\.{4,}|(?: \.){3,}|…{2,}|_{4,}/.test(begin) && tableIn(begin) !== null;
}

/** Reads it; columns are found by what stands below each other, so that blank cells keep their place. */
export function readFixedWidth(text: string, options: LabOptions): RawReading {
  const found = tableIn(text);
  if (!found) return { results: [], warnings: [] };
  const { lines, head, starts } = found;
  const rows = lines.map(({ text: line }, index) =>
    index < head || !/ {2,}\S/.test(line.trimStart())
      ? [line.trim()]
      : starts.map((from, column) => line.slice(from, starts[column + 1]).trim()),
  );
  const { patients: _, ...reading } = readTable(
    {
      cells: cellsOf(
        rows,
        lines.map(({ number }) => number),
      ),
    },
    options,
  );
  return reading;
}
