/** A laboratory's value as the document prints it. */
import type { Language, Point, Series } from '../report/types.ts';

const SIGNS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

/** Decimals that a number needs to be written whole, as "0.25" needs two. */
function neededDecimals(value: number): number {
  return String(value).split('.')[1]?.replace(/e.*$/, '').length ?? 0;
}

/** Decimals that the laboratory printed: "2,30" has two, and keeps them; "12,000" that was read as 12000 has none. */
export function printedDecimals({ value, asPrinted }: Point): number {
  if (value === null) return 0;
  const digits = /\d(?:[\d.,'’]|\s(?=\d{3}(?!\d)))*/.exec(asPrinted)?.[0].replace(/[^\d.,]/g, '') ?? '';
  const mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const decimals = digits.slice(mark + 1);
  const read = Number(`${digits.slice(0, Math.max(mark, 0)).replace(/[.,]/g, '')}.${decimals}`);
  return mark >= 0 && read === Math.abs(value) ? decimals.length : neededDecimals(value);
}

/** A number with the language's decimal sign and thousands parted (U+202F in French, comma in English, from 10,000 on). */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(Math.min(decimals, 20)).split('.');
  const separator = language === 'fr' ? '\u202f' : ',';
  const parted = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, separator) : whole;
  const sign = value < 0 ? '−' : '';
  return sign + parted + (fraction === undefined ? '' : (language === 'fr' ? ',' : '.') + fraction);
}

/** The value of a point: as many decimals as were printed; words ("neg") as they are. */
export function formatPoint(point: Point, language: Language): string {
  if (point.value === null) return point.asPrinted;
  const sign = point.comparator ? `${SIGNS[point.comparator]}\u00a0` : '';
  return sign + formatNumber(point.value, printedDecimals(point), language);
}

/** A value as quoted in the text, with a no-break space before its unit; a unit that begins with a power of ten multiplies it ("9 × 10⁹/L"). */
export function formatValue(point: Point, series: Series, language: Language, show: 'value' | 'value-unit'): string {
  const value = formatPoint(point, language);
  if (show === 'value' || series.unit === '' || point.value === null) return value;
  return `${value}\u00a0${/^10[⁰¹²³⁴-⁹^*]/.test(series.unit) ? '×\u00a0' : ''}${series.unit}`;
}

/** A reference range: "2–4", "< 5", "> 35"; empty where there is none. Decimals as many as its ends need. */
export function formatRange({ low, high }: Series['range'], language: Language): string {
  const decimals = Math.max(...[low, high].map(end => (end === undefined ? 0 : neededDecimals(end))));
  const text = (end: number) => formatNumber(end, decimals, language);
  if (low !== undefined && high !== undefined) return `${text(low)}–${text(high)}`;
  if (high !== undefined) return `<\u00a0${text(high)}`;
  return low === undefined ? '' : `>\u00a0${text(low)}`;
}

/** Whether a value lies below or above its series' reference range; null inside it, or where that cannot be said. */
export function abnormality(point: Point, { range }: Series): 'low' | 'high' | null {
  const { value, comparator } = point;
  if (value === null) return null;
  if (range.high !== undefined && value > range.high && comparator !== '<' && comparator !== '<=') return 'high';
  if (range.low !== undefined && value < range.low && comparator !== '>' && comparator !== '>=') return 'low';
  if (range.low !== undefined && value <= range.low && comparator?.startsWith('<')) return 'low';
  if (range.high !== undefined && value >= range.high && comparator?.startsWith('>')) return 'high';
  return null;
}
