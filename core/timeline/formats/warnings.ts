/** Every kind of warning that reading results can give, with its words. */
import type { Words } from '../../outcome.ts';
import type { LabQuestion, LabWarning, Place } from './types.ts';

interface Kind {
  readonly kind: string;
  /** Whether a human must decide or look; the others are told and need nothing. */
  readonly asks: boolean;
  /** `text` is what was printed, `about` the analyte or another name. */
  readonly words: (text: string, about: string) => Words;
}

const quoted = (text: string) => ({ en: `“${text}”`, fr: `«\u00a0${text}\u00a0»` });

/** In the order in which they are best answered. */
export const WARNING_KINDS = [
  {
    kind: 'date-order',
    asks: true,
    words: text => ({
      en: `${quoted(text).en}: is the day or the month first? Values with such dates have no moment until it is said.`,
      fr: `${quoted(text).fr}\u00a0: le jour ou le mois est-il en premier\u202f? Les valeurs ainsi datées n’ont pas de moment tant que ce n’est pas dit.`,
    }),
  },
  {
    kind: 'date-year',
    asks: true,
    words: text => ({
      en: `${quoted(text).en} has no year. Values with such dates have no moment until it is said.`,
      fr: `${quoted(text).fr} n’a pas d’année. Les valeurs ainsi datées n’ont pas de moment tant qu’elle n’est pas dite.`,
    }),
  },
  {
    kind: 'decimal',
    asks: true,
    words: text => ({
      en: `${quoted(text).en} can be a fraction or thousands. It was kept as printed, without a number.`,
      fr: `${quoted(text).fr} peut se lire comme une décimale ou des milliers. La valeur est gardée telle quelle, sans nombre.`,
    }),
  },
  {
    kind: 'sheets',
    asks: true,
    words: text => ({
      en: `Several sheets hold results, and all were read: ${text}.`,
      fr: `Plusieurs feuilles contiennent des résultats et toutes ont été lues\u00a0: ${text}.`,
    }),
  },
  {
    kind: 'several-patients',
    asks: true,
    words: text => ({
      en: `The file holds results of more than one patient (${text}).`,
      fr: `Le fichier contient des résultats de plusieurs patients (${text}).`,
    }),
  },
  {
    kind: 'analyte-ambiguous',
    asks: true,
    words: (text, about) => ({
      en: `${quoted(about).en} is the name of more than one analyte: ${text}. It was left as printed.`,
      fr: `${quoted(about).fr} désigne plusieurs analyses\u00a0: ${text}. Le nom est laissé tel quel.`,
    }),
  },
  {
    kind: 'unit-missing',
    asks: true,
    words: (_, about) => ({ en: `${about} has no unit.`, fr: `${about} n’a pas d’unité.` }),
  },
  {
    kind: 'two-units',
    asks: true,
    words: (text, about) => ({
      en: `${about} comes in more than one unit (${text}) and makes as many series.`,
      fr: `${about} figure en plusieurs unités (${text}) et donne autant de séries.`,
    }),
  },
  {
    kind: 'unit-impossible',
    asks: true,
    words: (text, about) => ({
      en: `${about} cannot be measured in ${text}.`,
      fr: `${about} ne peut pas s’exprimer en ${text}.`,
    }),
  },
  {
    kind: 'unit-unknown',
    asks: false,
    words: (text, about) => ({
      en: `The unit ${quoted(text).en} of ${about} is not known; it was kept as printed.`,
      fr: `L’unité ${quoted(text).fr} (${about}) n’est pas connue\u00a0; elle est gardée telle quelle.`,
    }),
  },
  {
    kind: 'out-of-range',
    asks: true,
    words: (text, about) => ({
      en: `${about} ${text} is far outside what is seen in patients. Is its unit or decimal sign right?`,
      fr: `${about} ${text} s’écarte beaucoup de ce qu’on observe chez des patients. L’unité ou la décimale sont-elles justes\u202f?`,
    }),
  },
  {
    kind: 'date-not-read',
    asks: true,
    words: (text, about) => ({
      en: `The date ${quoted(text).en} was not understood; ${about} was kept without a moment.`,
      fr: `La date ${quoted(text).fr} n’est pas comprise\u00a0; ${about} est gardé sans moment.`,
    }),
  },
  {
    kind: 'date-missing',
    asks: true,
    words: (_, about) => ({
      en: `${about} has no date or day; it was kept without a moment.`,
      fr: `${about} n’a ni date ni jour\u00a0; la valeur est gardée sans moment.`,
    }),
  },
  {
    kind: 'date-partial',
    asks: true,
    words: (text, about) => ({
      en: `${about} is dated ${quoted(text).en}, without a day.`,
      fr: `${about} est daté ${quoted(text).fr}, sans jour.`,
    }),
  },
  {
    kind: 'date-from-heading',
    asks: false,
    words: text => ({
      en: `The table has no dates; ${quoted(text).en}, which stands outside it, was taken for all its values.`,
      fr: `Le tableau n’a pas de dates\u00a0; ${quoted(text).fr}, qui figure hors du tableau, vaut pour toutes ses valeurs.`,
    }),
  },
  {
    kind: 'date-other',
    asks: false,
    words: (text, about) => ({
      en: `${about} has no time of sampling; the time it was ${text} was taken.`,
      fr: `${about} n’a pas d’heure de prélèvement\u00a0; celle de ${text} a été prise.`,
    }),
  },
  {
    kind: 'analyte-missing',
    asks: true,
    words: text => ({
      en: `${quoted(text).en} has a value and names no analyte; it was left out.`,
      fr: `${quoted(text).fr} porte une valeur sans nom d’analyse\u00a0; elle est laissée de côté.`,
    }),
  },
  {
    kind: 'no-result',
    asks: false,
    words: (text, about) => ({
      en: `${about} has no result${text === '' ? '' : ` (${text})`}.`,
      fr: `${about} n’a pas de résultat${text === '' ? '' : ` (${text})`}.`,
    }),
  },
  {
    kind: 'withdrawn',
    asks: true,
    words: (text, about) => ({
      en: `The laboratory withdrew ${about} ${text}; it is not brought into a report.`,
      fr: `Le laboratoire a retiré ${about} ${text}\u00a0; ce résultat n’entre pas dans un document.`,
    }),
  },
  {
    kind: 'corrected',
    asks: false,
    words: (text, about) => ({
      en: `${about} was corrected: ${text}. Both are kept.`,
      fr: `${about} a été corrigé\u00a0: ${text}. Les deux sont gardés.`,
    }),
  },
  {
    kind: 'duplicate',
    asks: true,
    words: (text, about) => ({
      en: `${about} has more than one value at one moment: ${text}. All are kept.`,
      fr: `${about} a plusieurs valeurs au même moment\u00a0: ${text}. Toutes sont gardées.`,
    }),
  },
  {
    kind: 'same-day',
    asks: false,
    words: (text, about) => ({
      en: `${about} has more than one value on one day, without hours: ${text}. All are kept.`,
      fr: `${about} a plusieurs valeurs le même jour, sans heure\u00a0: ${text}. Toutes sont gardées.`,
    }),
  },
  {
    kind: 'repeated',
    asks: false,
    words: (text, about) => ({
      en: `${about} ${text} stands more than once at one moment. All are kept.`,
      fr: `${about} ${text} figure plusieurs fois au même moment. Toutes les valeurs sont gardées.`,
    }),
  },
  {
    kind: 'range-not-read',
    asks: false,
    words: (text, about) => ({
      en: `The reference range ${quoted(text).en} of ${about} gives no single low and high.`,
      fr: `L’intervalle de référence ${quoted(text).fr} (${about}) ne donne pas un minimum et un maximum uniques.`,
    }),
  },
  {
    kind: 'date-serial',
    asks: true,
    words: text => ({
      en: `${quoted(text).en} was read as a day number of Excel.`,
      fr: `${quoted(text).fr} a été lu comme un numéro de jour d’Excel.`,
    }),
  },
  {
    kind: 'sheet-hidden',
    asks: false,
    words: text => ({
      en: `The hidden sheet ${quoted(text).en} was not read.`,
      fr: `La feuille masquée ${quoted(text).fr} n’a pas été lue.`,
    }),
  },
  {
    kind: 'sheet-not-read',
    asks: false,
    words: text => ({
      en: `The sheet ${quoted(text).en} holds no table of results.`,
      fr: `La feuille ${quoted(text).fr} ne contient pas de tableau de résultats.`,
    }),
  },
  {
    kind: 'column-not-used',
    asks: false,
    words: text => ({ en: `Columns that were not used: ${text}.`, fr: `Colonnes non utilisées\u00a0: ${text}.` }),
  },
  {
    kind: 'comment',
    asks: false,
    words: (text, about) => ({
      en: `${about === '' ? 'Comment' : `Comment on ${about}`}: ${text}`,
      fr: `${about === '' ? 'Commentaire' : `Commentaire sur ${about}`}\u00a0: ${text}`,
    }),
  },
  {
    kind: 'row-not-read',
    asks: true,
    words: text => ({
      en: `Not understood and left out: ${quoted(text).en}`,
      fr: `Non compris et laissé de côté\u00a0: ${quoted(text).fr}`,
    }),
  },
] as const satisfies readonly Kind[];

