/** What can go wrong with a library, worded. */
import { type Problem, problem } from '../../core/outcome.ts';

/** Made by a newer Casewright: not touched. */
export const newerLibrary = (found: number, known: number): Problem =>
  problem(
    'library.newer',
    {
      en: 'This reference library was written by a newer version of Casewright.',
      fr: 'Cette bibliothèque de références a été écrite par une version plus récente de Casewright.',
    },
    {
      en: `Nothing was changed. Update Casewright to open it (library version ${found}; this program knows ${known}). Your reports open as usual.`,
      fr: `Rien n’a été modifié. Mettez Casewright à jour pour l’ouvrir (version ${found} de la bibliothèque\u202f; ce programme connaît la ${known}). Vos documents s’ouvrent comme d’habitude.`,
    },
  );

/** Put back from a backup; the damaged file is kept. */
export const restoredLibrary = (at: Date, aside: string): Problem =>
  problem(
    'library.restored',
    {
      en: `The reference library was damaged and was put back as it was on ${day(at, 'en')}.`,
      fr: `La bibliothèque de références était endommagée\u202f; elle a été remise dans son état du ${day(at, 'fr')}.`,
    },
    {
      en: 'What was added or changed since then is not in it. The damaged file is kept beside it.',
      fr: 'Ce qui a été ajouté ou modifié depuis n’y est pas. Le fichier endommagé est conservé à côté.',
    },
    aside,
  );

/** Its file was gone or empty: put back from a backup. */
export const missingLibrary = (at: Date): Problem =>
  problem(
    'library.missing',
    {
      en: `The file of the reference library was gone or empty. The library was put back as it was on ${day(at, 'en')}.`,
      fr: `Le fichier de la bibliothèque de références avait disparu ou était vide\u202f; elle a été remise dans son état du ${day(at, 'fr')}.`,
    },
    {
      en: 'What was added or changed since then is not in it. Your reports hold their own copies of what they cite.',
      fr: 'Ce qui a été ajouté ou modifié depuis n’y est pas. Vos documents contiennent leur propre copie de ce qu’ils citent.',
    },
  );

/** Damaged, and there was no backup that opens. */
export const lostLibrary = (aside: string): Problem =>
  problem(
    'library.damaged',
    {
      en: 'The reference library was damaged, and there was no backup to put back. An empty one was begun.',
      fr: 'La bibliothèque de références était endommagée, et il n’y avait aucune sauvegarde à remettre. Une bibliothèque vide a été commencée.',
    },
    {
      en: 'The damaged file is kept beside it. Your reports hold their own copies of what they cite.',
      fr: 'Le fichier endommagé est conservé à côté. Vos documents contiennent leur propre copie de ce qu’ils citent.',
    },
    aside,
  );

/** Its folder or file is write-protected. */
export const onlyReadLibrary = (): Problem =>
  problem(
    'library.reading',
    {
      en: 'The reference library can be read, searched and cited from, but not changed: its file or folder is write-protected.',
      fr: 'La bibliothèque de références peut être lue, interrogée et citée, mais pas modifiée\u202f: son fichier ou son dossier est protégé en écriture.',
    },
    {
      en: 'What it holds is unchanged. Make the folder writable again; the next change is then made as usual.',
      fr: 'Son contenu est inchangé. Rendez le dossier de nouveau modifiable\u202f; la prochaine modification se fera alors comme d’habitude.',
    },
  );

/** What several programs share of an open library has no place. */
export const aloneWithLibrary = (): Problem =>
  problem(
    'library.alone',
    {
      en: 'Only one program at a time can use the reference library now: its disk is full, or it lies in a network folder.',
      fr: 'Un seul programme à la fois peut utiliser la bibliothèque de références pour l’instant\u202f: son disque est plein, ou elle se trouve dans un dossier réseau.',
    },
    {
      en: 'What it holds is unchanged, and reading, searching and citing go on. Make room on the disk, or keep the library on this computer.',
      fr: 'Son contenu est inchangé\u202f; lecture, recherche et citation continuent. Libérez de la place, ou gardez la bibliothèque sur cet ordinateur.',
    },
  );

/** Its file was taken away while it was open; all of it was still at hand. */
export const removedLibrary = (): Problem =>
  problem(
    'library.removed',
    {
      en: 'The file of the reference library was moved or deleted while Casewright was open.',
      fr: 'Le fichier de la bibliothèque de références a été déplacé ou supprimé pendant que Casewright était ouvert.',
    },
    {
      en: 'Nothing is lost: all of it was put back where it was. If you moved it on purpose, close Casewright first.',
      fr: 'Rien n’est perdu\u202f: tout a été remis en place. Si vous l’avez déplacé exprès, fermez d’abord Casewright.',
    },
  );

/** Another file was put in its place while it was open. */
export const replacedLibrary = (): Problem =>
  problem(
    'library.replaced',
    {
      en: 'Another program put a different file in the place of the reference library while Casewright was open.',
      fr: 'Un autre programme a mis un autre fichier à la place de la bibliothèque de références pendant que Casewright était ouvert.',
    },
    {
      en: 'The new file is shown. What the library held before is kept as a backup and can be put back.',
      fr: 'Le nouveau fichier est affiché. Le contenu précédent est conservé comme sauvegarde et peut être remis.',
    },
  );

