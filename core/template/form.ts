/** Two ways to set one report: as the template prints it, or as editors and reviewers want to work on it. */
import type { FloatPlace, Template } from './types.ts';

/** Height of lines where a journal asks for none of its own: room to write between them. */
const DOUBLE = 2;

/** A template whose pages are a manuscript's: one column, not justified, lines wide apart and numbered, the title on a page of its own. */
export function manuscriptForm(template: Template): Template {
  const { spacing, lineNumbers } = template.manuscript;
  return {
    ...template,
    page: {
      ...template.page,
      columns: 1,
      titlePage: true,
      justified: false,
      lineHeight: spacing?.value ?? DOUBLE,
      lineNumbers: lineNumbers?.value ?? true,
    },
  };
}

export interface FloatPlaces {
  readonly figures: FloatPlace;
  readonly tables: FloatPlace;
}

/** Where figures and tables of a manuscript stand: where the journal says, else where they are in the text. */
export function floatPlaces({ manuscript }: Pick<Template, 'manuscript'>): FloatPlaces {
  return { figures: manuscript.figures?.value ?? 'text', tables: manuscript.tables?.value ?? 'text' };
}
