/** Pages of what a query finds. What was found stays in mind for the next page. */
import { fold } from '../../core/library/folding.ts';
import { titleOrder } from '../../core/library/texts.ts';
import type { EntryRow, LibraryPage, LibraryQuery, SortKey } from '../../core/library/types.ts';
import { withFile } from '../../core/lookup/file-notices.ts';
import type { Database } from './database.ts';
import type { Bits } from './searching/bits.ts';
import { type Found, find } from './searching/finding.ts';
import type { Shelf } from './searching/shelf.ts';
import { trialQueries } from './searching/trying.ts';
import { standingsOf } from './standings.ts';
import { LISTED, type ListedRow, listedOf } from './writing.ts';

export interface Lister {
  page(query: LibraryQuery, offset: number, limit: number): LibraryPage;
  /** Ids of all that a query finds, in order. */
  ids(query: LibraryQuery): readonly string[];
  /** Where the first stands, from a place on and then from the beginning, that begins with these letters: see `library.reach`. */
  reach(query: LibraryQuery, letters: string, from: number): number | null;
  /** Whether very many entries came in since the last search, so that the next ones are slow as long as nothing was prepared. */
  isCold(): boolean;
  /** Makes the next searches quick, for about so many milliseconds. Whether there is more to be done. */
  warm(milliseconds: number): boolean;
  /** While nothing is asked: makes the next lists quick as well. */
  prepare(milliseconds: number): boolean;
}

/** Words that are tried, and rows that are read of what each query finds. */
const TRIED_WORDS = 12;
const TRIED_ROWS = 10;

/** Queries, and filters, whose finds stay in mind. */
const REMEMBERED = 8;
/** Rows that stay in mind. */
const SHOWN = 2000;
/** Of so many entries the ids are read with all others. */
const MANY_IDS = 5000;
/** Rows that are put in order at once. */
const FIRST_PAGES = 500;
/** Comes after any other. */
const LAST_LETTER = '\u{10ffff}';

