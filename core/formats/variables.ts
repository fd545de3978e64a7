/** The variables of CSL (1.0.2, appendix IV, and its data schema), by what their values are. */

export const NAMES: ReadonlySet<string> = new Set(
  (
    'author chair collection-editor compiler composer container-author contributor curator director editor ' +
    'editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer ' +
    'original-author performer producer recipient reviewed-author script-writer series-creator translator'
  ).split(' '),
);

export const DATES: ReadonlySet<string> = new Set([
  'issued',
  'accessed',
  'submitted',
  'available-date',
  'event-date',
  'original-date',
]);

/** All others hold a text or a number. */
const OTHERS =
  'abstract annote archive archive_collection archive_location archive-place authority call-number categories chapter-number ' +
  'citation-key citation-label collection-number collection-title collection-title-short container-title container-title-short ' +
  'custom dimensions division DOI edition event event-place event-title genre ISBN ISSN issue journalAbbreviation jurisdiction ' +
  'keyword language locator medium note number number-of-pages number-of-volumes original-publisher original-publisher-place ' +
  'original-title page page-first part-number part-title PMCID PMID printing-number publisher publisher-place references ' +
  'reviewed-genre reviewed-title scale section shortTitle source status supplement-number title title-short type URL version ' +
  'volume volume-title volume-title-short year-suffix';

export const VARIABLES: ReadonlySet<string> = new Set([...NAMES, ...DATES, ...OTHERS.split(' ')]);

/** The order in which a written entry says its variables, as bibliographies print them; all others stand below. */
const ORDER =
  'author director container-author editor translator title title-short container-title container-title-short volume-title ' +
  'event-title event-place event-date collection-title collection-editor edition version volume number-of-volumes issue ' +
  'collection-number number chapter-number part-number section page number-of-pages issued status publisher publisher-place ' +
  'genre medium DOI PMID PMCID ISBN ISSN URL accessed available-date original-title original-author original-date ' +
  'original-publisher original-publisher-place archive archive_location call-number source language keyword abstract note annote';

const RANKS: ReadonlyMap<string, number> = new Map(ORDER.split(' ').map((variable, index) => [variable, index]));
const rankOf = (variable: string): number => RANKS.get(variable) ?? RANKS.size;

/**
 * Variables of an item in the order they are written in, whatever order they were read in: a file written, read and written
 * again is the same file. Those without a place of their own keep theirs among themselves.
 */
export function inOrder(variables: readonly string[]): readonly string[] {
  return [...variables].sort((a, b) => rankOf(a) - rankOf(b));
}
