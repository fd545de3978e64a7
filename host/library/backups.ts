/** Copies of a library in the folder `backups` beside it, the last few of each kind. */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryBackup, LibraryDifference } from '../../core/contract/library.ts';
import { type Database, openDatabase } from './database.ts';
import { outsideCode, sqliteCode } from './problems.ts';

/**
 * How many are kept: daily ones, those made before a migration, those that somebody asked for, and what was there before a backup was put
 * back or another file took its place.
 */
const KEPT: Readonly<Record<BackupKind, number>> = { daily: 5, migration: 3, asked: 3, replaced: 3 };
export type BackupKind = LibraryBackup['kind'];

/** At most one a day, and only of a library that changed. */
const INTERVAL = 24 * 3600 * 1000;

export interface Backup {
  readonly path: string;
  readonly kind: BackupKind;
  /** Milliseconds. */
  readonly at: number;
}

const backupsFolder = (folder: string) => join(folder, 'backups');

/** All there are, the newest first. */
export function backupsOf(folder: string): readonly Backup[] {
  let names: string[] = [];
  try {
    names = readdirSync(backupsFolder(folder));
  } catch {
    // None was made yet.
  }
  return names
    .flatMap(name => {
      const match = /^library-(daily|migration|asked|replaced)-(\d+)\.db$/.exec(name);
      if (!match) return [];
      return [{ path: join(backupsFolder(folder), name), kind: match[1] as BackupKind, at: Number(match[2]) }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Of copies, those that a clock which was ahead has given a later time are the oldest: nobody knows when they were made. */
const byAge = (at: number) => (a: Backup, b: Backup) => Number(a.at > at) - Number(b.at > at) || b.at - a.at;

/** Writes a whole copy and takes the oldest ones away, but not the one to be put back. The copy is compact and needs no log beside it. */
export function backUp(database: Database, folder: string, kind: BackupKind, at: number, wanted?: Backup): Backup {
  mkdirSync(backupsFolder(folder), { recursive: true, mode: 0o700 });
  sweep(folder);
  const path = join(backupsFolder(folder), `library-${kind}-${at}.db`);
  copyWhole(database, path);
  const same = backupsOf(folder)
    .filter(backup => backup.kind === kind)
    .sort(byAge(at));
  for (const old of same.slice(KEPT[kind])) if (old.path !== wanted?.path) rmSync(old.path, { force: true });
  return { path, kind, at };
}

/** What a copy is called until all of it is on the disk: half a copy must never pass for one. */
export const PART = '.part';

/** Writes all that a library holds into one new file. */
export function copyWhole(database: Database, path: string): void {
  const part = path + PART;
  rmSync(part, { force: true });
  try {
    database.run('vacuum into ?', part);
    putInPlace(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Gives a file its name once all of it is on the disk. */
export function putInPlace(part: string, path: string): void {
  const file = openSync(part, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}

/** Takes away copies whose program was ended in the middle. */
function sweep(folder: string): void {
  for (const name of readdirSync(backupsFolder(folder)))
    if (name.endsWith(PART) || name.endsWith(`${PART}-journal`))
      rmSync(join(backupsFolder(folder), name), { force: true });
}

/** Makes the day's backup where one is due: a day after the last, of a library that changed since. */
export function backUpIfDue(database: Database, folder: string, at: number): Backup | null {
  const revision = database.value<number | null>('select max(id) from batches') ?? null;
  if (revision === null) return null;
  const last = backupsOf(folder).find(backup => backup.kind === 'daily' && backup.at <= at);
  if (last && (at - last.at < INTERVAL || revision === backedUp(database, last))) return null;
  const backup = backUp(database, folder, 'daily', at);
  database.run("insert or replace into meta values ('backed up', ?)", `${at} ${revision}`);
  return backup;
}

/** The revision that a backup has; null where nobody has noted it. */
function backedUp(database: Database, { at }: Backup): number | null {
  const [when, revision] = database.value<string>("select value from meta where name = 'backed up'")?.split(' ') ?? [];
  return Number(when) === at ? Number(revision) : null;
}

/** All there are with how much each holds, the newest first; what cannot be opened is left out. */
export function describedBackups(folder: string): readonly LibraryBackup[] {
  return backupsOf(folder).flatMap(({ path, kind, at }) => {
    try {
      const database = openDatabase(path, 'reading');
      try {
        const entries = database.value<number>('select count(*) from entries where trashed = 0') ?? 0;
        return [{ at, kind, entries }];
      } finally {
        database.close();
      }
    } catch (error) {
      if (outsideCode(error) === '' && sqliteCode(error) === '') throw error;
      return [];
    }
  });
}

/** What would be otherwise, were the library as a backup has it; null where that is not there, or cannot be opened. */
export function differenceFrom(database: Database, folder: string, at: number): LibraryDifference | null {
  const backup = backupsOf(folder).find(each => each.at === at);
  if (!backup) return null;
  try {
    const copy = openDatabase(backup.path, 'reading');
    try {
      const [here, there] = [statesIn(database), statesIn(copy)];
      let [gone, changed] = [0, 0];
      for (const [id, state] of here) {
        const its = there.get(id);
        if (its === undefined) gone++;
        else if (its !== state) changed++;
      }
      return { gone, changed, back: there.size - (here.size - gone) };
    } finally {
      copy.close();
    }
  } catch (error) {
    if (outsideCode(error) === '' && sqliteCode(error) === '') throw error;
    return null;
  }
}

/** The entries outside the trash by id, each with when and in which revision it was last changed: as one text, as a row each takes longer. */
function statesIn(database: Database): ReadonlyMap<string, string> {
  const text = database.value<string | null>(
    "select group_concat(id || ' ' || revision || ' ' || changed_at, char(10)) from entries where trashed = 0",
  );
  const lines = text ? text.split('\n') : [];
  return new Map(lines.map(line => [line.slice(0, line.indexOf(' ')), line]));
}

/** Bytes of a file, 0 where there is none. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
