/** Opening a library: is it whole, is it ours to open, is it of this version; and what is done where it is not. */
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Outcome, type Problem } from '../../core/outcome.ts';
import { backUp, backupsOf, sizeOf } from './backups.ts';
import { type Database, openDatabase } from './database.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/types.ts';
import {
  lostLibrary,
  missingLibrary,
  newerLibrary,
  outsideCode,
  restoredLibrary,
  sqliteCode,
  unavailableLibrary,
} from './problems.ts';

/** "CWRL": what SQLite's header says of whose file it is. */
const APPLICATION_ID = 0x4357524c;

/** A larger file is checked in full once a day, not at every opening (bytes). */
const CHECKED_ALWAYS = 64 * 2 ** 20;
const CHECK_INTERVAL = 24 * 3600 * 1000;

export interface OpenedDatabase {
  readonly database: Database;
  /** What had to be done to open it, for the user to know. */
  readonly warnings: readonly Problem[];
}

/** Where the library of a folder is. */
export const libraryFile = (folder: string): string => join(folder, 'library.db');

/** Opens the library of a folder; a new folder has an empty one. `steps` and `now` (milliseconds) are given by tests. */
export function openLibraryFile(
  folder: string,
  steps: readonly Migration[] = migrations,
  now: number = Date.now(),
): Outcome<OpenedDatabase> {
  const warnings: Problem[] = [];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A file that is gone or empty where there are backups held a library.
    const isGone = sizeOf(libraryFile(folder)) === 0 && backupsOf(folder).length > 0;
    let database = isGone ? null : openWhole(libraryFile(folder), now);
    if (database === null) {
      warnings.push(restore(folder, now));
      database = openDatabase(libraryFile(folder));
    }
    const version = versionOf(database);
    if (version > steps.length) {
      database.close();
      return failed(newerLibrary(version, steps.length));
    }
    migrate(database, folder, steps, version, now);
    return done({ database, warnings });
  } catch (error) {
    const code = outsideCode(error) || fileCode(error);
    if (code === '') throw error;
    return failed(unavailableLibrary(code));
  }
}

const versionOf = (database: Database): number => database.value<number>('pragma user_version') ?? 0;

/** The library, null where the file is damaged. */
function openWhole(path: string, now: number): Database | null {
  const size = sizeOf(path);
  let database: Database | null = null;
  try {
    database = openDatabase(path);
    const owner = database.value<number>('pragma application_id') ?? 0;
    if (size > 0 && owner !== APPLICATION_ID && versionOf(database) > 0) throw new Error('not a library');
    if (size > 0 && isCheckDue(database, size, now)) {
      if (database.value<string>('pragma quick_check(1)') !== 'ok') throw new Error('damaged');
      database.run("insert or replace into meta values ('checked', ?)", String(now));
    }
    return database;
  } catch (error) {
    database?.close();
    const code = sqliteCode(error);
    // A full disk, a locked or forbidden file is no damage.
    if (/^SQLITE_(?:BUSY|LOCKED|CANTOPEN|READONLY|FULL|PERM|IOERR|NOMEM)/.test(code) || fileCode(error) !== '')
      throw error;
    return null;
  }
}

function isCheckDue(database: Database, size: number, now: number): boolean {
  if (versionOf(database) === 0) return false;
  if (size <= CHECKED_ALWAYS) return true;
  const last = Number(database.value<string>("select value from meta where name = 'checked'") ?? 0);
  return now - last > CHECK_INTERVAL;
}

/** Puts the damaged file aside, where there is one, and the newest whole backup in its place. */
function restore(folder: string, now: number): Problem {
  const path = libraryFile(folder);
  const aside = join(folder, `damaged-${now}.db`);
  const isGone = sizeOf(path) === 0;
  if (isGone) rmSync(path, { force: true });
  else renameSync(path, aside);
  for (const ending of ['-wal', '-shm'])
    if (sizeOf(path + ending) > 0) renameSync(path + ending, aside + ending);
    else rmSync(path + ending, { force: true });
  for (const backup of backupsOf(folder)) {
    copyFileSync(backup.path, path);
    const whole = openWhole(path, now + CHECK_INTERVAL);
    if (whole && versionOf(whole) > 0) {
      whole.close();
      return isGone ? missingLibrary(new Date(backup.at)) : restoredLibrary(new Date(backup.at), aside);
    }
    whole?.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
  }
  return lostLibrary(aside);
}

/** Brings the library to this program's version, step by step, after a backup of what was there. */
function migrate(database: Database, folder: string, steps: readonly Migration[], version: number, now: number): void {
  if (version === steps.length) return;
  if (version > 0) backUp(database, folder, 'migration', now);
  for (const step of steps.slice(version)) {
    database.transaction(() => {
      database.exec(step.sql);
      step.fill?.(database);
      database.exec(`pragma user_version = ${step.number}`);
    });
  }
  if (version === 0) database.exec(`pragma application_id = ${APPLICATION_ID}`);
}

/** Node's own code of a failure of the file system. */
function fileCode(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? code : '';
}
