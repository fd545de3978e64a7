/** What can stand against opening, keeping and saving a report, in words. */
import { basename } from 'node:path';
import { type Problem, problem, type Words } from '../../core/outcome.ts';
import { UNFIT } from '../../core/report/ops.ts';

/** The file is open in another program. */
export const fileLocked = (path: string) =>
  problem(
    'file.locked',
    {
      en: `“${basename(path)}” is open in another Casewright.`,
      fr: `« ${basename(path)} » est ouvert dans un autre Casewright.`,
    },
    {
      en: 'Nothing was changed. Close it there first, then try again. If another computer had it open and stopped, wait a quarter of a minute.',
      fr: 'Rien n’a été modifié. Fermez-le d’abord dans l’autre, puis réessayez. Si un autre ordinateur l’avait ouvert et s’est arrêté, attendez un quart de minute.',
    },
    path,
  );

/** The report is open in another program, which writes to its journal. */
export const openElsewhere = (path?: string) =>
  problem(
    'report.elsewhere',
    path === undefined
      ? { en: 'This report is open in another Casewright.', fr: 'Ce document est ouvert dans un autre Casewright.' }
      : {
          en: `“${basename(path)}” is open in another Casewright.`,
          fr: `« ${basename(path)} » est ouvert dans un autre Casewright.`,
        },
    {
      en: 'Nothing was changed, and all that was written there is kept. Close the other window first: then it can be opened here at once.',
      fr: 'Rien n’a été modifié, et tout ce qui y a été écrit est gardé. Fermez d’abord l’autre fenêtre : il peut alors être ouvert ici aussitôt.',
    },
    path,
  );

/** A handle that names no open report. */
export const notOpen = () =>
  problem(
    'report.closed',
    { en: 'This report is not open any more.', fr: 'Ce document n’est plus ouvert.' },
    { en: 'What was kept is on the start page.', fr: 'Ce qui a été gardé se trouve sur la page d’accueil.' },
  );

export const behind = () =>
  problem(
    'report.behind',
    {
      en: 'The same report was changed from another window.',
      fr: 'Le même document a été modifié depuis une autre fenêtre.',
    },
    {
      en: 'What was written there is kept. What you wrote here since is in this window alone: keep it as a case of its own, then bring the two together.',
      fr: 'Ce qui y a été écrit est gardé. Ce que vous avez écrit ici depuis n’est que dans cette fenêtre : gardez-le comme un cas à part, puis réunissez les deux.',
    },
  );

/** Said to the author only where the whole, which is sent then, was not taken either. */
export const unfit = () =>
  problem(
    UNFIT,
    {
      en: 'The latest change does not fit what was kept.',
      fr: 'La dernière modification ne correspond pas à ce qui a été gardé.',
    },
    {
      en: 'What was kept is safe, and the change is in this window alone. Keep what it shows as a case of its own.',
      fr: 'Ce qui a été gardé est à l’abri, et la modification n’est que dans cette fenêtre. Gardez ce qu’elle montre comme un cas à part.',
    },
  );

/** Why this computer did not take what was to be written, by the code of the system's error. */
function whyNot(error: unknown): { readonly is: Words; readonly todo: Words } {
  const code = String((error as { code?: unknown } | null)?.code ?? '?');
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return {
      is: { en: 'its disk is full', fr: 'son disque est plein' },
      todo: { en: 'Free some disk space, then try again.', fr: 'Libérez de l’espace disque, puis réessayez.' },
    };
  // Node answers ENOENT where a folder cannot be made on a disk that is read-only.
  if (['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'].includes(code))
    return {
      is: { en: 'Casewright’s folder cannot be written to', fr: 'le dossier de Casewright est en lecture seule' },
      todo: { en: 'Allow writing to it, then try again.', fr: 'Autorisez-y l’écriture, puis réessayez.' },
    };
  return {
    is: { en: `error ${code}`, fr: `erreur ${code}` },
    todo: { en: 'Check the disk, then try again.', fr: 'Vérifiez le disque, puis réessayez.' },
  };
}

export function notKept(error: unknown) {
  const { is, todo } = whyNot(error);
  return problem(
    'report.not-kept',
    {
      en: `The last change could not be written to this computer: ${is.en}.`,
      fr: `La dernière modification n’a pas pu être écrite sur cet ordinateur\u00a0: ${is.fr}.`,
    },
    { en: `It is still in this window. ${todo.en}`, fr: `Elle est toujours dans cette fenêtre. ${todo.fr}` },
  );
}

/** The user's folder takes no journal: a report that could not be kept is not opened. Null for an error that is not the system's. */
export function noJournal(error: unknown): Problem | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return null;
  const { is, todo } = whyNot(error);
  return problem(
    'report.no-journal',
    {
      en: `The case was not opened, because what you write could not be kept on this computer: ${is.en}.`,
      fr: `Le cas n’a pas été ouvert, car ce que vous écrirez ne pourrait pas être gardé sur cet ordinateur\u00a0: ${is.fr}.`,
    },
    { en: `Nothing was changed. ${todo.en}`, fr: `Rien n’a été modifié. ${todo.fr}` },
  );
}

export const noPath = () =>
  problem(
    'report.no-path',
    { en: 'This report has no file yet.', fr: 'Ce document n’a pas encore de fichier.' },
    {
      en: 'Choose where to save it. Until then it is kept on this computer.',
      fr: 'Choisissez où l’enregistrer. D’ici là, il est gardé sur cet ordinateur.',
    },
  );

export const exists = (path: string) =>
  problem(
    'file.exists',
    { en: `“${basename(path)}” exists already.`, fr: `« ${basename(path)} » existe déjà.` },
    {
      en: 'Nothing was written. Choose another name, or replace it.',
      fr: 'Rien n’a été écrit. Choisissez un autre nom, ou remplacez-le.',
    },
    path,
  );

const WRITTEN_OUTSIDE = (path: string) => ({
  en: `“${basename(path)}” was changed by another program since it was opened here.`,
  fr: `« ${basename(path)} » a été modifié par un autre programme depuis son ouverture ici.`,
});

/** Saving would write over what somebody else put into the file. */
export const changedOutside = (path: string) =>
  problem(
    'file.changed',
    WRITTEN_OUTSIDE(path),
    {
      en: 'Nothing was written, and your changes are kept on this computer. Save under another name to keep both, or replace the file.',
      fr: 'Rien n’a été écrit, et vos modifications sont gardées sur cet ordinateur. Enregistrez sous un autre nom pour garder les deux, ou remplacez le fichier.',
    },
    path,
  );

/** What was kept of a report is taken up, and its file holds something else by now. */
export const changedBehind = (path: string) =>
  problem(
    'file.changed',
    WRITTEN_OUTSIDE(path),
    {
      en: 'You see what you wrote here, which is in no file yet. Save it under another name to keep both.',
      fr: 'Vous voyez ce que vous avez écrit ici, qui n’est encore dans aucun fichier. Enregistrez-le sous un autre nom pour garder les deux.',
    },
    path,
  );
