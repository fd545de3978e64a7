/** Pages of what a query finds. What was found stays in mind for the next page. */
import type { EntryRow, LibraryPage, LibraryQuery } from '../../core/library/types.ts';
import type { Database } from './database.ts';
import { narrowByGroups } from './searching/filters.ts';
import { type Found, find } from './searching/finding.ts';
import type { Shelf } from './searching/shelf.ts';
import { standingsOf } from './standings.ts';

export interface Lister {
  page(query: LibraryQuery, offset: number, limit: number): LibraryPage;
  /** Ids of all that a query finds, in order. */
  ids(query: LibraryQuery): readonly string[];
}

/** Queries whose finds stay in mind. */
const REMEMBERED = 8;
/** Rows that are put in order at once. */
const FIRST_PAGES = 500;

export function createLister(database: Database, shelf: Shelf): Lister {
  const remembered = new Map<string, Found>();
  const revisionNow = () => database.value<number | null>('select max(id) from batches') ?? 0;

  /** Filters seldom change while words are typed: what they leave is worked out once. */
  let narrowed: { readonly key: string; readonly left: Uint8Array } | null = null;
  const narrow = (revision: number) => (query: LibraryQuery) => {
    const { text: _, sort: __, descending: ___, ...filters } = query;
    const key = `${revision} ${JSON.stringify(filters)}`;
    if (narrowed?.key !== key) {
      const left = shelf.columns().narrow(filters);
      narrowByGroups(database, filters, left);
      narrowed = { key, left };
    }
    return narrowed.left;
  };

  /** The first `wanted` of what a query finds. */
  function found(query: LibraryQuery, revision: number, wanted: number): Found {
    const key = `${revision} ${JSON.stringify(query)}`;
    const known = remembered.get(key);
    if (known && (known.ns.length >= wanted || known.ns.length === known.total)) return known;
    shelf.catchUp();
    // Who goes further down than the first pages gets them all: then they are sorted once.
    const most = wanted <= FIRST_PAGES ? FIRST_PAGES : Number.POSITIVE_INFINITY;
    const fresh = find(shelf.index, shelf.columns(), query, narrow(revision), most);
    remembered.set(key, fresh);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return fresh;
  }

  return {
    page(query, offset, limit) {
      const revision = revisionNow();
      const { ns, total, instead } = found(query, revision, offset + limit);
      const wanted = ns.slice(offset, offset + limit);
      const lines = new Map(
        database.rows<readonly [number, string]>(
          'select n, line from bodies where n in (select value from json_each(?))',
          `[${wanted.join(',')}]`,
        ),
      );
      const lined = [...wanted].flatMap(n => {
        const line = lines.get(n);
        return line === undefined ? [] : [JSON.parse(line) as EntryRow];
      });
      const standings = standingsOf(
        database,
        lined.map(({ id }) => id),
      );
      const rows = lined.map(row => {
        const standing = standings[row.id];
        return standing === undefined ? row : { ...row, standing };
      });
      return { rows, total, instead, revision };
    },
    ids(query) {
      const { ns } = found(query, revisionNow(), Number.POSITIVE_INFINITY);
      const ids = new Map(
        database.rows<readonly [number, string]>(
          'select n, id from entries where n in (select value from json_each(?))',
          `[${ns.join(',')}]`,
        ),
      );
      return [...ns].flatMap(n => ids.get(n) ?? []);
    },
  };
}
