/** Words and codes for how far a result can be relied on, and for how it was marked. */
import type { LabResult, ResultStatus } from './types.ts';

const STATUS_WORDS: readonly (readonly [RegExp, ResultStatus])[] = [
  [
    /^(?:f|final(?:is[ée]e?|e|ized)?|d[ée]finiti[fv]e?|valid(?:[ée]e?|ated)?|verified|v[ée]rifi[ée]e?|complete[d]?|termin[ée]e?)$/i,
    'final',
  ],
  [
    /^(?:p|prelim(?:inary|\.)?|pr[ée]liminaire|provisoire|partial|partiel(?:le)?|en cours|in progress|non valid[ée]e?)$/i,
    'preliminary',
  ],
  [/^(?:c|corrected|corrig[ée]e?|correction|rectifi[ée]e?|modifi[ée]e?)$/i, 'corrected'],
  [/^(?:amended|amend[ée]e?|appended|compl[ée]t[ée]e?)$/i, 'amended'],
  [/^(?:superseded|replaced|remplac[ée]e?)$/i, 'superseded'],
  [/^(?:entered[- ]in[- ]error|error|erreur|erron[ée]e?|w|wrong)$/i, 'entered-in-error'],
  [/^(?:d|deleted|supprim[ée]e?|retir[ée]e?)$/i, 'deleted'],
  [/^(?:x|cancel(?:l?ed)?|annul[ée]e?|not done|non fait|non r[ée]alis[ée]e?)$/i, 'cancelled'],
  [/^(?:i|registered|pending|en attente|requested|demand[ée]e?)$/i, 'registered'],
];

/** The status that a cell states; null where it states none, 'unknown' where its words are not known. */
export function statusOf(text: string): ResultStatus | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return STATUS_WORDS.find(([pattern]) => pattern.test(trimmed))?.[1] ?? 'unknown';
}

/** Whether words beside a value say that it was corrected: "60 (corrigé)". */
export function saysCorrected(note: string | undefined): boolean {
  return note !== undefined && /\b(?:corrig|correct(?:ed|ion)|rectifi)/i.test(note);
}

/** How a flag is written in data: H, L, HH, LL, or A for "abnormal" without a side. */
export type FlagCode = 'H' | 'L' | 'HH' | 'LL' | 'A';

const FLAG_CODES: readonly (readonly [RegExp, FlagCode | null])[] = [
  [
    /^(?:hh|h\+|h!|hu|critical(?:ly)? high|panic high|critically elevated|↑{2,}|\+{2,}|very high|tr[eè]s haut|tr[eè]s [eé]lev[eé]e?|critique haut)$/i,
    'HH',
  ],
  [/^(?:ll|l-|l!|lu|bb|critical(?:ly)? low|panic low|↓{2,}|-{2,}|very low|tr[eè]s bas(?:se)?|critique bas)$/i, 'LL'],
  [
    /^(?:h|hi|high|haute?|[eé]lev[eé]e?|above(?: normal| range)?|↑|▲|\+|>|sup(?:[eé]rieur)?|augment[eé]e?|hors norme haut)$/i,
    'H',
  ],
  [/^(?:l|lo|low|b|bas(?:se)?|below(?: normal| range)?|↓|▼|-|−|<|inf(?:[eé]rieur)?|diminu[eé]e?|abaiss[eé]e?)$/i, 'L'],
  [
    /^(?:a|aa|abnormal|anormale?|pathologique|\*{1,3}|!{1,3}|pos|positive?|positif|critical|critique|oui|yes|y|o)$/i,
    'A',
  ],
  [/^(?:n|normal(?:e)?|neg|n[eé]gati[fv]e?|non|no|ok|ind|inconclusive|nl|)$/i, null],
];

/** A printed flag as data; null where it says "normal", nothing, or something not known. */
export function flagCode(printed: string): FlagCode | null {
  const text = printed.trim().replace(/^[([](.*)[)\]]$/, '$1');
  return FLAG_CODES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The flag of a result: its own column's, else the one printed beside the value. */
export function flagOfResult({ flag, quantity }: Pick<LabResult, 'flag' | 'quantity'>): string {
  return flag || quantity.flag || '';
}
