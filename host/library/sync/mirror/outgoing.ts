/**
 * What was changed in a mirror and has to reach the team. It is gathered from the library's log in front of everything that moves the
 * server's revisions known here, so that each change keeps the revision that its author had before them. Of several changes of one
 * field the last is sent, unless an earlier one may be under way: that one keeps its id and value until it is answered.
 */
import { fieldOf, fieldsOf } from '../../../../core/library/fields.ts';
import { isSameShared, isShared, sharedValue } from '../../../../core/library/sync/shared.ts';
import type { Entry } from '../../../../core/library/types.ts';
import { canonicalJson } from '../../../../core/report/write.ts';
import type { Database } from '../../database.ts';
import { lastPlace, pendingChanges, stampName } from '../../log.ts';
import { standings } from '../../writing.ts';
import type { Outgoing } from '../wire.ts';
import { changeIds, numberIn, setNumber } from './notes.ts';

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
    const gathered = numberIn(database, 'gathered');
    const logged = pendingChanges(database, gathered, GATHERED);
    // What came from the team is stepped over once and for all: to go through a first mirror's log for each of its pages took most of the time.
    const end = logged.length < GATHERED ? (lastPlace(database) ?? gathered) : (logged.at(-1)?.seq ?? gathered);
    if (end === gathered) return false;
    setNumber(database, 'gathered', end);
    if (logged.length === 0) return false;
    const made = logged.flatMap(({ entry, field }) => (field === 'new' ? [entry] : []));
    const entries = new Map(standings(database, made).map(({ entry }) => [entry.id, entry]));
    const queue = queueOf(
      database,
      logged.map(({ entry }) => entry),
    );
    for (const { entry, field, before, value, at } of logged) {
      if (field === 'new') {
        const its = entries.get(entry);
        if (its) addEntry(queue, its, at);
      } else if (isShared(field) && !isSameShared(field, before, value)) queue.add(entry, field, value, at);
    }
    queue.write();
    return logged.length === GATHERED;
  });
}

interface Queue {
  add(entry: string, field: string, value: unknown, at: number): void;
  /** Writes what was added, in that order. */
  write(): void;
}

/** An entry made here: all that it holds by now, first what it is made of. */
function addEntry(queue: Queue, entry: Entry, at: number): void {
  const fields = fieldsOf(entry).filter(isShared);
  for (const field of new Set(['key', 'item.type', ...fields])) queue.add(entry.id, field, fieldOf(entry, field), at);
}

const QUEUED = ['id', 'entry', 'field', 'value', 'base', 'at'];

/** What waits of some entries is asked for once, and what is new is written together. */
function queueOf(database: Database, entries: readonly string[]): Queue {
  const waiting = outgoingOf(database, entries);
  const known = knownRevisions(database, entries);
  const newChange = changeIds(database);
  const fresh = new Map<
    string,
    { readonly id: string; entry: string; field: string; value: string | null; base: number | null; at: number }
  >();
  return {
    add(entry, field, value, at) {
      const shared = sharedValue(field, value);
      const text = shared === null ? null : canonicalJson(shared);
      const name = stampName(entry, field);
      const added = fresh.get(name);
      if (added) {
        added.value = text;
        added.at = at;
      } else if (waiting.get(name) === 'unsent')
        database.run(
          'update team_outgoing set value = ?, at = ?, problem = null where entry = ? and field = ? and sent = 0',
          text,
          at,
          entry,
          field,
        );
      else {
        const base = waiting.has(name) ? null : (known.get(name) ?? 0);
        fresh.set(name, { id: newChange(), entry, field, value: text, base, at });
      }
    },
    write: () =>
      database.insert(
        'team_outgoing',
        QUEUED,
        [...fresh.values()].map(({ id, entry, field, value, base, at }) => [id, entry, field, value, base, at]),
      ),
  };
}

/** Fields of entries, by {@link stampName}, that hold something here which the server has not answered; 'unsent' where some of it was not sent. */
export function outgoingOf(database: Database, entries: readonly string[]): ReadonlyMap<string, 'sent' | 'unsent'> {
  const found = new Map<string, 'sent' | 'unsent'>();
  for (const [entry, field, sent] of database.rows<readonly [string, string, number]>(
    'select entry, field, min(sent) from team_outgoing where entry in (select value from json_each(?)) group by entry, field',
    JSON.stringify([...new Set(entries)]),
  ))
    found.set(stampName(entry, field), sent === 0 ? 'unsent' : 'sent');
  return found;
}

/** The server's revisions of the fields of entries, as last heard of, by {@link stampName}. */
export function knownRevisions(database: Database, entries: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    database
      .rows<readonly [string, string, number]>(
        'select entry, field, revision from team_fields where entry in (select value from json_each(?))',
        JSON.stringify([...new Set(entries)]),
      )
      .map(([entry, field, revision]) => [stampName(entry, field), revision]),
  );
}

/**
 * What is to be sent next, in the order in which it was made, after what is under way already; from now on it may have reached the
 * server. At most `most` changes, and of large values no more than fit into `letters`, but one at least.
 */
export function outgoing(database: Database, most: number, letters: number, after = 0): OutgoingPart {
  return database.transaction(() => {
    gather(database);
    const rows = database.rows<readonly [string, string, string, string | null, number, number, number]>(
      `select id, entry, field, value, base, at, n from (
         select *, sum(coalesce(length(value), 0)) over (order by n) - coalesce(length(value), 0) as before from (
           select * from team_outgoing where n > ? and base is not null and problem is null order by n limit ?
         )
       ) where before < ? order by n`,
      after,
      most,
      letters,
    );
    database.run(
      'update team_outgoing set sent = 1 where id in (select value from json_each(?))',
      JSON.stringify(rows.map(([id]) => id)),
    );
    return {
      changes: rows.map(([id, entry, field, value, base, at]) => ({ id, entry, field, value, base, at })),
      last: rows.at(-1)?.[6] ?? after,
    };
  });
}

export interface OutgoingPart {
  readonly changes: readonly Outgoing[];
  /** The place of the last of them, to go on after. */
  readonly last: number;
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
