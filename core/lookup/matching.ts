/** How well a work fits a reference as it was printed. */
import type { CslItem } from '../references/csl.ts';
import { folded, titleLikeness } from '../references/duplicates.ts';
import { sameDoi } from './doi.ts';
import type { FreeText } from './free-text.ts';

/** What agreement counts, out of 100 where all can be compared. A title says most; a first page tells two of one journal apart. */
const WEIGHTS = { title: 50, author: 14, year: 12, page: 10, volume: 8, journal: 6 } as const;

/** From here a candidate fits in all that matters; below, a person has to look closer. */
export const GOOD_MATCH = 85;
/** Below it is not worth showing. */
export const WORTH_SHOWING = 35;

const firstPage = (pages: string) => folded(/[A-Za-z]?\d+/.exec(pages)?.[0] ?? '');

/** Whether the letters of short stand in long in their order, each word's beginning first: "J Imag Nephrol". */
function isShortFor(short: string, long: string): boolean {
  const words = short
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let at = 0;
  const parts = long
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.every(word => {
    while (at < parts.length && !folded(parts[at]).startsWith(folded(word))) at++;
    return at++ < parts.length;
  });
}

function journalFits(printed: string, item: CslItem): number {
  const names = [item['container-title'], item['container-title-short']].filter(name => typeof name === 'string');
  return Math.max(
    0,
    ...names.map(name =>
      folded(name) === folded(printed) || isShortFor(printed, name) || isShortFor(name, printed)
        ? 1
        : titleLikeness(folded(name), folded(printed)),
    ),
  );
}

/**
 * 0 to 100: how much of what the printed reference says agrees with a work. The same DOI or PMID is 100. A title that does not
 * agree leaves it below what is a good match, whatever else fits.
 */
export function matchScore(printed: FreeText, item: CslItem): number {
  for (const { kind, value } of printed.identifiers) {
    if (kind === 'doi' && typeof item.DOI === 'string' && sameDoi(value, item.DOI)) return 100;
    if (kind === 'pmid' && String(item.PMID ?? '') === value) return 100;
  }
  const parts: (readonly [weight: number, agreement: number])[] = [];
  const title = folded(item.title);
  const text = folded(printed.text);
  let titleFits = 0;
  if (title !== '') {
    // The whole text holds the title, wherever its parts were cut.
    const beginning = folded(String(item.title).split(/[:.?]/)[0]);
    titleFits = title.length >= 12 && text.includes(title) ? 1 : titleLikeness(folded(printed.title), title);
    if (titleFits < 0.9 && beginning.length >= 25 && text.includes(beginning)) titleFits = 0.9;
    parts.push([WEIGHTS.title, titleFits < 0.5 ? 0 : titleFits]);
  }
  const family = folded(item.author?.[0]?.family ?? item.author?.[0]?.literal);
  if (family !== '') {
    const [first] = printed.authors;
    const fits =
      first === undefined ? text.includes(family) : folded(first).includes(family) || family.includes(folded(first));
    parts.push([WEIGHTS.author, fits ? 1 : text.includes(family) ? 0.5 : 0]);
  }
  const year = Number(item.issued?.['date-parts']?.[0]?.[0]);
  if (printed.year !== '' && Number.isFinite(year)) {
    const apart = Math.abs(Number(printed.year) - year);
    parts.push([WEIGHTS.year, apart === 0 ? 1 : apart === 1 ? 0.5 : 0]);
  }
  if (printed.volume !== '' && item.volume !== undefined)
    parts.push([WEIGHTS.volume, folded(printed.volume) === folded(String(item.volume)) ? 1 : 0]);
  const [page, itemPage] = [firstPage(printed.pages), firstPage(item.page ?? '')];
  if (page !== '' && itemPage !== '') parts.push([WEIGHTS.page, page === itemPage ? 1 : 0]);
  if (printed.journal !== '' && item['container-title'])
    parts.push([WEIGHTS.journal, journalFits(printed.journal, item)]);
  const weight = parts.reduce((sum, [each]) => sum + each, 0);
  if (weight === 0) return 0;
  const score = (100 * parts.reduce((sum, [each, agreement]) => sum + each * agreement, 0)) / weight;
  return Math.round(titleFits < 0.5 ? Math.min(score, 60) : score);
}

/** Works that may be the printed one, best first; those that are not worth showing left out. */
export function matchesIn<T extends { readonly item: CslItem }>(
  printed: FreeText,
  known: readonly T[],
): readonly { readonly entry: T; readonly score: number }[] {
  return known
    .map(entry => ({ entry, score: matchScore(printed, entry.item) }))
    .filter(({ score }) => score >= WORTH_SHOWING)
    .sort((a, b) => b.score - a.score);
}
