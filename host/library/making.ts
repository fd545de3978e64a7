/**
 * New entries as they were told (telling.ts), made without looking at one after the other: what a large library is built of. Where one
 * of them needs a closer look, as its key is taken, none of the piece is made here.
 */
import { besidesOf } from '../../core/library/fields.ts';
import { cleanKey } from '../../core/library/keys.ts';
import type { Stamp } from '../../core/library/types.ts';
import type { Database } from './database.ts';
import type { HeardPiece } from './telling.ts';
import type { MadeEntry } from './writing.ts';

/** What is of a collection begins so. */
export const COLLECTION = 'collection:';

/** Which of some ids entries have already. */
export function takenIds(database: Database, ids: readonly string[]): readonly string[] {
  return database
    .rows<readonly [string]>('select id from entries where id in (select value from json_each(?))', JSON.stringify(ids))
    .map(([id]) => id);
}

/** Which of some keys entries have already, or had. */
export function takenKeys(database: Database, keys: readonly string[]): readonly string[] {
  return database
    .rows<readonly [string]>(
      `select key from entries where key in (select value from json_each(?1))
       union all select key from aliases where key in (select value from json_each(?1))`,
      JSON.stringify(keys),
    )
    .map(([key]) => key);
}

/** The entries of a piece, to be written; null where it has other changes, or an id or a key that is there already or no key. */
export function madeOf(
  database: Database,
  { lines, items }: HeardPiece,
  revision: number,
  stamp: Stamp,
): readonly MadeEntry[] | null {
  const ids = new Set<string>();
  const keys = new Set<string>();
  const made: MadeEntry[] = [];
  let from = 0;
  for (const [id, field, value, end, listed] of lines) {
    if (field !== 'new' || id.startsWith(COLLECTION) || end === undefined || listed === undefined) return null;
    const rest = value as Parameters<typeof besidesOf>[0] & { readonly key?: string };
    const key = cleanKey(rest.key);
    if (key === '') return null;
    ids.add(id);
    keys.add(key);
    const entry = { id, key, revision, created: stamp, changed: stamp, ...besidesOf(rest) };
    made.push({ entry, told: { bytes: items.subarray(from, end), listed } });
    from = end;
  }
  if (ids.size < made.length || keys.size < made.length) return null;
  if (takenIds(database, [...ids]).length > 0 || takenKeys(database, [...keys]).length > 0) return null;
  return made;
}
