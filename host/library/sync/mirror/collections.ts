/** Collections as a team is told of them: entries of their own, whose ids begin so. */
import type { Database } from '../../database.ts';
import { COLLECTION } from '../../making.ts';

/** What a collection is called, and what a field of it holds now; null where there is none. `entry` is its id as a team has it. */
export function collectionIn(
  database: Database,
  entry: string,
  field: string,
): { readonly title: string; readonly now: unknown } | null {
  const [row] = database.rows<readonly [string, string | null, number]>(
    'select name, parent, trashed from collections where id = ?',
    entry.slice(COLLECTION.length),
  );
  if (!row) return null;
  const [name, parent, trashed] = row;
  return { title: name, now: field === 'name' ? name : field === 'parent' ? parent : trashed === 1 ? true : null };
}
