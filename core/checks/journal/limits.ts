import type { Words } from '../../outcome.ts';
import type { PartKey } from '../../report/document.ts';
import { type Measure, measures } from '../../template/measure.ts';
import type { Limit } from '../../template/types.ts';
import { basisWords, COUNTED_WORDS, IN_LANGUAGE, quantityWords } from '../../template/wording.ts';
import { paragraph, withPart } from '../examples.ts';
import type { Check } from '../types.ts';

function sentence(limit: Limit, { count, language }: Measure): Words {
  const { en, fr } = quantityWords(limit, count);
  const over = limit.max !== undefined && count > limit.max;
  const which = (of: 'en' | 'fr') => (language === undefined ? '' : ` ${IN_LANGUAGE[language][of]}`);
  return {
    en: `${COUNTED_WORDS[limit.of].en}${which('en')} has ${en}; the ${over ? 'maximum' : 'minimum'} is ${over ? limit.max : limit.min}.`,
    fr: `${COUNTED_WORDS[limit.of].fr}${which('fr')} compte ${fr}\u202f; le ${over ? 'maximum' : 'minimum'} est ${over ? limit.max : limit.min}.`,
  };
}

/** The template's limits in words, characters and items. */
export const limits: Check = {
  id: 'journal.limits',
  area: 'journal',
  about: { en: 'Counts against the limits of the template.', fr: 'Décomptes comparés aux limites du modèle.' },
  run: ({ report, template, numbering }) =>
    template.limits.flatMap(limit =>
      measures(limit, report, numbering).flatMap(measure => {
        const { count, part } = measure;
        const over = limit.max !== undefined && count > limit.max;
        const under = limit.min !== undefined && count < limit.min && count > 0;
        if (!over && !under) return [];
        return [
          {
            severity: limit.confidence === 'confirmed' ? ('error' as const) : ('warning' as const),
            message: sentence(limit, measure),
            hint: basisWords(limit),
            place: placeOf(part),
          },
        ];
      }),
    ),
  examples: {
    silent: report => report,
    finds: report =>
      withPart(report, 'title', paragraph('One two three four five six seven eight nine ten eleven twelve')),
  },
};

const placeOf = (part: PartKey | undefined) => (part === undefined ? {} : { part });
