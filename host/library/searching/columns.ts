/** What lists are narrowed and ordered by, of every entry by its number: in memory, so that no list waits for going through a table. */
import { yearOf } from '../../../core/library/texts.ts';
import type { LibraryQuery, SortKey } from '../../../core/library/types.ts';
import type { Database } from '../database.ts';
import { type Bits, sizeFor } from './bits.ts';
import { createGroups } from './filters.ts';
import { readTypes, type Types, UNKNOWN } from './kinds.ts';
import { createOrders } from './orders.ts';
import { letter, letters, longAt, numberAt, packedText } from './packed.ts';
import type { Written } from './shelf.ts';
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
  /** Takes in what was written to the tables. */
  follow(written: readonly Written[]): void;
  /** The entries that a query leaves, its words apart. */
  narrow(query: LibraryQuery): Bits;
  /** All entries, the latest year first, of those the newest; what has no year last. */
  latest(): Latest;
  /** All entries in an order, what has none of it last whichever way; the newest of equals first. */
  ordered(sort: SortKey, descending: boolean): Int32Array;
  /** Makes an order that was not asked for yet; whether there was one. */
  prepare(): boolean;
}

const FLAGS = `${THERE} + ${TRASHED} * trashed + ${STARRED} * starred + ${READ} * read + ${HAS_FILE} * (files > 0)`;
/** Letters of a row. */
const ROW = 4;

export function readColumns(database: Database): Columns {
  let flags = new Uint8Array(64);
  let years = new Int16Array(64);
  /** The highest number of an entry. */
  let highest = 0;
  const groups = createGroups(database);
  const orders = createOrders(database);
  let types: Types | null = null;
  let byLatest: Latest | null = null;
  let byEarliest: Latest | null = null;

  function write(n: number, flag: number, year: number): void {
    if (n >= flags.length) {
      const length = Math.max(n + 1, 2 * flags.length);
      [flags, years] = [longer(flags, length), longer(years, length)];
    }
    if (n > highest) highest = n;
    if (flags[n] === 0 || years[n] !== year) {
      byLatest = null;
      byEarliest = null;
    }
    flags[n] = flag;
    years[n] = year;
  }

  const text = packedText(
    database,
    `char(${letters('n')}, ${letter(FLAGS)}, ${letter('coalesce(year, 0)')})`,
    'from entries',
  );
  for (let at = 0; at < text.length; at += ROW) write(longAt(text, at), numberAt(text, at + 2), numberAt(text, at + 3));

  function latest(): Latest {
    byLatest ??= byValue(flags, years, highest, LATEST);
    return byLatest;
  }
  function earliest(): Latest {
    byEarliest ??= byValue(flags, years, highest, EARLIEST);
    return byEarliest;
  }
  function byNumber(descending: boolean): Int32Array {
    const ns = new Int32Array(highest);
    let count = 0;
    for (let at = 1; at <= highest; at++) {
      const n = descending ? highest + 1 - at : at;
      if (flags[n] !== 0) ns[count++] = n;
    }
    return ns.subarray(0, count);
  }

  return {
    follow(written) {
      for (const { n, now } of written) {
        const flag =
          THERE +
          (now.trashed ? TRASHED : 0) +
          (now.starred ? STARRED : 0) +
          (now.read ? READ : 0) +
          (now.files.length > 0 ? HAS_FILE : 0);
        write(n, flag, yearOf(now.item) ?? 0);
        types?.put(n, now.item.type);
      }
      groups.follow(written);
      orders.follow(written);
    },
    narrow(query) {
      const { trash, starred, unread, withFile, from, to } = query;
      const mask = THERE | TRASHED | (starred ? STARRED : 0) | (unread ? READ : 0) | (withFile ? HAS_FILE : 0);
      const wanted = THERE | (trash ? TRASHED : 0) | (starred ? STARRED : 0) | (withFile ? HAS_FILE : 0);
      const left = new Int32Array(sizeFor(highest));
      leaveFlagged(left, flags, mask, wanted, highest);
      if (from !== undefined || to !== undefined) {
        // No year is in no span.
        const [first, last] = [Math.max(from ?? 1, 1), Math.min(to ?? YEARS, YEARS)];
        leaveBetween(left, years, first, last, highest);
      }
      if (query.types && query.types.length > 0) {
        types ??= readTypes(database);
        const some = new Uint8Array(UNKNOWN + 1);
        for (const type of query.types) some[types.number(type)] = 1;
        some[UNKNOWN] = 0;
        leaveSome(left, types.of(), some, highest);
      }
      groups.narrow(query, left);
      return left;
    },
    latest,
    ordered(sort, descending) {
      if (sort === 'year') return (descending ? latest() : earliest()).ns;
      if (sort === 'added') return byNumber(descending);
      if (sort !== 'type') return orders.ordered(sort, descending);
      types ??= readTypes(database);
      return byValue(flags, types.of(), highest, types.sorted(descending)).ns;
    },
    prepare: orders.prepare,
  };
}

// Each going through all entries is a function of its own: in one with many ways through it, a way that is gone for the first time
// throws the compiled code away, and all the others are slow again.

function leaveFlagged(left: Bits, flags: Uint8Array, mask: number, wanted: number, highest: number): void {
  for (let at = 0, n = 0; at < left.length; at++) {
    let bits = 0;
    for (const end = Math.min(n + 32, highest + 1); n < end; n++)
      // Lower than 0 only where there is no difference: nothing is asked, as the flags of entries cannot be foreseen.
      bits |= (((((flags[n] as number) & mask) ^ wanted) - 1) >>> 31) << n;
    left[at] = bits;
  }
}

function leaveBetween(left: Bits, years: Int16Array, first: number, last: number, highest: number): void {
  for (let at = 0, n = 0; at < left.length; at++) {
    let bits = 0;
    for (const end = Math.min(n + 32, highest + 1); n < end; n++) {
      const year = years[n] as number;
      // A difference is lower than 0 where the year is outside.
      bits |= (~((year - first) | (last - year)) >>> 31) << n;
    }
    left[at] = (left[at] as number) & bits;
  }
}

function leaveSome(left: Bits, of: Uint16Array, some: Uint8Array, highest: number): void {
  for (let at = 0, n = 0; at < left.length; at++) {
    let bits = 0;
    for (const end = Math.min(n + 32, highest + 1); n < end; n++) bits |= (some[of[n] as number] as number) << n;
    left[at] = (left[at] as number) & bits;
  }
}

/** Years have four digits. */
const YEARS = 10_000;
const EARLIEST = Uint16Array.from({ length: YEARS }, (_, at) => (at + 1) % YEARS);
const LATEST = Uint16Array.from({ length: YEARS }, (_, at) => YEARS - 1 - at);

/** All entries in the order of `values`, which lists every one that there is; the newest of equals first. */
function byValue(flags: Uint8Array, of: Int16Array | Uint16Array, highest: number, values: Uint16Array): Latest {
  const next = new Uint32Array(values.length);
  for (let n = 1; n <= highest; n++) if (flags[n] !== 0) next[of[n] as number] = (next[of[n] as number] as number) + 1;
  let sum = 0;
  for (const value of values) {
    const count = next[value] as number;
    next[value] = sum;
    sum += count;
  }
  const ns = new Int32Array(sum);
  const places = new Int32Array(highest + 1);
  for (let n = highest; n > 0; n--) {
    if (flags[n] === 0) continue;
    const at = next[of[n] as number] as number;
    ns[at] = n;
    places[n] = at;
    next[of[n] as number] = at + 1;
  }
  return { ns, places };
}
