/** A laboratory's report as text, as it is copied from a screen or a PDF: "CRP ............ 60 mg/L (0 - 5) H". */
import { recognisesName } from '../analytes/find.ts';
import { isResultWord, type Quantity, type Range, readQuantity, readRange } from '../quantity.ts';
import { dateOrderOf, type ReadTime, readTime } from '../read-moment.ts';
import { readUnit } from '../units/read.ts';
import { shapeKey } from './memory.ts';
import { undatedBy } from './moments.ts';
import { dateChoices, decimalChoices, ofFile } from './questions.ts';
import { decimalOf } from './table/open.ts';
import type { LabOptions, LabResult, LabWarning, RawReading } from './types.ts';
import { warning } from './warnings.ts';

/** One mark parts all numbers of a date: "3.4-10.8" is a range. */
const DATE = /\d{4}-\d{2}-\d{2}|(?<!\d|\d[.,])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![.,]?\d)/;
const DATES = new RegExp(DATE.source, 'g');
const CLOCK = /(?:à|at|,|\s)\s*(\d{1,2}\s?[:h]\s?\d{2})/;
const SAMPLED = /pr[ée]l[èe]v|collect|sampl|drawn|recueil/i;
const NOT_SAMPLED = /n[ée]e?\s+le|naissance|birth|\bdob\b|[ée]dit[ée]|imprim|print|re[çc]u|received|valid[ée]|dossier/i;
const EARLIER = /ant[ée]r|pr[ée]c[ée]d|previous|prior/i;
/** Words before an earlier result on the line of the newer one. */
const EARLIER_WORDS =
  /(?:ant[ée]r|pr[ée]c[ée]d|previous|prior)\p{L}*(?:\s+(?:results?|values?))?(?:\s+(?:du|le|of|on))?/iu;
const LEADERS = /(?:[.·…_]\s?){3,}|(?:\s\.){2,}|…+/g;

interface Line {
  readonly number: number;
  readonly text: string;
}

/** One result as its line prints it. */
interface Parsed {
  readonly name: string;
  readonly printed: string;
  readonly quantity: Quantity | 'ambiguous';
  readonly earlier: readonly { readonly printed: string; readonly date: string }[];
  /** The same in another unit, on the same line: "78,5 %   9,77 G/L". */
  readonly also?: Parsed;
}

/** Leaders, tabs and runs of spaces part the columns of a printed line. */
function columnsOf(text: string): readonly string[] {
  return text
    .replace(LEADERS, '   ')
    .split(/\t+|\s{2,}|\s*\|\s*|(?<=\p{L})\s*[:=]\s+/u)
    .map(cell => cell.trim())
    .filter(cell => cell !== '');
}

const isKnownUnit = (text: string) => readUnit(text) !== null;

