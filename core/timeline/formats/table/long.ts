/** A table with a row for each value. Each different text of a column is read once. */
import { comparatorOf, type Quantity } from '../../quantity.ts';
import { unitInRange } from '../../units/read.ts';
import { type Cells, rowAt, textAt } from '../cells.ts';
import { statusOf } from '../status.ts';
import type { ColumnRole } from '../types.ts';
import { warning } from '../warnings.ts';
import { type Cell, NO_RANGE, type Placed, placed, rangeOfRow, readCell, withRest } from './value.ts';
import { columnsOf, eachRow, joined, type Table, trimmed, type Walk } from './walk.ts';
import { readWordsRow } from './words.ts';

/** No quantity, or one that only its row can tell. */
const NOTHING: Quantity = { value: null };
const NOWHERE: Placed = { at: null, stated: null, undated: undefined };
const NO_NAME = { name: '', unit: '' };

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

export function walkLong(walk: Walk, table: Table): void {
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
  const rangeUnitOf = madeOf(ranges, unitInRange);
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
    if (printed === '' && earlier === '') return readWordsRow(walk, row, rowAt(cells, row), name);
    const patient = told(patients, row);
    if (patient !== '' && name !== '') walk.patients.add(patient);
    if (walk.patient !== undefined && patient !== walk.patient) return;
    const comment = told(comments, row);
    if (comment !== '') walk.warnings.push(warning('comment', walk.placeOf(row), comment, name));
    const unit = told(units, row) || ownUnit || rangeUnitOf(row);
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
