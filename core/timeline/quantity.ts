/** A laboratory's printed value, read: number, comparator, flag. What it printed is kept beside it by the caller. */
import type { Comparator } from '../report/types.ts';

export interface Quantity {
  /** Null where words were printed ("neg", "++"). */
  readonly value: number | null;
  readonly comparator?: Comparator;
  readonly flag?: string;
  /** A unit printed after the number. */
  readonly unit?: string;
}

export type Decimal = 'comma' | 'point';

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  '<': '<',
  '>': '>',
  '≤': '<=',
  '≥': '>=',
  '<=': '<=',
  '>=': '>=',
  '=<': '<=',
  '=>': '>=',
};
const WORDS = /^(?:n[eé]g(?:ati[fv]e?)?|pos(?:iti[fv]e?)?|traces?|absen[ct]e?|pr[eé]sen[ct]e?|normale?|nd|\++|-+)$/i;
const SPACES = /[\s\u00a0\u202f\u2009]/g;

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
  const mixed = new Set(marks).size === 2;
  if (mixed) return Number(`${plain.slice(0, last).replace(/[.,]/g, '')}.${plain.slice(last + 1)}`);
  if (marks.length > 1) return /^-?\d{1,3}([.,]\d{3})+$/.test(plain) ? Number(plain.replace(/[.,]/g, '')) : null;
  const isDecimal = decimal === undefined ? null : (plain[last] === ',') === (decimal === 'comma');
  if (isDecimal === false)
    return /^-?\d{1,3}[.,]\d{3}$/.test(plain) ? Number(plain.replace(/[.,]/, '')) : Number(plain.replace(',', '.'));
  // One mark and three digits after it: thousands in one country, a fraction in the other; "0,123" can only be a fraction.
  if (isDecimal === null && isEitherWay(plain)) return 'ambiguous';
  return Number(plain.replace(',', '.'));
}

/** Whether digits can be read as a fraction and as thousands: "1,234", but not "0,123" and not "12,34". */
export function isEitherWay(plain: string): boolean {
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(plain);
}

/** "inf. à 5", "supérieur à 1000", "less than 5" as the signs that others print. */
function signed(text: string): string {
  return text
    .replace(/^(?:inf(?:\.|érieure?s?)?\s*à|less than|below)\s*(?=\d)/i, '<')
    .replace(/^(?:sup(?:\.|érieure?s?)?\s*à|greater than|more than|above)\s*(?=\d)/i, '>');
}

/** Reads a cell of results. Null where it is empty; 'ambiguous' where only the file's decimal sign could tell. */
export function readQuantity(text: string, decimal?: Decimal): Quantity | null | 'ambiguous' {
  const trimmed = signed(text.replace(/[\u00a0\u202f\u2009]/g, ' ').trim());
  if (trimmed === '') return null;
  if (WORDS.test(trimmed)) return { value: null };
  // A space belongs to the number only before three digits: "250 10^9/L" is 250.
  const [, sign = '', digits = '', rest = ''] =
    /^(<=|>=|=<|=>|[<>≤≥])?\s*([-+−]?\d(?:[\d.,'’]|\s(?=\d{3}(?!\d)))*(?:[eE][+-]?\d+)?)\s*(.*)$/.exec(trimmed) ?? [];
  const number = digits === '' ? null : readNumber(digits.trim(), decimal);
  if (number === 'ambiguous') return 'ambiguous';
  // "120/80", "12-15" and "5 à 10" are no single number.
  if (number === null || /^(?:[-–/:]|à\s|to\s)\s*\d/.test(rest)) return { value: null };
  const flag = /^\(?\s*(HH|LL|H|L|N|B|\*+|[+-]{1,3}|↑+|↓+)\s*\)?(?=\s|$)/.exec(rest);
  const unit = (flag ? rest.slice(flag[0].length) : rest).trim();
  const comparator = COMPARATORS[sign];
  return {
    value: number,
    ...(comparator === undefined ? {} : { comparator }),
    ...(flag?.[1] ? { flag: flag[1] } : {}),
    ...(unit === '' ? {} : { unit }),
  };
}

/** A reference range as printed: "2,0 - 4,0", "2 à 4", "[2-4]", "< 5", "> 35", "inf. à 5". */
export function readRange(text: string, decimal?: Decimal): { readonly low?: number; readonly high?: number } {
  const trimmed = text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[[\]()]/g, ' ')
    .replace(/−/g, '-')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '')
    .trim();
  const numeric = (digits: string): number | undefined => {
    const number = readNumber(digits, decimal ?? (digits.includes(',') ? 'comma' : 'point'));
    return typeof number === 'number' ? number : undefined;
  };
  const between = /^(-?\d[\d.,]*)\s*(?:-|–|—|à|to|\.\.+|;)\s*(-?\d[\d.,]*)/.exec(trimmed);
  if (between) return bounds(numeric(between[1] as string), numeric(between[2] as string));
  const below = /^(?:<=?|≤|inf[.a-zé]*\s*[àa]?|jusqu.?[àa]|up to|below)\s*(-?\d[\d.,]*)/i.exec(trimmed);
  if (below) return bounds(undefined, numeric(below[1] as string));
  const above = /^(?:>=?|≥|sup[.a-zé]*\s*[àa]?|above|from)\s*(-?\d[\d.,]*)/i.exec(trimmed);
  return above ? bounds(numeric(above[1] as string), undefined) : {};
}

function bounds(low: number | undefined, high: number | undefined) {
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}
