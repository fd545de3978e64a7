/**
 * What was changed in a mirror and has to reach the team. It is gathered from the library's log in front of everything that moves the
 * server's revisions known here, so that each change keeps the revision that its author had before them. Of several changes of one
 * field the last is sent, unless an earlier one may be under way: that one keeps its id and value until it is answered.
 */
import { fieldOf, fieldsOf } from '../../../../core/library/fields.ts';
import { isSameShared, isShared, sharedValue } from '../../../../core/library/sync/shared.ts';
import type { LoggedChange } from '../../../../core/library/types.ts';
import { canonicalJson } from '../../../../core/report/write.ts';
import { newId } from '../../applying.ts';
import type { Database } from '../../database.ts';
import { pendingChanges } from '../../log.ts';
import { standing } from '../../writing.ts';
import type { Outgoing } from '../wire.ts';
import { numberIn, setNumber } from './notes.ts';

/** Changes of the log that are gathered at once: of new entries some 100 ms of work. */
const GATHERED = 150;

/** Gathers what was changed since the last time. */
export function gather(database: Database): void {
  database.transaction(() => {
    while (gatherSome(database));
  });
}

/** Gathers a part of it, so that others have their turn where much was changed; whether there is more. */
export function gatherSome(database: Database): boolean {
  return database.transaction(() => {
    const logged = pendingChanges(database, numberIn(database, 'gathered'), GATHERED);
    for (const change of logged) {
      if (change.field === 'new') addEntry(database, change);
      else if (isShared(change.field) && !isSameShared(change.field, change.before, change.value))
        add(database, change.entry, change.field, change.value, change.at);
    }
    const last = logged.at(-1);
    if (last) setNumber(database, 'gathered', last.seq);
    return logged.length === GATHERED;
  });
}

/** An entry made here: all that it holds by now, first what it is made of. */
function addEntry(database: Database, { entry: id, at }: LoggedChange): void {
  const entry = standing(database, id)?.entry;
  if (!entry) return;
  const fields = fieldsOf(entry).filter(isShared);
  for (const field of new Set(['key', 'item.type', ...fields])) add(database, id, field, fieldOf(entry, field), at);
}

function add(database: Database, entry: string, field: string, value: unknown, at: number): void {
  const shared = sharedValue(field, value);
  const text = shared === null ? null : canonicalJson(shared);
  const { changes } = database.run(
    'update team_outgoing set value = ?, at = ?, problem = null where entry = ? and field = ? and sent = 0',
    text,
    at,
    entry,
    field,
  );
  if (changes > 0) return;
  const isUnderWay = isOutgoing(database, entry, field);
  const base = isUnderWay ? null : knownRevision(database, entry, field);
  database.run(
    'insert into team_outgoing (id, entry, field, value, base, at) values (?, ?, ?, ?, ?, ?)',
    newId(),
    entry,
    field,
    text,
    base,
    at,
  );
}

/** Whether a field holds something here that the server has not answered. */
export const isOutgoing = (database: Database, entry: string, field: string): boolean =>
  database.value('select 1 from team_outgoing where entry = ? and field = ?', entry, field) !== undefined;

/** The server's revision of a field, as last heard of; 0 for none. */
export const knownRevision = (database: Database, entry: string, field: string): number =>
  database.value<number>('select revision from team_fields where entry = ? and field = ?', entry, field) ?? 0;

/** What is to be sent next, in the order in which it was made; from now on it may have reached the server. */
export function outgoing(database: Database, most: number): readonly Outgoing[] {
  return database.transaction(() => {
    gather(database);
    const rows = database.rows<readonly [string, string, string, string | null, number, number]>(
      `select id, entry, field, value, base, at from team_outgoing
       where base is not null and problem is null order by n limit ?`,
      most,
    );
    database.run(
      'update team_outgoing set sent = 1 where id in (select value from json_each(?))',
      JSON.stringify(rows.map(([id]) => id)),
    );
    return rows.map(([id, entry, field, value, base, at]) => ({ id, entry, field, value, base, at }));
  });
}

/** The server will not take these; they stay here, with its code. */
export function hold(database: Database, ids: readonly string[], code: string): void {
  // They did not arrive: a later change of the field may take their place.
  database.run(
    'update team_outgoing set problem = ?, sent = 0 where id in (select value from json_each(?))',
    code,
    JSON.stringify(ids),
  );
}

/** Tries again what was held back: the role may be another now. */
export const release = (database: Database): void =>
  void database.run('update team_outgoing set problem = null where problem is not null');
