/** The entries of a query's tags and collections. */
import type { LibraryQuery } from '../../../core/library/types.ts';
import type { Database } from '../database.ts';
import { collectionsIn } from '../writing.ts';
import { numbersOf } from './columns.ts';

/** Takes away, from entries that are left (1 by number), those that have not the tags or are not in the collection of a query. */
export function narrowByGroups(database: Database, query: LibraryQuery, left: Uint8Array): void {
  const keep = (numbers: Int32Array, isWanted: boolean) => {
    const listed = new Uint8Array(left.length);
    for (const n of numbers) listed[n] = 1;
    for (let n = 0; n < left.length; n++) if ((listed[n] === 1) !== isWanted) left[n] = 0;
  };
  for (const tag of query.tags ?? []) keep(numbersOf(database, 'select n from entry_tags where tag = ?', tag), true);
  if (query.collection !== undefined)
    keep(
      numbersOf(
        database,
        'select n from entry_collections where collection in (select value from json_each(?))',
        JSON.stringify(withInner(database, query.collection)),
      ),
      true,
    );
  if (query.unfiled)
    keep(
      numbersOf(
        database,
        'select c.n from entry_collections c join collections d on d.id = c.collection where d.trashed = 0',
      ),
      false,
    );
}

/** A collection and all those in it, by id. */
function withInner(database: Database, outer: string): readonly string[] {
  const all = collectionsIn(database).filter(({ trashed }) => !trashed);
  const found = new Set([outer]);
  // Once more as long as something was found: collections are few.
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { id, parent } of all) if (parent !== null && found.has(parent)) found.add(id);
  }
  return [...found];
}
