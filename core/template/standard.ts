/** What a template has unless its file says otherwise. */
import type { Labels, Numbering, PageSetup, Place, Template } from './types.ts';

export const STANDARD_PAGE: PageSetup = {
  size: 'A4',
  margins: [25, 25, 25, 25],
  fontSize: 11,
  lineHeight: 1.35,
  columns: 1,
  titlePage: true,
  lineNumbers: false,
  justified: true,
};

export const STANDARD_NUMBERING: Numbering = { sections: 'none', headings: 'none' };

/** The order of the CARE guideline, statements after the text. */
export const STANDARD_ORDER: readonly Exclude<Place, 'title'>[] = [
  'abstract',
  'introduction',
  'observation',
  'discussion',
  'conclusion',
  'perspective',
  'consent',
  'ethics',
  'funding',
  'conflicts',
  'contributions',
  'acknowledgements',
  'references',
];

export const STANDARD_HEADINGS: Template['headings'] = {
  title: { en: 'Title', fr: 'Titre' },
  abstract: { en: 'Abstract', fr: 'Résumé' },
  keywords: { en: 'Keywords', fr: 'Mots-clés' },
  introduction: { en: 'Introduction', fr: 'Introduction' },
  observation: { en: 'Case presentation', fr: 'Observation' },
  discussion: { en: 'Discussion', fr: 'Discussion' },
  conclusion: { en: 'Conclusion', fr: 'Conclusion' },
  consent: { en: 'Patient consent', fr: 'Consentement du patient' },
  ethics: { en: 'Ethics', fr: 'Éthique' },
  funding: { en: 'Funding', fr: 'Financement' },
  conflicts: { en: 'Conflicts of interest', fr: 'Liens d’intérêts' },
  contributions: { en: 'Authors’ contributions', fr: 'Contributions des auteurs' },
  acknowledgements: { en: 'Acknowledgements', fr: 'Remerciements' },
  perspective: { en: 'Patient perspective', fr: 'Point de vue du patient' },
  references: { en: 'References', fr: 'Références' },
};

export const STANDARD_LABELS: Labels = {
  figure: { en: 'Figure', fr: 'Figure' },
  table: { en: 'Table', fr: 'Tableau' },
  after: '.',
};
