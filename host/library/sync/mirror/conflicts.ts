/** Conflicts and members, as a mirror keeps them. */
import { fieldOf } from '../../../../core/library/fields.ts';
import { localValue } from '../../../../core/library/sync/shared.ts';
import type { Choice, Conflict, Member, ShownConflict, TeamRole } from '../../../../core/library/sync/types.ts';
import { plainText } from '../../../../core/library/texts.ts';
import type { Database } from '../../database.ts';
import type { OpenLibrary } from '../../library.ts';
import { COLLECTION } from '../../making.ts';
import { standing } from '../../writing.ts';
import type { PulledConflict, PulledMember } from '../wire.ts';
import { collectionIn } from './collections.ts';
import { readValue } from './values.ts';

export function takeMembers(database: Database, members: readonly PulledMember[]): void {
  for (const { login, name, role } of members)
    database.run('insert or replace into team_members (login, name, role) values (?, ?, ?)', login, name, role);
}

/** Those of the team, who has left not among them, by name. */
export function membersIn(database: Database): readonly Member[] {
  return database
    .rows<readonly [string, string, TeamRole]>("select login, name, role from team_members where role <> 'none'")
    .map(([login, name, role]) => ({ login, name, role }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** How people call a login; the login itself where it is none of the team. */
export const nameOf = (database: Database, login: string): string =>
  database.value<string>('select name from team_members where login = ?', login) ?? login;

export function takeConflicts(database: Database, conflicts: readonly PulledConflict[]): void {
  for (const conflict of conflicts) {
    // The same, told to a server anew that had lost it.
    database.run(
      'delete from team_conflicts where entry = ? and field = ? and other is ? and revision = 0 and settled = 0',
      conflict.entry,
      conflict.field,
      conflict.other,
    );
    const before = database.value<number>('select settled from team_conflicts where id = ?', conflict.id) ?? 0;
    database.run(
      `insert or replace into team_conflicts
         (id, entry, field, standing, standing_by, standing_at, other, other_by, other_at, settled, revision)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      conflict.id,
      conflict.entry,
      conflict.field,
      conflict.standing,
      conflict.standingBy,
      conflict.standingAt,
      conflict.other,
      conflict.otherBy,
      conflict.otherAt,
      conflict.isSettled ? 2 : before,
      conflict.revision,
    );
  }
}

type Row = readonly [string, string, string, string | null, string, number, string | null, string, number];
const COLUMNS = 'id, entry, field, standing, standing_by, standing_at, other, other_by, other_at';

function conflictOf(database: Database, row: Row): Conflict {
  const [id, entry, field, one, oneBy, oneAt, two, twoBy, twoAt] = row;
  const claim = (value: string | null, by: string, at: number) => ({
    value: readValue(value),
    by: nameOf(database, by),
    at,
  });
  return { id, entry, field, standing: claim(one, oneBy, oneAt), other: claim(two, twoBy, twoAt) };
}

/** Those not settled, the newest first. */
export function openConflicts(database: Database): readonly ShownConflict[] {
  return database
    .rows<Row>(`select ${COLUMNS} from team_conflicts where settled = 0 order by revision desc`)
    .map(row => {
      const conflict = conflictOf(database, row);
      return { ...conflict, ...standingOf(database, conflict) };
    });
}

/** What an entry or collection is called, and what the field holds now. */
function standingOf(database: Database, { entry: id, field }: Conflict): Pick<ShownConflict, 'title' | 'now'> {
  if (!id.startsWith(COLLECTION)) {
    const entry = standing(database, id)?.entry;
    return { title: plainText(entry?.item.title) || (entry?.key ?? id), now: entry ? fieldOf(entry, field) : null };
  }
  return collectionIn(database, id, field) ?? { title: id, now: null };
}

/**
 * Settles a conflict. 'standing' leaves the field as it is now; 'other' makes the other value a change of the field as any other, and
 * what stood until then is in the history. False where there is no such open conflict.
 */
export function settleConflict(library: OpenLibrary, id: string, choice: Choice, by: string): boolean {
  const { database } = library;
  return database.transaction(() => {
    const [row] = database.rows<Row>(`select ${COLUMNS} from team_conflicts where id = ? and settled = 0`, id);
    if (!row) return false;
    const conflict = conflictOf(database, row);
    if (choice === 'other') {
      const { entry, field, other } = conflict;
      const value = localValue(field, other.value, standingOf(database, conflict).now);
      library.commit([{ entry, field, value }], { by, label: 'conflict' });
    }
    database.run('update team_conflicts set settled = 1 where id = ?', id);
    return true;
  });
}

/** Conflicts settled here that the server has not heard of. */
export const settledHere = (database: Database): readonly string[] =>
  database.rows<readonly [string]>('select id from team_conflicts where settled = 1').map(([id]) => id);

export function settledThere(database: Database, ids: readonly string[]): void {
  database.run(
    'update team_conflicts set settled = 2 where id in (select value from json_each(?))',
    JSON.stringify(ids),
  );
}
