/**
 * A table of days whose columns are parted by one space, as it is copied from a PDF or a hospital's screen: "Component 5/13/24
 * 5/14/24", then "WBC 12.5 (H) 9.8". A line is one of the table where it has as many results as there are days.
 */
import { cellsOf } from './cells.ts';
import { momentOfHead } from './columns.ts';
import { readTable } from './table/index.ts';
import type { LabOptions, RawReading } from './types.ts';

const DAY = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2}))(?:\s+(?:\d{1,2}[:h]\d{2}|[01]\d[0-5]\d|2[0-3][0-5]\d))?|[JDjd][+-]?\d{1,3}`;
const HEAD = new RegExp(String.raw`^(\p{L}[^\d]*?\s+)?((?:${DAY})(?:\s+(?:${DAY}))+)$`, 'u');
const DAYS = new RegExp(DAY, 'g');
const FLAG = String.raw`(?:\s*\((?:HH?|LL?|BB?|A|N|C|\*+)\)|\s*\*{1,3}|\s+(?:HH?|LL?)(?=\s|$))?`;
const WORD = String.raw`[1-4]\+|n[ée]g(?:ati[fv]e?)?|pos(?:iti[fv]e?)?|traces?|\+{1,4}|-{1,3}|—|NR|ND|NA`;
const RESULT = String.raw`${WORD}|(?:[<>≤≥]=?\s?)?\d+(?:[.,]\d+)*\s?%?${FLAG}`;

interface Line {
  readonly number: number;
  readonly text: string;
}

function linesOf(text: string): readonly Line[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line.replace(/[\s\u00a0\u202f]+/g, ' ').trim() }))
    .filter(({ text: line }) => line !== '');
}

interface Found {
  readonly head: number;
  readonly days: readonly string[];
  readonly row: RegExp;
}

function tableIn(lines: readonly Line[]): Found | null {
  for (const [head, { text }] of lines.slice(0, 40).entries()) {
    const [, , stated = ''] = HEAD.exec(text) ?? [];
    const days = (stated.match(DAYS) ?? []).filter(day => momentOfHead(day) !== '');
    if (days.length < 2) continue;
    const results = days.map(() => `(${RESULT})`).join(String.raw`\s+`);
    const row = new RegExp(String.raw`^([\p{L}(].*?)\s+${results}(?:\s+(\S*[/%°]\S*))?$`, 'iu');
    if (lines.slice(head + 1).some(line => row.test(line.text))) return { head, days, row };
  }
  return null;
}

/** Whether a text is such a table. */
export function isSpaced(text: string): boolean {
  return !text.slice(0, 20_000).includes('\t') && tableIn(linesOf(text.slice(0, 20_000))) !== null;
}

/** Reads it; lines that are none of the table's are kept as comments. */
export function readSpaced(text: string, options: LabOptions): RawReading {
  const lines = linesOf(text);
  const found = tableIn(lines);
  if (!found) return { results: [], warnings: [] };
  const { head, days, row } = found;
  const rows = lines.map(({ text: line }, index) => {
    if (index === head) return ['Test', ...days, 'Unit'];
    const parts = index < head ? null : row.exec(line);
    return parts ? parts.slice(1).map(part => part ?? '') : [line];
  });
  const cells = cellsOf(
    rows,
    lines.map(({ number }) => number),
  );
  const { patients: _, ...reading } = readTable({ cells }, options);
  return reading;
}
