/** A laboratory's table: long, or wide either way. What is ambiguous is asked; what is not understood is said. */
import type { Moment, Series } from '../../report/types.ts';
import { comparatorOf, type Decimal, isEitherWay, type Quantity, readQuantity, readRange } from '../quantity.ts';
import { hasSeveralRanges } from '../quantity-range.ts';
import { type DateOrder, dateOrderOf, type ReadTime, readBareDay, readTime, readYearless } from '../read-moment.ts';
import { type Cells, rowAt, rowsOf, textAt, textsFrom } from './cells.ts';
import { BESIDE_VALUE, guessColumns, momentOfHead, nameAndUnit, roleOfName } from './columns.ts';
import { type Grid, HEAD, type Layout, layoutOf, withoutRules } from './grid.ts';
import { shapeKey, withRemembered } from './memory.ts';
import { dateChoices, decimalChoices, ofFile, serialChoices, yearChoices } from './questions.ts';
import { saysCorrected, statusOf } from './status.ts';
import {
  type ColumnRole,
  EVERYBODY,
  type LabOptions,
  type LabQuestion,
  type LabResult,
  type LabWarning,
  type Place,
  type RawReading,
  type ResultStatus,
  type Shape,
  type Step,
} from './types.ts';
import { warning } from './warnings.ts';
import { isSerial, serialText } from './xlsx/dates.ts';

/** The same answer for the same text: columns repeat their units, ranges and dates. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let last = '\0';
  let value: T;
  return text => {
    if (text === last) return value;
    last = text;
    value = recall(text);
    return value;
  };
  function recall(text: string): T {
    const there = known.get(text);
    if (there !== undefined) return there;
    const made = read(text);
    known.set(text, made);
    return made;
  }
}

/** Cells that can only be read one way decide for those that could be read in two. */
export function decimalOf(rows: readonly (readonly string[])[]): Decimal | undefined {
  let comma = false;
  let point = false;
  for (const row of rows)
    for (const cell of row) {
      if (comma && point) return undefined;
      // What is known needs no second proof: in most files nothing is left to look at after a few rows.
      if (!(comma ? false : cell.includes(',')) && !(point ? false : cell.includes('.'))) continue;
      const [, digits = '', mark] = /^\s*[<>≤≥]?=?\s*(-?\d+([.,])\d+)(?![\d.,/:])/.exec(cell) ?? [];
      if (mark === undefined || isEitherWay(digits)) continue;
      if (mark === ',') comma = true;
      else point = true;
    }
  if (comma === point) return undefined;
  return comma ? 'comma' : 'point';
}

type Time = ReadTime | 'ambiguous' | 'yearless' | 'none';

/** Everything that reading the rows of one table needs and gathers. */
interface Walk {
  readonly momentOf: (text: string) => Time;
  readonly quantityOf: (text: string) => Quantity | null | 'ambiguous';
  readonly rangeOf: (text: string) => Series['range'];
  readonly nameOf: (text: string) => { readonly name: string; readonly unit: string };
  readonly isSummary: (name: string) => boolean;
  readonly placeOf: (row: number) => Place;
  readonly results: LabResult[];
  readonly warnings: LabWarning[];
  readonly patients: Set<string>;
  /** Whose rows are read; absent for all. */
  readonly patient: string | undefined;
  /** A date that stands above the table, for tables without dates. */
  readonly fallback: ReadTime | null;
  readonly step: Step;
  specimen: string;
  usedFallback: boolean;
}

/** Rows of values that columns are guessed from. */
const SAMPLE = 200;

/** Rows between two words of how far it is. */
const STEP = 4096;

/** Each row of values with its number in the table. */
function eachRow(walk: Walk, { layout, cells }: Table, read: (row: number) => void): void {
  for (let row = layout.first; row < cells.count; row++) {
    if (row % STEP === STEP - 1) walk.step(row / cells.count);
    read(row);
  }
}

