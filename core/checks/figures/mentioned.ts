import { isText, nodesOf } from '../../report/parts.ts';
import type { CaseReport } from '../../report/types.ts';
import { emptyTable, mentionOf, paragraph, withPart } from '../examples.ts';
import type { Check } from '../types.ts';

function mentionedIn({ parts }: CaseReport): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const part of parts)
    for (const node of nodesOf(part)) if (!isText(node) && node.type === 'cross-reference') targets.add(node.target);
  return targets;
}

/** Figures and tables that the text never mentions: journals send these back. */
export const mentioned: Check = {
  id: 'figures.mentioned',
  area: 'figures',
  about: {
    en: 'Every figure and table is mentioned in the text.',
    fr: 'Chaque figure et chaque tableau est cité dans le texte.',
  },
  run: ({ report, numbering }) => {
    const targets = mentionedIn(report);
    return [...numbering.floats].flatMap(([id, { label, kind }]) =>
      targets.has(id)
        ? []
        : [
            {
              severity: 'warning' as const,
              message: {
                en: `${label} is never mentioned in the text.`,
                fr:
                  kind === 'figure'
                    ? `La ${label.toLowerCase()} n’est jamais citée dans le texte.`
                    : `Le ${label.toLowerCase()} n’est jamais cité dans le texte.`,
              },
              hint: {
                en: 'Type / in the text and choose “Cross-reference”.',
                fr: 'Tapez / dans le texte et choisissez «\u00a0Renvoi\u00a0».',
              },
              place: { block: id },
            },
          ],
    );
  },
  examples: {
    silent: report => withPart(report, 'observation', paragraph(mentionOf('t')), emptyTable('t')),
    finds: report => withPart(report, 'observation', emptyTable('t')),
  },
};
