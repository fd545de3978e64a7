/** One flag, tag or collection of many entries set by a few statements: no entry is made of its JSON. */
import { FLAGS, parted } from '../../core/library/fields.ts';
import type { Change, Stamp } from '../../core/library/types.ts';
import type { StampedChange } from './applying.ts';
import type { Database } from './database.ts';
import type { EntryLines } from './searching/entry-words.ts';

export interface Marking {
  /** A flag, or a tag or collection with its name. */
  readonly field: string;
  readonly isSet: boolean;
  /** Each once. */
  readonly ids: readonly string[];
}

export interface Marked {
  /** Ids of the entries that changed. */
  readonly touched: readonly string[];
  /** Changes of entries that are not there. */
  readonly gone: readonly Change[];
  /** Those that are found by other words now; null where none is. */
  readonly lines: EntryLines | null;
}

/** Of fewer entries lists follow each change, which costs less than reading them anew. */
const MANY = 400;

/** What changes mark where that is all they do, to many entries and alike; null where it is not. */
export function marking(changes: readonly StampedChange[]): Marking | null {
  const [first] = changes;
  if (!first || changes.length < MANY || markOf(first.field) === null) return null;
  const { field, value: wanted } = first;
  const isSame = changes.every(
    ({ entry, field: its, value, by, at }) =>
      its === field && value === wanted && by === undefined && at === undefined && !entry.includes(':'),
  );
  const isSet = wanted !== null && wanted !== undefined && wanted !== false;
  return isSame ? { field, isSet, ids: [...new Set(changes.map(({ entry }) => entry))] } : null;
}

/** How a mark stands in the tables. Values of a statement are handed over by number: ?1 the mark's name, ?2 the same as JSON. */
interface Mark {
  readonly name: string;
  /** Of `entries e`: 1 where an entry has it. */
  readonly has: string;
  /** Statements that set it or take it away in entries whose ids are ?3, as a list. */
  readonly set: readonly string[];
  readonly unset: readonly string[];
  readonly isFoundBy: boolean;
}

const MARKED = 'select e.n from json_each(?3) j cross join entries e on e.id = j.value';

function markOf(field: string): Mark | null {
  const [group, name] = parted(field);
  if (FLAGS.some(flag => flag === field)) {
    const put = (value: number) => `update entries set ${field} = ${value} where n in (${MARKED})`;
    return { name, has: `e.${field}`, set: [put(1)], unset: [put(0)], isFoundBy: false };
  }
  if (name === '' || name.includes('\0')) return null;
  if (group === 'collection') return listMark(name, 'collections', 'entry_collections', 'collection');
  if (group !== 'tag') return null;
  const tags = listMark(name, 'tags', 'entry_tags', 'tag');
  const line = (change: string) => `update entries set line = ${change} where n in (${MARKED})`;
  return {
    ...tags,
    set: [...tags.set, line(withWord('line', '$[3]'))],
    unset: [...tags.unset, line(withoutWord('line', '$[3]'))],
    isFoundBy: true,
  };
}

function listMark(name: string, list: string, table: string, column: string): Mark {
  const put = (change: string) => `update bodies set data = ${change} where n in (${MARKED})`;
  return {
    name,
    has: `exists (select 1 from ${table} t where t.${column} = ?1 and t.n = e.n)`,
    set: [
      `insert or ignore into ${table} (${column}, n) select ?1, n from (${MARKED})`,
      put(withWord('data', `$.${list}`)),
    ],
    unset: [`delete from ${table} where ${column} = ?1 and n in (${MARKED})`, put(withoutWord('data', `$.${list}`))],
    isFoundBy: false,
  };
}

const withWord = (column: string, path: string): string => `json_insert(${column}, '${path}[#]', json(?2))`;
const withoutWord = (column: string, path: string): string =>
  `json_set(${column}, '${path}', (select json_group_array(value) from json_each(${column}, '${path}') where value <> ?1))`;

/** Marks entries, logged and stamped as every change is. */
export function setMark(database: Database, { field, isSet, ids }: Marking, batch: number, { by, at }: Stamp): Marked {
  const mark = markOf(field);
  if (mark === null) throw new Error(`${field} marks nothing`);
  const text = JSON.stringify(mark.name);
  const found = database.rows<readonly [string, number]>(
    `select e.id, ${mark.has} from json_each(?3) j cross join entries e on e.id = j.value`,
    mark.name,
    text,
    JSON.stringify(ids),
  );
  const value = isSet ? 1 : 0;
  const touched = found.flatMap(([id, was]) => (was === value ? [] : [id]));
  const there = found.length === ids.length ? null : new Set(found.map(([id]) => id));
  const gone = there
    ? ids.filter(id => !there.has(id)).map(entry => ({ entry, field, value: isSet ? true : null }))
    : [];
  if (touched.length === 0) return { touched, gone, lines: null };
  const list = JSON.stringify(touched);
  database.run(
    `insert into changes (batch, entry, field, base, revision, value, before, by, at)
     select ?1, j.value, ?2,
       coalesce(
         (select s.revision from stamps s where s.entry = j.value and s.field = ?2),
         (select c.revision from changes c where c.entry = j.value and c.field = 'new' order by c.seq limit 1),
         0
       ), ?1, ?3, ?4, ?5, ?6
     from json_each(?7) j`,
    batch,
    field,
    isSet ? 'true' : null,
    isSet ? null : 'true',
    by,
    at,
    list,
  );
  database.run(
    `insert or replace into stamps (entry, field, revision, by, at)
     select value, ?, ?, ?, ? from json_each(?)`,
    field,
    batch,
    by,
    at,
    list,
  );
  for (const sql of isSet ? mark.set : mark.unset) database.run(sql, mark.name, text, list);
  database.run(
    `update entries set revision = ?, changed_by = ?, changed_at = ?
     where id in (select value from json_each(?))`,
    batch,
    by,
    at,
    list,
  );
  return { touched, gone, lines: mark.isFoundBy ? linesOf(database, list) : null };
}

function linesOf(database: Database, list: string): EntryLines | null {
  return (
    database.value<EntryLines | null>(
      `select cast(group_concat(b.n || ' ' || b.data, char(10)) as blob)
       from json_each(?) j cross join entries e on e.id = j.value cross join bodies b on b.n = e.n`,
      list,
    ) ?? null
  );
}
