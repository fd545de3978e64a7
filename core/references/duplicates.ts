/** Whether two items are the same work: by identifiers, then by title, year and first author. */
import type { CslItem } from './csl.ts';

/** Letters and digits, without markup, accents, case and white space. */
function folded(text: unknown): string {
  return String(text ?? '')
    .replace(/<[^>]+>/g, '')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** What a work can be known by, strongest first. Empty where there is too little to tell works apart. */
export function identities(item: CslItem): readonly string[] {
  const doi = folded(item.DOI);
  const pmid = String(item.PMID ?? '').replace(/\D/g, '');
  const title = folded(item.title);
  const year = String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
  const first = item.author?.[0];
  const author = folded(first?.family ?? first?.literal);
  return [
    ...(doi === '' ? [] : [`doi:${doi}`]),
    ...(pmid === '' ? [] : [`pmid:${pmid}`]),
    // A short title such as "Editorial" says nothing.
    ...(title.length < 12 || year === '' ? [] : [`work:${title}|${year}|${author}`]),
  ];
}

/** Finds works among known ones. Two different DOIs are two works, whatever their titles say. */
export function duplicateFinder<T extends { readonly item: CslItem }>(
  known: readonly T[],
): (item: CslItem) => T | null {
  const byIdentity = new Map<string, T>();
  for (const entry of known)
    for (const identity of identities(entry.item)) if (!byIdentity.has(identity)) byIdentity.set(identity, entry);
  return item => {
    for (const identity of identities(item)) {
      const found = byIdentity.get(identity);
      if (!found) continue;
      const [one, other] = [folded(found.item.DOI), folded(item.DOI)];
      if (one === '' || other === '' || one === other) return found;
    }
    return null;
  };
}
