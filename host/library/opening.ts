/** Opening a library: is it whole, is it ours to open, is it of this version; and what is done where it is not. */
import { accessSync, constants, copyFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Outcome, type Problem } from '../../core/outcome.ts';
import { backUp, backupsOf, PART, putInPlace, sizeOf } from './backups.ts';
import { type Database, openDatabase } from './database.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/types.ts';
import {
  aloneWithLibrary,
  lostLibrary,
  missingLibrary,
  newerLibrary,
  onlyReadLibrary,
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

/** How much can be done with a file that was opened. */
export interface Footing {
  readonly canWrite: boolean;
  /** Whether others are kept out, or nothing can be written, only as long as the disk is full or the folder protected. */
  readonly isPassing: boolean;
}

export interface OpenedDatabase extends Footing {
  readonly database: Database;
  /** What had to be done to open it, for the user to know. */
  readonly warnings: readonly Problem[];
}

export interface OpeningOptions {
  readonly steps?: readonly Migration[];
  /** Milliseconds. */
  readonly now?: number;
  /** Something was found damaged: all of it is looked through. */
  readonly isSuspect?: boolean;
}

/** Where the library of a folder is. */
export const libraryFile = (folder: string): string => join(folder, 'library.db');

/** Opens the library of a folder; a new folder has an empty one. */
export function openLibraryFile(
  folder: string,
  { steps = migrations, now = Date.now(), isSuspect = false }: OpeningOptions = {},
): Outcome<OpenedDatabase> {
  const warnings: Problem[] = [];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A file that is gone or empty where there are backups held a library.
    const isGone = sizeOf(libraryFile(folder)) === 0 && backupsOf(folder).length > 0;
    let opened = isGone ? null : openWhole(libraryFile(folder), now, isSuspect);
    if (opened === null) {
      warnings.push(restore(folder, now));
      opened = openAsCan(libraryFile(folder));
    }
    const { database, canWrite } = opened;
    try {
      if (versionOf(database) < steps.length) migrate(database, folder, steps, now);
    } catch (error) {
      database.close();
      throw error;
    }
    const version = versionOf(database);
    if (version > steps.length) {
      database.close();
      return failed(newerLibrary(version, steps.length));
    }
    if (!canWrite) warnings.push(onlyReadLibrary());
    else if (opened.isAlone) warnings.push(aloneWithLibrary());
    return done({ database, warnings, canWrite, isPassing: opened.isPassing });
  } catch (error) {
    const code = outsideCode(error);
    if (code === '') throw error;
    return failed(unavailableLibrary(code));
  }
}

/** The number of the last migration that a library has; grows under an open one where a newer program opens it. */
export const versionOf = (database: Database): number => database.value<number>('pragma user_version') ?? 0;

interface Opened extends Footing {
  readonly database: Database;
  readonly isAlone: boolean;
}

/** Opens the file for as much as is possible where it lies. */
function openAsCan(path: string): Opened {
  try {
    const isOpenToChange = mayWrite(path);
    return { database: openDatabase(path), canWrite: isOpenToChange, isAlone: false, isPassing: !isOpenToChange };
  } catch (error) {
    if (!/^SQLITE_(?:IOERR_SHM|PROTOCOL)/.test(sqliteCode(error))) return openForReading(path, error);
    // The memory that programs share is a file beside it: without room for it, or where there is no such memory.
    try {
      const isFull = sqliteCode(error) === 'SQLITE_IOERR_SHMSIZE';
      return { database: openDatabase(path, 'alone'), canWrite: true, isAlone: true, isPassing: isFull };
    } catch (again) {
      return openForReading(path, again);
    }
  }
}

/** Where nothing can be written, a file without a log beside it can be read as it stands. */
function openForReading(path: string, error: unknown): Opened {
  const isProtected = /^SQLITE_(?:CANTOPEN|READONLY|PERM|IOERR_LOCK)/.test(sqliteCode(error));
  if (!isProtected || sizeOf(path) === 0 || sizeOf(`${path}-wal`) > 0) throw error;
  return { database: openDatabase(path, 'reading'), canWrite: false, isAlone: false, isPassing: true };
}

