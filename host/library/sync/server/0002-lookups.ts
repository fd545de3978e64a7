import type { ServerMigration } from './types.ts';

/**
 * What is looked up while changes are taken in is found by its own index, however large the team is and whatever PostgreSQL knows of it.
 * - Keys have a column of their own. Under row-level policies an expression such as `left(value, 200)` is looked up in no index, as only
 *   what can tell nothing of hidden rows (a plain comparison) is asked before the policy: every new key was compared with all of its team.
 * - Only primary keys begin with the team. While there are no statistics of a table, any index that does looked as good as the right
 *   one, and all rows of the team were read for each change.
 */
export const lookups: ServerMigration = {
  number: 2,
  sql: `
    drop index casewright.fields_key;
    drop index casewright.fields_revision;
    create unique index fields_revision on casewright.fields (revision, team);
    drop index casewright.changes_entry;
    create index changes_entry on casewright.changes (entry, team);
    drop index casewright.conflicts_revision;
    create unique index conflicts_revision on casewright.conflicts (revision, team);
    alter table casewright.fields
      add column key_text text generated always as (case when field = 'key' then left(value, 200) end) stored;
    create index fields_key_text on casewright.fields (team, key_text) where key_text is not null;

    create or replace function casewright.free_key(of_team text, of_entry text, wanted text) returns text language plpgsql as $$
    declare
      bare text := substring(wanted from 2 for length(wanted) - 2);
      count integer := -1;
      rest integer;
      suffix text := '';
      named text;
    begin
      loop
        named := left('"' || bare || suffix || '"', 200);
        if not exists (
          select from casewright.fields f where f.team = of_team and f.key_text = named and f.entry <> of_entry
        ) and not exists (
          select from casewright.fields f where f.team = of_team and f.entry <> of_entry
            and f.field like 'alias.%' and f.field = 'alias.' || bare || suffix and f.value is not null
        ) then
          return '"' || bare || suffix || '"';
        end if;
        count := count + 1;
        rest := count;
        suffix := '';
        loop
          suffix := chr(97 + rest % 26) || suffix;
          rest := rest / 26 - 1;
          exit when rest < 0;
        end loop;
      end loop;
    end $$;
  `,
};
