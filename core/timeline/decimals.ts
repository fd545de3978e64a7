/** How many decimals a value is printed with. */
import type { Point } from '../report/types.ts';

/** Decimals that a number needs to be written whole, as "0.25" needs two. */
export function neededDecimals(value: number): number {
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

/** Digits that say something: of "0.050" two, of "12.50" four; at least two. */
export function significantDigits(point: Point): number {
  if (point.value === null || point.value === 0) return 2;
  const digits = Math.abs(point.value)
    .toFixed(Math.min(printedDecimals(point), 20))
    .replace('.', '')
    .replace(/^0+/, '');
  return Math.max(digits.length, 2);
}

/** Decimals that leave a number with so many digits; its whole part is never rounded. */
export function decimalsFor(value: number, digits: number): number {
  if (value === 0) return 0;
  return Math.min(Math.max(digits - 1 - Math.floor(Math.log10(Math.abs(value))), 0), 12);
}
