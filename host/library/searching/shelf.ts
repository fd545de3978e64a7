/** The index and the columns of a library in step with its tables: read when first asked for, then following every change. */
import type { KeptEntry } from '../../../core/library/types.ts';
import type { Database } from '../database.ts';
import { type Columns, readColumns } from './columns.ts';
import { type Lines, readLines } from './entry-words.ts';
import { createInverted, type Inverted } from './inverted.ts';
import { keepIndex, keptIndex, type Mark } from './keeping.ts';
import type { WordReader } from './reading.ts';

/** An entry that was written: what it is now, and what it was, null for a new one. */
export interface Written {
  readonly n: number;
  readonly now: KeptEntry;
  readonly was: KeptEntry | null;
}

export interface Shelf {
  index(): Inverted;
  columns(): Columns;
  /** Reads the index where so many changes are coming that following them costs less than reading them afterwards. */
  expect(changes: number): void;
  /** Takes in what a batch of this program wrote; `lines` are the new ones of it. */
  follow(written: readonly Written[], batch: number, lines: readonly Lines[]): void;
  /** Looks for what other programs wrote. */
  catchUp(): void;
  /** After work that may not stand: all is read anew when asked for. */
  forget(): void;
  /** Makes the next searches quick; writes the index beside the library where it has much that the file has not. */
  keep(): void;
}

/** So many changes are worth reading the index for, and a thread to read them. */
const MANY = 400;
/** So many entries that the file lacks are worth writing it anew; fewer are caught up with at the next start. */
const KEPT_AFTER = 500;
/** Entries read at once from the tables: some megabytes. */
const AT_ONCE = 2000;

/** The shelf of the library in a folder; `reader` reads the words of many entries, where there is one. */
export function createShelf(database: Database, folder: string, reader: WordReader | null = null): Shelf {
  let index: Inverted | null = null;
  let columns: Columns | null = null;
  /** The last batch that the index has, and the columns. */
  let indexed = 0;
  let listed = 0;
  /** Entries that the file lacks. */
  let unkept = 0;
  let isReaderFit = reader !== null;

  const lastBatch = () => database.value<number | null>('select max(id) from batches') ?? 0;
  const markOf = (batch: number): Mark | null => {
    const [row] = database.rows<readonly [number, string]>('select at, by from batches where id = ?', batch);
    return row ? { batch, at: row[0], by: row[1] } : null;
  };

  function read(): Inverted {
    const kept = keptIndex(folder);
    const mark = kept && markOf(kept.mark.batch);
    if (kept && mark && mark.at === kept.mark.at && mark.by === kept.mark.by) {
      index = createInverted(kept.parts);
      indexed = kept.mark.batch;
      unkept = 0;
      return index;
    }
    index = createInverted();
    indexed = lastBatch();
    unkept = 0;
    const into =
      isReaderFit && (database.value<number | null>('select max(n) from bodies') ?? 0) >= MANY ? reader : null;
    for (let after = 0; ; ) {
      const [row] = database.rows<readonly [count: number, last: number | null, lines: Lines]>(
        `select count(*), max(n), cast(group_concat(n || ' ' || data, char(10)) as blob)
         from (select n, data from bodies where n > ? order by n limit ?)`,
        after,
        AT_ONCE,
      );
      if (!row || row[1] === null) return index;
      const [count, last, lines] = row;
      if (into) into.put(lines);
      else readLines(lines, index);
      unkept += count;
      after = last;
    }
  }

  /** The index with what the reader has read; without it where its thread failed. */
  function collected(known: Inverted): Inverted {
    if (!reader?.isPending()) return known;
    const parts = reader.collect();
    if (parts === null) {
      isReaderFit = false;
      return read();
    }
    if (known.isEmpty()) {
      index = createInverted(parts);
      index.prepare();
      return index;
    }
    known.absorb(parts);
    return known;
  }

  function catchUpIndex(): void {
    const now = lastBatch();
    if (index === null || indexed === now) return;
    const known = collected(index);
    const rows = database.rows<readonly [number, string]>(
      `select b.n, b.data from bodies b join entries e on e.n = b.n
       where e.id in (select entry from changes where batch > ?)`,
      indexed,
    );
    for (const [n, data] of rows) known.put(n, JSON.parse(data) as KeptEntry);
    unkept += rows.length;
    indexed = now;
  }

  function catchUp(): void {
    catchUpIndex();
    if (columns !== null && listed !== lastBatch()) columns = null;
  }

  return {
    index() {
      if (index === null) read();
      catchUpIndex();
      return collected(index as Inverted);
    },
    columns() {
      if (columns === null) {
        columns = readColumns(database);
        listed = lastBatch();
      }
      return columns;
    },
    expect(changes) {
      if (changes < MANY) return;
      if (index === null) read();
      catchUp();
    },
    follow(written, batch, lines) {
      const isAlone = (before: number) =>
        database.value('select 1 from batches where id > ? and id < ? limit 1', before, batch) === undefined;
      if (columns !== null && isAlone(listed)) {
        columns.follow(written);
        listed = batch;
      }
      if (index !== null && isAlone(indexed)) {
        if (isReaderFit && written.length >= MANY && written.every(({ was }) => was === null))
          for (const some of lines) reader?.put(some);
        else {
          const known = collected(index);
          for (const { n, now, was } of written) if (was === null || isFoundByOthers(now, was)) known.put(n, now);
        }
        unkept += written.length;
        indexed = batch;
      }
      catchUp();
    },
    catchUp,
    forget() {
      index = null;
      columns = null;
      reader?.close();
    },
    keep() {
      if (index === null) return;
      const known = collected(index);
      reader?.close();
      if (unkept >= KEPT_AFTER) {
        const mark = markOf(indexed);
        if (mark) keepIndex(folder, known.parts(), mark);
        unkept = 0;
      }
      known.prepare();
    },
  };
}

/** Whether other words find an entry than did before; what is left as it was is the same object. */
function isFoundByOthers(now: KeptEntry, was: KeptEntry): boolean {
  return (['item', 'key', 'aliases', 'tags', 'notes'] as const).some(part => now[part] !== was[part]);
}
