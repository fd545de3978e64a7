/** Writing files so that at every moment the old or the new one is there, whole; and the words for when that fails. */
import { randomBytes } from 'node:crypto';
import { chmod, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, failed, type Outcome, type Problem, problem, type Words } from '../../core/outcome.ts';

/** Writes beside the target, forces it to the disk, then puts it in place in one step. Keeps the permissions of what was there. */
export async function writeAtomically(path: string, bytes: Uint8Array | string, mode = 0o600): Promise<void> {
  const before = await stat(path).catch(() => null);
  const beside = join(dirname(path), `.casewright-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (before) await chmod(beside, before.mode & 0o777);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** The new name survives a power cut only once its folder is on the disk too; Windows has no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => null);
  if (!handle) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** {@link writeAtomically} for a file the user chose: failures of the disk are a problem in words. */
export async function writeChosen(path: string, bytes: Uint8Array, safe = NOTHING_CHANGED): Promise<Outcome<null>> {
  try {
    await writeAtomically(path, bytes, 0o644);
    return done(null);
  } catch (error) {
    return failed(writeProblem(path, error, safe));
  }
}

/** Largest file read at all, in bytes. */
const LARGEST = 2 ** 31;

/** Reads a file the user chose, of at most `largest` bytes. */
export async function readChosen(path: string, largest = LARGEST): Promise<Outcome<Uint8Array>> {
  try {
    const { size } = await stat(path);
    return size > largest ? failed(tooLarge(path, size, largest)) : done(await readFile(path));
  } catch (error) {
    return failed(readProblem(path, error));
  }
}

/** A file, or what came through a pipe, of so many bytes that it is not read. */
export function tooLarge(path: string, size: number, largest: number): Problem {
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
  return problem(
    'file.too-large',
    {
      en: `“${basename(path)}” is too large to be read (${megabytes(size)} MB).`,
      fr: `« ${basename(path)} » est trop volumineux pour être lu (${megabytes(size)} Mo).`,
    },
    {
      en: `Nothing was changed. Files of up to ${megabytes(largest)} MB are read: split it.`,
      fr: `Rien n’a été modifié. Les fichiers sont lus jusqu’à ${megabytes(largest)} Mo : divisez-le.`,
    },
    path,
  );
}

/** A folder where a file was expected. */
export function isAFolder(path: string): Problem {
  return problem(
    'file.folder',
    {
      en: `“${basename(path)}” is a folder, not a file.`,
      fr: `« ${basename(path)} » est un dossier, pas un fichier.`,
    },
    {
      en: 'Nothing was changed. Name a file, with its folder before it.',
      fr: 'Rien n’a été modifié. Indiquez un fichier, précédé de son dossier.',
    },
    path,
  );
}

const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code ?? '');

function readProblem(path: string, error: unknown): Problem {
  const file = basename(path);
  const code = codeOf(error);
  if (code === 'EISDIR') return isAFolder(path);
  const missing = code === 'ENOENT' || code === 'ENOTDIR';
  return problem(
    missing ? 'file.missing' : 'file.unreadable',
    missing
      ? { en: `There is no file “${file}” at its place.`, fr: `Le fichier « ${file} » est introuvable.` }
      : {
          en: `The file “${file}” cannot be read (${reasonOf(code).en}).`,
          fr: `Le fichier « ${file} » ne peut pas être lu (${reasonOf(code).fr}).`,
        },
    missing
      ? {
          en: 'Nothing was changed. It may have been moved or renamed: check its name and folder.',
          fr: 'Rien n’a été modifié. Il a peut-être été déplacé ou renommé : vérifiez son nom et son dossier.',
        }
      : {
          en: 'Nothing was changed. Check that you may read it, and that its drive is connected.',
          fr: 'Rien n’a été modifié. Vérifiez que vous avez le droit de le lire et que son support est connecté.',
        },
    path,
  );
}

/** A code of the system in words, where it has some that say more. */
const reasonOf = (code: string): Words =>
  code === 'EACCES' || code === 'EPERM'
    ? { en: 'you may not', fr: 'vous n’en avez pas le droit' }
    : { en: code || 'unknown reason', fr: code || 'raison inconnue' };

/** What is safe where nothing but the file itself was at stake. */
const NOTHING_CHANGED: Words = {
  en: 'Nothing that was there is changed. Choose another place.',
  fr: 'Rien de ce qui s’y trouvait n’est modifié. Choisissez un autre emplacement.',
};

/** What is safe where an open report was to be written, or something made of it. */
export const REPORT_SAFE: Words = {
  en: 'Your report is safe: every change is kept on this computer. Choose another place.',
  fr: 'Votre document est à l’abri : chaque modification est gardée sur cet ordinateur. Choisissez un autre emplacement.',
};

/** Why something could not be written there, in words; `safe` says what is not lost, and what to do. */
export function writeProblem(path: string, error: unknown, safe = NOTHING_CHANGED): Problem {
  const code = codeOf(error);
  if (code === 'EISDIR') return isAFolder(path);
  const file = basename(path);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return problem(
      'file.disk-full',
      {
        en: `“${file}” was not written: the disk is full.`,
        fr: `« ${file} » n’a pas été écrit : le disque est plein.`,
      },
      safe,
      path,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return problem(
      'file.read-only',
      {
        en: `“${file}” was not written: this folder or file may not be changed.`,
        fr: `« ${file} » n’a pas été écrit : ce dossier ou ce fichier est en lecture seule.`,
      },
      safe,
      path,
    );
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return problem(
      'file.no-folder',
      {
        en: `“${file}” was not written: its folder is not there.`,
        fr: `« ${file} » n’a pas été écrit : son dossier n’existe pas.`,
      },
      safe,
      path,
    );
  }
  return problem(
    'file.unwritable',
    {
      en: `“${file}” was not written (${code || 'unknown reason'}).`,
      fr: `« ${file} » n’a pas été écrit (${code || 'raison inconnue'}).`,
    },
    safe,
    path,
  );
}
