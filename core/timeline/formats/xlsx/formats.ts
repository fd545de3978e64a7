/** Number formats: which cells hold dates, and how numbers are printed. */
import { attribute } from './text.ts';

/** How a cell's number is meant. */
export interface NumberFormat {
  readonly kind: 'number' | 'date';
  /** Decimals printed; null where the number decides (General). */
  readonly decimals: number | null;
  readonly percent: boolean;
}

const GENERAL: NumberFormat = { kind: 'number', decimals: null, percent: false };
const DATE: NumberFormat = { kind: 'date', decimals: null, percent: false };

/** Formats that have a number and no text in a file: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
};

const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Reads a format's code: "dd/mm/yyyy", "0.00", "0.0%", `0.0" mg/L"`. */
export function formatOf(code: string): NumberFormat {
  const [positive = ''] = code.split(';');
  const bare = positive
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/^general$/i.test(bare.trim()) || bare.trim() === '' || bare.includes('@')) return GENERAL;
  if (/[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/gi, '').replace(/\.0+/g, ''))) return DATE;
  const [, decimals] = /[0#?]?\.([0#?]+)/.exec(bare) ?? [];
  // "0.0##" prints as many as there are, "0.00" always two; scientific numbers are printed whole.
  const isFixed = decimals === undefined || !/[#?]/.test(decimals);
  return {
    kind: 'number',
    decimals: /e[+-]/i.test(bare) || !isFixed ? null : (decimals?.length ?? 0),
    percent: bare.includes('%'),
  };
}

/** The format of each cell style, by the number that cells name. */
export function cellFormats(styles: string): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  for (const [tag] of styles.matchAll(/<numFmt\s[^>]*>/g))
    codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
  const [, cells = ''] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(styles) ?? [];
  return [...cells.matchAll(/<xf\s[^>]*>/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    const code = codes.get(id);
    if (code !== undefined) return formatOf(code);
    return isBuiltInDate(id) ? DATE : formatOf(BUILT_IN[id] ?? 'General');
  });
}

/** A number as a sheet shows it: fixed decimals where its format says so, else without the crumbs of binary arithmetic. */
export function numberText(value: number, { decimals, percent }: NumberFormat): string {
  const shown = Number((percent ? value * 100 : value).toPrecision(15));
  // A format that hides decimals would lose what the laboratory measured.
  const own = (String(shown).split('.')[1] ?? '').length;
  const text =
    decimals === null || own > decimals || String(shown).includes('e')
      ? String(shown)
      : shown.toFixed(Math.min(decimals, 15));
  return percent ? `${text}%` : text;
}
