/** Reference ranges as laboratories print them. */
import { type Decimal, readNumber } from './quantity-number.ts';

/** An open end is absent. */
export interface Range {
  readonly low?: number;
  readonly high?: number;
}

const NUMBER = String.raw`[-+−]?\d[\d.,'’]*(?:[eE][+-]?\d+)?`;
const BETWEEN = new RegExp(
  String.raw`^(?:entre|between|de|from)?\s*(${NUMBER})\s*(?:%|[\p{L}µ/³²^]{1,10}\s)?\s*(?:-|–|—|_|~|à|a(?=\s)|et|and|to|\.{2,3}|…|;|<\s*[x=n]\s*<|\^)\s*(${NUMBER})`,
  'iu',
);
const BELOW = new RegExp(
  String.raw`^(?:<=?|=<|≤|⩽|inf[.a-zé]*(?:\s+ou\s+[ée]gale?)?\s*[àa]?|moins de|jusqu.?\s*[àa]|up to|at most|below|under|less than|max[.a-z]*)\s*(${NUMBER})`,
  'iu',
);
const ABOVE = new RegExp(
  String.raw`^(?:>=?|=>|≥|⩾|sup[.a-zé]*(?:\s+ou\s+[ée]gale?)?\s*[àa]?|plus de|above|over|at least|from|greater than|more than|min[.a-z]*)\s*(${NUMBER})`,
  'iu',
);
/** Words that stand before a range and say nothing of it: "N:", "Norme =", "Adulte :", "VR". */
const LABEL =
  /^(?:n|norm(?:e|es|al|ale|al range)?|v\.?\s?[nru]\.?|r[eé]f(?:[eé]rences?|\.)?|valeurs? (?:usuelles?|de r[eé]f[eé]rence|normales?)|reference(?: range| interval)?|usuelles?|adultes?|adults?)\s*[:=]?\s*(?=[-+−\d<>≤≥[(]|inf|sup|jusqu)/i;
/** A range for each sex or age: which of them holds is not the file's to say. */
const SEVERAL =
  /(?:^|[\s,;/])(?:h(?:omme)?s?|f(?:emme)?s?|m(?:[aâ]le|en|an)?|women|woman|female|enfants?|child(?:ren)?|adultes?|adults?|<?\s*\d+\s*(?:ans|years|y))\s*[:=(].*\d.*(?:^|[\s,;/])(?:h(?:omme)?s?|f(?:emme)?s?|m(?:[aâ]le|en|an)?|women|woman|female|enfants?|child(?:ren)?|adultes?|adults?|>?\s*\d+\s*(?:ans|years|y))\s*[:=(]/iu;

/** Whether a text gives more than one range, by sex or age: "H: 13-17 F: 12-16". */
export function hasSeveralRanges(text: string): boolean {
  return SEVERAL.test(text);
}

function bounds(low: number | undefined, high: number | undefined): Range {
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

/**
 * A reference range as printed: "2,0 - 4,0", "2 à 4", "[2-4]", "< 5", "> 35", "inf. à 5", "N: 3,5-5,0".
 * Empty where it gives none, or one for each sex.
 */
export function readRange(text: string, decimal?: Decimal): Range {
  const trimmed = text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[[\]()]/g, ' ')
    .replace(/−/g, '-')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '')
    .trim()
    .replace(LABEL, '')
    .trim();
  if (trimmed === '' || hasSeveralRanges(text)) return {};
  const sign = decimal ?? signOf(trimmed);
  const numeric = (digits: string): number | undefined => {
    const number = readNumber(digits.replace(/[.,]$/, ''), sign);
    return typeof number === 'number' ? number : undefined;
  };
  const between = BETWEEN.exec(trimmed);
  if (between) {
    const [low, high] = [numeric(between[1] as string), numeric(between[2] as string)];
    // "12-5" is no range: it is kept as text by whoever asked.
    return low !== undefined && high !== undefined && low > high ? {} : bounds(low, high);
  }
  const below = BELOW.exec(trimmed);
  if (below) return bounds(undefined, numeric(below[1] as string));
  const above = ABOVE.exec(trimmed);
  return above ? bounds(numeric(above[1] as string), undefined) : {};
}

/** The sign that one end of a range decides for the other: "1,005–1.030" aside, ranges are printed in one way. */
function signOf(text: string): Decimal {
  return text.includes(',') && !text.includes('.') ? 'comma' : 'point';
}
