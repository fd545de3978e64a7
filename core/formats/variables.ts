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
