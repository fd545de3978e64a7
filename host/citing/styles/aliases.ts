/**
 * Journals of the program's templates and the style each of them uses, for those that are no style of the CSL project themselves: where
 * the project only has a file that points at another style ("dependent"), or where the journal's own instructions name one.
 */

export interface Alias {
  readonly journal: string;
  /** Id of an independent style. */
  readonly style: string;
  /** Where that is written. */
  readonly source: string;
}

/** A file of the CSL project, https://github.com/citation-style-language/styles, read on 2026-11-26. */
const dependent = (id: string) => `CSL project, dependent/${id}.csl`;
/** What the journal's template says, with its source. */
const template = (id: string) => `templates/${id}/SOURCE.md`;

export const aliases: readonly Alias[] = [
  {
    journal: 'American Journal of Case Reports',
    style: 'vancouver-brackets',
    source: template('american-journal-of-case-reports'),
  },
  {
    journal: 'Annales de Dermatologie et de Vénéréologie',
    style: 'elsevier-vancouver',
    source: dependent('annales-de-dermatologie-et-de-venereologie'),
  },
  // The file still calls the style by its former name, bmj-vancouver.
  { journal: 'BMJ Case Reports', style: 'bmj', source: dependent('bmj-case-reports') },
  {
    journal: 'European Journal of Case Reports in Internal Medicine',
    style: 'vancouver-brackets',
    source: template('ejcrim'),
  },
  {
    journal: 'International Journal of Surgery Case Reports',
    style: 'elsevier-with-titles',
    source: dependent('international-journal-of-surgery-case-reports'),
  },
  {
    journal: 'Journal of Medical Case Reports',
    style: 'biomed-central',
    source: dependent('journal-of-medical-case-reports'),
  },
  {
    journal: 'Néphrologie & Thérapeutique',
    style: 'elsevier-vancouver',
    source: dependent('nephrologie-et-therapeutique'),
  },
  {
    journal: 'Oxford Medical Case Reports',
    style: 'vancouver-brackets',
    source: template('oxford-medical-case-reports'),
  },
  {
    journal: 'La Revue de médecine interne',
    style: 'elsevier-vancouver',
    source: dependent('la-revue-de-medecine-interne'),
  },
];
