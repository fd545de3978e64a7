/** One flag of many entries set by a few statements: no entry is read, and none of their JSON is written anew. */
import { FLAGS, type Flag } from '../../core/library/fields.ts';
import type { Change, Stamp } from '../../core/library/types.ts';
import type { StampedChange } from './applying.ts';
import type { Database } from './database.ts';

export interface Flagging {
  readonly flag: Flag;
  readonly isSet: boolean;
  /** Each once. */
  readonly ids: readonly string[];
}

/** Of fewer entries lists follow each change, which costs less than reading them anew. */
const MANY = 400;

/** What changes do to a flag where that is all they do, to many entries and alike; null where it is not. */
export function flagging(changes: readonly StampedChange[]): Flagging | null {
  const [first] = changes;
  const flag = FLAGS.find(name => name === first?.field);
  if (!first || !flag || changes.length < MANY) return null;
  const isSame = changes.every(
    ({ entry, field, value, by, at }) =>
      field === flag && value === first.value && by === undefined && at === undefined && !entry.includes(':'),
  );
  const isSet = first.value !== null && first.value !== undefined && first.value !== false;
  return isSame ? { flag, isSet, ids: [...new Set(changes.map(({ entry }) => entry))] } : null;
}

/** Sets it, logged and stamped as every change is. Gives the ids of those that changed, and the changes of entries that are not there. */
export function setFlag(
  database: Database,
  { flag, isSet, ids }: Flagging,
  batch: number,
  { by, at }: Stamp,
): { readonly touched: readonly string[]; readonly gone: readonly Change[] } {
  const value = isSet ? 1 : 0;
  const found = database.rows<readonly [string, number]>(
    `select e.id, e.${flag} from json_each(?) j cross join entries e on e.id = j.value`,
    JSON.stringify(ids),
  );
  const touched = found.flatMap(([id, was]) => (was === value ? [] : [id]));
  const there = found.length === ids.length ? null : new Set(found.map(([id]) => id));
  const gone = there
    ? ids.filter(id => !there.has(id)).map(entry => ({ entry, field: flag, value: isSet ? true : null }))
    : [];
  if (touched.length === 0) return { touched, gone };
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
    flag,
    isSet ? 'true' : null,
    isSet ? null : 'true',
    by,
    at,
    list,
  );
  database.run(
    `insert or replace into stamps (entry, field, revision, by, at)
     select value, ?, ?, ?, ? from json_each(?)`,
    flag,
    batch,
    by,
    at,
    list,
  );
  database.run(
    `update entries set ${flag} = ?, revision = ?, changed_by = ?, changed_at = ?
     where id in (select value from json_each(?))`,
    value,
    batch,
    by,
    at,
    list,
  );
  return { touched, gone };
}
