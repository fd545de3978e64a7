/** Why a change can be read but not taken over here, and what to do instead. */
import type { Words } from '../outcome.ts';

export const NOTES = {
  made: {
    en: 'This is made from the report’s data, references or template: change it there.',
    fr: 'Ceci est fait à partir des données, des références ou du modèle\u00a0: à changer là.',
  },
  values: {
    en: 'This table is made from lab values: change them in the timeline.',
    fr: 'Ce tableau est fait à partir des valeurs biologiques\u00a0: à changer dans la chronologie.',
  },
  shape: {
    en: 'Rows or columns of this table came or went: change them in the table here.',
    fr: 'Des lignes ou des colonnes ont été ajoutées ou retirées\u00a0: à changer dans le tableau ici.',
  },
  table: {
    en: 'A new table: insert it here, then paste its cells.',
    fr: 'Un nouveau tableau\u00a0: insérez-le ici, puis collez-y ses cellules.',
  },
  image: {
    en: 'A new image: add it to the figures here.',
    fr: 'Une nouvelle image\u00a0: ajoutez-la aux figures ici.',
  },
  moved: {
    en: 'This paragraph was moved: move it here by hand.',
    fr: 'Ce paragraphe a été déplacé\u00a0: déplacez-le ici à la main.',
  },
  footnote: {
    en: 'A footnote, which reports have not: write it into the text.',
    fr: 'Une note de bas de page, que le cas clinique n’a pas\u00a0: à intégrer au texte.',
  },
  unplaced: {
    en: 'This stands in no text of the report: copy it to where it belongs.',
    fr: 'Ceci n’est dans aucun texte du cas clinique\u00a0: copiez-le à sa place.',
  },
  join: {
    en: 'Two passages were joined that are apart here: join them by hand.',
    fr: 'Deux passages ont été réunis\u00a0: réunissez-les ici à la main.',
  },
} as const satisfies Record<string, Words>;
