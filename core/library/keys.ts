/** Citation keys: short names that texts cite entries by. */
import { keyFor } from '../formats/item.ts';
import type { CslItem } from '../references/csl.ts';

/** Letters that neither BibTeX nor Pandoc takes in a key. */
const FORBIDDEN = /[\s"#%'(),={}~\\[\]@]+/g;

/** A key without what parts keys elsewhere; empty where nothing is left. */
export const cleanKey = (wanted: string | undefined): string => (wanted ?? '').replace(FORBIDDEN, '').slice(0, 120);

/** A key as it can be used: without what parts keys elsewhere; made of author, year and title where none is left. */
export function usableKey(wanted: string | undefined, made: { readonly item: CslItem }): string {
  const key = cleanKey(wanted);
  return key === '' ? keyFor({ ...made.item }) : key;
}

/** The suffixes that part equal keys, as bibliographies part years: a … z, then aa … zz, and on. */
export function keySuffix(count: number): string {
  let left = count;
  let suffix = '';
  do {
    suffix = String.fromCharCode(97 + (left % 26)) + suffix;
    left = Math.floor(left / 26) - 1;
  } while (left >= 0);
  return suffix;
}

/** The key itself where nobody has it, else with the first letter after it that is free. */
export function freeKey(wanted: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let count = 0; ; count++) {
    const key = `${wanted}${keySuffix(count)}`;
    if (!isTaken(key)) return key;
  }
}
