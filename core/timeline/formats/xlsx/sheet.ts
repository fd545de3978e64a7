/** The cells of one sheet as text, as the sheet shows them. */
import type { Step } from '../types.ts';
import { type Epoch, serialText } from './dates.ts';
import { type NumberFormat, numberText } from './formats.ts';
import { attribute, itemText, xmlText } from './text.ts';

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly epoch: Epoch;
}

export interface SheetCells {
  readonly rows: readonly (readonly string[])[];
  /** The number of each row in the sheet. */
  readonly lines: readonly number[];
  /** Texts that stood in cells of numbers. */
  readonly numbers: ReadonlyMap<string, number>;
}

const PLAIN: NumberFormat = { kind: 'number', decimals: null, percent: false };

/** "BC12" → 54: the column's index, from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    const code = reference.charCodeAt(index) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** More columns than Excel has are a damaged file. */
const MOST_COLUMNS = 16_384;

/** Rows between two words of how far it is. */
const STEP = 4096;

/** Reads a sheet's XML in one pass over its letters. */
export function readSheet(
  xml: string,
  { strings, formats, epoch }: SheetContext,
  step: Step = () => undefined,
): SheetCells {
  const rows: string[][] = [];
  const lines: number[] = [];
  const numbers = new Map<string, number>();
  const dates = new Map<string, string>();
  const start = xml.indexOf('<sheetData');
  const end = xml.indexOf('</sheetData>');
  let at = start < 0 ? xml.length : start;
  const stop = end < 0 ? xml.length : end;
  let row: string[] = [];
  let line = 0;
  for (;;) {
    const open = xml.indexOf('<', at);
    if (open < 0 || open >= stop) break;
    const letter = xml.charCodeAt(open + 1);
    const after = xml.charCodeAt(open + 2);
    const isName = after === 32 || after === 62 || after === 47 || after === 10 || after === 13 || after === 9;
    if (letter === 114 && xml.startsWith('row', open + 1)) {
      const close = xml.indexOf('>', open);
      const stated = Number(attribute(xml.slice(open + 4, close), 'r') ?? 0);
      line = stated > 0 ? stated : line + 1;
      row = [];
      rows.push(row);
      if (rows.length % STEP === 0) step(open / stop);
      lines.push(line);
      at = close + 1;
    } else if (letter === 99 && isName) {
      const close = xml.indexOf('>', open);
      const isEmpty = xml.charCodeAt(close - 1) === 47;
      const tag = xml.slice(open + 2, isEmpty ? close - 1 : close);
      const finish = isEmpty ? close : xml.indexOf('</c>', close);
      if (finish < 0) break;
      const reference = attributeOf(tag, 'r');
      const column = reference === '' ? row.length : columnOf(reference);
      if (column >= 0 && column < MOST_COLUMNS) {
        while (row.length < column) row.push('');
        row[column] = isEmpty ? '' : cellText(tag, xml.slice(close + 1, finish));
      }
      at = finish + 1;
    } else at = open + 1;
  }
  mergeDown(xml, stop, rows, lines);
  return withoutBlank(rows, lines, numbers);

  function cellText(tag: string, inner: string): string {
    const type = attributeOf(tag, 't');
    if (type === 'inlineStr') return itemText(inner);
    const from = inner.indexOf('<v');
    if (from < 0) return '';
    const text = inner.slice(inner.indexOf('>', from) + 1, inner.indexOf('</v>', from));
    if (type === 's') return strings[Number(text)] ?? '';
    if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    // A formula that failed has no value.
    if (type === 'e') return '';
    if (type === 'str') return xmlText(text);
    if (type === 'd')
      return xmlText(text)
        .replace(/T00:00:00(?:\.0+)?Z?$/, '')
        .replace(/(?:\.\d+)?Z?$/, '');
    const value = Number(text);
    if (text === '' || Number.isNaN(value)) return xmlText(text);
    const style = attributeOf(tag, 's');
    const format = (style === '' ? undefined : formats[Number(style)]) ?? PLAIN;
    if (format.kind === 'date') {
      let date = dates.get(text);
      if (date === undefined) {
        date = serialText(value, epoch);
        dates.set(text, date);
      }
      return date;
    }
    const shown = numberText(value, format);
    if (!format.percent && !numbers.has(shown)) numbers.set(shown, Number(shown));
    return shown;
  }
}

/** An attribute of a cell's tag, without a pattern to compile: there are as many as cells. */
function attributeOf(tag: string, name: string): string {
  const from = tag.indexOf(` ${name}="`);
  if (from < 0) return '';
  const begin = from + name.length + 3;
  return tag.slice(begin, tag.indexOf('"', begin));
}

/** A value that stands once for several rows below each other holds for each of them; what is merged across stays where it is. */
function mergeDown(xml: string, from: number, rows: string[][], lines: readonly number[]): void {
  const merges = xml.indexOf('<mergeCells', from);
  if (merges < 0) return;
  const places = new Map(lines.map((line, index) => [line, index]));
  for (const [tag] of xml.slice(merges).matchAll(/<mergeCell\s[^>]*>/g)) {
    const [, begin = '', first = '', finish = '', last = ''] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, 'ref') ?? '') ?? [];
    const column = columnOf(begin);
    const text = rows[places.get(Number(first)) ?? -1]?.[column] ?? '';
    if (text === '' || Number(last) === Number(first) || columnOf(finish) - column > 3) continue;
    for (let line = Number(first) + 1; line <= Number(last); line++) {
      const row = rows[places.get(line) ?? -1];
      if (!row || (row[column] ?? '') !== '') continue;
      while (row.length < column) row.push('');
      row[column] = text;
    }
  }
}

function withoutBlank(
  rows: readonly string[][],
  lines: readonly number[],
  numbers: ReadonlyMap<string, number>,
): SheetCells {
  const kept = rows.flatMap((row, index) => (row.some(cell => cell !== '') ? [index] : []));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    rows: kept.map(index => {
      const row = rows[index] as string[];
      while (row.length < width) row.push('');
      return row;
    }),
    lines: kept.map(index => lines[index] ?? 0),
    numbers,
  };
}
