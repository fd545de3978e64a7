/** The few facts that a mirror keeps about itself, in the library's table `meta`. */
import { newId } from '../../applying.ts';
import type { Database } from '../../database.ts';

/**
 * 'gathered' and 'merges' are places in the log, up to which it was looked at; 'fields', 'conflicts' and 'members' are cursors into the
 * server's sequence; 'common' is the last revision that a server which was put back to an older state still has, 0 where there is none.
 * 'synced' is a time (milliseconds).
 */
export type Noted = 'gathered' | 'merges' | 'fields' | 'conflicts' | 'members' | 'synced' | 'common';

export const numberIn = (database: Database, name: Noted): number =>
  Number(database.value<string>('select value from meta where name = ?', `team.${name}`) ?? 0);

export const setNumber = (database: Database, name: Noted, value: number): void =>
  void database.run('insert or replace into meta (name, value) values (?, ?)', `team.${name}`, String(value));

/** Makes ids of changes: all that are made here begin with the same eight letters, by which the server tells somebody's computers apart. */
export function changeIds(database: Database): () => string {
  let mirror = database.value<string>("select value from meta where name = 'team.mirror'");
  if (mirror === undefined) {
    mirror = newId().slice(0, 8);
    database.run("insert into meta (name, value) values ('team.mirror', ?)", mirror);
  }
  return () => `${mirror}${newId()}`;
}
