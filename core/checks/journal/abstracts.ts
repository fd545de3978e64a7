import { isEmptyPart } from '../../report/parts.ts';
import { IN_LANGUAGE } from '../../template/wording.ts';
import { paragraph } from '../examples.ts';
import type { Check } from '../types.ts';

/** Abstracts that the template asks for in another language than the report's, and that are not written. */
export const abstracts: Check = {
  id: 'journal.abstracts',
  area: 'journal',
  about: {
    en: 'The abstracts that the template asks for in other languages are written.',
    fr: 'Les résumés demandés par le modèle dans d’autres langues sont rédigés.',
  },
  run: ({ report, template }) =>
    template.abstract.also
      .filter(language => language !== report.language)
      .flatMap(language => {
        const part = report.parts.find(({ key }) => key === `abstract:${language}`);
        if (part && !isEmptyPart(part)) return [];
        return [
          {
            severity: 'warning' as const,
            message: {
              en: `An abstract ${IN_LANGUAGE[language].en} is asked for and not written yet.`,
              fr: `Un résumé ${IN_LANGUAGE[language].fr} est demandé et n’est pas encore rédigé.`,
            },
            hint: part
              ? { en: 'Write it below the first abstract.', fr: 'Rédigez-le sous le premier résumé.' }
              : {
                  en: 'Add the abstract in the title page pane, then write it.',
                  fr: 'Ajoutez le résumé dans le volet de la page de titre, puis rédigez-le.',
                },
            place: { part: part ? part.key : 'title' },
          },
        ];
      }),
  examples: {
    silent: report => ({
      ...report,
      parts: [
        ...report.parts.filter(({ key }) => key !== 'abstract:en'),
        { type: 'part', key: 'abstract:en', children: [paragraph('We report a case.')] },
      ],
    }),
    finds: report => ({ ...report, language: 'fr', parts: report.parts.filter(({ key }) => key !== 'abstract:en') }),
  },
};
