/** The few facts that a mirror keeps about itself, in the library's table `meta`. */
import type { Database } from '../../database.ts';

/** 'gathered' and 'merges' are places in the log, up to which it was looked at; the others are cursors into the server's sequence. 'synced' is a time (milliseconds). */
export type Noted = 'gathered' | 'merges' | 'fields' | 'conflicts' | 'members' | 'synced';

export const numberIn = (database: Database, name: Noted): number =>
  Number(database.value<string>('select value from meta where name = ?', `team.${name}`) ?? 0);

export const setNumber = (database: Database, name: Noted, value: number): void =>
  void database.run('insert or replace into meta (name, value) values (?, ?)', `team.${name}`, String(value));
