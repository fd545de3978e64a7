/** How the texts of a table's cells are read: each different one once. */
import { readQuantity, readRange } from '../../quantity.ts';
import { type ReadTime, readBareDay, readTime, readYearless } from '../../read-moment.ts';
import { momentOfHead, nameAndUnit } from '../columns.ts';
import type { Grid } from '../grid.ts';
import type { LabOptions } from '../types.ts';
import { isSerial, serialText } from '../xlsx/dates.ts';
import type { Decided, Open } from './open.ts';
import { remembered } from './remembered.ts';
import type { Time, Walk } from './walk.ts';
import { SUMMARY } from './words.ts';

export type Readers = Pick<Walk, 'momentOf' | 'quantityOf' | 'rangeOf' | 'nameOf' | 'isSummary'>;

/** Readers of one table's texts. What they meet that can be read in two ways goes into `open`. */
export function readersOf(grid: Grid, options: LabOptions, decided: Decided, open: Open): Readers {
  const decimal = options.decimal ?? decided.decimal ?? options.recalled?.decimal;
  const order = options.dateOrder ?? decided.order ?? options.recalled?.dateOrder;
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
  const quantityOf = remembered(text => {
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
  });
  return {
    momentOf,
    quantityOf,
    rangeOf: remembered(text => readRange(text, decimal)),
    nameOf: remembered(nameAndUnit),
    isSummary: remembered(name => SUMMARY.test(name)),
  };
}

/** A date above the table, where its words say that it is the sample's, or where it is the only one. */
export function dateAbove(
  above: readonly (readonly string[])[],
  sheet: string,
  read: (text: string) => Time,
): { time: ReadTime; text: string } | null {
  const found: { time: ReadTime; text: string; sampled: boolean }[] = [];
  // "Collected: 13/05/2024   Reported: 14/05/2024" says two things.
  const lines = [...above, [sheet]].flatMap(row =>
    row.length > 1 ? [row.join(' ')] : row.flatMap(cell => cell.split(/\s{2,}/)),
  );
  for (const each of lines) {
    const line = each.trim();
    if (/\bn[ée]e?\s+le\b|naissance|birth|dob\b/i.test(line)) continue;
    const text = momentOfHead(line);
    const time = text === '' || /^[+−-]?\d{1,4}$/.test(text) ? 'none' : read(text);
    if (typeof time !== 'string' && time.at !== null)
      found.push({ time, text, sampled: /pr[ée]l[èe]v|collect|sampl|drawn/i.test(line) });
  }
  const sampled = found.find(each => each.sampled);
  return sampled ?? (found.length === 1 ? (found[0] ?? null) : null);
}