interface Cell {
  readonly row: number;
  /** Where other columns say what was printed: read already. */
  readonly quantity: Quantity | null;
  readonly printed: string;
  readonly moment: string;
  readonly analyte: string;
  readonly unit: string;
  readonly range: Series['range'];
  readonly flag: string;
  readonly status: ResultStatus | null;
  /** Empty where none is stated. */
  readonly loinc: string;
  readonly specimen: string;
}

const NO_RANGE: Series['range'] = {};

/** The moment of a value; where it has none, what the user can say of it. */
function timeOf(walk: Walk, moment: string): ReadTime | LabResult['undated'] {
  if (moment === '') {
    if (!walk.fallback) return { kind: 'date-missing', text: '' };
    walk.usedFallback = true;
    return walk.fallback;
  }
  const time = walk.momentOf(moment);
  // Asked for the whole table.
  if (time === 'ambiguous' || time === 'yearless') return undefined;
  return time === 'none' ? { kind: 'date-not-read', text: moment } : time;
}

/** A row of twenty values has one date: what is wrong with it is said once. */
function sayOnce(walk: Walk, said: LabWarning): void {
  const last = walk.warnings.at(-1);
  if (last?.kind === said.kind && last.where === said.where && last.sample === said.sample) return;
  walk.warnings.push(said);
}

/** Reads one value; whatever is printed is kept, and what stands in its way is said. */
function readCell(walk: Walk, cell: Cell): void {
  const { row, analyte } = cell;
  const asPrinted = trimmed(cell.printed);
  if (asPrinted === '') return;
  if (walk.isSummary(analyte)) {
    sayOnce(walk, warning('row-not-read', walk.placeOf(row), `${analyte} · ${asPrinted}`));
    return;
  }
  if (analyte === '') {
    walk.warnings.push(
      warning('analyte-missing', walk.placeOf(row), [cell.moment, asPrinted, cell.unit].filter(Boolean).join(' ')),
    );
    return;
  }
  const read = cell.quantity ?? walk.quantityOf(asPrinted);
  if (read === null) return;
  const quantity: Quantity = read === 'ambiguous' ? { value: null } : read;
  if (quantity.note !== undefined && quantity.value !== null)
    walk.warnings.push(warning('comment', walk.placeOf(row), quantity.note, analyte));
  const specimen = cell.specimen || walk.specimen;
  const status = cell.status ?? (quantity.note !== undefined && saysCorrected(quantity.note) ? 'corrected' : null);
  const { unit, range, flag, loinc } = cell;
  const { at, stated, undated } = placed(walk, cell.moment);
  const result = { analyte, unit, at, stated, quantity, asPrinted, flag, range, status, place: walk.placeOf(row) };
  walk.results.push(withRest(result, loinc, specimen, undated));
}

/** Where a printed moment puts a value. */
interface Placed {
  readonly at: Moment | null;
  readonly stated: string | null;
  readonly undated: LabResult['undated'];
}

function placed(walk: Walk, moment: string): Placed {
  const found = timeOf(walk, moment);
  if (!found) return { at: null, stated: null, undated: undefined };
  if (!('at' in found)) return { at: null, stated: null, undated: found };
  const { at, stated } = found;
  return { at, stated, undated: at === null ? { kind: 'date-partial', text: moment } : undefined };
}

/** A result with what few results have: a code, a specimen, a date that is missing. */
function withRest(result: LabResult, loinc: string, specimen: string, undated: LabResult['undated']): LabResult {
  if (loinc === '' && specimen === '' && undated === undefined) return result;
  return {
    ...result,
    ...(loinc && { loinc }),
    ...(specimen && { specimen }),
    ...(undated && { undated }),
  };
}

