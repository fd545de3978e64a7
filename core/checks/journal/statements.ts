import { partKind } from '../../manuscript/number.ts';
import { isEmptyPart } from '../../report/parts.ts';
import { asksFor } from '../../template/types.ts';
import { paragraph, withPart } from '../examples.ts';
import type { Check } from '../types.ts';

/** Statements that the template asks for and in which nothing is written. */
export const statements: Check = {
  id: 'journal.statements',
  area: 'journal',
  about: {
    en: 'The statements that the template asks for are written.',
    fr: 'Les déclarations demandées par le modèle sont rédigées.',
  },
  run: ({ report, template, numbering }) =>
    report.parts
      .filter(part => asksFor(template, partKind(part.key)) && isEmptyPart(part))
      .map(part => {
        const heading = numbering.parts.get(part.key)?.heading ?? part.key;
        return {
          severity: 'warning' as const,
          message: {
            en: `“${heading}” is asked for and still empty.`,
            fr: `La rubrique «\u00a0${heading}\u00a0» est demandée et encore vide.`,
          },
          hint: {
            en: 'Write it below the conclusion, even if only to say “none”.',
            fr: 'Rédigez-la sous la conclusion, ne serait-ce que pour écrire «\u00a0aucun\u00a0».',
          },
          place: { part: part.key },
        };
      }),
  examples: {
    silent: report => report.parts.reduce((done, { key }) => withPart(done, key, paragraph('None.')), report),
    finds: report => report,
  },
};
