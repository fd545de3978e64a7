import { printedParts } from '../../manuscript/number.ts';
import { isFloating, isText, nodesOf } from '../../report/parts.ts';
import type { CaseReport } from '../../report/types.ts';
import { emptyTable, mentionOf, paragraph, withPart } from '../examples.ts';
import type { Check, CheckInput, Finding } from '../types.ts';

/** What the running text mentions, each where it is mentioned first; captions and tables are no running text. */
function firstMentions({ report, template }: CheckInput): readonly string[] {
  const targets = new Set<string>();
  for (const part of printedParts(report.parts, template)) {
    for (const block of part.children) {
      if (isFloating(block)) continue;
      for (const node of nodesOf(block)) if (!isText(node) && node.type === 'cross-reference') targets.add(node.target);
    }
  }
  return [...targets];
}

const withTables = (report: CaseReport, ...order: string[]) =>
  withPart(report, 'observation', paragraph(...order.map(mentionOf)), emptyTable('t1'), emptyTable('t2'));

/** Figures and tables that are first mentioned in another order than they are numbered (ICMJE Recommendations, IV.A.3.h and i). */
export const order: Check = {
  id: 'figures.order',
  area: 'figures',
  about: {
    en: 'Figures and tables are first mentioned in the order of their numbers.',
    fr: 'Les figures et les tableaux sont cités dans l’ordre de leurs numéros.',
  },
  run: input => {
    const highest = { figure: { number: 0, label: '' }, table: { number: 0, label: '' } };
    return firstMentions(input).flatMap((id): Omit<Finding, 'check'>[] => {
      const float = input.numbering.floats.get(id);
      if (!float) return [];
      const before = highest[float.kind];
      if (float.number > before.number) {
        highest[float.kind] = float;
        return [];
      }
      const later = float.label.toLowerCase();
      const earlier = before.label.toLowerCase();
      return [
        {
          severity: 'note',
          message: {
            en: `${float.label} is first mentioned after ${before.label}.`,
            fr:
              float.kind === 'figure'
                ? `La ${later} n’est citée qu’après la ${earlier}.`
                : `Le ${later} n’est cité qu’après le ${earlier}.`,
          },
          hint: {
            en: 'Numbers follow the place in the text: move one of the two, or mention it earlier.',
            fr: 'Les numéros suivent la place dans le texte\u00a0: déplacez l’un des deux, ou citez-le plus tôt.',
          },
          place: { block: id },
        },
      ];
    });
  },
  examples: {
    silent: report => withTables(report, 't1', 't2', 't1'),
    finds: report => withTables(report, 't2', 't1'),
  },
};
