/** What the cells of a table decide among themselves, and what they leave open. */
import { type Decimal, isEitherWay } from '../../quantity.ts';
import { type DateOrder, dateOrderOf, readYearless } from '../../read-moment.ts';
import type { Grid, Layout } from '../grid.ts';
import { dateChoices, decimalChoices, ofFile, serialChoices, yearChoices } from '../questions.ts';
import type { ColumnRole, LabOptions, LabQuestion, LabWarning, Place } from '../types.ts';
import { warning } from '../warnings.ts';
import type { Walk } from './walk.ts';

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

export interface Decided {
  readonly decimal: Decimal | undefined;
  readonly order: DateOrder | undefined;
}

/** What the cells of a table decide among themselves. */
export function decidedBy(
  texts: readonly (readonly string[])[],
  own: readonly string[],
  above: readonly string[],
): Decided {
  // "28/04" decides as "28/04/2024" does.
  const dates = own.map(text =>
    readYearless(text, undefined, undefined) === 'yearless' ? `${text.trim().replace(/[.-]/, '/')}/2000` : text,
  );
  return { decimal: decimalOf(texts), order: dateOrderOf([...dates, ...above]) };
}

/** The first text that each question of a table is about. */
export interface Open {
  date?: string;
  decimal?: string;
  year?: string;
  serial?: string;
}

const YEARS = /\b(?:19|20)\d{2}\b/g;

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

export function openQuestions(
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
export function unusedColumns(
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
