/** A laboratory's value as the document prints it. */
import type { Language, Point, Series } from '../report/types.ts';
import { neededDecimals, printedDecimals } from './decimals.ts';
import { bothUnits, shownPoint } from './shown.ts';

const SIGNS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

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

/** What is printed of a quoted value: its number, its number and unit, or both units of a series that shows another than it was measured in. */
export type ValueShow = 'value' | 'value-unit' | 'both-units';

/** A number with its unit behind a no-break space; a unit that begins with a power of ten multiplies it ("9 × 10⁹/L"). */
function withUnit(value: string, unit: string): string {
  return unit === '' ? value : `${value}\u00a0${/^10[⁰¹²³⁴-⁹^*]/.test(unit) ? '×\u00a0' : ''}${unit}`;
}

/** A value as quoted in the text, in the unit that its series is shown in. */
export function formatValue(point: Point, series: Series, language: Language, show: ValueShow): string {
  const [shown, unit] = shownPoint(point, series);
  const value = formatPoint(shown, language);
  if (show === 'value' || shown.value === null) return value;
  const other = show === 'both-units' ? bothUnits(point, series) : null;
  const first = withUnit(value, unit);
  return other ? `${first} (${withUnit(formatPoint(other.point, language), other.unit)})` : first;
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
