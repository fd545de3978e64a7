/** Writing files so that at every moment the old or the new one is there, whole; and the words for when that fails. */
import { randomBytes } from 'node:crypto';
import { chmod, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, failed, type Outcome, type Problem, problem } from '../../core/outcome.ts';

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
export async function writeChosen(path: string, bytes: Uint8Array): Promise<Outcome<null>> {
  try {
    await writeAtomically(path, bytes, 0o644);
    return done(null);
  } catch (error) {
    return failed(writeProblem(path, error));
  }
}

/** Largest file read at all, in bytes. */
const LARGEST = 2 ** 31;

/** Reads a file the user chose. */
export async function readChosen(path: string): Promise<Outcome<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) {
      return failed(
        problem(
          'file.too-large',
          {
            en: `“${basename(path)}” is too large to be read (${Math.round(size / 2 ** 20)} MB).`,
            fr: `« ${basename(path)} » est trop volumineux pour être lu (${Math.round(size / 2 ** 20)} Mo).`,
          },
          { en: 'Nothing was changed.', fr: 'Rien n’a été modifié.' },
          path,
        ),
      );
    }
    return done(await readFile(path));
  } catch (error) {
    return failed(readProblem(path, error));
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown })?.code ?? '');

function readProblem(path: string, error: unknown): Problem {
  const file = basename(path);
  const missing = codeOf(error) === 'ENOENT';
  return problem(
    missing ? 'file.missing' : 'file.unreadable',
    missing
      ? { en: `There is no file “${file}” at its place.`, fr: `Le fichier « ${file} » est introuvable.` }
      : {
          en: `The file “${file}” cannot be read (${codeOf(error)}).`,
          fr: `Le fichier « ${file} » ne peut pas être lu (${codeOf(error)}).`,
        },
    missing
      ? {
          en: 'Nothing was changed. It may have been moved or renamed: check its name and folder.',
          fr: 'Rien n’a été modifié. Il a peut-être été déplacé ou renommé : vérifiez son nom et son dossier.',
        }
      : {
          en: 'Check that you may read it, and that its drive is connected.',
          fr: 'Vérifiez que vous avez le droit de le lire et que son support est connecté.',
        },
    path,
  );
}

/** Why something could not be written there, in words. */
export function writeProblem(path: string, error: unknown): Problem {
  const code = codeOf(error);
  const file = basename(path);
  const safe = {
    en: 'Your report is safe: every change is kept on this computer. Choose another place.',
    fr: 'Votre document est à l’abri : chaque modification est gardée sur cet ordinateur. Choisissez un autre emplacement.',
  };
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
