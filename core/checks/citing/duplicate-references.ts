import { firstCitations, namedShortly } from '../../references/cited.ts';
import { areSaidApart } from '../../references/copies.ts';
import { knownWorks } from '../../references/duplicates.ts';
import type { Reference } from '../../report/types.ts';
import { paragraph, withPart } from '../examples.ts';
import type { Check, Finding } from '../types.ts';

/** Two references of the report that are one work: printed, it would have two numbers. */
export const duplicateReferences: Check = {
  id: 'citing.duplicate-references',
  area: 'citing',
  about: {
    en: 'No work is in the bibliography twice.',
    fr: 'Aucun travail ne figure deux fois dans la bibliographie.',
  },
  run: ({ report }) => {
    const first = firstCitations(report);
    const kept = knownWorks<Reference>();
    const findings: Omit<Finding, 'check'>[] = [];
    for (const reference of report.references) {
      // A copy that nobody cites is not printed, and is said to be unused.
      if (!first.has(reference.id)) continue;
      const same = kept.find(reference.item);
      if (!same || areSaidApart(same, reference)) {
        kept.add(reference);
        continue;
      }
      findings.push({
        severity: 'warning',
        message: {
          en: `${namedShortly(reference).en} is cited as two references, and would be printed twice.`,
          fr: `${namedShortly(reference).fr} est citée comme deux références, et serait imprimée deux fois.`,
        },
        hint: {
          en: 'Make them one in the references of the case: Compare, then Merge into one; its citations follow. Or say there that they are two works.',
          fr: 'Faites-en une dans les références du cas\u00a0: Comparer, puis Fusionner en une\u202f; les appels suivent. Ou dites-y que ce sont deux travaux.',
        },
        place: { ...first.get(reference.id), reference: reference.id },
      });
    }
    return findings;
  },
  examples: {
    silent: report => report,
    finds: report => {
      const item = { type: 'article-journal', title: 'A case of calciphylaxis', DOI: '10.5555/x' };
      const citing = (id: string, reference: string) => ({
        type: 'citation' as const,
        id,
        items: [{ reference }],
        children: [{ text: '' }],
      });
      return withPart(
        {
          ...report,
          references: [
            { id: 'a', item: { ...item, id: 'a' } },
            { id: 'b', item: { ...item, id: 'b', DOI: 'https://doi.org/10.5555/X' } },
          ],
        },
        'discussion',
        paragraph('Once ', citing('c', 'a'), ' and twice ', citing('d', 'b'), '.'),
      );
    },
  },
};
