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
    en: 'Cells of this table were merged or split: change them in the table here.',
    fr: 'Des cellules de ce tableau ont été fusionnées ou fractionnées\u00a0: à changer dans le tableau ici.',
  },
  table: {
    en: 'A new table that cannot stand here, or whose cells are merged: insert it by hand.',
    fr: 'Un nouveau tableau qui ne peut pas être ici, ou dont des cellules sont fusionnées\u00a0: insérez-le à la main.',
  },
  image: {
    en: 'A new image where no figure can stand: add it to the figures by hand.',
    fr: 'Une nouvelle image là où aucune figure ne peut être\u00a0: ajoutez-la aux figures à la main.',
  },
  panel: {
    en: 'An image of this figure was taken out: remove its panel from the figure here.',
    fr: 'Une image de cette figure a été retirée\u00a0: retirez son panneau de la figure ici.',
  },
  tableGone: {
    en: 'The table under this caption was taken out: remove it here by hand if it is to go.',
    fr: 'Le tableau sous cette légende a été retiré\u00a0: retirez-le ici à la main s’il doit disparaître.',
  },
  moved: {
    en: 'This paragraph was moved: move it here by hand.',
    fr: 'Ce paragraphe a été déplacé\u00a0: déplacez-le ici à la main.',
  },
  footnote: {
    en: 'A footnote or text box, which reports have not: write it into the text.',
    fr: 'Une note de bas de page ou une zone de texte, que le cas clinique n’a pas\u00a0: à intégrer au texte.',
  },
  citing: {
    en: 'This note is made from a citation, and its text was changed: change the citation (its pages, prefix or suffix), or write this into the text.',
    fr: 'Cette note est faite à partir d’une citation, et son texte a été modifié\u00a0: modifiez la citation (pages, préfixe, suffixe) ou intégrez ceci au texte.',
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
