/** A reference in a line or two, and finding references by words. */
import { foldLetters } from '../../../core/folding.ts';
import type { CslItem, CslName } from '../../../core/references/csl.ts';
import type { Reference } from '../../../core/report/types.ts';

function familyName(name: CslName): string {
  return name.family ?? name.literal ?? name.given ?? '';
}

/** "Haldane, Pires, 2018"; with more than two authors "Sørbye et al., 2020". */
export function whoAndWhen({ author = [], editor = [], issued }: CslItem, others: string): string {
  const names = (author.length > 0 ? author : editor).map(familyName).filter(Boolean);
  const who = names.length > 2 ? `${names[0]} ${others}` : names.join(', ');
  const year = String(issued?.['date-parts']?.[0]?.[0] ?? issued?.literal ?? issued?.raw ?? '');
  return [who, year].filter(Boolean).join(', ');
}

/** The title as plain letters. */
export function plainTitle(item: CslItem): string {
  return (item.title ?? '').replace(/<[^>]+>/g, '');
}

/** References in which each of the words begins some word of authors, title, journal or year; accents are folded. */
export function matching(references: readonly Reference[], query: string): readonly Reference[] {
  const wanted = foldLetters(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return references;
  return references.filter(({ item }) => {
    const names = (item.author ?? []).map(familyName).join(' ');
    const text = foldLetters(
      [names, plainTitle(item), item['container-title'], item.DOI, item.issued?.['date-parts']?.[0]?.[0]].join(' '),
    );
    return wanted.every(word => text.includes(word));
  });
}
