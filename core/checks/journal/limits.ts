import type { Words } from '../../outcome.ts';
import type { PartKey } from '../../report/document.ts';
import { measures } from '../../template/measure.ts';
import type { Counted, Limit } from '../../template/types.ts';
import { paragraph, withPart } from '../examples.ts';
import type { Check } from '../types.ts';

const NAMES: Readonly<Record<Counted, Words>> = {
  title: { en: 'The title', fr: 'Le titre' },
  runningTitle: { en: 'The running title', fr: 'Le titre courant' },
  abstract: { en: 'The abstract', fr: 'Le résumé' },
  text: { en: 'The text', fr: 'Le texte' },
  introduction: { en: 'The introduction', fr: 'L’introduction' },
  observation: { en: 'The case presentation', fr: 'L’observation' },
  discussion: { en: 'The discussion', fr: 'La discussion' },
  conclusion: { en: 'The conclusion', fr: 'La conclusion' },
  references: { en: 'The reference list', fr: 'La liste des références' },
  figures: { en: 'The report', fr: 'Le document' },
  tables: { en: 'The report', fr: 'Le document' },
  authors: { en: 'The author list', fr: 'La liste des auteurs' },
  keywords: { en: 'The keyword list', fr: 'La liste des mots-clés' },
};

const UNITS: Readonly<Record<string, Words>> = {
  words: { en: 'words', fr: 'mots' },
  characters: { en: 'characters', fr: 'caractères' },
  references: { en: 'references', fr: 'références' },
  figures: { en: 'figures', fr: 'figures' },
  tables: { en: 'tables', fr: 'tableaux' },
  authors: { en: 'authors', fr: 'auteurs' },
  keywords: { en: 'keywords', fr: 'mots-clés' },
};

function sentence(limit: Limit, count: number): Words {
  const unit = UNITS[limit.in === 'items' ? limit.of : limit.in] ?? { en: '', fr: '' };
  const over = limit.max !== undefined && count > limit.max;
  const bound = over ? limit.max : limit.min;
  return {
    en: `${NAMES[limit.of].en} has ${count} ${unit.en}; ${over ? 'at most' : 'at least'} ${bound} are asked for.`,
    fr: `${NAMES[limit.of].fr} compte ${count} ${unit.fr}\u202f; ${over ? 'au plus' : 'au moins'} ${bound} sont demandés.`,
  };
}

/** The template's limits in words, characters and items. */
export const limits: Check = {
  id: 'journal.limits',
  area: 'journal',
  about: { en: 'Counts against the limits of the template.', fr: 'Décomptes comparés aux limites du modèle.' },
  run: ({ report, template, numbering }) =>
    template.limits.flatMap(limit =>
      measures(limit, report, numbering).flatMap(({ count, part }) => {
        const over = limit.max !== undefined && count > limit.max;
        const under = limit.min !== undefined && count < limit.min && count > 0;
        if (!over && !under) return [];
        const source = limit.confirmed ? limit.source : `${limit.source}, not confirmed`;
        const quelle = limit.confirmed ? limit.source : `${limit.source}, non confirmé`;
        return [
          {
            severity: limit.confirmed ? ('error' as const) : ('warning' as const),
            message: sentence(limit, count),
            hint: { en: `Source: ${source}.`, fr: `Source\u00a0: ${quelle}.` },
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
