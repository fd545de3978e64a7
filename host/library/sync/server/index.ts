/**
 * The schema of a team's library on PostgreSQL 15 or newer, as steps that only go forward; `schemaScript` is all of it for psql.
 *
 * What the database's administrator does, once:
 * 1. `create database references encoding 'UTF8' template template0;`
 * 2. `npx casewright team schema | psql --set ON_ERROR_STOP=1 references`, as a role that may create roles, and that nobody works as: it
 *    owns the tables. The group role `casewright` is made by it, with all the grants there are, and `casewright_keeper`, as which its
 *    functions run and which is nobody's. The same line brings an older schema up.
 * 3. For each person a login of their own, with a password of their own, and nothing but this group:
 *    `create role marie login password '…' in role casewright;`
 *    Never superuser, never BYPASSRLS: for those PostgreSQL asks no policy.
 * 4. TLS with a certificate that the members' computers trust, and `hostssl references +casewright all scram-sha-256` in pg_hba.conf.
 *
 * The first to connect makes the team and is its owner; owners take in the other logins.
 */
import { team } from './0001-team.ts';
import { lookups } from './0002-lookups.ts';
import { door } from './0003-door.ts';
import { knownAgain } from './0004-known-again.ts';
import { ownRoom } from './0005-own-room.ts';
import type { ServerMigration } from './types.ts';

export const serverMigrations: readonly ServerMigration[] = [team, lookups, door, knownAgain, ownRoom];

/** The schema that this program speaks to. */
export const SERVER_VERSION: number = serverMigrations.length;

/** Makes the schema or brings it to this program's version, in one transaction; where it is of this version already, changes nothing. */
export function schemaScript(steps: readonly ServerMigration[] = serverMigrations): string {
  const blocks = steps.map(
    ({ number, sql }) => `do $step$ begin
  if not exists (select from casewright_schema.versions where number >= ${number}) then
    execute $sql$${sql}$sql$;
    insert into casewright_schema.versions (number) values (${number});
  end if;
end $step$;`,
  );
  return `begin;
do $check$ begin
  if current_setting('server_version_num')::integer < 150000 then
    raise exception 'PostgreSQL 15 or newer is needed';
  end if;
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'the database has to be encoded in UTF8';
  end if;
end $check$;
create schema if not exists casewright_schema;
create table if not exists casewright_schema.versions (number integer primary key, at timestamptz not null default now());
${blocks.join('\n')}
grant usage on schema casewright_schema to public;
grant select on casewright_schema.versions to public;
commit;
`;
}
