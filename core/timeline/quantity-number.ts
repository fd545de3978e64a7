/** Numbers as laboratories print them. */

/** The sign before decimals. */
export type Decimal = 'comma' | 'point';

const SPACES = /[\s\u00a0\u202f\u2009\u2007]/g;

/** A number of digits and signs; null where it is none, 'ambiguous' for "1,234" or "1.234": 1.234 here is 1234 there. */
export function readNumber(text: string, decimal?: Decimal): number | null | 'ambiguous' {
  const plain = text
    .replace(SPACES, '')
    .replace(/^\+/, '')
    .replace(/[−–]/g, '-')
    .replace(/['’](?=\d{3})/g, '');
  if (!/^-?\d*(?:[.,]\d+)*(?:e[+-]?\d+)?$/i.test(plain) || !/\d/.test(plain)) return null;
  const marks = plain.match(/[.,]/g) ?? [];
  if (marks.length === 0) return Number(plain);
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (new Set(marks).size === 2) return readMixed(plain, last);
  if (marks.length > 1) return /^-?\d{1,3}([.,]\d{3})+$/.test(plain) ? Number(plain.replace(/[.,]/g, '')) : null;
  const isDecimal = decimal === undefined ? null : (plain[last] === ',') === (decimal === 'comma');
  if (isDecimal === false)
    return /^-?\d{1,3}[.,]\d{3}$/.test(plain) && isEitherWay(plain)
      ? Number(plain.replace(/[.,]/, ''))
      : Number(plain.replace(',', '.'));
  // One mark and three digits after it: thousands in one country, a fraction in the other; "0,123" can only be a fraction.
  if (isDecimal === null && isEitherWay(plain)) return 'ambiguous';
  return Number(plain.replace(',', '.'));
}

/** "1.234,5" and "1,234.5": the last mark has the decimals, the others part thousands; null where they do not. */
function readMixed(plain: string, last: number): number | null {
  const whole = plain.slice(0, last);
  const other = plain[last] === ',' ? '.' : ',';
  if (whole.includes(plain[last] as string) || !/^-?\d{1,3}(?:[.,]\d{3})+$/.test(whole) || !whole.includes(other))
    return null;
  return Number(`${whole.replace(/[.,]/g, '')}.${plain.slice(last + 1)}`);
}

/** Whether digits can be read as a fraction and as thousands: "1,234", but not "0,123" and not "12,34". */
export function isEitherWay(plain: string): boolean {
  return /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(plain);
}