export function createLister(database: Database, shelf: Shelf): Lister {
  const remembered = new Map<string, Found>();
  const revisionNow = () => database.value<number | null>('select max(id) from batches') ?? 0;
  /** What a find holds for: what is heard of entries from services is no revision. */
  const stateOf = (revision: number, { noticed }: LibraryQuery) =>
    noticed ? `${revision}.${database.value<number>('select total_changes()')}` : String(revision);

  /** Filters seldom change while words are typed: what they leave is worked out once. */
  const narrowed = new Map<string, Bits>();
  /** Rows that were shown, by number, as of a revision: the next letter typed mostly finds some of them again. */
  const shown = new Map<number, EntryRow>();
  let shownAt = 0;

  /** What is still to be tried; null before it is known. */
  let trials: LibraryQuery[] | null = null;
  let isCold = false;

  const narrow = (revision: number) => (query: LibraryQuery) => {
    const { text: _, sort: __, descending: ___, ...filters } = query;
    const key = `${stateOf(revision, query)} ${JSON.stringify(filters)}`;
    const known = narrowed.get(key);
    if (known) return known;
    const left = shelf.columns().narrow(filters);
    keep(narrowed, key, left);
    return left;
  };

  /** The first `wanted` of what a query finds. */
  function found(query: LibraryQuery, revision: number, wanted: number): Found {
    const key = `${stateOf(revision, query)} ${JSON.stringify(query)}`;
    const known = remembered.get(key);
    if (known && (known.ns.length >= wanted || known.ns.length === known.total)) return known;
    shelf.catchUp();
    if (query.text) shelf.index();
    // Who goes further down than the first pages gets them all: then they are sorted once.
    const most = wanted <= FIRST_PAGES ? FIRST_PAGES : Number.POSITIVE_INFINITY;
    const fresh = find(shelf.index, shelf.columns(), query, narrow(revision), most);
    keep(remembered, key, fresh);
    return fresh;
  }

  function rowsOf(ns: Int32Array, revision: number): readonly EntryRow[] {
    if (shownAt !== revision || shown.size > SHOWN) shown.clear();
    shownAt = revision;
    const missing = ns.filter(n => !shown.has(n));
    if (missing.length > 0)
      for (const row of database.rows<ListedRow>(
        `select ${LISTED} from entries where n in (select value from json_each(?))`,
        `[${missing.join(',')}]`,
      ))
        shown.set(row[0], listedOf(row));
    return [...ns].flatMap(n => shown.get(n) ?? []);
  }

  /** Asks what is still to be tried, until a time; whether there is more. */
  function tryOut(until: number): boolean {
    const tag = database.value<string>('select tag from entry_tags limit 1') ?? '';
    trials ??= [...trialQueries(shelf.index().some(TRIED_WORDS), tag)].reverse();
    const columns = shelf.columns();
    for (let query = trials.pop(); query; query = trials.pop()) {
      const { ns } = find(shelf.index, columns, query, columns.narrow, FIRST_PAGES);
      rowsOf(ns.slice(0, TRIED_ROWS), revisionNow());
      if (performance.now() > until) return true;
    }
    return false;
  }

  /** Numbers of the entries of which what lists are sorted by begins with these letters. */
  function beginning(letters: string, sort: SortKey | undefined): ReadonlySet<number> {
    const columns =
      sort === 'title' || sort === 'author' || sort === 'journal' ? [sort] : (['author', 'title'] as const);
    const ns = new Set<number>();
    for (const column of columns) {
      const folded =
        column === 'title'
          ? [fold(letters), titleOrder(letters)]
          : [column === 'journal' ? letters.toLowerCase() : fold(letters)];
      for (const start of new Set(folded))
        if (start !== '')
          for (const [n] of database.rows<readonly [number]>(
            `select n from entries where ${column} >= ? and ${column} < ?`,
            start,
            `${start}${LAST_LETTER}`,
          ))
            ns.add(n);
    }
    return ns;
  }

  function warm(milliseconds: number): boolean {
    const until = performance.now() + milliseconds;
    isCold = shelf.prepare(until) || tryOut(until);
    return isCold;
  }

  return {
    reach(query, letters, from) {
      const begun = beginning(letters, query.sort);
      if (begun.size === 0) return null;
      const { ns } = found(query, revisionNow(), Number.POSITIVE_INFINITY);
      for (let step = 0; step < ns.length; step++) {
        const at = (from + step) % ns.length;
        if (begun.has(ns[at] as number)) return at;
      }
      return null;
    },
    isCold: () => isCold,
    warm,
    prepare: milliseconds => warm(milliseconds) || shelf.columns().prepare(),
    page(query, offset, limit) {
      isCold ||= Boolean(query.text) && shelf.hasGrown();
      const revision = revisionNow();
      const { ns, total, instead } = found(query, revision, offset + limit);
      const lined = rowsOf(ns.slice(offset, offset + limit), revision);
      const standings = standingsOf(
        database,
        lined.map(({ id }) => id),
      );
      const rows = lined.map(row => {
        const standing = withFile(standings[row.id], row.standing);
        return standing === undefined ? row : { ...row, standing };
      });
      return { rows, total, instead, revision };
    },
    ids(query) {
      const { ns } = found(query, revisionNow(), Number.POSITIVE_INFINITY);
      if (ns.length < MANY_IDS) {
        const ids = new Map(
          database.rows<readonly [number, string]>(
            'select n, id from entries where n in (select value from json_each(?))',
            `[${ns.join(',')}]`,
          ),
        );
        return [...ns].flatMap(n => ids.get(n) ?? []);
      }
      // As one text: a row each takes several times as long.
      const ids: string[] = [];
      const text = database.value<string | null>("select group_concat(n || ' ' || id, char(10)) from entries") ?? '';
      for (const line of text.split('\n')) {
        const space = line.indexOf(' ');
        ids[Number(line.slice(0, space))] = line.slice(space + 1);
      }
      return Array.from(ns, n => ids[n]).filter(id => id !== undefined);
    },
  };
}

/** Keeps what was found; what was kept first makes room. */
function keep<Value>(remembered: Map<string, Value>, key: string, value: Value): void {
  remembered.set(key, value);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}
