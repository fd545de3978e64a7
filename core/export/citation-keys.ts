/** What a written bibliography calls its references. */
import type { Reference } from '../report/types.ts';

/**
 * Keys by the reference's id, read from the BibTeX that was written of these references in this order: letters that LaTeX
 * cannot take in a key are gone from it there.
 */
export function citationKeys(references: readonly Reference[], bibtex: string): ReadonlyMap<string, string> {
  const keys = [...bibtex.matchAll(/^@\w+\{([^,\s]+),/gm)].map(([, key]) => key as string);
  return new Map(
    references.flatMap(({ id }, index) => (keys[index] === undefined ? [] : [[id, keys[index]] as const])),
  );
}
