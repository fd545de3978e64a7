/** A laboratory's table as delimited text: long, or wide either way. What is ambiguous is asked; what is not understood is listed. */
import type { Words } from '../../outcome.ts';
import { problem } from '../../outcome.ts';
import type { Moment, Point, Series } from '../../report/types.ts';
import { orderOf } from '../moment.ts';
import { type Decimal, isEitherWay, type Quantity, readQuantity, readRange } from '../quantity.ts';
import { type DateOrder, readBareDay, readMoment } from '../read-moment.ts';
import { guessColumns, momentOfHead, nameAndUnit } from './columns.ts';
import { parseDelimited, sniffDelimiter } from './delimited.ts';
import type { ColumnRole, LabOptions, LabQuestion, LabReading } from './types.ts';

const WHY = {
  moment: { en: 'its date or day is not understood', fr: 'sa date ou son jour n’est pas compris' },
  analyte: { en: 'it names no analyte', fr: 'elle ne nomme aucune analyse' },
  twoWays: { en: 'its value can be read in two ways', fr: 'sa valeur peut se lire de deux façons' },
  date: { en: 'its date can be read in two ways', fr: 'sa date peut se lire de deux façons' },
} as const satisfies Record<string, Words>;

interface Found {
  readonly analyte: string;
  readonly unit: string;
  readonly range: Series['range'];
  readonly at: Moment;
  readonly quantity: Quantity;
  readonly flag: string;
  readonly asPrinted: string;
}

interface Reader {
  readonly momentOf: (text: string) => Moment | 'ambiguous' | 'none';
  readonly quantityOf: (text: string) => Quantity | null | 'ambiguous';
  readonly rangeOf: (text: string) => Series['range'];
  readonly nameOf: (text: string) => { readonly name: string; readonly unit: string };
  readonly found: Found[];
  readonly notUnderstood: { row: number; text: string; why: Words }[];
  readonly ambiguous: { date: string | null; decimal: string | null };
}

/** Cells that can only be read one way decide for those that could be read in two. */
function decimalOf(rows: readonly (readonly string[])[]): Decimal | undefined {
  let comma = false;
  let point = false;
  for (const row of rows)
    for (const cell of row) {
      if (comma && point) return undefined;
      if (!cell.includes(',') && !cell.includes('.')) continue;
      const [, digits = '', mark] = /^\s*[<>≤≥]?=?\s*(-?\d+([.,])\d+)(?![\d.,])/.exec(cell) ?? [];
      if (mark === undefined || isEitherWay(digits)) continue;
      if (mark === ',') comma = true;
      else point = true;
    }
  if (comma === point) return undefined;
  return comma ? 'comma' : 'point';
}

/** The same answer for the same text: columns repeat their units, ranges and dates. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

/** One date with a day above 12 decides the order for all. */
function dateOrderOf(cells: readonly string[]): DateOrder | undefined {
  const pairs = cells
    .map(cell => /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(cell.trim()))
    .filter(found => found !== null);
  if (pairs.some(found => Number(found[1]) > 12)) return 'day-month';
  if (pairs.some(found => Number(found[2]) > 12)) return 'month-day';
  return undefined;
}

const cellOf = (row: readonly string[], roles: readonly ColumnRole[], role: ColumnRole) => {
  const index = roles.indexOf(role);
  return index < 0 ? '' : (row[index] ?? '').trim();
};

function rangeOf(
  row: readonly string[],
  roles: readonly ColumnRole[],
  { quantityOf, rangeOf: read }: Reader,
): Series['range'] {
  const low = quantityOf(cellOf(row, roles, 'low'));
  const high = quantityOf(cellOf(row, roles, 'high'));
  const stated = read(cellOf(row, roles, 'range'));
  const number = (quantity: typeof low) =>
    quantity !== null && quantity !== 'ambiguous' ? (quantity.value ?? undefined) : undefined;
  const ends = { low: number(low) ?? stated.low, high: number(high) ?? stated.high };
  return {
    ...(ends.low === undefined ? {} : { low: ends.low }),
    ...(ends.high === undefined ? {} : { high: ends.high }),
  };
}

