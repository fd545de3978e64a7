/** A SQLite file through libsql: statements prepared once, rows as arrays, writing in one transaction. */
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';

/** Bytes are a text in UTF-8. */
type Value = string | number | null | Uint8Array;
/** As far as it is used here; libsql's own type takes no spread values. */
interface Statement {
  run(...values: Value[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  all(...values: Value[]): unknown[];
}

export interface Database {
  readonly path: string;
  /** Runs a script; no parameters. */
  exec(sql: string): void;
  run(sql: string, ...values: readonly Value[]): { readonly changes: number; readonly id: number };
  /** Inserts rows, many by one statement: a third of what it costs one by one. `or` is what becomes of one whose key is there: 'replace' puts it in its place. */
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
    or?: 'replace' | 'ignore',
  ): void;
  /** Rows as arrays of columns. */
  rows<Row extends readonly unknown[]>(sql: string, ...values: readonly Value[]): readonly Row[];
  /** The first column of the first row; undefined without a row. */
  value<T>(sql: string, ...values: readonly Value[]): T | undefined;
  /**
   * All or nothing; inside of another it is part of that one. What is `lasting` is on the disk when this comes back, and not only in
   * the system's keeping, which a failing program leaves whole and a failing machine does not.
   */
  transaction<T>(work: () => T, lasting?: boolean): T;
  /** Brings what was written from the log beside the file into the file, unless somebody else is reading: for when nothing is asked. */
  settle(): void;
  /** Waits so long for another program that writes (milliseconds). */
  wait(patience: number): void;
  /** Before closing one in whose place another is put: no log is left that would be brought into that. False while others have it open. */
  abandon(): boolean;
  close(): void;
}

/**
 * How a file is opened.
 * - 'shared': several programs at once.
 * - 'alone': what they share has no place, as on a full disk or a network folder without shared memory: one program at a time.
 * - 'reading': nothing can be written where it lies.
 */
export type Way = 'shared' | 'alone' | 'reading';

/** Values of one statement that inserts many rows; more do not make it quicker. */
const MOST_VALUES = 900;

/** Bytes of a page of a new file: entries with abstracts are some 2 KB, so that a small page holds few and much of nothing. */
const PAGE = 16384;

/** How a value stands in a statement; bytes are a text. */
const placeOf = (value: Value, place: string): string =>
  value instanceof Uint8Array ? `cast(${place} as text)` : place;

type Rows = readonly (readonly Value[])[];

function isSame(rows: Rows, column: number): boolean {
  const value = rows[0]?.[column];
  for (let row = 1; row < rows.length; row++) if (rows[row]?.[column] !== value) return false;
  return true;
}

/** Values of some rows: those that all share, then those that each has of its own. */
function valuesOf(rows: Rows, from: number, to: number, shared: readonly Value[], own: readonly number[]): Value[] {
  const values = shared.slice();
  for (let row = from; row < to; row++) {
    const its = rows[row] as readonly Value[];
    for (let column = 0; column < own.length; column++) values.push(its[own[column] as number] as Value);
  }
  return values;
}

/**
 * Pages that may stand in the log beside the file before a commit brings them into it, some 400 MB: until then all is written once. A
 * thread that rests brings them there (see `settle`), and closing does.
 */
const LOG_PAGES = 25_000;

/** Milliseconds to wait for another program that writes to the same library. */
export const PATIENCE = 10_000;

/** Opens or makes the file. Throws SQLite's own error where it is none. */
export function openDatabase(path: string, way: Way = 'shared'): Database {
  const database = new Libsql(way === 'reading' ? `${pathToFileURL(path).href}?immutable=1` : path);
  const prepared = new Map<string, Statement>();
  const raw = new Map<string, Statement>();
  let depth = 0;
  let patience = PATIENCE;

  const statement = (sql: string): Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = database.prepare(sql) as unknown as Statement;
    prepared.set(sql, made);
    return made;
  };
  const reading = (sql: string): Statement => {
    const known = raw.get(sql);
    if (known) return known;
    const made = database.prepare(sql).raw() as unknown as Statement;
    raw.set(sql, made);
    return made;
  };

