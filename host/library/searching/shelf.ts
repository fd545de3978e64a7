/** The index and the columns of a library in step with its tables: read when first asked for, then following every change. */
import type { KeptEntry } from '../../../core/library/types.ts';
import type { Database } from '../database.ts';
import { type Columns, readColumns } from './columns.ts';
import { type EntryLines, readLines } from './entry-words.ts';
import { createInverted, type Inverted } from './inverted.ts';
import { keepIndex, keptIndex, type Mark } from './keeping.ts';
import type { WordReader } from './reading.ts';

/** An entry that was written: what it is now, and what it was, null for a new one. */
export interface Written {
  readonly n: number;
  readonly now: KeptEntry;
  readonly was: KeptEntry | null;
}

/** Takes in what a batch writes. */
export interface Follower {
  onWrite(n: number, now: KeptEntry, was: KeptEntry | null): void;
  /** So many new entries; the lines are its own. `onWrite` heard of them already, or need not. */
  onInsert(lines: EntryLines, count: number): void;
  /** Whether `onWrite` need not hear of new entries that `onInsert` hears of. */
  readonly takesLines: boolean;
  /** Many entries were marked, of which `onWrite` hears nothing; `lines` are those that are found by other words now. */
  onMarks(lines: EntryLines | null): void;
  end(batch: number): void;
}

export interface Shelf {
  index(): Inverted;
  columns(): Columns;
  /** Begins to follow a batch of this program of so many changes. Where the batch fails, all is to be forgotten. */
  follow(changes: number): Follower;
  /** Whether very many entries came in since this was last asked. */
  hasGrown(): boolean;
  /** Looks for what other programs wrote. */
  catchUp(): void;
  /** After work that may not stand: all is read anew when asked for. */
  forget(): void;
  /** Makes the next searches quick, until a time (`performance.now()`). Whether there is more to be done. */
  prepare(until: number): boolean;
  /** Writes the index beside the library where it has much that the file has not. */
  keep(): void;
}

/** So many changes are worth reading the index for, and a thread to read them. */
const MANY = 400;
/** Of so many changes columns are read anew when asked for: all entries at hand would be kept alive until the end of the batch. */
const VERY_MANY = 2000;
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
  let hasGrown = false;

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
      const [row] = database.rows<readonly [count: number, last: number | null, lines: EntryLines]>(
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
    // Whoever asks for the index asks for the columns as well.
    const parts = reader.collect(() => void knownColumns());
    if (parts === null) {
      isReaderFit = false;
      return read();
    }
    if (known.isEmpty()) {
      index = createInverted(parts);
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

  function knownColumns(): Columns {
    if (columns === null) {
      columns = readColumns(database);
      listed = lastBatch();
    }
    return columns;
  }

  function knownIndex(): Inverted {
    if (index === null) read();
    catchUpIndex();
    return collected(index as Inverted);
  }

  function forget(): void {
    index = null;
    columns = null;
    reader?.close();
  }

  return {
    index: knownIndex,
    columns: knownColumns,
    follow(changes) {
      const areMany = changes >= MANY;
      if (areMany) {
        // Following many costs less than reading them afterwards.
        if (index === null) read();
        catchUp();
      }
      const written: Written[] = [];
      const into = areMany && isReaderFit ? reader : null;
      const areTooMany = changes >= VERY_MANY;
      /** Entries that the reader reads. */
      let handed = 0;
      let areMarked = false;
      const marked: EntryLines[] = [];
      const isAlone = (before: number, batch: number) =>
        database.value('select 1 from batches where id > ? and id < ? limit 1', before, batch) === undefined;
      return {
        onWrite(n, now, was) {
          if (was !== null || into === null || !areTooMany) written.push({ n, now, was });
        },
        onInsert(lines, count) {
          if (into === null) return;
          handed += count;
          into.put(lines);
        },
        takesLines: into !== null && areTooMany,
        onMarks: lines => {
          areMarked = true;
          if (lines !== null) marked.push(lines);
        },
        end(batch) {
          hasGrown ||= areTooMany;
          if (areTooMany || areMarked) columns = null;
          else if (columns !== null && isAlone(listed, batch)) {
            columns.follow(written);
            listed = batch;
          }
          if (index !== null && isAlone(indexed, batch)) {
            const others = written.filter(
              ({ now, was }) => (was === null && into === null) || (was !== null && isFoundByOthers(now, was)),
            );
            if (others.length > 0) {
              const known = collected(index);
              for (const { n, now } of others) known.put(n, now);
            }
            if (marked.length > 0) {
              const known = collected(index);
              for (const lines of marked) unkept += readLines(lines, known);
            }
            unkept += handed + others.length;
            indexed = batch;
          }
          // Another program wrote in between: what the reader has is there twice.
          else if (handed > 0) forget();
          catchUp();
        },
      };
    },
    hasGrown() {
      const grown = hasGrown;
      hasGrown = false;
      return grown;
    },
    catchUp,
    forget,
    prepare: until => knownIndex().prepare(until),
    keep() {
      if (index === null) return;
      const known = collected(index);
      reader?.close();
      if (unkept >= KEPT_AFTER) {
        const mark = markOf(indexed);
        if (mark) keepIndex(folder, known.parts(), mark);
        unkept = 0;
      }
    },
  };
}

/** Whether other words find an entry than did before; what is left as it was is the same object. */
function isFoundByOthers(now: KeptEntry, was: KeptEntry): boolean {
  return (['item', 'key', 'aliases', 'tags', 'notes'] as const).some(part => now[part] !== was[part]);
}