/** Whether a text can be the name of an analyte: letters, and no date or telephone number. */
function isName(text: string): boolean {
  return /^[\p{L}α-ωΑ-Ω*(][\p{L}\p{M}\d\s.,'’()/+*α-ω&-]{0,70}$/u.test(text) && /\p{L}/u.test(text) && !DATE.test(text);
}

/** Whether what was read beside a name is a result and no sentence with a number in it. */
function isSound(name: string, quantity: Quantity | 'ambiguous' | null): boolean {
  if (quantity === null) return false;
  if (quantity === 'ambiguous') return recognisesName(name);
  if (quantity.value === null) return false;
  if (quantity.unit !== undefined && isKnownUnit(quantity.unit)) return true;
  if (quantity.range !== undefined || quantity.flag !== undefined) return true;
  return recognisesName(name) && (quantity.note === undefined || quantity.note === '');
}

/** A line without columns: the name ends where a number with a known unit begins. "CA 19-9 35 U/mL". */
function parseLoose(text: string, decimal: LabOptions['decimal']): Parsed | null {
  for (const found of text.matchAll(/\s*[:=]?\s+(?=[<>≤≥]?\s?[-−]?\d)/g)) {
    const name = text.slice(0, found.index).replace(/[\s:=]+$/, '');
    const printed = text.slice(found.index + found[0].length);
    if (!isName(name)) continue;
    const quantity = readQuantity(printed, decimal);
    if (isSound(name, quantity)) return { name, printed: printed.trim(), quantity: quantity as Quantity, earlier: [] };
  }
  const worded = /^(.+?)\s*[:=]?\s+(\S+(?:\s\S+)?)$/.exec(text);
  if (worded && isName(worded[1] as string) && recognisesName(worded[1] as string) && isResultWord(worded[2] as string))
    return { name: worded[1] as string, printed: worded[2] as string, quantity: { value: null }, earlier: [] };
  return null;
}

/** Whether behind a result with its unit stands a number with another. */
function isSecond(
  first: Quantity,
  [number = '', unit = '']: readonly string[],
  decimal: LabOptions['decimal'],
): boolean {
  if (first.unit === undefined || !isKnownUnit(first.unit) || !isKnownUnit(unit) || DATE.test(number)) return false;
  const second = readQuantity(number, decimal);
  return (
    second !== null &&
    second !== 'ambiguous' &&
    second.value !== null &&
    readUnit(unit)?.ucum !== readUnit(first.unit)?.ucum
  );
}

/** A line of columns: name, result, then unit, range, flag and earlier results in any order. */
function parseColumns(cells: readonly string[], decimal: LabOptions['decimal']): Parsed | null {
  const [name = '', result = '', ...others] = cells;
  if (!isName(name) || result === '') return null;
  const first = readQuantity(result, decimal);
  if (first === null || DATE.test(result)) return null;
  if (
    first !== 'ambiguous' &&
    first.value === null &&
    !isResultWord(result) &&
    !/^\d+\s?[/:]\s?\d+$|^\d+\s?[-–]\s?\d+$/.test(result)
  )
    return null;
  const inOther =
    first !== 'ambiguous' && isSecond(first, others, decimal) ? parseColumns([name, ...others], decimal) : null;
  if (inOther) return { name, printed: result, quantity: first, earlier: [], also: inOther };
  const found: { flag?: string; unit?: string; range?: Range } = {};
  const earlier: { printed: string; date: string }[] = [];
  const notes: string[] = [];
  for (const other of others) {
    const range = readRange(other, decimal);
    const hasRange = range.low !== undefined || range.high !== undefined;
    const quantity = readQuantity(other, decimal);
    const isNumber = quantity !== null && (quantity === 'ambiguous' || quantity.value !== null);
    const date = DATE.exec(other)?.[0];
    if (date !== undefined) {
      const rest = other
        .replace(DATE, '')
        .replace(EARLIER_WORDS, '')
        .replace(/[():\s]+$|^[():\s]+/g, '')
        .trim();
      if (rest !== '') earlier.push({ printed: rest, date });
    } else if (/^[([]?\s*(?:HH|LL|H|L|B|N|\*{1,3}|↑+|↓+|[+-]{1,2}|bas|haut|high|low)\s*[)\]]?$/i.test(other))
      found.flag = other.replace(/[()[\]\s]/g, '');
    else if (found.unit === undefined && !isNumber && isKnownUnit(other)) found.unit = other;
    else if (hasRange && found.range === undefined && (!isNumber || /^[<>≤≥]|inf|sup/i.test(other)))
      found.range = range;
    else if (isNumber) earlier.push({ printed: other, date: '' });
    else {
      // "mg/L 0 - 5", "mg/L (0-5) H": a unit with what follows it, as behind a number.
      const behind = readQuantity(`0 ${other}`, decimal);
      if (behind !== null && behind !== 'ambiguous' && behind.unit !== undefined && isKnownUnit(behind.unit)) {
        found.unit ??= behind.unit;
        if (behind.range) found.range ??= behind.range;
        if (behind.flag) found.flag ??= behind.flag;
      } else notes.push(other);
    }
  }
  if (first === 'ambiguous') return { name, printed: result, quantity: first, earlier };
  const quantity: Quantity = { ...found, ...first, ...(notes.length > 0 ? { note: notes.join(' ') } : {}) };
  if (quantity.value !== null && !isSound(name, { ...quantity, ...(quantity.note ? {} : { note: '' }) })) return null;
  if (quantity.value === null && !recognisesName(name) && others.length === 0 && !isResultWord(result)) return null;
  return { name, printed: result, quantity, earlier };
}

function parseLine(text: string, decimal: LabOptions['decimal']): Parsed | null {
  const cells = columnsOf(text);
  const parsed = cells.length >= 2 ? parseColumns(cells, decimal) : null;
  return parsed ?? parseLoose(text.replace(LEADERS, ' ').replace(/\s+/g, ' ').trim(), decimal);
}

function linesOf(text: string): readonly Line[] {
  return text
    .split(/\r\n|\n|\r|\f/)
    .map((line, index) => ({ number: index + 1, text: line.replace(/[\u00a0\u202f]/g, ' ').trimEnd() }))
    .filter(line => line.text.trim() !== '');
}

/** Whether a text has lines as reports print them, and is no table of delimited cells. */
export function isReportText(text: string): boolean {
  const lines = linesOf(text.slice(0, 20_000)).slice(0, 120);
  const isTable = (delimiter: RegExp) =>
    lines.filter(line => (line.text.match(delimiter)?.length ?? 0) >= 2).length > lines.length * 0.6;
  if (isTable(/\t/g) || isTable(/;/g) || isTable(/\|/g)) return false;
  // "Test,Date,Value": commas between cells have no space behind them, those of decimals stand between digits.
  if (isTable(/(?<!\d),(?!\s)|,(?!\d|\s)/g)) return false;
  const results = lines.filter(line => parseLine(line.text.trim(), 'comma') !== null).length;
  return results > 0 && (results >= 3 || results >= lines.length * 0.25);
}

/** The dates of a report: of its sample, of columns of earlier results. */
interface Dates {
  sample: ReadTime | null;
  earlier: (ReadTime | null)[];
}

/** Reads printed lines. */
export function readReportText(text: string, options: LabOptions): RawReading {
  const lines = linesOf(text);
  const decidedDecimal = decimalOf(lines.map(line => columnsOf(line.text).flatMap(cell => cell.split(/\s+/))));
  const decidedOrder = dateOrderOf(lines.flatMap(line => line.text.match(DATES) ?? []));
  const recalled = options.memory?.[shapeKey('report', [])];
  const decimal = options.decimal ?? decidedDecimal ?? recalled?.decimal;
  const order = options.dateOrder ?? decidedOrder ?? recalled?.dateOrder;
  const results: LabResult[] = [];
  const warnings: LabWarning[] = [];
  let asked: LabWarning | null = null;
  let askedDecimal: LabWarning | null = null;
  const timeOf = (printed: string, line: number): ReadTime | null => {
    const time = readTime(printed, order);
    if (decidedOrder === undefined && readTime(printed) === 'ambiguous')
      asked ??= warning('date-order', line, printed, '', ofFile(dateChoices(printed), order));
    return time === 'ambiguous' ? null : time;
  };
  const dates: Dates = { sample: firstSampleTime(lines, timeOf), earlier: [] };
  let specimen = '';
  let previous = '';
  for (const { number, text: written } of lines) {
    const line = written.trim();
    const stated = line.match(DATES) ?? [];
    const parsed = stated.length > 0 && SAMPLED.test(line) ? null : parseLine(line, decimal);
    if (parsed === null) {
      if (stated.length > 0 && !NOT_SAMPLED.test(line)) readDates(line, stated, number, dates, timeOf);
      if (/^[^\d]*\burin/i.test(line)) specimen = 'urine';
      else if (/^[^\d]*\b(?:lcr|csf)\b/i.test(line)) specimen = 'csf';
      else if (/^[^\d:]{4,40}$/.test(line) && /sang|blood|biochim|h[ée]mato|coag|s[ée]rum/i.test(line)) specimen = '';
      const without = withoutResult(line);
      if (without) {
        warnings.push(warning('no-result', number, without.said, without.name));
        continue;
      }
      warnings.push(
        warning(/\d/.test(line) && stated.length === 0 && hasUnit(line) ? 'row-not-read' : 'comment', number, line),
      );
      continue;
    }
    for (let one: Parsed | undefined = parsed; one; one = one.also) take(one, number);
  }
  return { results, warnings: [...(asked ? [asked] : []), ...(askedDecimal ? [askedDecimal] : []), ...warnings] };

  function take(parsed: Parsed, number: number): void {
    const { quantity: read, name, printed } = parsed;
    if (decidedDecimal === undefined && readQuantity(printed) === 'ambiguous')
      askedDecimal ??= warning('decimal', number, printed, name, ofFile(decimalChoices(printed), decimal));
    const quantity: Quantity = read === 'ambiguous' ? { value: null } : read;
    const base = {
      analyte: ALSO.test(name) && previous !== '' ? previous : name.replace(/[\s*:]+$/, ''),
      ...(specimen === '' ? {} : { specimen }),
      unit: quantity.unit ?? '',
      range: quantity.range ?? {},
      status: null,
      place: number,
    };
    previous = base.analyte;
    if (quantity.note && !EARLIER.test(quantity.note))
      warnings.push(warning('comment', number, quantity.note, base.analyte));
    results.push({
      ...base,
      at: dates.sample?.at ?? null,
      stated: dates.sample?.stated ?? null,
      ...(asked && dates.sample === null ? {} : undatedBy(dates.sample)),
      quantity,
      asPrinted: printed,
      flag: quantity.flag ?? '',
    });
    parsed.earlier.forEach((one, index) => {
      const time = one.date === '' ? (dates.earlier[index] ?? null) : timeOf(one.date, number);
      const value = readQuantity(one.printed, decimal);
      if (value === null) return;
      results.push({
        ...base,
        at: time?.at ?? null,
        stated: time?.stated ?? null,
        ...(asked && time === null ? {} : undatedBy(time)),
        quantity: value === 'ambiguous' ? { value: null } : value,
        asPrinted: one.printed,
        flag: value === 'ambiguous' ? '' : (value.flag ?? ''),
      });
    });
  }
}

/** Words in the place of a name: the result of the line above in another unit. */
const ALSO = /^(?:soit|ou|i\.?e\.?|or|that is|[ée]quivalent(?: [àa]| to)?|=)\s*:?$/i;

const PENDING =
  /^(?:(?:analyse |r[ée]sultat )?(?:en cours|[àa] suivre|en attente|non (?:fait|effectu[ée]|r[ée]alis[ée]|re[çc]u)e?s?|annul[ée]e?s?|pending|in progress|not (?:done|performed|received)|to follow|cancelled)\b.*)$/i;

/** A known analyte with words that say why it has no result. */
function withoutResult(line: string): { readonly name: string; readonly said: string } | null {
  const [name = '', ...rest] = columnsOf(line);
  const said = rest.join(' ');
  return PENDING.test(said) && recognisesName(name) ? { name, said } : null;
}

const hasUnit = (line: string) => line.split(/\s+/).some(word => /[/%]/.test(word) && isKnownUnit(word));

/** The time of the sample for results that stand above the line that says it: a line that names the sampling, else the only date there is. */
function firstSampleTime(
  lines: readonly Line[],
  timeOf: (printed: string, line: number) => ReadTime | null,
): ReadTime | null {
  const dated = lines.filter(
    ({ text }) => DATE.test(text) && !NOT_SAMPLED.test(text) && parseLine(text.trim(), 'comma') === null,
  );
  const sampled =
    lines.find(({ text }) => SAMPLED.test(text) && DATE.test(text)) ?? (dated.length === 1 ? dated[0] : undefined);
  if (!sampled || EARLIER.test(sampled.text)) return null;
  return timeOf(withClock(sampled.text, DATE.exec(sampled.text)?.[0] ?? ''), sampled.number);
}

function withClock(line: string, date: string): string {
  const clock = CLOCK.exec(line.slice(line.indexOf(date) + date.length));
  return clock ? `${date} ${(clock[1] as string).replace(/\s/g, '')}` : date;
}

/** A line of dates: the sample's own, and those of the columns of earlier results. */
function readDates(
  line: string,
  stated: readonly string[],
  number: number,
  dates: Dates,
  timeOf: (printed: string, line: number) => ReadTime | null,
): void {
  const earlierAt = EARLIER.exec(line)?.index ?? -1;
  const [first = ''] = stated;
  if (earlierAt >= 0) {
    const before = stated.filter(date => line.indexOf(date) < earlierAt);
    const after = stated.filter(date => line.indexOf(date) >= earlierAt);
    if (before[0] !== undefined) dates.sample = timeOf(withClock(line, before[0]), number);
    dates.earlier = after.map(date => timeOf(date, number));
    return;
  }
  dates.sample = timeOf(withClock(line, first), number) ?? dates.sample;
  if (stated.length > 1) dates.earlier = stated.slice(1).map(date => timeOf(date, number));
}
