/** What a list is narrowed to, as conditions on the table `entries` (named e). */
import type { LibraryQuery } from '../../core/library/types.ts';
import type { Database } from './database.ts';
import { collectionsIn } from './writing.ts';

export interface Conditions {
  readonly sql: readonly string[];
  readonly values: readonly (string | number)[];
}

/** The conditions of a query, its words apart. Whether it is in the trash is always one. */
export function conditionsOf(database: Database, query: LibraryQuery): Conditions {
  const sql: string[] = [`e.trashed = ${query.trash ? 1 : 0}`];
  const values: (string | number)[] = [];
  const add = (condition: string, ...more: readonly (string | number)[]) => {
    sql.push(condition);
    values.push(...more);
  };
  for (const tag of query.tags ?? []) add('e.n in (select n from entry_tags where tag = ?)', tag);
  if (query.collection !== undefined)
    add(
      'e.n in (select n from entry_collections where collection in (select value from json_each(?)))',
      JSON.stringify(withInner(database, query.collection)),
    );
  if (query.unfiled)
    add(
      'not exists (select 1 from entry_collections c join collections d on d.id = c.collection and d.trashed = 0 where c.n = e.n)',
    );
  if (query.from !== undefined) add('e.year >= ?', query.from);
  if (query.to !== undefined) add('e.year <= ?', query.to);
  if (query.types && query.types.length > 0)
    add('e.type in (select value from json_each(?))', JSON.stringify(query.types));
  if (query.starred) add('e.starred = 1');
  if (query.unread) add('e.read = 0');
  if (query.withFile) add('e.files > 0');
  return { sql, values };
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
