/** A SQLite file through libsql: statements prepared once, rows as arrays, writing in one transaction. */
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
  /** Inserts rows, many by one statement: a third of what it costs one by one. */
  insert(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): void;
  /** Rows as arrays of columns. */
  rows<Row extends readonly unknown[]>(sql: string, ...values: readonly Value[]): readonly Row[];
  /** The first column of the first row; undefined without a row. */
  value<T>(sql: string, ...values: readonly Value[]): T | undefined;
  /** All or nothing; inside of another it is part of that one. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Values of one statement that inserts many rows; more do not make it quicker. */
const MOST_VALUES = 900;

/** Bytes of a page of a new file: entries with abstracts are some 2 KB, of which a page of 4 KB would hold one and much of nothing. */
const PAGE = 8192;

/** Where a value stands in a statement. */
const placeOf = (value: Value, number: number): string =>
  value instanceof Uint8Array ? `cast(?${number} as text)` : `?${number}`;

/** Milliseconds to wait for another program that writes to the same library. */
const PATIENCE = 10_000;

/** Opens or makes the file. Throws SQLite's own error where it is none. */
export function openDatabase(path: string): Database {
  const database = new Libsql(path);
  const prepared = new Map<string, Statement>();
  const raw = new Map<string, Statement>();
  let depth = 0;

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
    insert(table, columns, rows) {
      const [first] = rows;
      if (first === undefined) return;
      // What is the same in all rows is handed over once: most of the time goes into handing over values.
      const isShared = columns.map((_, column) => column > 0 && rows.every(row => row[column] === first[column]));
      const shared = first.filter((_, column) => isShared[column]);
      const own = columns.length - shared.length;
      const rowOf = (index: number) => {
        let [common, next] = [0, shared.length + index * own];
        return `(${first.map((value, column) => placeOf(value, isShared[column] ? ++common : ++next)).join(', ')})`;
      };
      const into = `insert into ${table} (${columns.join(', ')}) values `;
      const many = Math.floor((MOST_VALUES - shared.length) / own);
      const all = () => `${into}${Array.from({ length: many }, (_, index) => rowOf(index)).join(', ')}`;
      const valuesOf = (from: number, to: number) => {
        const values = [...shared];
        for (let at = from; at < to; at++)
          for (let column = 0; column < columns.length; column++)
            if (!isShared[column]) values.push((rows[at] as readonly Value[])[column] as Value);
        return values as never;
      };
      let at = 0;
      if (rows.length >= many) {
        const inMany = all();
        for (; at + many <= rows.length; at += many) statement(inMany).run(valuesOf(at, at + many));
      }
      for (; at < rows.length; at++) statement(into + rowOf(0)).run(valuesOf(at, at + 1));
    },
    rows: (sql, ...values) => reading(sql).all(...values) as never,
    value: (sql, ...values) => (reading(sql).all(...values)[0] as readonly unknown[] | undefined)?.[0] as never,
    transaction(work) {
      if (depth > 0) return work();
      database.exec('begin immediate');
      depth++;
      try {
        const value = work();
        database.exec('commit');
        return value;
      } catch (error) {
        database.exec('rollback');
        throw error;
      } finally {
        depth--;
      }
    },
    close: () => {
      prepared.clear();
      raw.clear();
      database.close();
    },
  };
  try {
    database.exec(`pragma busy_timeout = ${PATIENCE}`);
    database.exec(
      `pragma page_size = ${PAGE}; pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536; pragma temp_store = memory`,
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return opened;
}
