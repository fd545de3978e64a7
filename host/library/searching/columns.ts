/** What lists are narrowed and ordered by, of every entry by its number: in memory, so that no list waits for going through a table. */
import { yearOf } from '../../../core/library/texts.ts';
import type { KeptEntry, LibraryQuery, SortKey } from '../../../core/library/types.ts';
import type { Database } from '../database.ts';
import { longer } from './words.ts';

const THERE = 1;
const TRASHED = 2;
const STARRED = 4;
const READ = 8;
const HAS_FILE = 16;

/** Numbers of entries in an order, and by number the place in it. */
export interface Latest {
  readonly ns: Int32Array;
  readonly places: Int32Array;
}

export interface Columns {
  /** The highest number of an entry. */
  highest(): number;
  /** Takes an entry in; `was` is what it was before, null for a new one. */
  put(n: number, entry: KeptEntry, was: KeptEntry | null): void;
  /** By number, 1 where a query leaves an entry, its words, tags and collections apart. */
  narrow(query: LibraryQuery): Uint8Array;
  /** All entries, the latest year first, of those the newest; what has no year last. */
  latest(): Latest;
  /** All entries in an order, what has none of it last whichever way; the newest of equals first. */
  ordered(sort: SortKey, descending: boolean): Int32Array;
}

/** Numbers of a query's first column: one long value, as a row each would cost more than the reading. */
export function numbersOf(database: Database, sql: string, ...values: readonly (string | number)[]): Int32Array {
  const list = database.value<string | null>(`select group_concat(n) from (${sql})`, ...values);
  return list ? Int32Array.from(list.split(','), Number) : new Int32Array(0);
}

/** What each order goes by. */
const ORDER: Readonly<Record<SortKey, string>> = {
  title: 'title',
  author: 'author',
  year: 'year',
  journal: 'journal',
  type: 'type',
  added: 'n',
  changed: 'changed_at',
};

export function readColumns(database: Database): Columns {
  let flags = new Uint8Array(64);
  let years = new Int16Array(64);
  let types = new Uint16Array(64);
  let highest = 0;
  const typeNumbers = new Map<string, number>();
  /** Orders in mind, until what they go by changes. */
  const orders = new Map<string, Int32Array>();
  let latest: Latest | null = null;

  function write(n: number, flag: number, year: number, type: string): void {
    if (n >= flags.length) {
      const length = Math.max(n + 1, 2 * flags.length);
      [flags, years, types] = [longer(flags, length), longer(years, length), longer(types, length)];
    }
    if (n > highest) highest = n;
    if (flags[n] === 0 || years[n] !== year) latest = null;
    let number = typeNumbers.get(type);
    if (number === undefined) {
      number = typeNumbers.size;
      typeNumbers.set(type, number);
    }
    flags[n] = flag;
    years[n] = year;
    types[n] = number;
  }

  const all = database.value<string | null>(
    `select group_concat(n || ' ' || (${THERE} + ${TRASHED} * trashed + ${STARRED} * starred + ${READ} * read + ${HAS_FILE} * (files > 0))
       || ' ' || coalesce(year, 0) || ' ' || type, char(10)) from entries`,
  );
  for (const line of all ? all.split('\n') : []) {
    const [n, flag, year, ...type] = line.split(' ');
    write(Number(n), Number(flag), Number(year), type.join(' '));
  }

  return {
    highest: () => highest,
    put(n, entry, was) {
      const flag =
        THERE +
        (entry.trashed ? TRASHED : 0) +
        (entry.starred ? STARRED : 0) +
        (entry.read ? READ : 0) +
        (entry.files.length > 0 ? HAS_FILE : 0);
      write(n, flag, yearOf(entry.item) ?? 0, entry.item.type);
      if (was?.item !== entry.item) orders.clear();
      else for (const way of [true, false]) orders.delete(`changed ${way}`);
    },
    narrow(query) {
      const { trash, starred, unread, withFile, from, to } = query;
      const mask = THERE | TRASHED | (starred ? STARRED : 0) | (unread ? READ : 0) | (withFile ? HAS_FILE : 0);
      const wanted = THERE | (trash ? TRASHED : 0) | (starred ? STARRED : 0) | (withFile ? HAS_FILE : 0);
      const left = new Uint8Array(highest + 1);
      for (let n = 1; n <= highest; n++) if (((flags[n] as number) & mask) === wanted) left[n] = 1;
      if (from !== undefined || to !== undefined) {
        // No year is in no span.
        const [first, last] = [Math.max(from ?? 1, 1), to ?? Number.POSITIVE_INFINITY];
        for (let n = 1; n <= highest; n++) if ((years[n] as number) < first || (years[n] as number) > last) left[n] = 0;
      }
      if (query.types && query.types.length > 0) {
        const some = new Set(query.types.map(type => typeNumbers.get(type)));
        for (let n = 1; n <= highest; n++) if (!some.has(types[n])) left[n] = 0;
      }
      return left;
    },
    latest() {
      latest ??= byYear(flags, years, highest);
      return latest;
    },
    ordered(sort, descending) {
      const key = `${sort} ${descending}`;
      const known = orders.get(key);
      if (known) return known;
      const by = ORDER[sort];
      const last = sort === 'year' ? 'year is null, ' : sort === 'added' || sort === 'changed' ? '' : `${by} = '', `;
      const found = numbersOf(
        database,
        `select n from entries order by ${last}${by} ${descending ? 'desc' : 'asc'}, n desc`,
      );
      orders.set(key, found);
      return found;
    },
  };
}

/** Years have four digits. */
const YEARS = 10_000;

function byYear(flags: Uint8Array, years: Int16Array, highest: number): Latest {
  const next = new Uint32Array(YEARS);
  for (let n = 1; n <= highest; n++)
    if (flags[n] !== 0) next[years[n] as number] = (next[years[n] as number] as number) + 1;
  let sum = 0;
  for (let year = YEARS - 1; year >= 0; year--) {
    const count = next[year] as number;
    next[year] = sum;
    sum += count;
  }
  const ns = new Int32Array(sum);
  const places = new Int32Array(highest + 1);
  for (let n = highest; n > 0; n--) {
    if (flags[n] === 0) continue;
    const at = next[years[n] as number] as number;
    ns[at] = n;
    places[n] = at;
    next[years[n] as number] = at + 1;
  }
  return { ns, places };
}
