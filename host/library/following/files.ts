/** The articles that a followed file names, attached to its entries where they are on this computer, and kept in step with what it names. */
import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { namedFiles } from '../../../core/library/named-files.ts';
import type { AttachedFile, Change } from '../../../core/library/types.ts';
import { done, type Outcome } from '../../../core/outcome.ts';
import { describeFile } from '../attaching.ts';
import type { OpenLibrary } from '../library.ts';
import { standingEntry } from './standing.ts';

export interface FilesTaken {
  /** Where to go on from; null where all were looked at. */
  readonly next: string | null;
  readonly files: number;
  readonly filesMissing: number;
}

interface Row {
  readonly file: string | null;
  readonly made: boolean;
}

/** So much is read before others have their turn (bytes: some 100 ms of hashing). */
const AT_ONCE = 64 << 20;

/** Parts an entry's id from a path: neither holds it. */
const NAMED = '\n';

/** What the file names by now, in an order that stays. */
function wantedIn({ database }: OpenLibrary, followed: string): readonly string[] {
  return database
    .rows<readonly [string, string]>(
      `select entry, kept from followed_entries where followed = ? and gone = 0 and kept like '%file%' order by entry`,
      followed,
    )
    .flatMap(([entry, kept]) => namedFiles(JSON.parse(kept)).map(path => entry + NAMED + path));
}

const parted = (name: string): readonly [entry: string, path: string] => {
  const at = name.indexOf(NAMED);
  return [name.slice(0, at), name.slice(at + 1)];
};

/** Where a named file may be: beside the export; Mendeley leaves out the first stroke of a path. */
function placeOf(path: string, folder: string): string | null {
  const places = isAbsolute(path) ? [path] : [resolve(folder, path), resolve('/', path)];
  return places.find(place => existsSync(place)) ?? null;
}

/**
 * Attaches some of the files that are named and not attached yet, in one batch, going on from `after`. A file that is not there is
 * looked for again the next time. One that the user took off stays off. With the last of them, those that are named no longer go: the
 * files themselves stay where they are, and a file that was attached by hand stays attached.
 */
export function takeFiles(
  library: OpenLibrary,
  {
    id: followed,
    folder,
    after,
    by,
  }: { readonly id: string; readonly folder: string; readonly after: string | null; readonly by: string },
): Outcome<FilesTaken> {
  const { database } = library;
  return database.transaction(() => {
    const wanted = wantedIn(library, followed);
    const rows = new Map(
      database
        .rows<readonly [string, string, string | null, number]>(
          'select entry, path, file, made from followed_files where followed = ?',
          followed,
        )
        .map(([entry, path, file, made]): [string, Row] => [entry + NAMED + path, { file, made: made === 1 }]),
    );
    const changes: Change[] = [];
    /** Files attached in this batch, by entry: an entry may name a file twice. */
    const fresh = new Map<string, AttachedFile[]>();
    let read = 0;
    let next: string | null = null;
    let isBefore = after !== null;
    for (const name of wanted) {
      if (isBefore) {
        isBefore = name !== after;
        continue;
      }
      if (read >= AT_ONCE) break;
      next = name;
      if (rows.get(name)?.file) continue;
      const [source, path] = parted(name);
      const entry = standingEntry(library, source);
      const place = placeOf(path, folder);
      const found = place === null ? null : describeFile(place, Date.now());
      let row: Row = { file: null, made: false };
      if (entry && found?.ok) {
        read += found.value.size;
        const known = [...(fresh.get(entry.id) ?? []), ...entry.files].find(({ hash }) => hash === found.value.hash);
        const file = { ...found.value, id: known?.id ?? found.value.id };
        const wasMade = [...rows.values()].some(each => each.made && each.file === file.id);
        row = { file: file.id, made: known === undefined || wasMade };
        fresh.set(entry.id, [...(fresh.get(entry.id) ?? []), file]);
        changes.push({ entry: entry.id, field: `file.${file.id}`, value: file });
      }
      rows.set(name, row);
      database.run(
        'insert or replace into followed_files (followed, entry, path, file, made) values (?, ?, ?, ?, ?)',
        followed,
        source,
        path,
        row.file,
        row.made ? 1 : 0,
      );
    }
    if (next === wanted.at(-1) || next === null) {
      next = null;
      const named = new Set(wanted);
      const used = new Set(wanted.map(name => rows.get(name)?.file));
      const gone = [...rows].filter(([name]) => !named.has(name));
      for (const [name, { file, made }] of gone) {
        const [source, path] = parted(name);
        const entry = standingEntry(library, source);
        if (entry && file !== null && made && !used.has(file))
          changes.push({ entry: entry.id, field: `file.${file}`, value: null });
        database.run(
          'delete from followed_files where followed = ? and entry = ? and path = ?',
          followed,
          source,
          path,
        );
      }
    }
    library.commit(changes, { by, label: 'attach' });
    return done({ next, ...fileCounts(library, followed) });
  });
}

/** How many files that are named were found, and how many were not. */
export function fileCounts(
  { database }: OpenLibrary,
  followed: string,
): { readonly files: number; readonly filesMissing: number } {
  const [row] = database.rows<readonly [number, number]>(
    'select count(file), count(*) - count(file) from followed_files where followed = ?',
    followed,
  );
  return { files: row?.[0] ?? 0, filesMissing: row?.[1] ?? 0 };
}
