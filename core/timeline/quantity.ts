/** Quantities as laboratories and clinicians write them, French and English: number, comparator, flag, unit, range. */
import type { Comparator } from '../report/types.ts';
import { type Decimal, readNumber } from './quantity-number.ts';
import { type Range, readRange } from './quantity-range.ts';

export { type Decimal, isEitherWay, readNumber } from './quantity-number.ts';
export { type Range, readRange } from './quantity-range.ts';

export interface Quantity {
  /** Null where words were printed ("neg", "++", "1/80", "5–10"). */
  readonly value: number | null;
  readonly comparator?: Comparator;
  /** As printed: "H", "*", "↑". */
  readonly flag?: string;
  /** A unit printed after the number. */
  readonly unit?: string;
  /** A reference range printed after it: "60 mg/L (0 - 5)". */
  readonly range?: Range;
  /** Words after it that are none of these: "60 contrôlé". */
  readonly note?: string;
}

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  '<': '<',
  '>': '>',
  '≤': '<=',
  '≥': '>=',
  '⩽': '<=',
  '⩾': '>=',
  '<=': '<=',
  '>=': '>=',
  '=<': '<=',
  '=>': '>=',
};
/** The comparator that a sign is. */
export function comparatorOf(sign: string): Comparator | undefined {
  return COMPARATORS[sign];
}

/** What laboratories print in the place of a number. Only used to tell a column of results; any other words are kept as well. */
const WORDS =
  /^(?:n[eé]g(?:ati[fv]e?s?)?|pos(?:iti[fv]e?s?)?|traces?|absen[ct]e?s?|pr[eé]sen[ct]e?s?|normale?|nd|n\/?d|(?:non|not) (?:d[eé]tect|d[eé]cel|r[eé]act)\p{L}*|(?:un|in)d[eé]tecta\p{L}+|douteux|equivocal|borderline|faible|rares?|quelques|nombreu\p{L}+|many|few|\(?\+{1,4}\)?|-+|\+\/-|±|[1-4]\+)$/iu;

/** Words that stand for a comparator before a number. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/^(?:inf(?:\.|érieure?s?)?\s*(?:ou [ée]gale?s? )\s*à|au (?:plus|maximum)|at most|up to)\s*(?=\d)/i, '<='],
  [/^(?:sup(?:\.|érieure?s?)?\s*(?:ou [ée]gale?s? )\s*à|au (?:moins|minimum)|at least)\s*(?=\d)/i, '>='],
  [/^(?:<\s*à|inf(?:\.|érieure?s?)?\s*à?|moins de|(?:less|lower|fewer) than|below|under)\s*(?=\d)/i, '<'],
  [/^(?:>\s*à|sup(?:\.|érieure?s?)?\s*à?|plus de|(?:greater|more|higher) than|above|over)\s*(?=\d)/i, '>'],
  [/^(?:env(?:\.|iron)?|approx(?:\.|imately)?|about|circa|ca\.|[~≈≃])\s*(?=[\d<>])/i, ''],
];
const FLAG =
  /^[([]?\s*(HH|LL|H|L|N|B|A|bas(?:se)?|haute?|[eé]lev[eé]e?|low|high|critical|critique|\*{1,3}|[+-]{1,3}|↑{1,3}|↓{1,3}|[▲▼!])\s*[)\]]?(?=[\s(]|$)/iu;
const BARE_RANGE = /^(?:n|vr|vu|vn|ref|norme?s?)?\.?\s*[:=]?\s*\d[\d.,]*\s*(?:-|–|à|to)\s*\d[\d.,]*(?=\s|$)/i;
const LEADING_FLAG = /^(?:([([])\s*)?(HH|LL|H|L|\*{1,3}|↑{1,3}|↓{1,3}|[▲▼!])(?:\s*[)\]])?\s*(?=[<>≤≥]?\s*\d)/;

/** Whether words are those that stand in the place of a number: "neg", "traces", "++". */
export function isResultWord(text: string): boolean {
  return WORDS.test(text.trim());
}

function signed(text: string): string {
  for (const [pattern, mark] of SAID) if (pattern.test(text)) return text.replace(pattern, mark);
  return text;
}

