/** The log of a library's changes, as it is read. */
import type { Change, LoggedChange, PastChange } from '../../core/library/types.ts';
import type { Database } from './database.ts';

/** The revision of a field; that of the entry's making where it was never changed, 0 where there is neither. */
export function stampOf(database: Database, entry: string, field: string): number {
  const stamped = database.value<number>('select revision from stamps where entry = ? and field = ?', entry, field);
  if (stamped !== undefined) return stamped;
  const made = "select revision from changes where entry = ? and field = 'new' order by seq limit 1";
  return database.value<number>(made, entry) ?? 0;
}

/** As {@link stampOf}, of the fields of many changes at once: by entry and field, see {@link stampName}. */
export function stampsOf(database: Database, changes: readonly Change[]): Map<string, number> {
  const entries = JSON.stringify([...new Set(changes.map(({ entry }) => entry))]);
  const made = new Map(
    database.rows<readonly [string, number]>(
      `select j.value, (select revision from changes c where c.entry = j.value and c.field = 'new' order by seq limit 1)
       from json_each(?) j`,
      entries,
    ),
  );
  const stamps = new Map(changes.map(({ entry, field }) => [stampName(entry, field), made.get(entry) ?? 0]));
  for (const [entry, field, revision] of database.rows<readonly [string, string, number]>(
    'select entry, field, revision from stamps where entry in (select value from json_each(?))',
    entries,
  )) {
    const name = stampName(entry, field);
    if (stamps.has(name)) stamps.set(name, revision);
  }
  return stamps;
}

/** An entry and a field of it as one name; ids have no space. */
export const stampName = (entry: string, field: string): string => `${entry} ${field}`;

/** A row of the log: the columns of {@link LOGGED}. */
export type Logged = readonly (string | number | null)[];
export const LOGGED = ['batch', 'entry', 'field', 'base', 'revision', 'value', 'before', 'by', 'at'];

/** Logs that the entries from a number on were made by a batch, each by whom and when its row says. */
export function logNew(database: Database, batch: number, first: number): void {
  database.run(
    `insert into changes (${LOGGED.join(', ')})
     select ?1, id, 'new', 0, ?1, null, null, created_by, created_at from entries where n >= ?2 order by n`,
    batch,
    first,
  );
}

type Row = readonly [number, number, string, string, number, number, string | null, string | null, string, number];
const LOG = 'seq, batch, entry, field, base, c.revision, value, before, c.by, c.at';

function loggedOf([seq, batch, entry, field, base, revision, value, before, by, at]: Row): LoggedChange {
  const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  return { seq, batch, entry, field, base, revision, value: parsed(value), before: parsed(before), by, at };
}

/** What was changed here after a place in the log, oldest first: what a team has not heard of. */
export function pendingChanges(database: Database, after: number, most = 1000): readonly LoggedChange[] {
  return database
    .rows<Row>(
      `select ${LOG} from changes c join batches b on b.id = c.batch where b.origin = 'here' and seq > ? order by seq limit ?`,
      after,
      most,
    )
    .map(loggedOf);
}

/** The place of the last change in the log, whoever made it; null while there is none. */
export const lastPlace = (database: Database): number | null =>
  database.value<number | null>('select max(seq) from changes') ?? null;

/** The history of an entry, newest first. */
export function historyOf(database: Database, entry: string, most = 500): readonly PastChange[] {
  return database
    .rows<readonly [...Row, string, PastChange['origin']]>(
      `select ${LOG}, b.label, b.origin from changes c join batches b on b.id = c.batch
       where entry = ? order by seq desc limit ?`,
      entry,
      most,
    )
    .map(([...row]) => {
      const [label, origin] = row.splice(-2) as [string, PastChange['origin']];
      return { ...loggedOf(row as unknown as Row), label, origin };
    });
}

/** What was done in one go, oldest first. */
export function changesOf(database: Database, batch: number): readonly LoggedChange[] {
  return database.rows<Row>(`select ${LOG} from changes c where batch = ? order by seq`, batch).map(loggedOf);
}

/** How many changes batches are made of. */
export function countIn(database: Database, batches: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    database.rows<readonly [number, number]>(
      'select batch, count(*) from changes where batch in (select value from json_each(?)) group by batch',
      JSON.stringify(batches),
    ),
  );
}