/** Reads one value at one moment; says what stands in its way. */
function readCell(
  reader: Reader,
  row: number,
  text: string,
  momentText: string,
  rest: Omit<Found, 'at' | 'quantity' | 'asPrinted'>,
): void {
  const asPrinted = text.trim();
  if (asPrinted === '') return;
  const no = (why: Words) =>
    reader.notUnderstood.push({ row, text: `${rest.analyte} ${momentText} ${asPrinted}`.trim(), why });
  if (rest.analyte === '') return void no(WHY.analyte);
  const at = reader.momentOf(momentText);
  if (at === 'ambiguous') {
    reader.ambiguous.date ??= momentText;
    return void no(WHY.date);
  }
  if (at === 'none') return void no(WHY.moment);
  const quantity = reader.quantityOf(asPrinted);
  if (quantity === 'ambiguous') {
    reader.ambiguous.decimal ??= asPrinted;
    return void no(WHY.twoWays);
  }
  if (quantity === null) return;
  reader.found.push({ ...rest, at, quantity, asPrinted });
}

function readRows(
  header: readonly string[],
  body: readonly (readonly string[])[],
  shape: LabReading['shape'],
  roles: readonly ColumnRole[],
  reader: Reader,
  firstRow: number,
): void {
  const columns = roles.flatMap((role, index) => (role === 'values' ? [index] : []));
  const heads = header.map(nameAndUnit);
  const moments = header.map(momentOfHead);
  const momentColumn = roles.indexOf('moment');
  body.forEach((row, index) => {
    const number = firstRow + index;
    const range = rangeOf(row, roles, reader);
    const flag = cellOf(row, roles, 'flag');
    if (shape === 'wide-analytes') {
      const moment = (row[momentColumn] ?? '').trim();
      for (const column of columns) {
        const { name, unit } = heads[column] ?? { name: '', unit: '' };
        readCell(reader, number, row[column] ?? '', moment, { analyte: name, unit, range: {}, flag });
      }
      return;
    }
    const { name, unit } = reader.nameOf(cellOf(row, roles, 'analyte'));
    const rest = { analyte: name, unit: cellOf(row, roles, 'unit') || unit, range, flag };
    if (shape === 'long') readCell(reader, number, cellOf(row, roles, 'value'), cellOf(row, roles, 'moment'), rest);
    else for (const column of columns) readCell(reader, number, row[column] ?? '', moments[column] ?? '', rest);
  });
}

/** Letters and digits of a name, for ids that stay the same from one import to the next. */
const slug = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'x';