export type WarningKind = (typeof WARNING_KINDS)[number]['kind'];

const BY_KIND: ReadonlyMap<string, Kind> = new Map(WARNING_KINDS.map(kind => [kind.kind, kind]));

/** A warning in words. `text` is what was printed, `about` the analyte. */
export function warning(kind: WarningKind, where: Place, text = '', about = '', question?: LabQuestion): LabWarning {
  const { words } = BY_KIND.get(kind) as Kind;
  return {
    kind,
    where,
    detail: words(text, about),
    ...(text === '' ? {} : { sample: text }),
    ...(about === '' ? {} : { analyte: about }),
    ...(question ? { question } : {}),
  };
}

const RANK: ReadonlyMap<string, number> = new Map(WARNING_KINDS.map(({ kind }, index) => [kind, index]));

/** The order in which warnings are best answered. */
export function byRank(a: LabWarning, b: LabWarning): number {
  return (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0);
}

/** Whether a human must decide or look. */
export function asks({ kind }: LabWarning): boolean {
  return BY_KIND.get(kind)?.asks ?? true;
}

/** Whether what it stands at was left out: not understood, withdrawn, or without an analyte. */
export function isLeftOut({ kind }: LabWarning): boolean {
  return kind === 'row-not-read' || kind === 'analyte-missing' || kind === 'withdrawn';
}

/** Where a warning stands, in words: "row 12", "ligne 12", "Bio, row 3". */
export function placeWords(place: Place): Words {
  if (typeof place === 'number') return { en: `row ${place}`, fr: `ligne ${place}` };
  return { en: place, fr: place };
}
