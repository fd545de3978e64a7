import { isText, nodesOf } from '../../report/parts.ts';
import { paragraph, withPart } from '../examples.ts';
import type { Check } from '../types.ts';

/** Values quoted in the text whose series or point is gone. */
export const quotedValues: Check = {
  id: 'numbers.quoted-values',
  area: 'numbers',
  about: {
    en: 'Every value quoted in the text is still in its series.',
    fr: 'Chaque valeur citée dans le texte existe encore dans sa série.',
  },
  run: ({ report }) => {
    const held = new Set(report.series.flatMap(series => series.points.map(point => `${series.id}/${point.id}`)));
    return report.parts.flatMap(part =>
      [...nodesOf(part)].flatMap(node =>
        isText(node) || node.type !== 'value' || held.has(`${node.series}/${node.point}`)
          ? []
          : [
              {
                severity: 'error' as const,
                message: {
                  en: 'A quoted value is no longer among the lab values.',
                  fr: 'Une valeur citée n’est plus parmi les valeurs biologiques.',
                },
                hint: {
                  en: 'Quote another value in its place, or remove it from the sentence.',
                  fr: 'Citez une autre valeur à sa place, ou retirez-la de la phrase.',
                },
                place: { part: part.key },
              },
            ],
      ),
    );
  },
  examples: {
    silent: report => report,
    finds: report =>
      withPart(
        report,
        'observation',
        paragraph({ type: 'value', series: 's', point: 'p', show: 'value', children: [{ text: '' }] }),
      ),
  },
};
