/** Writes a made package: into one zip, or into a folder of its own. All of it is there or none of it. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { zipSync } from 'fflate';
import { done, failed, type Outcome, problem } from '../../core/outcome.ts';
import { CHECKSUMS, MANIFEST } from '../../core/package/manifest.ts';
import { REPORT_SAFE, writeChosen, writeProblem } from '../documents/files.ts';
import type { PackedFile } from './make.ts';

/** The first moment that a zip archive can name (APPNOTE 4.4.6), as local time: same package, same bytes. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** Files that are compressed already gain nothing from a second time. */
const PACKED = new Set(['.docx', '.jpg', '.png', '.pdf', '.tif']);

/** What file managers leave in folders that are looked at. */
const LITTER = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db']);

/**
 * Writes the files; a path that ends in `.zip` gets one archive. Gives the size of all of it in bytes. When `signal` is aborted
 * before the last step, what was there stays as it was.
 */
export async function writePackage(
  path: string,
  files: readonly PackedFile[],
  signal?: AbortSignal,
): Promise<Outcome<number>> {
  return extname(path).toLowerCase() === '.zip' ? writeArchive(path, files) : writeFolder(path, files, signal);
}

async function writeArchive(path: string, files: readonly PackedFile[]): Promise<Outcome<number>> {
  const entries = files.map(({ name, bytes }) => {
    const level = PACKED.has(extname(name)) ? 0 : 6;
    return [name, [bytes, { level, mtime: ZIP_EPOCH }]] as const;
  });
  const archive = zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
  const written = await writeChosen(path, archive, REPORT_SAFE);
  return written.ok ? done(archive.length) : written;
}

/** Written under a name of its own beside its place, then put there in one step. */
async function writeFolder(
  path: string,
  files: readonly PackedFile[],
  signal: AbortSignal | undefined,
): Promise<Outcome<number>> {
  const standing = await standingOf(path);
  if (standing.kind === 'occupied') return failed(occupied(path));
  if (standing.kind === 'changed') return failed(changed(path, standing.file));
  const beside = join(dirname(path), `.casewright-${randomBytes(6).toString('hex')}.tmp`);
  try {
    // Where it cannot be made, writing into it says why.
    await mkdir(beside, { recursive: true }).catch(() => undefined);
    let size = 0;
    for (const { name, bytes } of files) {
      signal?.throwIfAborted();
      const written = await writeChosen(join(beside, name), bytes, REPORT_SAFE);
      // The words name the file where it was to stand.
      if (!written.ok) return failed({ ...written.problem, where: join(path, name) });
      size += bytes.length;
    }
    signal?.throwIfAborted();
    const placed = await putInPlace(beside, path, standing.kind !== 'absent');
    return placed.ok ? done(size) : placed;
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function putInPlace(beside: string, path: string, replaces: boolean): Promise<Outcome<null>> {
  const before = `${beside}.before`;
  try {
    if (replaces) await rename(path, before);
    try {
      await rename(beside, path);
    } catch (error) {
      if (replaces) await rename(before, path);
      throw error;
    }
  } catch (error) {
    return failed(writeProblem(path, error, REPORT_SAFE));
  }
  await rm(before, { recursive: true, force: true });
  return done(null);
}

type Standing =
  | { readonly kind: 'absent' | 'empty' | 'package' | 'occupied' }
  /** An earlier package whose author worked in it since: a letter filled in, a form signed. */
  | { readonly kind: 'changed'; readonly file: string };

/** What stands at a path. Only what is made again as it was is ever written over. */
async function standingOf(path: string): Promise<Standing> {
  const all = await readdir(path).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : ['?']));
  if (all === null) return { kind: 'absent' };
  const names = all.filter(name => !LITTER.has(name));
  if (names.length === 0) return { kind: 'empty' };
  const listed = await listedIn(path);
  if (listed === null) return { kind: 'occupied' };
  for (const name of names) {
    if (name === CHECKSUMS) continue;
    const bytes = await readFile(join(path, name)).catch(() => null);
    if (bytes === null || listed.get(name) !== createHash('sha256').update(bytes).digest('hex'))
      return { kind: 'changed', file: name };
  }
  return { kind: 'package' };
}

/** SHA-256 by name as a package's own list has them; null where there is no package. */
async function listedIn(path: string): Promise<ReadonlyMap<string, string> | null> {
  try {
    if (JSON.parse(await readFile(join(path, MANIFEST), 'utf8')).format !== 'casewright-package') return null;
    const lines = (await readFile(join(path, CHECKSUMS), 'utf8')).split('\n');
    return new Map(lines.flatMap(line => (line === '' ? [] : [[line.slice(66), line.slice(0, 64)] as const])));
  } catch {
    return null;
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

const changed = (path: string, file: string) =>
  problem(
    'package.changed',
    {
      en: `This folder holds an earlier package in which “${file}” was changed or added since.`,
      fr: `Ce dossier contient un dossier de soumission antérieur, où «\u00a0${file}\u00a0» a été modifié ou ajouté depuis.`,
    },
    {
      en: 'Nothing was written, so that your changes are safe. Choose another folder.',
      fr: 'Rien n’a été écrit\u202f: vos changements sont à l’abri. Choisissez un autre dossier.',
    },
    path,
  );
