/** Taking into a mirror what the server says: fields that others changed, and answers to what was sent. */
import { entryFrom, fieldOf, withField } from '../../../../core/library/fields.ts';
import { isShared, localValue } from '../../../../core/library/sync/shared.ts';
import type { Entry } from '../../../../core/library/types.ts';
import type { StampedChange } from '../../applying.ts';
import type { Database } from '../../database.ts';
import type { OpenLibrary } from '../../library.ts';
import { standing } from '../../writing.ts';
import type { Answer, Pulled, PulledField } from '../wire.ts';
import { nameOf, takeConflicts, takeMembers } from './conflicts.ts';
import { numberIn, setNumber } from './notes.ts';
import { gather, isOutgoing, knownRevision } from './outgoing.ts';

const COLLECTION = 'collection:';

/** A field as it came, and by whom it is told here. */
type Came = Pick<PulledField, 'entry' | 'field' | 'value' | 'by' | 'at'>;

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** Takes a page of the server's sequence. A field that waits for the server's answer keeps what its author wrote until then. */
export function take(library: OpenLibrary, pulled: Pulled): void {
  const { database } = library;
  database.transaction(() => {
    gather(database);
    takeMembers(database, pulled.members);
    takeConflicts(database, pulled.conflicts);
    const fresh = pulled.fields.filter(({ entry, field, revision }) => {
      if (revision <= knownRevision(database, entry, field) || isOutgoing(database, entry, field)) return false;
      know(database, entry, field, revision);
      return isShared(field);
    });
    commit(
      library,
      fresh.map(field => ({ ...field, by: nameOf(database, field.by) })),
    );
    const last = { fields: pulled.fields, conflicts: pulled.conflicts, members: pulled.members };
    for (const kind of ['fields', 'conflicts', 'members'] as const) {
      const revision = last[kind].at(-1)?.revision;
      if (revision !== undefined) setNumber(database, kind, Math.max(revision, numberIn(database, kind)));
    }
  });
}

/** Takes answers to what was sent. Where another value stands than the one sent, it stands here from now on as well. */
export function acknowledge(library: OpenLibrary, answers: readonly Answer[]): void {
  const { database } = library;
  database.transaction(() => {
    gather(database);
    const came: Came[] = [];
    for (const { id, outcome, revision, standing: now } of answers) {
      const [sent] = database.rows<readonly [string, string, number]>(
        'select entry, field, base from team_outgoing where id = ?',
        id,
      );
      if (!sent) continue;
      const [entry, field, base] = sent;
      database.run('delete from team_outgoing where id = ?', id);
      // A later change was made on this one; after a conflict its author still has not seen what stands.
      const { changes: later } = database.run(
        'update team_outgoing set base = ? where entry = ? and field = ? and base is null',
        outcome === 'conflict' ? base : revision,
        entry,
        field,
      );
      know(database, entry, field, now?.revision ?? 0);
      if (later === 0)
        came.push({ entry, field, value: now?.value ?? null, by: nameOf(database, now?.by ?? ''), at: now?.at ?? 0 });
    }
    commit(library, came);
  });
}

function know(database: Database, entry: string, field: string, revision: number): void {
  database.run('insert or replace into team_fields (entry, field, revision) values (?, ?, ?)', entry, field, revision);
}

function commit(library: OpenLibrary, came: readonly Came[]): void {
  const byEntry = new Map<string, Came[]>();
  for (const field of came) {
    const list = byEntry.get(field.entry);
    if (list) list.push(field);
    else byEntry.set(field.entry, [field]);
  }
  const changes = [...byEntry].flatMap(([id, fields]) => changesOf(library.database, id, fields));
  if (changes.length > 0) library.commit(changes, { by: '', origin: 'team', label: 'team' });
}

function changesOf(database: Database, id: string, fields: readonly Came[]): readonly StampedChange[] {
  if (id.startsWith(COLLECTION)) {
    const isThere = database.value('select 1 from collections where id = ?', id.slice(COLLECTION.length)) !== undefined;
    if (isThere) return fields.map(changeOf(null));
    const all = withWaiting(database, id, fields);
    const name = all.find(({ field }) => field === 'name');
    if (!name || name.value === null) return wait(database, all);
    return [name, ...all.filter(field => field !== name)].map(changeOf(null));
  }
  const known = standing(database, id)?.entry;
  if (known) return fields.map(changeOf(known));
  const all = withWaiting(database, id, fields);
  const [type, key] = ['item.type', 'key'].map(name => all.find(({ field }) => field === name));
  const [typeName, keyName] = [parsed(type?.value ?? null), parsed(key?.value ?? null)];
  if (!type || typeof typeName !== 'string' || typeof keyName !== 'string') return wait(database, all);
  const { item, kept } = all.reduce<Entry>(
    (entry, { field, value }) => (/^(?:item|kept)\./.test(field) ? withField(entry, field, parsed(value)) : entry),
    entryFrom(id, keyName, { item: { id, type: typeName } }),
  );
  const made: StampedChange = {
    entry: id,
    field: 'new',
    value: { item, kept, key: keyName },
    by: type.by,
    at: Math.min(...all.map(({ at }) => at)),
  };
  return [made, ...all.filter(({ field }) => !/^(?:item\.|kept\.|key$)/.test(field)).map(changeOf(null))];
}

const changeOf =
  (entry: Entry | null) =>
  ({ entry: id, field, value, by, at }: Came): StampedChange => ({
    entry: id,
    field,
    value: localValue(field, parsed(value), entry && fieldOf(entry, field)),
    by,
    at,
  });

/** Puts fields aside until the entry that they belong to can be made. */
function wait(database: Database, fields: readonly Came[]): readonly StampedChange[] {
  for (const { entry, field, value, by, at } of fields)
    database.run(
      'insert or replace into team_waiting (entry, field, value, by, at) values (?, ?, ?, ?, ?)',
      entry,
      field,
      value,
      by,
      at,
    );
  return [];
}

/** Fields that came, and those put aside before that did not come again. */
function withWaiting(database: Database, id: string, fields: readonly Came[]): readonly Came[] {
  const waiting = database
    .rows<readonly [string, string | null, string, number]>(
      'select field, value, by, at from team_waiting where entry = ?',
      id,
    )
    .map(([field, value, by, at]): Came => ({ entry: id, field, value, by, at }));
  if (waiting.length > 0) database.run('delete from team_waiting where entry = ?', id);
  const came = new Set(fields.map(({ field }) => field));
  return [...waiting.filter(({ field }) => !came.has(field)), ...fields];
}
