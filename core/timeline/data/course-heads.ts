/** The heads of the table that the course of a report goes out as. */
import type { Language } from '../../report/types.ts';

export const COURSE_HEADS = {
  en: [
    'Kind',
    'Name',
    'From',
    'To',
    'Dose',
    'Unit',
    'For each',
    'How often',
    'Route',
    'Sum',
    'Unit of the sum',
    'Note',
  ],
  fr: ['Nature', 'Nom', 'Du', 'Au', 'Dose', 'Unité', 'Par', 'Fréquence', 'Voie', 'Somme', 'Unité de la somme', 'Note'],
} as const satisfies Record<Language, readonly string[]>;

/** Whether a table is the course of a report, as this program writes it: its doses are no results. */
export function isCourseTable(header: readonly string[]): boolean {
  return [COURSE_HEADS.en, COURSE_HEADS.fr].some(heads => heads.every((head, index) => header[index]?.trim() === head));
}
