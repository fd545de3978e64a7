/** What can go wrong with a followed file. Nothing of the library is changed in any of these. */
import { type Problem, problem } from '../../../core/outcome.ts';

const SAFE = {
  en: 'Your library is unchanged. It is read again as soon as it changes.',
  fr: 'Votre bibliothèque est inchangée. Il sera relu dès qu’il changera.',
};

export const fileMissing = (name: string): Problem =>
  problem(
    'following.missing',
    { en: `“${name}” is not where it was.`, fr: `«\u00a0${name}\u00a0» n’est plus à sa place.` },
    {
      en: 'Your library is unchanged. The file is read again when it is back (a drive, a shared folder), or stop following it.',
      fr: 'Votre bibliothèque est inchangée. Le fichier sera relu à son retour (disque, dossier partagé), ou cessez de le suivre.',
    },
  );

/** Another program holds the file. */
export const LOCKED = 'following.unreadable';

export const fileLocked = (name: string): Problem =>
  problem(LOCKED, { en: `“${name}” could not be read.`, fr: `«\u00a0${name}\u00a0» n’a pas pu être lu.` }, SAFE);

export const nothingRead = (name: string): Problem =>
  problem(
    'following.empty',
    {
      en: `“${name}” holds no reference at the moment: perhaps it is being written.`,
      fr: `«\u00a0${name}\u00a0» ne contient aucune référence pour l’instant\u00a0: il est peut-être en cours d’écriture.`,
    },
    SAFE,
  );

export const notFollowed = (): Problem =>
  problem(
    'following.unknown',
    { en: 'This file is not followed any more.', fr: 'Ce fichier n’est plus suivi.' },
    {
      en: 'Nothing was changed. Choose it again to follow it.',
      fr: 'Rien n’a changé. Choisissez-le à nouveau pour le suivre.',
    },
  );