/** A title between rows that names a specimen holds for the rows below it: "URINES", "Biochimie sanguine". */
function specimenOfTitle(title: string): string | null {
  if (/\burin/i.test(title)) return 'urine';
  if (/\b(?:lcr|csf|c[ée]phalo|cerebro)/i.test(title)) return 'csf';
  if (/^[\p{L}\s'’()-]{4,40}$/u.test(title)) return '';
  return null;
}

/** What sums up a table is no analyte: "Total", "Moyenne", "n =". */
const SUMMARY =
  /^(?:(?:sous-?|sub-?|grand )?tota(?:l|ux)|total g[ée]n[ée]ral|sommes?|sums?|moyennes?|means?|average|m[ée]dianes?|medians?|[ée]cart[- ]type|std\.?(?: dev\.?)?|sd|nombre(?: de .*)?|count|number of .*|n\s*=?)\s*:?$/i;

/** A row without values: a title, a footnote, or an analyte without its result. */
function readWordsRow(walk: Walk, row: number, cells: readonly string[], analyte: string, isLong: boolean): void {
  const words = cells.map(cell => cell.trim()).filter(cell => cell !== '');
  if (words.length === 0) return;
  if (words.length === 1) {
    const specimen = specimenOfTitle(words[0] as string);
    if (specimen !== null) {
      walk.specimen = specimen;
      if (specimen !== '') return;
    }
    walk.warnings.push(warning('comment', walk.placeOf(row), words[0]));
    return;
  }
  if (isLong && analyte !== '') walk.warnings.push(warning('no-result', walk.placeOf(row), '', analyte));
  else if (!isLong && analyte !== '') walk.warnings.push(warning('no-result', walk.placeOf(row), '', analyte));
  else walk.warnings.push(warning('row-not-read', walk.placeOf(row), words.join(' · ')));
}

interface Table {
  readonly layout: Layout;
  readonly cells: Cells;
  readonly roles: readonly ColumnRole[];
}

/** Trimmed; most cells have nothing to trim, and a new string for each would be most of the work. */
function trimmed(text: string): string {
  const end = text.length - 1;
  if (end < 0) return text;
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(end)];
  return first > 32 && first < 127 && last > 32 && last < 127 ? text : text.trim();
}

/** What a row has at a place; −1 is a column that the table does not have. */
function cellAt(row: readonly string[], index: number): string {
  return index < 0 ? '' : trimmed(row[index] ?? '');
}

const NO_NAME = { name: '', unit: '' };

/** Indexes of the columns by role, once for all rows. */
function columnsOf(roles: readonly ColumnRole[]) {
  const indexes: Partial<Record<ColumnRole, number>> = {};
  roles.forEach((role, index) => {
    indexes[role] ??= index;
  });
  const indexOf = (role: ColumnRole) => indexes[role] ?? -1;
  const cell = (row: readonly string[], role: ColumnRole) => cellAt(row, indexOf(role));
  const values = roles.flatMap((role, index) => (role === 'values' ? [index] : []));
  /** A cell that stands beside one value: of the columns between it and the next where each value has its own, else the row's. */
  const beside = (row: readonly string[], role: ColumnRole, value: number) => {
    if (roles.indexOf(role) === roles.lastIndexOf(role)) return cell(row, role);
    const next = values.find(index => index > value) ?? roles.length;
    const own = roles.findIndex((each, index) => each === role && index > value && index < next);
    return own < 0 ? '' : (row[own] ?? '').trim();
  };
  return { cell, indexOf, values, beside };
}

/** The range that a row states: in two columns or in one; what gives no range is said. */
function rangeOfRow(
  walk: Walk,
  row: number,
  low: string,
  high: string,
  stated: string,
  analyte: string,
): Series['range'] {
  if (low === '' && high === '' && stated === '') return NO_RANGE;
  const number = (text: string) => {
    const quantity = text === '' ? null : walk.quantityOf(text);
    return quantity === null || quantity === 'ambiguous' ? undefined : (quantity.value ?? undefined);
  };
  const range = stated === '' ? NO_RANGE : walk.rangeOf(stated);
  const ends = { low: number(low) ?? range.low, high: number(high) ?? range.high };
  if (ends.low === undefined && ends.high === undefined) {
    if (stated !== '' && /\d/.test(stated) && (hasSeveralRanges(stated) || analyte !== ''))
      walk.warnings.push(warning('range-not-read', walk.placeOf(row), stated, analyte));
    return NO_RANGE;
  }
  if (ends.low === range.low && ends.high === range.high) return range;
  return {
    ...(ends.low === undefined ? {} : { low: ends.low }),
    ...(ends.high === undefined ? {} : { high: ends.high }),
  };
}

const joined = (date: string, time: string) => (time === '' || /\d[:h]\d/.test(date) ? date : `${date} ${time}`);

/**
 * A number with its sign and its text in columns of their own, as data are written: the number has a decimal point, or a comma,
 * and never thousands.
 */
function numberApart(written: string, sign: string, printed: string): { printed: string; quantity?: Quantity } {
  const plain = written.replace(',', '.');
  const value = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
  if (value === null) return { printed: printed || `${sign}${written}` };
  const comparator = comparatorOf(sign) ?? comparatorOf(/^[<>≤≥]=?/.exec(printed)?.[0] ?? '');
  return { printed: printed || `${sign}${written}`, quantity: { value, ...(comparator && { comparator }) } };
}

/** A column with its texts trimmed, and what is made of each of them once. */
interface Known {
  readonly codes: Uint32Array;
  readonly texts: readonly string[];
}

function knownColumn({ columns }: Cells, index: number): Known | null {
  const there = columns[index];
  return there ? { codes: there.codes, texts: there.texts.map(trimmed) } : null;
}

const told = (column: Known | null, row: number): string =>
  column === null ? '' : (column.texts[column.codes[row] as number] as string);

/** What is made of a column's texts, each the first time it is met. */
function madeOf<T>(column: Known | null, make: (text: string) => T): (row: number) => T {
  if (column === null) {
    const made = make('');
    return () => made;
  }
  const { codes, texts } = column;
  const known: (T | undefined)[] = new Array(texts.length).fill(undefined);
  return row => {
    const code = codes[row] as number;
    const there = known[code];
    if (there !== undefined) return there;
    const made = make(texts[code] as string);
    known[code] = made;
    return made;
  };
}

function walkLong(walk: Walk, table: Table): void {
  const { roles, cells } = table;
  const { indexOf } = columnsOf(roles);
  const others = roles.flatMap((role, index) => (role === 'value' ? [index] : [])).slice(1);
  const isApart = roles.includes('printed') || roles.includes('comparator');
  // Looked up once: a file has tens of thousands of rows.
  const column = (role: ColumnRole) => knownColumn(cells, indexOf(role));
  const [values, units, moments, times] = [column('value'), column('unit'), column('moment'), column('time')];
  const [lows, highs, ranges, flags] = [column('low'), column('high'), column('range'), column('flag')];
  const [comparators, prints, specimens] = [column('comparator'), column('printed'), column('specimen')];
  const [comments, patients] = [column('comment'), column('patient')];
  const [earlierValues, earlierMoments] = [column('earlier-value'), column('earlier-moment')];
  const nameOf = madeOf(column('analyte'), text => {
    const named = text === '' ? NO_NAME : walk.nameOf(text);
    return { ...named, isPlain: named.name !== '' && !walk.isSummary(named.name) };
  });
  const quantityOf = madeOf(values, text => (text === '' ? NOTHING : (walk.quantityOf(text) ?? NOTHING)));
  const placeOf = madeOf(moments, text => (text === '' ? NOWHERE : placed(walk, text)));
  const rangeOf = madeOf(ranges, text => (text === '' ? NO_RANGE : walk.rangeOf(text)));
  const statusAt = madeOf(column('status'), text => ({ is: text === '' ? null : statusOf(text) }));
  const loincAt = madeOf(column('loinc'), text => (/^\d{1,6}-\d$/.test(text) ? text : ''));
  const isRanged = lows !== null || highs !== null || ranges !== null;
  const isLimited = lows !== null || highs !== null;
  eachRow(walk, table, row => {
    const { name, unit: ownUnit, isPlain } = nameOf(row);
    const written = told(values, row);
    const apart = isApart ? numberApart(written, told(comparators, row), told(prints, row)) : undefined;
    const printed = apart?.printed ?? written;
    const earlier = told(earlierValues, row);
    if (printed === '' && earlier === '') return readWordsRow(walk, row, rowAt(cells, row), name, true);
    const patient = told(patients, row);
    if (patient !== '' && name !== '') walk.patients.add(patient);
    if (walk.patient !== undefined && patient !== walk.patient) return;
    const comment = told(comments, row);
    if (comment !== '') walk.warnings.push(warning('comment', walk.placeOf(row), comment, name));
    const unit = told(units, row) || ownUnit;
    const flag = told(flags, row);
    const status = statusAt(row).is;
    const loinc = loincAt(row);
    const specimen = told(specimens, row);
    let range = isLimited ? NO_RANGE : rangeOf(row);
    if (isRanged && range.low === undefined && range.high === undefined)
      range = rangeOfRow(walk, row, told(lows, row), told(highs, row), told(ranges, row), name);
    const quantity = apart === undefined ? quantityOf(row) : NOTHING;
    const isSingle = earlier === '' && others.length === 0;
    // Nearly all rows: a known name with a number and nothing beside it to say.
    if (isPlain && typeof quantity !== 'string' && quantity.note === undefined && quantity !== NOTHING && isSingle) {
      const place = times === null && moments !== null ? placeOf(row) : NOWHERE;
      const { at, stated, undated } =
        place === NOWHERE ? placed(walk, joined(told(moments, row), told(times, row))) : place;
      const result = {
        analyte: name,
        unit,
        at,
        stated,
        quantity,
        asPrinted: printed,
        flag,
        range,
        status,
        place: walk.placeOf(row),
      };
      walk.results.push(withRest(result, loinc, specimen || walk.specimen, undated));
      return;
    }
    const moment = joined(told(moments, row), told(times, row));
    const stated = apart?.quantity ?? null;
    const rest: Cell = {
      row,
      quantity: stated,
      printed,
      moment,
      analyte: name,
      unit,
      range,
      flag,
      status,
      loinc,
      specimen,
    };
    if (earlier !== '') {
      const past = { printed: earlier, moment: told(earlierMoments, row), flag: '', status: null, quantity: null };
      readCell(walk, { ...rest, ...past });
    }
    readCell(walk, rest);
    for (const index of others) {
      const next = roles.indexOf('value', index + 1);
      const own = (role: ColumnRole) => {
        const there = roles.indexOf(role, index);
        return there < 0 || (next >= 0 && there > next) ? '' : textAt(cells, row, there).trim();
      };
      const ownRange = rangeOfRow(walk, row, '', '', own('range'), name);
      readCell(walk, {
        ...rest,
        quantity: null,
        printed: textAt(cells, row, index),
        unit: own('unit'),
        flag: own('flag'),
        range: ownRange,
        moment,
      });
    }
  });
}

/** No quantity, or one that only its row can tell. */
const NOTHING: Quantity = { value: null };
const NOWHERE: Placed = { at: null, stated: null, undated: undefined };

function walkMoments(walk: Walk, table: Table): void {
  const { layout, roles } = table;
  const { cell, values, beside } = columnsOf(roles);
  const moments = layout.header.map(head => momentOfHead(head) || head.trim());
  eachRow(walk, table, number => {
    const row = rowAt(table.cells, number);
    const stated = cell(row, 'analyte');
    const { name, unit } = stated === '' ? { name: '', unit: '' } : walk.nameOf(stated);
    if (values.every(column => (row[column] ?? '').trim() === '')) return readWordsRow(walk, number, row, name, false);
    const comment = cell(row, 'comment');
    if (comment !== '') walk.warnings.push(warning('comment', walk.placeOf(number), comment, name));
    const loinc = cell(row, 'loinc');
    let stands = '';
    let range = NO_RANGE;
    for (const column of values) {
      const printed = row[column] ?? '';
      if (printed.trim() === '') continue;
      const [low, high, both] = [beside(row, 'low', column), beside(row, 'high', column), beside(row, 'range', column)];
      const ends = `${low}\0${high}\0${both}`;
      if (ends !== stands) range = rangeOfRow(walk, number, low, high, both, name);
      stands = ends;
      readCell(walk, {
        row: number,
        quantity: null,
        analyte: name,
        unit: beside(row, 'unit', column) || unit,
        range,
        flag: beside(row, 'flag', column),
        status: statusOf(beside(row, 'status', column)),
        loinc: /^\d{1,6}-\d$/.test(loinc) ? loinc : '',
        specimen: cell(row, 'specimen'),
        printed,
        moment: moments[column] ?? '',
      });
    }
  });
}

/** What columns beside one value say of it. */
function ownOf(walk: Walk, row: number, analyte: string, read: (role: ColumnRole) => string) {
  const range = rangeOfRow(walk, row, read('low'), read('high'), read('range'), analyte);
  return {
    unit: read('unit'),
    range: range === NO_RANGE ? null : range,
    flag: read('flag'),
    status: statusOf(read('status')),
  };
}

function walkAnalytes(walk: Walk, table: Table): void {
  const { layout, roles } = table;
  const { cell, values, beside } = columnsOf(roles);
  const hasOwn = BESIDE_VALUE.some(role => roles.includes(role));
  const heads = layout.header.map((head, index) => {
    const { name, unit } = nameAndUnit(head);
    return { name, unit: (layout.units[index] ?? '').trim().replace(/^[([]|[)\]]$/g, '') || unit };
  });
  const rangeAt = (column: number, row: number) =>
    rangeOfRow(
      walk,
      row,
      (layout.lows[column] ?? '').trim(),
      (layout.highs[column] ?? '').trim(),
      (layout.ranges[column] ?? '').trim(),
      heads[column]?.name ?? '',
    );
  const ranges = layout.header.map((_, column) => rangeAt(column, layout.first - 1));
  eachRow(walk, table, number => {
    const row = rowAt(table.cells, number);
    const label = (row[0] ?? '').trim();
    // Laboratories also print the usual values below the rows of results.
    const said = roleOfName(label);
    if ((said === 'range' || said === 'low' || said === 'high' || said === 'unit') && number > layout.first) {
      walk.warnings.push(warning('row-not-read', walk.placeOf(number), row.filter(Boolean).join(' · ')));
      return;
    }
    if (values.every(column => (row[column] ?? '').trim() === '')) return readWordsRow(walk, number, row, '', false);
    const moment = joined(cell(row, 'moment'), cell(row, 'time'));
    const patient = cell(row, 'patient');
    if (patient !== '') walk.patients.add(patient);
    if (walk.patient !== undefined && patient !== walk.patient) return;
    const comment = cell(row, 'comment');
    if (comment !== '') walk.warnings.push(warning('comment', walk.placeOf(number), comment));
    for (const column of values) {
      const { name, unit } = heads[column] ?? { name: '', unit: '' };
      const printed = row[column] ?? '';
      if (printed === '') continue;
      const own = hasOwn ? ownOf(walk, number, name, role => beside(row, role, column)) : null;
      readCell(walk, {
        row: number,
        quantity: null,
        printed,
        moment,
        loinc: '',
        specimen: '',
        analyte: name,
        unit: own?.unit || unit,
        range: own?.range ?? ranges[column] ?? NO_RANGE,
        flag: own?.flag ?? '',
        status: own?.status ?? null,
      });
    }
  });
}

const WALKS: Readonly<Record<Shape, (walk: Walk, table: Table) => void>> = {
  long: walkLong,
  'wide-moments': walkMoments,
  'wide-analytes': walkAnalytes,
};

/** A date above the table, where its words say that it is the sample's, or where it is the only one. */
function dateAbove(
  above: readonly (readonly string[])[],
  sheet: string,
  read: (text: string) => Time,
): { time: ReadTime; text: string } | null {
  const found: { time: ReadTime; text: string; sampled: boolean }[] = [];
  for (const row of [...above, [sheet]]) {
    const line = row.join(' ').trim();
    if (/\bn[ée]e?\s+le\b|naissance|birth|dob\b/i.test(line)) continue;
    const text = momentOfHead(line);
    const time = text === '' || /^[+−-]?\d{1,4}$/.test(text) ? 'none' : read(text);
    if (typeof time !== 'string' && time.at !== null)
      found.push({ time, text, sampled: /pr[ée]l[èe]v|collect|sampl|drawn/i.test(line) });
  }
  const sampled = found.find(each => each.sampled);
  return sampled ?? (found.length === 1 ? (found[0] ?? null) : null);
}

/** What one table gives. */
export interface TableReading extends RawReading {
  readonly table: NonNullable<RawReading['table']>;
  readonly patients: ReadonlySet<string>;
}

/** Reads a table of cells. */
export function readTable(printed: Grid, given: LabOptions, step: Step = () => undefined): TableReading {
  const cells = withoutRules(printed.cells);
  const grid: Grid = { ...printed, cells };
  const head = rowsOf(cells, 0, HEAD);
  const layout = layoutOf(head);
  const key = shapeKey('table', layout.header);
  const options = withRemembered(given, given.memory?.[key], layout.header);
  const { shape, roles } = guessColumns(layout.header, rowsOf(cells, layout.first, layout.first + SAMPLE), options);
  const { indexOf } = columnsOf(roles);
  const own = shape === 'wide-moments' ? layout.header : textsFrom(cells, indexOf('moment'), layout.first);
  const texts = cells.columns.map((_, column) => textsFrom(cells, column, layout.first));
  const decided = decidedBy(texts, own, layout.above.flat());
  const decimal = options.decimal ?? decided.decimal ?? options.recalled?.decimal;
  const order = options.dateOrder ?? decided.order ?? options.recalled?.dateOrder;
  const open: Open = {};
  const momentOf = remembered((text: string): Time => {
    const time = readTime(text, order);
    if (decided.order === undefined && (time === 'ambiguous' || order !== undefined) && open.date === undefined)
      if (readTime(text) === 'ambiguous') open.date = text;
    if (time !== null) return time;
    const yearless = readYearless(text, order, options.year);
    if (yearless !== null) {
      open.year ??= text;
      if (yearless === 'ambiguous') open.date ??= text;
      return yearless;
    }
    const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    if (isSerial(serial)) {
      open.serial ??= text;
      return readTime(serialText(serial, grid.epoch ?? options.epoch ?? '1900')) ?? 'none';
    }
    const day = readBareDay(text, true);
    return day ? { at: day, stated: `day ${'day' in day ? day.day : ''}` } : 'none';
  });
  const above =
    roles.includes('moment') || shape === 'wide-moments' ? null : dateAbove(layout.above, grid.sheet ?? '', momentOf);
  const { lines } = cells;
  const walk: Walk = {
    momentOf,
    quantityOf: remembered(text => {
      const number = grid.numbers?.get(text);
      if (number !== undefined) return { value: number };
      const quantity = readQuantity(text, decimal);
      if (
        decided.decimal === undefined &&
        (quantity === 'ambiguous' || decimal !== undefined) &&
        open.decimal === undefined
      )
        if (readQuantity(text) === 'ambiguous') open.decimal = text;
      return quantity;
    }),
    rangeOf: remembered(text => readRange(text, decimal)),
    nameOf: remembered(nameAndUnit),
    isSummary: remembered(name => SUMMARY.test(name)),
    placeOf: grid.sheet === undefined ? row => lines[row] ?? row + 1 : row => `${grid.sheet}!${lines[row] ?? row + 1}`,
    results: [],
    warnings: [],
    step,
    patients: new Set(),
    patient: options.patient === EVERYBODY ? undefined : options.patient,
    fallback: above?.time ?? null,
    specimen: '',
    usedFallback: false,
  };
  WALKS[shape](walk, { layout, cells, roles });
  return {
    results: walk.results,
    warnings: [
      ...openQuestions(open, options, own, grid, layout, walk),
      ...(walk.usedFallback && above ? [warning('date-from-heading', walk.placeOf(0), above.text)] : []),
      ...walk.warnings,
      ...unusedColumns(layout.header, texts, roles, walk.placeOf(Math.max(layout.first - 1, 0))),
    ],
    ...(options.recalled ? { recalled: options.recalled } : {}),
    shapeKey: key,
    table: {
      shape,
      columns: layout.header.map((name, index) => ({
        name: name.replace(/\s+/g, ' ').trim() || String(index + 1),
        header: name,
        role: roles[index] ?? 'ignore',
        samples: [0, 1, 2].flatMap(row =>
          layout.first + row < cells.count ? [textAt(cells, layout.first + row, index)] : [],
        ),
      })),
    },
    patients: walk.patients,
  };
}

const YEARS = /\b(?:19|20)\d{2}\b/g;

/** What the cells of a table decide among themselves. */
function decidedBy(texts: readonly (readonly string[])[], own: readonly string[], above: readonly string[]) {
  // "28/04" decides as "28/04/2024" does.
  const dates = own.map(text =>
    readYearless(text, undefined, undefined) === 'yearless' ? `${text.trim().replace(/[.-]/, '/')}/2000` : text,
  );
  return { decimal: decimalOf(texts), order: dateOrderOf([...dates, ...above]) };
}

/** The first text that each question of a table is about. */
interface Open {
  date?: string;
  decimal?: string;
  year?: string;
  serial?: string;
}

/** Whether dates without a year go from the end of one into the next. */
function passesNewYear(dates: readonly string[], order: DateOrder | undefined): boolean {
  let before = 0;
  for (const text of dates) {
    const time = readYearless(text, order ?? 'day-month', '2000');
    if (time === null || typeof time === 'string') continue;
    const month = Number(time.stated.slice(5, 7));
    if (before >= 9 && month <= 4) return true;
    before = month;
  }
  return false;
}

function openQuestions(
  open: Open,
  options: LabOptions,
  dates: readonly string[],
  grid: Grid,
  layout: Layout,
  { placeOf }: Walk,
): readonly LabWarning[] {
  const place = (text: string): Place => {
    const rows = grid.cells.columns.flatMap(({ codes, texts }) => {
      const code = texts.findIndex(cell => cell.trim() !== '' && text.startsWith(cell.trim()));
      return code < 0 ? [] : [codes.indexOf(code)];
    });
    return placeOf(rows.length === 0 ? layout.first : Math.max(Math.min(...rows), 0));
  };
  const { recalled } = options;
  const asked: LabWarning[] = [];
  const ask = (kind: LabWarning['kind'], text: string | undefined, of: (text: string) => LabQuestion) => {
    if (text !== undefined) asked.push(warning(kind, place(text), text, '', of(text)));
  };
  const order = options.dateOrder ?? recalled?.dateOrder;
  const year = options.year;
  ask('date-order', open.date, text =>
    ofFile(dateChoices(/\d[-/.]\d{1,2}[-/.]\d/.test(text) ? text : `${text}/${year ?? '2000'}`), order),
  );
  ask('date-year', open.year, () => {
    const texts = [...layout.above.flat(), grid.sheet ?? '', ...dates];
    const years = new Set(texts.flatMap(text => text.match(YEARS) ?? []));
    return ofFile(yearChoices(years, passesNewYear(dates, order)), year, 'year');
  });
  ask('decimal', open.decimal, text => ofFile(decimalChoices(text), options.decimal ?? recalled?.decimal));
  // A workbook states its calendar; a text file does not say that its days are Excel's.
  if (grid.epoch === undefined)
    ask('date-serial', open.serial, text => ofFile(serialChoices(Number(text.replace(',', '.'))), options.epoch));
  return asked;
}

/** Columns with cells that no role was found for: said, so that nothing is left out in silence. */
function unusedColumns(
  header: readonly string[],
  texts: readonly (readonly string[])[],
  roles: readonly ColumnRole[],
  place: Place,
): readonly LabWarning[] {
  const names = header.flatMap((name, index) =>
    roles[index] === 'ignore' && texts[index]?.some(text => text.trim() !== '')
      ? [name.trim() || String(index + 1)]
      : [],
  );
  return names.length === 0 ? [] : [warning('column-not-used', place, names.join(', '))];
}