/** Whether a file and what lies beside it may be written. */
function mayWrite(path: string): boolean {
  try {
    accessSync(join(path, '..'), constants.W_OK);
    if (sizeOf(path) > 0) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The library, null where the file is damaged. */
function openWhole(path: string, now: number, isSuspect: boolean): Opened | null {
  const size = sizeOf(path);
  let opened: Opened | null = null;
  try {
    opened = openAsCan(path);
    const { database } = opened;
    const owner = database.value<number>('pragma application_id') ?? 0;
    if (size > 0 && owner !== APPLICATION_ID && versionOf(database) > 0) throw new Error('not a library');
    if (size > 0 && (isSuspect || isCheckDue(database, size, now))) {
      if (database.value<string>('pragma quick_check(1)') !== 'ok') throw new Error('damaged');
      if (size > CHECKED_ALWAYS) noteCheck(database, now);
    }
    return opened;
  } catch (error) {
    opened?.database.close();
    // A full disk, a locked or forbidden file is no damage.
    const code = outsideCode(error);
    if (code !== '' && !isDamage(code)) throw error;
    return null;
  }
}

/** Whether a code of SQLite says that what is in the file is no whole library. */
export const isDamage = (code: string): boolean => /^SQLITE_(?:CORRUPT|NOTADB)/.test(code);

function noteCheck(database: Database, now: number): void {
  try {
    database.run("insert or replace into meta values ('checked', ?)", String(now));
  } catch (error) {
    // It is looked through again the next time.
    if (outsideCode(error) === '') throw error;
  }
}

function isCheckDue(database: Database, size: number, now: number): boolean {
  if (versionOf(database) === 0) return false;
  if (size <= CHECKED_ALWAYS) return true;
  const last = Number(database.value<string>("select value from meta where name = 'checked'") ?? 0);
  return now - last > CHECK_INTERVAL || last > now;
}

/**
 * Puts the damaged file aside, where there is one, and in its place the newest that is whole: itself without the log beside it, which may
 * belong to another file, or a backup. What was put aside stays.
 */
function restore(folder: string, now: number): Problem {
  const path = libraryFile(folder);
  const aside = join(folder, `damaged-${now}.db`);
  const isGone = sizeOf(path) === 0;
  const hadLog = sizeOf(`${path}-wal`) > 0;
  if (isGone) rmSync(path, { force: true });
  else renameSync(path, aside);
  for (const ending of ['-wal', '-shm'])
    if (sizeOf(path + ending) > 0) renameSync(path + ending, aside + ending);
    else rmSync(path + ending, { force: true });
  const itself = !isGone && hadLog ? [{ path: aside, at: statSync(aside).mtimeMs }] : [];
  for (const copy of [...itself, ...backupsOf(folder)])
    if (putBack(copy.path, path, now))
      return isGone ? missingLibrary(new Date(copy.at)) : restoredLibrary(new Date(copy.at), aside);
  return lostLibrary(aside);
}

/** Puts a copy where the library is to be, at once and whole; false where it is none that opens. */
export function putBack(copy: string, path: string, now: number): boolean {
  const part = path + PART;
  try {
    copyFileSync(copy, part);
    const whole = openWhole(part, now, true);
    const isOne = whole !== null && versionOf(whole.database) > 0;
    // Statements that nobody has collected yet would hold on to the file that is put in place, and no other backup could take it.
    whole?.database.abandon();
    whole?.database.close();
    if (!isOne) return false;
    putInPlace(part, path);
    return true;
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(part + ending, { force: true });
  }
}

/** Brings the library to this program's version, step by step, after a backup of what was there. */
function migrate(database: Database, folder: string, steps: readonly Migration[], now: number): void {
  const version = versionOf(database);
  if (version > 0) backUp(database, folder, 'migration', now);
  for (const step of steps.slice(version)) {
    database.transaction(() => {
      // Two programs may open it at once: the other has made the step.
      if (versionOf(database) >= step.number) return;
      database.exec(step.sql);
      step.fill?.(database);
      database.exec(`pragma user_version = ${step.number}`);
      if (step.number === 1) database.exec(`pragma application_id = ${APPLICATION_ID}`);
    });
  }
}
