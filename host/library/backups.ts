/** Copies of a library in the folder `backups` beside it, the last few of each kind. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';

/** How many are kept: daily ones, and those made before a migration. */
const KEPT = { daily: 5, migration: 3 } as const;
export type BackupKind = keyof typeof KEPT;

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
      const match = /^library-(daily|migration)-(\d+)\.db$/.exec(name);
      if (!match) return [];
      return [{ path: join(backupsFolder(folder), name), kind: match[1] as BackupKind, at: Number(match[2]) }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Writes a whole copy and takes the oldest ones away. The copy is compact and needs no log beside it. */
export function backUp(database: Database, folder: string, kind: BackupKind, at: number): Backup {
  mkdirSync(backupsFolder(folder), { recursive: true, mode: 0o700 });
  const path = join(backupsFolder(folder), `library-${kind}-${at}.db`);
  rmSync(path, { force: true });
  database.run('vacuum into ?', path);
  const same = backupsOf(folder).filter(backup => backup.kind === kind);
  for (const old of same.slice(KEPT[kind])) rmSync(old.path, { force: true });
  return { path, kind, at };
}

/** Makes the day's backup where one is due: a day after the last, of a library that changed since. */
export function backUpIfDue(database: Database, folder: string, at: number): Backup | null {
  const changed = database.value<number>('select max(at) from batches') ?? null;
  if (changed === null) return null;
  const last = backupsOf(folder).find(({ kind }) => kind === 'daily');
  if (last && (at - last.at < INTERVAL || changed <= last.at)) return null;
  return backUp(database, folder, 'daily', at);
}

/** Bytes of a file, 0 where there is none. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
