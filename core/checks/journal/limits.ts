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

/** Singular and plural. */
const UNITS: Readonly<Record<string, Readonly<Record<'en' | 'fr', readonly [string, string]>>>> = {
  words: { en: ['word', 'words'], fr: ['mot', 'mots'] },
  characters: { en: ['character', 'characters'], fr: ['caractère', 'caractères'] },
  references: { en: ['reference', 'references'], fr: ['référence', 'références'] },
  figures: { en: ['figure', 'figures'], fr: ['figure', 'figures'] },
  tables: { en: ['table', 'tables'], fr: ['tableau', 'tableaux'] },
  authors: { en: ['author', 'authors'], fr: ['auteur', 'auteurs'] },
  keywords: { en: ['keyword', 'keywords'], fr: ['mot-clé', 'mots-clés'] },
};

function sentence(limit: Limit, count: number): Words {
  const units = UNITS[limit.in === 'items' ? limit.of : limit.in];
  const unit = { en: units?.en[count === 1 ? 0 : 1] ?? '', fr: units?.fr[count < 2 ? 0 : 1] ?? '' };
  const over = limit.max !== undefined && count > limit.max;
  return {
    en: `${NAMES[limit.of].en} has ${count} ${unit.en}; the ${over ? 'maximum' : 'minimum'} is ${over ? limit.max : limit.min}.`,
    fr: `${NAMES[limit.of].fr} compte ${count} ${unit.fr}\u202f; le ${over ? 'maximum' : 'minimum'} est ${over ? limit.max : limit.min}.`,
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
        const frenchSource = limit.confirmed ? limit.source : `${limit.source}, non confirmé`;
        return [
          {
            severity: limit.confirmed ? ('error' as const) : ('warning' as const),
            message: sentence(limit, count),
            hint: { en: `Source: ${source}.`, fr: `Source\u00a0: ${frenchSource}.` },
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