  const opened: Database = {
    path,
    exec: sql => void database.exec(sql),
    run: (sql, ...values) => {
      const { changes, lastInsertRowid } = statement(sql).run(...values);
      return { changes, id: Number(lastInsertRowid) };
    },
    insert(table, columns, rows, or) {
      const [first] = rows;
      if (first === undefined) return;
      // What is the same in all rows is handed over once: most of the time goes into handing over values.
      const own: number[] = [];
      const shared: Value[] = [];
      const places: string[] = [];
      for (let column = 0; column < columns.length; column++) {
        if (column > 0 && isSame(rows, column)) {
          shared.push(first[column] as Value);
          places.push(`?${shared.length}`);
        } else {
          own.push(column);
          places.push('');
        }
      }
      const rowOf = (row: number) => {
        let next = shared.length + row * own.length;
        return `(${first.map((value, column) => placeOf(value, places[column] || `?${++next}`)).join(', ')})`;
      };
      const into = `insert ${or === undefined ? '' : `or ${or} `}into ${table} (${columns.join(', ')}) values `;
      // Of a rest, half as many, and half of these.
      for (let at = 0, many = Math.floor((MOST_VALUES - shared.length) / own.length); at < rows.length; at += many) {
        while (many > rows.length - at) many >>= 1;
        const values = Array.from({ length: many }, (_, row) => rowOf(row)).join(', ');
        const inMany = statement(into + values);
        for (; at + 2 * many <= rows.length; at += many)
          inMany.run(valuesOf(rows, at, at + many, shared, own) as never);
        inMany.run(valuesOf(rows, at, at + many, shared, own) as never);
      }
    },
    rows: (sql, ...values) => reading(sql).all(...values) as never,
    value: (sql, ...values) => (reading(sql).all(...values)[0] as readonly unknown[] | undefined)?.[0] as never,
    transaction(work, lasting = false) {
      if (depth > 0) return work();
      if (lasting) database.exec('pragma synchronous = full');
      try {
        database.exec('begin immediate');
        depth++;
        try {
          const value = work();
          database.exec('commit');
          return value;
        } catch (error) {
          // A full disk has taken it back already; to take it back again would fail by another name.
          if (database.inTransaction) database.exec('rollback');
          throw error;
        } finally {
          depth--;
        }
      } finally {
        if (lasting) database.exec('pragma synchronous = normal');
      }
    },
    settle() {
      if (!statSync(`${path}-wal`, { throwIfNoEntry: false })?.size) return;
      database.exec('pragma busy_timeout = 0');
      try {
        database.exec('pragma wal_checkpoint(truncate)');
      } finally {
        database.exec(`pragma busy_timeout = ${patience}`);
      }
    },
    wait(milliseconds) {
      if (milliseconds === patience) return;
      patience = milliseconds;
      database.exec(`pragma busy_timeout = ${patience}`);
    },
    abandon() {
      prepared.clear();
      raw.clear();
      return letGo(database);
    },
    close: () => {
      prepared.clear();
      raw.clear();
      // Statements that nobody has collected yet keep the file locked for others, where it is held alone.
      if (way === 'alone') letGo(database);
      database.close();
    },
  };
  try {
    database.exec(`pragma busy_timeout = ${PATIENCE}`);
    if (way === 'reading') return opened;
    if (way === 'alone') database.exec('pragma locking_mode = exclusive');
    database.exec(
      `pragma page_size = ${PAGE}; pragma journal_mode = wal; pragma synchronous = normal; pragma wal_autocheckpoint = ${LOG_PAGES}; pragma cache_size = -65536; pragma temp_store = memory`,
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return opened;
}

function letGo(database: Libsql.Database): boolean {
  try {
    database.exec('pragma journal_mode = delete; pragma locking_mode = normal; select 1 from sqlite_schema limit 1');
    return true;
  } catch {
    // On a full disk, or while others read.
    return false;
  }
}
