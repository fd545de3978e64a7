/** What is known against entries: kept beside them, as every computer asks for itself; gone once an entry names another work. */
import type { Standing, Standings } from '../../core/lookup/standing.ts';
import type { Database } from './database.ts';

/** Of those entries that were asked about, by id. */
export function standingsOf(database: Database, ids: readonly string[]): Standings {
  // Mostly none was asked about: looking for fifty takes several times as long as seeing that.
  if (database.value('select 1 from standings limit 1') === undefined) return {};
  const rows = database.rows<readonly [string, string]>(
    'select entry, data from standings where entry in (select value from json_each(?))',
    JSON.stringify(ids),
  );
  return Object.fromEntries(rows.map(([entry, data]) => [entry, JSON.parse(data) as Standing]));
}

/** Numbers of entries against which a service, their file or their title says something; the first part as the index `entries_noticed` has it. */
export const NOTICED = `select n from entries where instr(line, '"notices":[{') > 0
  union select e.n from standings s join entries e on e.id = s.entry where instr(s.data, '"notices":[{') > 0`;

export function keepStandings(database: Database, standings: Standings): void {
  database.transaction(() => {
    for (const [entry, standing] of Object.entries(standings))
      database.run('insert or replace into standings (entry, data) values (?, ?)', entry, JSON.stringify(standing));
  });
}

export function forgetStanding(database: Database, entry: string): void {
  database.run('delete from standings where entry = ?', entry);
}
