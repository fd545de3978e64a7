/**
 * All entries in the orders that their texts and times make. An order is made when first asked for, of the first letters of all
 * entries at once, and then follows what is written: SQLite would take several times as long to sort, and again after every change.
 */
import type { SortKey } from '../../../core/library/types.ts';
import type { Database } from '../database.ts';
import { type BothWays, sortedLines } from './lines.ts';
import { letters, longAt, packedText, timeLetters } from './packed.ts';
import type { Written } from './shelf.ts';

export type WrittenSort = Extract<SortKey, 'title' | 'author' | 'journal' | 'changed'>;

export interface Orders {
  /** All entries in an order, what has none of it last whichever way; the newest of equals first. */
  ordered(sort: WrittenSort, descending: boolean): Int32Array;
  /** Makes one that was not asked for yet; whether there was one. */
  prepare(): boolean;
  /** Takes in what was written to the tables. */
  follow(written: readonly Written[]): void;
}

/** Of more changes than that, orders are made again when asked for. */
const FEW = 100;
/** Stands between texts, and in none: it is no character. */
const BETWEEN = '\uffff';

const COLUMN: Readonly<Record<WrittenSort, string>> = {
  title: 'title',
  author: 'author',
  journal: 'journal',
  changed: 'changed_at',
};
/** Letters that are read and sorted by; where they are the same the whole texts are compared. Names of journals begin alike. */
const WIDTH = { title: 32, author: 32, journal: 64 } as const;
/** Letters of a time. */
const TIME = 3;

type Key = string | number;

export function createOrders(database: Database): Orders {
  const kept = new Map<WrittenSort, BothWays>();
  const keyOf = (sort: WrittenSort, n: number) =>
    database.value<Key>(`select ${COLUMN[sort]} from entries where n = ?`, n) ?? '';

  /** Puts entries where they belong as they are in the tables now. */
  function move(sort: WrittenSort, order: Int32Array, moved: ReadonlySet<number>, descending: boolean): Int32Array {
    const next = new Int32Array(order.length + moved.size);
    let count = 0;
    for (const n of order) if (!moved.has(n)) next[count++] = n;
    for (const n of moved) {
      const key = keyOf(sort, n);
      let [low, high] = [0, count];
      while (low < high) {
        const middle = (low + high) >> 1;
        const other = next[middle] as number;
        if (isBefore(keyOf(sort, other), other, key, n, descending)) low = middle + 1;
        else high = middle;
      }
      next.copyWithin(low + 1, low, count++);
      next[low] = n;
    }
    return next.subarray(0, count);
  }

  function bothWays(sort: WrittenSort): BothWays {
    const known = kept.get(sort);
    if (known) return known;
    const made = sort === 'changed' ? byTimes(database) : byTexts(database, sort);
    kept.set(sort, made);
    return made;
  }

  return {
    ordered: (sort, descending) => bothWays(sort)[descending ? 'descending' : 'ascending'],
    prepare() {
      const next = (Object.keys(COLUMN) as WrittenSort[]).find(sort => !kept.has(sort));
      if (next) bothWays(next);
      return next !== undefined;
    },
    follow(written) {
      if (written.length > FEW) kept.clear();
      for (const [sort, { ascending, descending }] of kept) {
        const changed = written.filter(({ now, was }) => sort === 'changed' || was?.item !== now.item);
        const moved = new Set(changed.map(({ n }) => n));
        if (moved.size > 0)
          kept.set(sort, {
            ascending: move(sort, ascending, moved, false),
            descending: move(sort, descending, moved, true),
          });
      }
    },
  };
}

function isBefore(one: Key, n: number, other: Key, m: number, descending: boolean): boolean {
  if (one === other) return n > m;
  if (one === '' || other === '') return other === '';
  return descending ? one > other : one < other;
}

/** Entries with a column, the newest first. */
const newest = (column: string) => `from (select n, ${column} as it from entries order by n desc)`;

function byTimes(database: Database): BothWays {
  const text = packedText(database, `char(${letters('n')}, ${timeLetters('it')})`, newest(COLUMN.changed));
  const size = text.length / (TIME + 2);
  const ns = new Int32Array(size);
  const units = new Uint16Array(TIME * size);
  for (let line = 0, at = 0; line < size; line++, at += TIME + 2) {
    ns[line] = longAt(text, at);
    for (let more = 0; more < TIME; more++) units[size * more + line] = text.charCodeAt(at + 2 + more);
  }
  return sortedLines({ ns, units, width: TIME }, null);
}

function byTexts(database: Database, sort: keyof typeof WIDTH): BothWays {
  const [column, width] = [COLUMN[sort], WIDTH[sort]];
  const row = `char(${letters('n')}) || substr(it, 1, ${width})`;
  const text = packedText(database, row, newest(column), [], BETWEEN);
  const size = database.value<number>('select count(*) from entries') ?? 0;
  const ns = new Int32Array(size);
  const units = new Uint16Array(width * size);
  const end = BETWEEN.charCodeAt(0);
  for (let line = 0, at = 0; line < size && at < text.length; line++, at++) {
    ns[line] = longAt(text, at);
    at += 2;
    for (let into = line; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === end) break;
      // Letters of two units may be more than fit.
      if (into < units.length) units[into] = unit;
      into += size;
    }
  }
  return sortedLines(
    { ns, units, width },
    some =>
      new Map(
        database.rows<readonly [number, string]>(
          `select n, ${column} from entries where n in (select value from json_each(?))`,
          `[${some.join(',')}]`,
        ),
      ),
  );
}
