import type { ServerMigration } from './types.ts';

/**
 * Values that wait beside what stands, and how a mirror knows this server again.
 *
 * - Somebody at two computers is two writers: what one of them goes on writing after a conflict takes the place only of what that
 *   computer sent, known by how its changes' ids begin. A value that waits already is not put beside it once more.
 * - A server may be put back to an older backup. By the index a mirror sees in one look whether a change that it knows is (still) here.
 */
export const knownAgain: ServerMigration = {
  number: 4,
  sql: `
    create index changes_revision on casewright.changes (revision, team);

    create or replace function casewright.write_changes(of_team text, arrived bigint, judged casewright.judged[]) returns void
      language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      insert into casewright.fields as f (team, entry, field, value, revision, changed_by, changed_at)
        select of_team, j.entry, j.field, j.value, j.revision, session_user, j.made_at
        from unnest(judged) j where j.outcome = 'taken'
        on conflict (team, entry, field) do update
          set value = excluded.value, revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at;
      if exists (select from unnest(judged) j where j.outcome = 'conflict') then
        with again as (
          -- What its author goes on writing at one computer takes the place of their own value that waits beside the same one.
          update casewright.conflicts c
            set other = j.value, other_at = j.made_at, revision = nextval('casewright.revisions')
            from unnest(judged) j
            where j.outcome = 'conflict' and c.team = of_team and c.entry = j.entry and c.field = j.field and c.settled_at is null
              and c.other_by = session_user and c.standing_revision = j.revision and left(c.id, 8) = left(j.id, 8)
              -- Not of one that somebody else sent as well and that was not put beside it once more: it is theirs, too.
              and not exists (
                select from casewright.changes o
                where o.revision = c.standing_revision and o.team = of_team and o.entry = c.entry and o.field = c.field
                  and o.outcome = 'conflict' and o.value is not distinct from c.other and left(o.id, 8) <> left(c.id, 8)
              )
            returning j.id
        )
        insert into casewright.conflicts (team, id, entry, field, standing, standing_by, standing_at, standing_revision,
            other, other_by, other_at, revision)
          select of_team, j.id, j.entry, j.field, j.standing, coalesce(j.standing_by, session_user),
            coalesce(j.standing_at, j.made_at), j.revision, j.value, session_user, j.made_at, nextval('casewright.revisions')
          from unnest(judged) j where j.outcome = 'conflict' and j.id not in (select a.id from again a)
            and not exists (
              select from casewright.conflicts c
              where c.team = of_team and c.entry = j.entry and c.field = j.field and c.settled_at is null
                and c.standing_revision = j.revision and c.other is not distinct from j.value
            );
      end if;
      insert into casewright.changes (team, id, entry, field, base, value, made_at, outcome, revision, taken_by, taken_at)
        select of_team, j.id, j.entry, j.field, j.base, j.sent, j.made_at, j.outcome, j.revision, session_user, arrived
        from unnest(judged) j;
    end $$;
  `,
};
