/** An analyte by its printed name. */
import type { Words } from '../../outcome.ts';
import type { Language } from '../../report/types.ts';

export interface Analyte {
  readonly id: string;
}

/** What stands beside a name and helps to tell which analyte it is. */
export interface NameContext {
  readonly loinc?: string;
  readonly specimen?: string;
  readonly unit: string;
  readonly language?: Language;
  /** Id that the user chose for this name. */
  readonly answer?: string;
}

export type Found =
  | { readonly kind: 'found'; readonly analyte: Analyte; readonly name: string }
  | { readonly kind: 'ambiguous'; readonly choices: readonly { readonly id: string; readonly words: Words }[] }
  | { readonly kind: 'none' };

export function findAnalyte(_name: string, _context: NameContext): Found {
  return { kind: 'none' };
}

export function recognisesName(_name: string): boolean {
  return false;
}