/** A backup that was put back by hand. */
export const noBackup = (): Problem =>
  problem(
    'library.no-backup',
    {
      en: 'This backup is not there, or cannot be opened.',
      fr: 'Cette sauvegarde est introuvable ou ne s’ouvre pas.',
    },
    {
      en: 'The library was not changed. Choose another one.',
      fr: 'La bibliothèque n’a pas été modifiée. Choisissez-en une autre.',
    },
  );

const busyLibrary = (): Problem =>
  problem(
    'library.busy',
    {
      en: 'The reference library is in use by another program just now.',
      fr: 'La bibliothèque de références est utilisée par un autre programme en ce moment.',
    },
    {
      en: 'Nothing was changed. Wait until that is done (an import, perhaps) and try again.',
      fr: 'Rien n’a été modifié. Attendez que ce soit terminé (une importation, peut-être) et réessayez.',
    },
  );

const fullDisk = (code: string): Problem =>
  problem(
    'library.full',
    {
      en: 'There is no room left on the disk of the reference library.',
      fr: 'Il n’y a plus de place sur le disque de la bibliothèque de références.',
    },
    {
      en: `What it holds is unchanged and can be read, searched and cited; the last change was not made. Make room, then do it again (${code}).`,
      fr: `Son contenu est inchangé et peut être lu, interrogé et cité\u202f; la dernière modification n’a pas été faite. Libérez de la place, puis recommencez (${code}).`,
    },
  );

/** The folder cannot be written to, the disk is full, another program holds the file. */
export function unavailableLibrary(code: string): Problem {
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) return busyLibrary();
  if (/^(?:SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/.test(code)) return fullDisk(code);
  if (/^(?:SQLITE_READONLY|EROFS)/.test(code)) return onlyReadLibrary();
  return problem(
    'library.unavailable',
    {
      en: 'The reference library cannot be opened or written.',
      fr: 'La bibliothèque de références ne peut être ni ouverte ni écrite.',
    },
    {
      en: `What it holds is unchanged. See whether its disk is full or its folder write-protected (${code}).`,
      fr: `Son contenu est inchangé. Vérifiez que le disque n’est pas plein et que le dossier n’est pas protégé en écriture (${code}).`,
    },
  );
}

/** Asked for by an id that is not there. */
export const noEntry = (): Problem =>
  problem(
    'library.no-entry',
    { en: 'This reference is no longer in the library.', fr: 'Cette référence n’est plus dans la bibliothèque.' },
    { en: 'Nothing was changed.', fr: 'Rien n’a été modifié.' },
  );

/** A batch that is not there, or was undone. */
export const nothingToUndo = (): Problem =>
  problem(
    'library.undo',
    { en: 'There is nothing to undo here.', fr: 'Il n’y a rien à annuler ici.' },
    { en: 'It was undone before.', fr: 'C’était déjà annulé.' },
  );

function day(date: Date, language: 'en' | 'fr'): string {
  return date.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' });
}

/** SQLite's own code of an error, empty where it is none of SQLite's. */
export function sqliteCode(error: unknown): string {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' && code.startsWith('SQLITE') ? code : '';
}

/** SQLite's or the system's code where what failed lies outside of the program: a full disk, a file that is locked, forbidden or damaged. */
export function outsideCode(error: unknown): string {
  const code = sqliteCode(error);
  if (/^SQLITE_(?:BUSY|LOCKED|CANTOPEN|READONLY|FULL|PERM|AUTH|IOERR|NOMEM|CORRUPT|NOTADB|PROTOCOL)/.test(code))
    return code;
  const ofFiles = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof ofFiles === 'string' && /^E[A-Z]{2,}$/.test(ofFiles) ? ofFiles : '';
}

/** Whether another program writes just now: nothing was done yet. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(?:BUSY|LOCKED)/.test(sqliteCode(error));

/** A file that was to be attached. */
export const fileUnreadable = (name: string): Problem =>
  problem(
    'library.file',
    { en: `The file “${name}” could not be read.`, fr: `Le fichier «\u00a0${name}\u00a0» n’a pas pu être lu.` },
    {
      en: 'Nothing was changed. See whether it is still there and may be opened.',
      fr: 'Rien n’a été modifié. Vérifiez qu’il est toujours là et qu’il peut être ouvert.',
    },
  );

/** A copy could not be written beside the library. */
export const copyNotKept = (name: string): Problem =>
  problem(
    'library.file-copy',
    {
      en: `No copy of “${name}” could be kept with the library.`,
      fr: `Aucune copie de «\u00a0${name}\u00a0» n’a pu être gardée avec la bibliothèque.`,
    },
    {
      en: 'Nothing was changed. See whether the disk is full, or attach the file from its folder.',
      fr: 'Rien n’a été modifié. Vérifiez que le disque n’est pas plein, ou joignez le fichier depuis son dossier.',
    },
  );

/** An attached file that is nowhere near where it was. */
export const fileGone = (name: string): Problem =>
  problem(
    'library.file-gone',
    { en: `The file “${name}” was not found.`, fr: `Le fichier «\u00a0${name}\u00a0» est introuvable.` },
    {
      en: 'It was looked for around the place where it last was and where other attached files are. If you moved it far away, attach it again; others that are there are found by themselves then.',
      fr: 'Il a été cherché autour de son dernier emplacement et là où se trouvent d’autres fichiers joints. Si vous l’avez déplacé loin de là, joignez-le à nouveau\u202f; les autres qui s’y trouvent seront alors retrouvés d’eux-mêmes.',
    },
  );