/** Letters that can follow a number as its unit: no sentence, and digits only as powers or volumes. */
function looksLikeUnit(text: string): boolean {
  if (text.length > 24 || /[;:=?!]/.test(text)) return false;
  if (/^(?:%|‰|°\s?[CF]|10\s?[\^*⁰¹²³⁴⁻]|x\s?10|×\s?10)/i.test(text)) return true;
  return (
    /^\/?[\p{L}µμΩ%[{][^\s]*(?:\s?\/\s?[^\s]+(?:\s?[hH]|\s?m²|\s?m2)?)?$/u.test(text) &&
    !/^\p{L}{9,}$/u.test(text) &&
    !/\d{3,}/.test(text.replace(/1[.,]73/, ''))
  );
}

interface After {
  readonly flag?: string;
  readonly unit?: string;
  readonly range?: Range;
  readonly note?: string;
}

/** What stands after a number: flags, unit and range in any order, then words. */
function readAfter(text: string, decimal: Decimal | undefined): After {
  let rest = text.trim();
  const found: { flag?: string; unit?: string; range?: Range; note?: string } = {};
  for (let turn = 0; turn < 4 && rest !== ''; turn++) {
    const flag = found.flag === undefined ? FLAG.exec(rest) : null;
    if (flag) {
      found.flag = flag[1] as string;
      rest = rest.slice(flag[0].length).trim();
      continue;
    }
    const bracketed = found.range === undefined ? /^[([]([^)\]]*\d[^)\]]*)[)\]]/.exec(rest) : null;
    const range = bracketed && readRange(bracketed[1] as string, decimal);
    if (bracketed && range && (range.low !== undefined || range.high !== undefined)) {
      found.range = range;
      rest = rest.slice(bracketed[0].length).trim();
      continue;
    }
    // Without brackets a range needs both its ends: "60 mg/L 0 - 5".
    const bare = found.range === undefined && turn > 0 ? BARE_RANGE.exec(rest) : null;
    const ends = bare && readRange(bare[0], decimal);
    if (bare && ends && ends.low !== undefined && ends.high !== undefined) {
      found.range = ends;
      rest = rest.slice(bare[0].length).trim();
      continue;
    }
    const [word = ''] =
      found.unit === undefined ? (/^[^\s(]+(?:\s?\/\s?[^\s(]+(?:\s[hH](?=\s|$))?)?/.exec(rest) ?? []) : [];
    if (word === '' || !looksLikeUnit(word)) break;
    found.unit = word;
    rest = rest.slice(word.length).trim();
  }
  if (rest !== '') found.note = rest;
  return found;
}

/** Reads a cell of results. Null where it is empty; 'ambiguous' where only the file's decimal sign could tell. */
export function readQuantity(text: string, decimal?: Decimal): Quantity | null | 'ambiguous' {
  // Most cells of most files are short plain numbers.
  if (/^\d{1,7}(?:[.,]\d{1,2})?$/.test(text)) return { value: Number(text.replace(',', '.')) };
  let trimmed = text
    .replace(/[\u00a0\u202f\u2009\u2007]/g, ' ')
    .replace(/\u200b|\ufeff/g, '')
    .trim();
  if (trimmed === '') return null;
  if (WORDS.test(trimmed)) return { value: null };
  const leading = LEADING_FLAG.exec(trimmed);
  if (leading) trimmed = trimmed.slice(leading[0].length);
  trimmed = signed(trimmed);
  // A space belongs to the number only before three digits: "250 10^9/L" is 250.
  const [, comparison = '', digits = '', rest = ''] =
    /^(<=|>=|=<|=>|[<>≤≥⩽⩾])?\s*([-+−]?\s?(?:\d|[.,](?=\d))(?:[\d.,'’]|\s(?=\d{3}(?![\d^*⁰¹²³⁴-⁹])))*(?:[eE][+-]?\d+)?)\s*(.*)$/s.exec(
      trimmed,
    ) ?? [];
  const number = digits === '' ? null : readNumber(digits.trim(), decimal);
  if (number === 'ambiguous') return 'ambiguous';
  // "120/80", "1:80", "12-15" and "5 à 10" are no single number; neither is a date.
  if (number === null || /^(?:[-–—−/:]|à\s|to\s|x\s?(?!10\s?[\^*eE⁻⁰¹²³⁴-⁹])\d)\s*\d/.test(rest))
    return { value: null };
  const power = /^[x×*·]\s*10\s*(?:\^|\*\*?|e)?\s*([-−]?\d{1,2}|[⁻⁰¹²³⁴-⁹]+)(?!\d|\/|[a-z⁰-⁹])/i.exec(rest);
  const after = readAfter(power ? rest.slice(power[0].length) : rest, decimal);
  const { flag = leading?.[2], ...others } = after;
  // "5 days ago" and other sentences that begin with a digit are words as a whole.
  const comparator = COMPARATORS[comparison];
  return {
    value: power ? number * 10 ** exponentOf(power[1] as string) : number,
    ...(comparator === undefined ? {} : { comparator }),
    ...(flag ? { flag } : {}),
    ...others,
  };
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function exponentOf(text: string): number {
  const plain = [...text.replace(/[⁻−]/g, '-')].map(sign => (RAISED.includes(sign) ? RAISED.indexOf(sign) : sign));
  return Number(plain.join(''));
}
