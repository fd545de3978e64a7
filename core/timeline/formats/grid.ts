/** A table of cells, from delimited text or from a sheet, and where its header stands. */
import { recognisesName } from '../analytes/find.ts';
import { readUnit } from '../units/read.ts';
import { type Cells, cellsWhere } from './cells.ts';
import { isNumeric, isRange, momentOfHead, nameAndUnit, roleOfName, share } from './columns.ts';
import type { Epoch } from './xlsx/dates.ts';

export interface Grid {
  readonly cells: Cells;
  /** Name of the sheet, in a workbook. */
  readonly sheet?: string;
  /** Texts that stood in cells of numbers, and so can be read in one way only. */
  readonly numbers?: ReadonlyMap<string, number>;
  /** The calendar of a workbook, for days that are plain numbers. */
  readonly epoch?: Epoch;
}

/** Where a table's parts are: rows above it, its header (possibly of several rows), its body. */
export interface Layout {
  /** Rows above the header: patient, ward, date of the sample. */
  readonly above: readonly (readonly string[])[];
  readonly header: readonly string[];
  /** What further rows of the header say of each column. */
  readonly units: readonly string[];
  readonly ranges: readonly string[];
  readonly lows: readonly string[];
  readonly highs: readonly string[];
  /** Index of the first row of values. */
  readonly first: number;
}

const filled = (row: readonly string[]) => row.reduce((sum, cell) => (cell.trim() === '' ? sum : sum + 1), 0);

/** How much a row looks like a header: names of columns and dates speak for it, numbers against it. */
function headScore(row: readonly string[]): number {
  let score = 0;
  for (const cell of row) {
    const text = cell.trim();
    if (text === '') continue;
    if (momentOfHead(text) !== '' && !/^[+−-]?\d{1,4}$/.test(text)) score += 1;
    else if (roleOfName(text) !== null) score += 2;
    else if (nameAndUnit(text).unit !== '') score += 1;
    else if (isNumeric(text)) score -= 1;
  }
  return score;
}

/** Looks this far down for a header: laboratories print name, ward and date above their tables. */
const SEARCHED = 40;

function headerIndex(rows: readonly (readonly string[])[]): number {
  const counts = rows.slice(0, SEARCHED + 20).map(filled);
  const most = Math.max(0, ...counts);
  let best = { index: -1, score: 0 };
  for (let index = 0; index < Math.min(rows.length, SEARCHED); index++) {
    if ((counts[index] ?? 0) < Math.max(2, most * 0.5)) continue;
    const score = headScore(rows[index] as readonly string[]);
    if (score > best.score) best = { index, score };
  }
  return best.index;
}

/** Whether a first row is data: it has numbers or dates where the rows below it have them. */
function isHeadless(rows: readonly (readonly string[])[]): boolean {
  const [first = [], second = []] = rows;
  const numeric = first.filter((cell, index) => isNumeric(cell) && isNumeric(second[index] ?? '')).length;
  return numeric > 0 && first.length > 1 && first.every(cell => roleOfName(cell) === null);
}

/** Merged names, "Hémogramme" over five columns, stand once: a blank head right of a date belongs to that date. */
function withBlocks(header: readonly string[], below: readonly string[]): readonly string[] | null {
  const named = below.map(roleOfName);
  const parts = named.filter(role => role === 'value' || role === 'unit' || role === 'flag' || role === 'range');
  const dates = header.filter(cell => momentOfHead(cell) !== '' && !/^\d{1,4}$/.test(cell.trim()));
  if (parts.length < 2 || below.some(isNumeric)) return null;
  // Over "Value, Unit" stand days, or the analytes' names.
  const names = named.filter(role => role === 'value').length >= 2 ? header.filter(isAnalyte) : [];
  if (dates.length === 0 && names.length < 2) return null;
  const blockOf = dates.length > 0 ? momentOfHead : (head: string) => (isAnalyte(head) ? head : '');
  let block = '';
  const width = Math.max(header.length, below.length);
  return Array.from({ length: width }, (_, index) => {
    const head = (header[index] ?? '').trim();
    const sub = (below[index] ?? '').trim();
    if (head !== '') block = blockOf(head);
    if (block !== '' && (named[index] === 'value' || sub === '')) return block;
    return sub === '' ? head : sub;
  });
}

