/** What a library's entries are grouped by, with how many there are of each. */
import type { CollectionCount, LibraryCounts, TagCount } from '../../core/library/types.ts';
import type { Database } from './database.ts';
import { withInner } from './searching/filters.ts';
import { NOTICED } from './standings.ts';
import { collectionsIn } from './writing.ts';

/** All collections, those in the trash too, by name; `entries` counts those that stand in it, not in the ones inside it. */
export function collectionCounts(database: Database): readonly CollectionCount[] {
  const counts = new Map(
    database.rows<readonly [string, number]>(
      'select c.collection, count(*) from entry_collections c join entries e on e.n = c.n where e.trashed = 0 group by c.collection',
    ),
  );
  const all = collectionsIn(database);
  const shown = all.filter(({ trashed }) => !trashed);
  const outer = new Set(shown.map(({ parent }) => parent));
  /** Only of those that hold others there is more to count. */
  const within = (id: string): number =>
    outer.has(id)
      ? (database.value<number>(
          `select count(distinct c.n) from entry_collections c join entries e on e.n = c.n
           where e.trashed = 0 and c.collection in (select value from json_each(?))`,
          JSON.stringify([...withInner(shown, id)]),
        ) ?? 0)
      : (counts.get(id) ?? 0);
  return all
    .map(collection => ({
      ...collection,
      entries: counts.get(collection.id) ?? 0,
      within: within(collection.id),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** All tags in use, the most used first. */
export function tagCounts(database: Database): readonly TagCount[] {
  return database
    .rows<readonly [string, number]>(
      'select t.tag, count(*) from entry_tags t join entries e on e.n = t.n where e.trashed = 0 group by t.tag order by count(*) desc, t.tag',
    )
    .map(([tag, entries]) => ({ tag, entries }));
}

/** How many entries there are of each kind that a list can be narrowed to. */
export function countsOf(database: Database): LibraryCounts {
  const [row] = database.rows<readonly [number, number, number, number, number]>(
    `select count(*) filter (where trashed = 0), count(*) filter (where trashed = 1),
       count(*) filter (where trashed = 0 and starred = 1), count(*) filter (where trashed = 0 and read = 0),
       count(*) filter (where trashed = 0 and not exists (
         select 1 from entry_collections c join collections d on d.id = c.collection and d.trashed = 0 where c.n = e.n))
     from entries e`,
  );
  const noticed = database.value<number>(
    `select count(*) from (${NOTICED}) told join entries e on e.n = told.n where e.trashed = 0`,
  );
  const [entries = 0, trash = 0, starred = 0, unread = 0, unfiled = 0] = row ?? [];
  return { entries, trash, starred, unread, unfiled, noticed: noticed ?? 0 };
}
