/** Writes a made package: into one zip, or into a folder of its own. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { zipSync } from 'fflate';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import { CHECKSUMS, MANIFEST } from '../../core/package/manifest.ts';
import { writeChosen } from '../documents/files.ts';
import type { PackedFile } from './make.ts';

/** The first moment that a zip archive can name (APPNOTE 4.4.6), as local time: same package, same bytes. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** Files that are compressed already gain nothing from a second time. */
const PACKED = new Set(['.docx', '.jpg', '.png', '.pdf', '.tif']);

/** Writes the files; a path that ends in `.zip` gets one archive. Gives the size of all of it in bytes. */
export async function writePackage(path: string, files: readonly PackedFile[]): Promise<Outcome<number>> {
  return extname(path).toLowerCase() === '.zip' ? writeArchive(path, files) : writeFolder(path, files);
}

async function writeArchive(path: string, files: readonly PackedFile[]): Promise<Outcome<number>> {
  const entries = files.map(({ name, bytes }) => {
    const level = PACKED.has(extname(name)) ? 0 : 6;
    return [name, [bytes, { level, mtime: ZIP_EPOCH }]] as const;
  });
  const archive = zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
  const written = await writeChosen(path, archive);
  return written.ok ? done(archive.length) : written;
}

async function writeFolder(path: string, files: readonly PackedFile[]): Promise<Outcome<number>> {
  if (!(await isFree(path))) return failed(occupied(path));
  // Where it cannot be made, writing into it says why.
  await mkdir(path, { recursive: true }).catch(() => undefined);
  // The checksums last: a package without them was not finished.
  const ordered = [
    ...files.filter(({ name }) => name !== CHECKSUMS),
    ...files.filter(({ name }) => name === CHECKSUMS),
  ];
  let size = 0;
  for (const { name, bytes } of ordered) {
    const written = await writeChosen(join(path, name), bytes);
    if (!written.ok) return written;
    size += bytes.length;
  }
  return done(size);
}

/** A folder that is not there, is empty, or holds an earlier package: other files are never written over. */
async function isFree(path: string): Promise<boolean> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : ['?']));
  if (names.filter(name => !name.startsWith('.')).length === 0) return true;
  try {
    return JSON.parse(await readFile(join(path, MANIFEST), 'utf8')).format === 'casewright-package';
  } catch {
    return false;
  }
}

const occupied = (path: string) =>
  problem(
    'package.folder',
    {
      en: 'There is something else in this folder.',
      fr: 'Ce dossier contient déjà autre chose.',
    },
    {
      en: 'Nothing was written. Choose a new or empty folder, or a name that ends in .zip.',
      fr: 'Rien n’a été écrit. Choisissez un dossier nouveau ou vide, ou un nom qui finit par .zip.',
    },
    path,
  );
