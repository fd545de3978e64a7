/** Files that belong to entries. They stay where their owner keeps them, and are found again when they were moved or renamed. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  type Dirent,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { AttachedFile } from '../../core/library/types.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import { newId } from './applying.ts';
import type { Database } from './database.ts';
import { copyNotKept, fileGone, fileUnreadable } from './problems.ts';

/** Read at once (bytes). */
const CHUNK = 1 << 20;
/** A file is looked for in folders so deep below the one above its own, and among so many files at most. */
const DEPTH = 4;
const MOST_LOOKED_AT = 20_000;

/** What some system takes in no file's name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNFIT = /[\u0000-\u001f<>:"/\\|?*]+/g;

/** SHA-256 of a file, read piece by piece. Throws Node's error where it cannot be read. */
function hashOf(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** What is kept of a file to know it by. */
export function describeFile(path: string, now: number): Outcome<AttachedFile> {
  try {
    const found = statSync(path);
    // A pipe or a device has no end.
    if (!found.isFile()) return failed(fileUnreadable(basename(path)));
    const { size } = found;
    return done({ id: newId(), name: basename(path), path, size, hash: hashOf(path), seen: now });
  } catch {
    return failed(fileUnreadable(basename(path)));
  }
}

/** Keeps a copy of a file in a folder of ours, under its own name in one named by what it holds, so that the same file twice is one; gives its path. */
export function keepCopy(folder: string, name: string, bytes: Uint8Array): Outcome<string> {
  const own = basename(name.replaceAll('\\', '/')).replace(UNFIT, ' ').slice(-120).trim() || 'file';
  const place = join(folder, createHash('sha256').update(bytes).digest('hex').slice(0, 16));
  const path = join(place, own);
  try {
    if (sizeAt(path) === bytes.length) return done(path);
    mkdirSync(place, { recursive: true, mode: 0o700 });
    // Whole or not at all: what is there is trusted to be it.
    writeFileSync(`${path}.part`, bytes, { mode: 0o600 });
    renameSync(`${path}.part`, path);
    return done(path);
  } catch {
    return failed(copyNotKept(own));
  }
}

/**
 * Where a file is now: where it was, else in the folders around that place, then around those where other articles are, known by size and
 * hash whatever its name. One that is there with other content was edited (notes in a PDF), and is still the file. Of a file that a
 * colleague attached no place is known on this computer.
 */
export function findFile(
  file: AttachedFile,
  now: number,
  others: () => readonly string[] = () => [],
): Outcome<AttachedFile> {
  if (sizeAt(file.path) !== null) {
    const here = describeFile(file.path, now);
    return here.ok ? done({ ...here.value, id: file.id }) : here;
  }
  const wanted = { ...file, ...file.here };
  const looked = new Set<string>();
  const left = { count: MOST_LOOKED_AT };
  for (const folders of [() => (file.path === '' ? [] : [dirname(file.path)]), others])
    for (const near of folders())
      for (const folder of [near, dirname(near)]) {
        const found = search(folder, wanted, DEPTH, looked, left);
        if (found !== null) return done({ ...wanted, name: basename(found), path: found, seen: now });
      }
  return failed(fileGone(file.name));
}

/** So many folders are looked at for a file that is not around its own. */
const MOST_FOLDERS = 30;

/** Folders in which attached files are, those with the most first. */
export function foldersOfFiles(database: Database): readonly string[] {
  const counts = new Map<string, number>();
  for (const [path] of database.rows<readonly [string | null]>(
    `select json_extract(f.value, '$.path') from entries e join bodies b on b.n = e.n
       join json_each(cast(b.data as text), '$.files') f where e.files > 0`,
  ))
    if (path) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_FOLDERS)
    .map(([folder]) => folder);
}

/**
 * A file as its team knows it, with where it was found on this computer. That alone is this computer's: opening a file that was moved,
 * renamed or annotated here is no change of the team's library.
 */
export function foundHere(file: AttachedFile, { path, seen, size, hash }: AttachedFile): AttachedFile {
  const { here: _, ...shared } = file;
  return { ...shared, path, seen, ...(hash !== file.hash && { here: { size, hash } }) };
}

function sizeAt(path: string): number | null {
  try {
    const found = statSync(path);
    return found.isFile() ? found.size : null;
  } catch {
    return null;
  }
}

function search(
  folder: string,
  file: Pick<AttachedFile, 'size' | 'hash'>,
  depth: number,
  looked: Set<string>,
  left: { count: number },
): string | null {
  // A whole disk is not gone through.
  if (looked.has(folder) || folder === dirname(folder) || left.count <= 0) return null;
  looked.add(folder);
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
  left.count -= entries.length;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && sizeAt(path) === file.size && isSame(path, file.hash)) return path;
  }
  if (depth === 0) return null;
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const found = search(join(folder, entry.name), file, depth - 1, looked, left);
    if (found !== null) return found;
  }
  return null;
}

function isSame(path: string, hash: string): boolean {
  try {
    return hashOf(path) === hash;
  } catch {
    return false;
  }
}
