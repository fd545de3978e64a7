/** Taking into a mirror what the server says: fields that others changed, and answers to what was sent. */
import { entryFrom, fieldOf, withField } from '../../../../core/library/fields.ts';
import { isShared, localValue } from '../../../../core/library/sync/shared.ts';
import type { Entry } from '../../../../core/library/types.ts';
import type { StampedChange } from '../../applying.ts';
import type { Database } from '../../database.ts';
import type { OpenLibrary } from '../../library.ts';
import { stampName } from '../../log.ts';
import { COLLECTION } from '../../making.ts';
import { standings } from '../../writing.ts';
import type { Answer, Pulled, PulledField, Witness } from '../wire.ts';
import { nameOf, takeConflicts, takeMembers } from './conflicts.ts';
import { numberIn, setNumber } from './notes.ts';
import { gather, knownRevisions, outgoingOf } from './outgoing.ts';
import { keepWitness } from './set-back.ts';
import { readValue } from './values.ts';

/** A field as it came, and by whom it is told here. */
type Came = Pick<PulledField, 'entry' | 'field' | 'value' | 'by' | 'at'>;

/** Takes a page of the server's sequence. A field that waits for the server's answer keeps what its author wrote until then. */
export function take(library: OpenLibrary, pulled: Pulled): void {
  const { database } = library;
  database.transaction(() => {
    gather(database);
    takeMembers(database, pulled.members);
    takeConflicts(database, pulled.conflicts);
    const entries = pulled.fields.map(({ entry }) => entry);
    const [known, waiting] = [knownRevisions(database, entries), outgoingOf(database, entries)];
    const fresh = pulled.fields.filter(({ entry, field, revision }) => {
      const name = stampName(entry, field);
      return revision > (known.get(name) ?? 0) && !waiting.has(name);
    });
    know(database, fresh);
    keepWitness(database, pulled.fields);
    const names = namesIn(database);
    commit(
      library,
      fresh.flatMap(field => (isShared(field.field) ? [{ ...field, by: names(field.by) }] : [])),
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
    const ids = JSON.stringify(answers.map(({ id }) => id));
    const sent = new Map(
      database
        .rows<readonly [string, ...Sent]>(
          'select id, entry, field, base, value from team_outgoing where id in (select value from json_each(?))',
          ids,
        )
        .map(([id, ...row]) => [id, row as Sent]),
    );
    database.run('delete from team_outgoing where id in (select value from json_each(?))', ids);
    const hasLater = database.value('select 1 from team_outgoing where base is null limit 1') !== undefined;
    const names = namesIn(database);
    const heard: Heard[] = [];
    const taken: Heard[] = [];
    const came: Came[] = [];
    for (const { id, outcome, revision, standing: now } of answers) {
      const one = sent.get(id);
      if (!one) continue;
      const [entry, field, base, value] = one;
      // A later change was made on this one; after a conflict its author still has not seen what stands.
      const later = hasLater
        ? database.run(
            'update team_outgoing set base = ? where entry = ? and field = ? and base is null',
            outcome === 'conflict' ? base : revision,
            entry,
            field,
          ).changes
        : 0;
      heard.push({ entry, field, revision: now?.revision ?? 0 });
      if (outcome === 'taken') taken.push({ entry, field, revision });
      const stands = now?.value ?? null;
      // What was sent stands here already.
      if (later > 0 || (outcome !== 'conflict' && stands === value)) continue;
      came.push({ entry, field, value: stands, by: names(now?.by ?? ''), at: now?.at ?? 0 });
    }
    know(database, heard);
    keepWitness(database, taken);
    commit(library, came);
  });
}

type Sent = readonly [entry: string, field: string, base: number, value: string | null];
type Heard = Witness;

function know(database: Database, fields: readonly Heard[]): void {
  const rows = fields.map(({ entry, field, revision }) => [entry, field, revision]);
  database.insert('team_fields', ['entry', 'field', 'revision'], rows, 'replace');
}

/** Names of people by login, each looked up once. */
function namesIn(database: Database): (login: string) => string {
  const names = new Map<string, string>();
  return login => {
    const name = names.get(login) ?? nameOf(database, login);
    names.set(login, name);
    return name;
  };
}

function commit(library: OpenLibrary, came: readonly Came[]): void {
  const byEntry = new Map<string, Came[]>();
  for (const field of came) {
    const list = byEntry.get(field.entry);
    if (list) list.push(field);
    else byEntry.set(field.entry, [field]);
  }
  const known = new Map(standings(library.database, [...byEntry.keys()]).map(({ entry }) => [entry.id, entry]));
  const changes = [...byEntry].flatMap(([id, fields]) =>
    changesOf(library.database, id, fields, known.get(id) ?? null),
  );
  if (changes.length > 0) library.commit(changes, { by: '', origin: 'team', label: 'team' });
}

function changesOf(
  database: Database,
  id: string,
  fields: readonly Came[],
  known: Entry | null,
): readonly StampedChange[] {
  if (id.startsWith(COLLECTION)) {
    const isThere = database.value('select 1 from collections where id = ?', id.slice(COLLECTION.length)) !== undefined;
    if (isThere) return fields.map(changeOf(null));
    const all = withWaiting(database, id, fields);
    const name = all.find(({ field }) => field === 'name');
    if (!name || name.value === null) return wait(database, all);
    return [name, ...all.filter(field => field !== name)].map(changeOf(null));
  }
  if (known) return fields.map(changeOf(known));
  const all = withWaiting(database, id, fields);
  const [type, key] = ['item.type', 'key'].map(name => all.find(({ field }) => field === name));
  const [typeName, keyName] = [readValue(type?.value ?? null), readValue(key?.value ?? null)];
  if (!type || typeof typeName !== 'string' || typeof keyName !== 'string') return wait(database, all);
  const { item, kept } = all.reduce<Entry>(
    (entry, { field, value }) => (/^(?:item|kept)\./.test(field) ? withField(entry, field, readValue(value)) : entry),
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
    value: localValue(field, readValue(value), entry && fieldOf(entry, field)),
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
