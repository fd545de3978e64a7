import type { ServerMigration } from './types.ts';

/**
 * A reader writes nothing, also nothing of their own: temporary tables and large objects would fill the disk that the team works on. Only
 * the database's owner and a superuser can take these rights away; under another administrator they stay as they are.
 */
export const ownRoom: ServerMigration = {
  number: 5,
  sql: `
    do $own$
    declare
      one text;
    begin
      begin
        execute format('revoke temporary on database %I from public', current_database());
      exception when insufficient_privilege then null;
      end;
      foreach one in array array['lo_creat(integer)', 'lo_create(oid)', 'lo_from_bytea(oid, bytea)', 'lo_put(oid, bigint, bytea)',
          'lo_open(oid, integer)', 'lowrite(integer, bytea)'] loop
        begin
          execute 'revoke execute on function pg_catalog.' || one || ' from public';
        exception when insufficient_privilege then null;
        end;
      end loop;
    end $own$;
  `,
};
