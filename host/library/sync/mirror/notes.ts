/** The few facts that a mirror keeps about itself, in the library's table `meta`. */
import type { Database } from '../../database.ts';

/** 'gathered' is the place in the log; the others are cursors into the server's sequence. 'synced' is a time (milliseconds). */
export type Noted = 'gathered' | 'fields' | 'conflicts' | 'members' | 'synced';

export const numberIn = (database: Database, name: Noted): number =>
  Number(database.value<string>('select value from meta where name = ?', `team.${name}`) ?? 0);

export const setNumber = (database: Database, name: Noted, value: number): void =>
  void database.run('insert or replace into meta (name, value) values (?, ?)', `team.${name}`, String(value));
