/** One value of a table with what stands beside it. Whatever is printed is kept, and what stands in its way is said. */
import type { Moment, Series } from '../../../report/types.ts';
import type { Quantity } from '../../quantity.ts';
import { hasSeveralRanges } from '../../quantity-range.ts';
import type { ReadTime } from '../../read-moment.ts';
import { saysCorrected } from '../status.ts';
import type { LabResult, LabWarning, ResultStatus } from '../types.ts';
import { warning } from '../warnings.ts';
import { trimmed, type Walk } from './walk.ts';

export interface Cell {
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

export const NO_RANGE: Series['range'] = {};

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
export function readCell(walk: Walk, cell: Cell): void {
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
export interface Placed {
  readonly at: Moment | null;
  readonly stated: string | null;
  readonly undated: LabResult['undated'];
}

export function placed(walk: Walk, moment: string): Placed {
  const found = timeOf(walk, moment);
  if (!found) return { at: null, stated: null, undated: undefined };
  if (!('at' in found)) return { at: null, stated: null, undated: found };
  const { at, stated } = found;
  return { at, stated, undated: at === null ? { kind: 'date-partial', text: moment } : undefined };
}

/** A result with what few results have: a code, a specimen, a date that is missing. */
export function withRest(result: LabResult, loinc: string, specimen: string, undated: LabResult['undated']): LabResult {
  if (loinc === '' && specimen === '' && undated === undefined) return result;
  return {
    ...result,
    ...(loinc && { loinc }),
    ...(specimen && { specimen }),
    ...(undated && { undated }),
  };
}

/** The range that a row states: in two columns or in one; what gives no range is said. */
export function rangeOfRow(
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