/** Names of groups over several columns each, "Biochimie" over CRP and sodium: the heads are the names below them. Null where they are none. */
function underGroups(header: readonly string[], below: readonly string[]): readonly string[] | null {
  const own = below.filter((cell, index) => cell.trim() !== '' && cell !== header[index]);
  const known = own.filter(isAnalyte).length;
  if (known < 2 || known * 2 <= own.length || below.some(isNumeric)) return null;
  if (header.filter(isAnalyte).length >= known || filled(header) >= filled(below)) return null;
  return below.map((cell, index) => (cell.trim() === '' ? (header[index] ?? '') : cell));
}

const isAnalyte = (cell: string) => recognisesName(nameAndUnit(cell).name);

const isClock = (cell: string) => /^\d{1,2}\s*[:h]\s*\d{0,2}(?::\d{2})?$/i.test(cell.trim());

/** What a further row of the header says: units, hours, limits; null where it is a row of values. */
function kindOfSubRow(row: readonly string[]): 'units' | 'times' | 'ranges' | 'lows' | 'highs' | null {
  const [first = '', ...rest] = row;
  const cells = rest.filter(cell => cell.trim() !== '');
  const said = roleOfName(first);
  if (cells.length === 0) return null;
  if (
    said === 'unit' ||
    (first.trim() === '' && share(cells, cell => readUnit(cell.replace(/^[([]|[)\]]$/g, '')) !== null) > 0.6)
  )
    return 'units';
  if (said === 'range' || (first.trim() === '' && share(cells, isRange) > 0.8)) return 'ranges';
  if (said === 'low') return 'lows';
  if (said === 'high') return 'highs';
  return share(cells, isClock) > 0.8 && (first.trim() === '' || said === 'time' || said === 'moment') ? 'times' : null;
}

const isRule = (cell: string) => /^[\s\-=_—–:.*+|]*$/.test(cell) && !/^\s*(?:[-+*]|\+{2,4})\s*$/.test(cell);

/** A table without what is there for the eye alone: rows of dashes, and the blank columns that a margin of bars leaves. */
export function withoutRules(cells: Cells): Cells {
  const { columns, widths, count } = cells;
  const rules = columns.map(({ texts }) => texts.map(isRule));
  const isRuleRow = (row: number) => {
    const width = widths[row] as number;
    for (let column = 0; column < width; column++)
      if (!rules[column]?.[columns[column]?.codes[row] as number]) return false;
    return true;
  };
  let ruled = false;
  for (let row = 0; row < count && !ruled; row++) ruled = isRuleRow(row);
  const blank = columns.map(({ texts }) => texts.every(text => text.trim() === ''));
  let left = 0;
  while (left < columns.length - 1 && blank[left]) left++;
  let right = columns.length;
  while (right > left + 1 && blank[right - 1]) right--;
  if (!ruled && left === 0 && right === columns.length) return cells;
  return cellsWhere(cells, ruled ? row => !isRuleRow(row) : () => true, left, right);
}

/** Rows that are looked at for the parts of a table. */
export const HEAD = SEARCHED + 30;

/** Finds the parts of a table from its first rows, {@link HEAD} of them where there are so many. */
export function layoutOf(rows: readonly (readonly string[])[]): Layout {
  const found = headerIndex(rows);
  if (found < 0 && isHeadless(rows)) {
    const width = Math.max(0, ...rows.slice(0, 50).map(row => row.length));
    const header = Array.from({ length: width }, () => '');
    return { above: [], header, units: [], ranges: [], lows: [], highs: [], first: 0 };
  }
  // "Value, Flag, Value, Flag" looks more like a header than the dates above it, which it belongs under.
  const isUnderDates = found > 0 && withBlocks(rows[found - 1] ?? [], rows[found] ?? []) !== null;
  const top = isUnderDates ? found - 1 : Math.max(found, 0);
  let header: readonly string[] = rows[top] ?? [];
  let first = top + 1;
  const below = rows[first] ?? [];
  const blocks = withBlocks(header, below) ?? underGroups(header, below);
  if (blocks) {
    header = blocks;
    first++;
  }
  const parts = {
    units: [] as readonly string[],
    ranges: [] as readonly string[],
    lows: [] as readonly string[],
    highs: [] as readonly string[],
  };
  for (let row = rows[first]; row !== undefined && first < top + 5; row = rows[first]) {
    const kind = kindOfSubRow(row);
    if (kind === null) break;
    if (kind === 'times') {
      const times = row;
      header = header.map((cell, index) =>
        isClock(times[index] ?? '') ? `${cell} ${(times[index] ?? '').trim()}` : cell,
      );
    } else parts[kind] = row;
    first++;
  }
  return { above: rows.slice(0, top), header, ...parts, first };
}
