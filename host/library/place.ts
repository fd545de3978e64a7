/** Whether the file of an open library is still where it was opened: what is written into one that was taken away is lost with the program. */
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, copyWhole, sizeOf } from './backups.ts';
import type { Database } from './database.ts';

export type Whereabouts = 'here' | 'gone' | 'other';

const fileAt = (path: string): string | null => {
  const file = statSync(path, { throwIfNoEntry: false, bigint: true });
  return file ? `${file.dev} ${file.ino}` : null;
};

/** Tells of the file at a path, as opened now, where it is later. */
export function watchPlace(path: string): () => Whereabouts {
  const opened = fileAt(path);
  return () => {
    const now = fileAt(path);
    return now === opened ? 'here' : now === null ? 'gone' : 'other';
  };
}

/** Puts all of a library that is still open back where its file was, and closes it. */
export function putThere(database: Database): void {
  mkdirSync(join(database.path, '..'), { recursive: true, mode: 0o700 });
  copyWhole(database, database.path);
  leave(database);
}

/** Keeps what a library holds as a backup, as another file has taken its place, and closes it. */
export function keepAside(database: Database, folder: string, at: number): void {
  backUp(database, folder, 'replaced', at);
  leave(database);
}

/** Closes a library whose file is elsewhere, without touching the log of the one that is in its place now. */
function leave(database: Database): void {
  const endings = ['-wal', '-shm'];
  for (const ending of endings)
    if (sizeOf(database.path + ending) > 0) renameSync(database.path + ending, `${database.path}${ending}.other`);
  // Brings its own log into its file, wherever that is, and takes away what has the log's name.
  database.abandon();
  database.close();
  for (const ending of endings) {
    const kept = `${database.path}${ending}.other`;
    // Its own, emptied just now; else that of the file in its place.
    if (ending === '-wal' && sizeOf(kept) > 0) renameSync(kept, database.path + ending);
    else rmSync(kept, { force: true });
  }
}
