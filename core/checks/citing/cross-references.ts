import { panelLetter } from '../../manuscript/number.ts';
import { isText, nodesOf } from '../../report/parts.ts';
import { mentionOf, paragraph, withPart } from '../examples.ts';
import type { Check, Finding } from '../types.ts';

/** Mentions of figures and tables that are not in the text, or of panels that the figure has not. */
export const crossReferences: Check = {
  id: 'citing.cross-references',
  area: 'citing',
  about: {
    en: 'Mentions point at a figure, panel or table that is there.',
    fr: 'Les renvois désignent une figure, un cliché ou un tableau présent.',
  },
  run: ({ report, numbering }) =>
    report.parts.flatMap(part =>
      [...nodesOf(part)].flatMap((node): Omit<Finding, 'check'>[] => {
        if (isText(node) || node.type !== 'cross-reference') return [];
        const label = numbering.floats.get(node.target);
        if (!label) {
          return [
            {
              severity: 'error',
              message: {
                en: 'A mention points at a figure or table that is not in the text.',
                fr: 'Un renvoi désigne une figure ou un tableau absent du texte.',
              },
              hint: {
                en: 'Put it back in the text, or remove the mention.',
                fr: 'Replacez-le dans le texte, ou supprimez le renvoi.',
              },
              place: { part: part.key },
            },
          ];
        }
        const figure = report.figures.find(({ id }) => id === node.target);
        const letters = figure && figure.panels.length > 1 ? figure.panels.map((_, index) => panelLetter(index)) : [];
        if (node.panel === undefined || letters.includes(node.panel)) return [];
        return [
          {
            severity: 'error',
            message: {
              en: `${label.label} has no panel ${node.panel}.`,
              fr: `${label.kind === 'figure' ? 'La' : 'Le'} ${label.label.toLowerCase()} n’a pas de cliché ${node.panel}.`,
            },
            hint: {
              en: 'Choose the panel again in the mention.',
              fr: 'Choisissez de nouveau le cliché dans le renvoi.',
            },
            place: { part: part.key, block: node.target },
          },
        ];
      }),
    ),
  examples: {
    silent: report => report,
    finds: report => withPart(report, 'observation', paragraph('See ', mentionOf('gone'))),
  },
};
