import { citationsOf } from '../../report/parts.ts';
import { paragraph, withPart } from '../examples.ts';
import type { Check } from '../types.ts';

/** Citations of references that the report does not hold. */
export const missingReferences: Check = {
  id: 'citing.missing-references',
  area: 'citing',
  about: { en: 'Every citation has its reference in the report.', fr: 'Chaque appel a sa référence dans le document.' },
  run: ({ report }) => {
    const held = new Set(report.references.map(({ id }) => id));
    return report.parts.flatMap(part =>
      citationsOf(part.children)
        .filter(({ items }) => items.some(item => !held.has(item.reference)))
        .map(citation => ({
          severity: 'error' as const,
          message: {
            en: 'A citation points at a reference that is not in the report.',
            fr: 'Un appel désigne une référence absente du document.',
          },
          hint: {
            en: 'Import the reference again, or remove it from the citation.',
            fr: 'Réimportez la référence, ou retirez-la de l’appel.',
          },
          place: { part: part.key, citation: citation.id },
        })),
    );
  },
  examples: {
    silent: report => report,
    finds: report =>
      withPart(
        report,
        'discussion',
        paragraph('As shown ', { type: 'citation', id: 'c', items: [{ reference: 'gone' }], children: [{ text: '' }] }),
      ),
  },
};