function inOrder(found: readonly Found[]): readonly Found[] {
  const time = { dayZeroIs: '', show: 'days' as const };
  return found
    .map(one => ({ one, order: orderOf(one.at, time) }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one);
}

function seriesOf(found: readonly Found[]): readonly Series[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const unit = one.unit || one.quantity.unit || '';
    const key = `${one.analyte.toLowerCase()}|${unit}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const used = new Set<string>();
  return [...groups.values()].map(group => {
    const [first] = group as [Found, ...Found[]];
    const unit = first.unit || first.quantity.unit || '';
    let id = slug(first.analyte);
    for (let n = 2; used.has(id); n++) id = `${slug(first.analyte)}-${n}`;
    used.add(id);
    const times = new Map<string, number>();
    const points = inOrder(group).map((one): Point => {
      const moment = 'date' in one.at ? one.at.date : `d${one.at.day}`;
      const count = (times.get(moment) ?? 0) + 1;
      times.set(moment, count);
      const flag = one.flag || one.quantity.flag || '';
      return {
        id: count === 1 ? moment : `${moment}-${count}`,
        at: one.at,
        value: one.quantity.value,
        ...(one.quantity.comparator ? { comparator: one.quantity.comparator } : {}),
        ...(flag === '' ? {} : { flag }),
        asPrinted: one.asPrinted,
      };
    });
    const range = group.find(one => one.range.low !== undefined || one.range.high !== undefined)?.range ?? {};
    return { id, analyte: first.analyte, unit, range, points };
  });
}

function questionsOf(reader: Reader, series: readonly Series[]): readonly LabQuestion[] {
  const questions: LabQuestion[] = [];
  if (reader.ambiguous.date !== null) {
    questions.push({
      kind: 'date-order',
      words: {
        en: 'Is the day or the month first in these dates?',
        fr: 'Dans ces dates, le jour ou le mois est-il en premier\u202f?',
      },
      sample: reader.ambiguous.date,
    });
  }
  if (reader.ambiguous.decimal !== null) {
    questions.push({
      kind: 'decimal',
      words: {
        en: 'Which sign comes before decimals in this file?',
        fr: 'Dans ce fichier, quel signe précède les décimales\u202f?',
      },
      sample: reader.ambiguous.decimal,
    });
  }
  const names = series.map(({ analyte }) => analyte.toLowerCase());
  const doubled = series.find(({ analyte }, index) => names.indexOf(analyte.toLowerCase()) !== index);
  if (doubled) {
    questions.push({
      kind: 'unit',
      words: {
        en: `${doubled.analyte} comes in two units and makes two series.`,
        fr: `${doubled.analyte} figure en deux unités et donne deux séries.`,
      },
      sample: doubled.unit,
    });
  }
  return questions;
}

/** Where the table begins: laboratories print name, ward and date above it, in fewer cells. */
function headerRow(rows: readonly (readonly string[])[]): number {
  const filled = rows.slice(0, 50).map(row => row.filter(cell => cell.trim() !== '').length);
  const most = Math.max(0, ...filled);
  const first = filled.findIndex(count => count >= Math.max(2, most * 0.6));
  return Math.max(first, 0);
}

/** Reads delimited text. The first row with as many cells as the rest is the header. */
export function readDelimitedLabs(text: string, options: LabOptions): LabReading {
  const rows = parseDelimited(text, sniffDelimiter(text));
  const top = headerRow(rows);
  const [header = [], ...body] = rows.slice(top);
  const { shape, roles } = guessColumns(header, body, options);
  const dates = shape === 'wide-moments' ? header.map(momentOfHead) : body.map(row => cellOf(row, roles, 'moment'));
  const decimal = options.decimal ?? decimalOf(body);
  const order = options.dateOrder ?? dateOrderOf(dates);
  const reader: Reader = {
    momentOf: remembered(text => readMoment(text, order) ?? readBareDay(text) ?? 'none'),
    quantityOf: remembered(text => readQuantity(text, decimal)),
    rangeOf: remembered(text => readRange(text, decimal)),
    nameOf: remembered(nameAndUnit),
    found: [],
    notUnderstood: [],
    ambiguous: { date: null, decimal: null },
  };
  readRows(header, body, shape, roles, reader, top + 2);
  const series = seriesOf(reader.found);
  const unitless = series.filter(({ unit, points }) => unit === '' && points.some(({ value }) => value !== null));
  return {
    shape,
    columns: header.map((name, index) => ({
      name: name.trim() || String(index + 1),
      role: roles[index] ?? 'ignore',
      samples: body.slice(0, 3).map(row => row[index] ?? ''),
    })),
    series,
    values: reader.found.length,
    notUnderstood: reader.notUnderstood,
    questions: questionsOf(reader, series),
    warnings: unitless.map(({ analyte }) =>
      problem(
        'lab.unit',
        { en: `${analyte} has no unit.`, fr: `${analyte} n’a pas d’unité.` },
        {
          en: 'It was read all the same. Type the unit in the table of values.',
          fr: 'La série a été lue quand même. Saisissez l’unité dans le tableau des valeurs.',
        },
      ),
    ),
  };
}
