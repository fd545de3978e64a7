/** The two ways a journal meets a text: as an article that readers get, and as a manuscript that reviewers mark. */
import type { FloatPlaces } from '../manuscript/arranged.ts';
import type { FloatPlace, Template } from './types.ts';

export const FORMS = ['article', 'columns', 'manuscript'] as const;
/** `article`: as the template sets it; `columns`: that in two columns; `manuscript`: spaced and numbered for reviewers. */
export type Form = (typeof FORMS)[number];

/** Millimetres around a manuscript at the least, and the least size of its type in points: room to write between the lines. */
const LEAST_MARGIN = 25;
const LEAST_SIZE = 12;

/**
 * The template in one of the forms. What a manuscript's spacing, line numbers and places of figures are is the template's
 * rule; where it knows none, the customary shape: double spacing and numbers beside every line. Figures and tables stay in the text
 * unless a rule or the author moves them.
 */
export function inForm(template: Template, form: Form): Template {
  const { page, manuscript } = template;
  switch (form) {
    case 'article':
      return template;
    case 'columns':
      return { ...template, page: { ...page, columns: 2, titlePage: false, fontSize: Math.min(page.fontSize, 10) } };
    case 'manuscript': {
      const [left, top, right, bottom] = page.margins.map(side => Math.max(side, LEAST_MARGIN)) as [
        number,
        number,
        number,
        number,
      ];
      return {
        ...template,
        page: {
          ...page,
          margins: [left, top, right, bottom],
          columns: 1,
          titlePage: true,
          justified: false,
          fontSize: Math.max(page.fontSize, LEAST_SIZE),
          lineHeight: manuscript.spacing?.value ?? 2,
          lineNumbers: manuscript.lineNumbers?.value ?? true,
        },
      };
    }
  }
}

/** Where figures and tables stand in a form; `wanted` is what the user chose in place of the template's rule. */
export function floatPlaces({ manuscript }: Template, form: Form, wanted: FloatPlace | null = null): FloatPlaces {
  if (wanted) return { figures: wanted, tables: wanted === 'separate' ? 'end' : wanted };
  if (form !== 'manuscript') return { figures: 'text', tables: 'text' };
  return { figures: manuscript.figures?.value ?? 'text', tables: manuscript.tables?.value ?? 'text' };
}
