import { firstCitations, namedShortly } from '../../references/cited.ts';
import { lacking } from '../../references/complete.ts';
import { paragraph, withPart } from '../examples.ts';
import type { Check, Finding } from '../types.ts';

/** Cited references that lack what their kind is printed with. */
export const incompleteReferences: Check = {
  id: 'citing.incomplete-references',
  area: 'citing',
  about: {
    en: 'Every cited reference has what its kind is printed with.',
    fr: 'Chaque référence citée a ce que l’on imprime pour son genre.',
  },
  run: ({ report, template }) => {
    const first = firstCitations(report);
    return report.references.flatMap((reference): Omit<Finding, 'check'>[] => {
      const place = first.get(reference.id);
      const lacks = place && lacking(reference.item, template.citations);
      if (!lacks) return [];
      const list = (language: 'en' | 'fr') => lacks.names.map(name => name[language]).join(', ');
      return [
        {
          severity: lacks.inCitation || lacks.names.length > 1 ? 'warning' : 'note',
          message: {
            en: `${namedShortly(reference).en} would print without: ${list('en')}.`,
            fr: `${namedShortly(reference).fr} s’imprimerait sans\u00a0: ${list('fr')}.`,
          },
          hint: {
            en: 'Fill it in in the pane of references, or look it up by its DOI or PMID.',
            fr: 'Complétez-la dans le volet des références, ou recherchez-la par son DOI ou son PMID.',
          },
          place: { reference: reference.id, part: place.part },
        },
      ];
    });
  },
  examples: {
    silent: report => report,
    finds: report =>
      withPart(
        { ...report, references: [{ id: 'r', item: { id: 'r', type: 'article-journal', title: 'A case' } }] },
        'discussion',
        paragraph('See ', { type: 'citation', id: 'c', items: [{ reference: 'r' }], children: [{ text: '' }] }, '.'),
      ),
  },
};
