import type { ServerMigration } from './types.ts';

/**
 * One door: members read the tables and write by four functions alone, many changes in one call.
 *
 * - The functions run as `casewright_keeper`: a role that nobody can log in as, neither superuser nor BYPASSRLS, and no owner of the
 *   tables. So the same row-level policies are asked of what the functions do as of what members do; they look at `session_user`,
 *   the login that a member came in by, which nobody can give themselves. Members have no right to write any table, so that
 *   nobody can sign with another name, give a change another moment of arrival, or pass by the sequence and the history.
 * - `take_changes` does for a set what was done for each change: compares `base` with the revision that stands, keeps what was sent in
 *   `changes` with what became of it, and writes field or conflict. A change that came before is not taken in again; it is answered as then.
 *   Keys that somebody else has and places of collections are decided one after the other, as each depends on those before.
 * - Whoever draws a revision holds the team's row until the end of the transaction (see `0001-team.ts`, where an advisory lock did so,
 *   which any login of the database could have taken and kept).
 * - Every function has a search_path of its own or a body that was read when it was made: operators and functions of the caller's schemas
 *   are never taken for PostgreSQL's.
 * - What a server tells of changes goes by a channel whose name only those can know who know the team's id.
 */
export const door: ServerMigration = {
  number: 3,
  sql: `
    do $$ begin
      if not exists (select from pg_catalog.pg_roles where rolname = 'casewright_keeper') then
        create role casewright_keeper nologin noinherit;
      end if;
    end $$;

    drop trigger take_change on casewright.changes;
    drop function casewright.take_change();
    drop trigger before_field on casewright.fields;
    drop function casewright.before_field();
    drop trigger before_conflict on casewright.conflicts;
    drop function casewright.before_conflict();

    -- The door holds the team's row while it writes: to look for it again for each row took half of the time.
    alter table casewright.fields drop constraint fields_team_fkey;
    alter table casewright.changes drop constraint changes_team_fkey;
    alter table casewright.conflicts drop constraint conflicts_team_fkey;

    -- What a change holds is looked at in 'changes', where all come by. Nobody asks for the changes of an entry.
    alter table casewright.fields drop constraint fields_value_check;
    drop index casewright.changes_entry;

    -- Both values of a conflict are read as JSON by everybody.
    alter table casewright.changes add constraint changes_value
      check (value is null or length(value) <= 5000000 and value::json is not null) not valid;
    alter table casewright.changes add constraint changes_names
      check (length(entry) between 1 and 100 and length(field) between 1 and 1000) not valid;
    alter table casewright.changes add constraint changes_key
      check (field <> 'key' or value is null or json_typeof(value::json) = 'string') not valid;
    alter table casewright.conflicts add constraint conflicts_other check (other is null or other::json is not null) not valid;

    create or replace function casewright.now_ms() returns bigint language sql volatile
      return (extract(epoch from clock_timestamp()) * 1000)::bigint;

    -- The teams in which the caller has at least a role.
    create or replace function casewright.teams_as(at_least text) returns setof text language sql stable begin atomic
      select held.team
      from (select distinct on (s.team) s.team, s.role from casewright.seats s
            where s.login = session_user order by s.team, s.revision desc) held
      where held.role = 'owner'
         or (held.role = 'editor' and at_least in ('reader', 'editor'))
         or (held.role = 'reader' and at_least = 'reader');
    end;

    create or replace function casewright.is_inside(of_team text, inner_id text, outer_id text) returns boolean language sql stable
    begin atomic
      with recursive up (id) as (
        select inner_id
        union
        select f.value::json #>> '{}' from up join casewright.fields f
          on f.team = of_team and f.entry = 'collection:' || up.id and f.field = 'parent'
        where f.value is not null
      )
      select exists (select from up where id = outer_id);
    end;

    alter function casewright.free_key(text, text, text) set search_path = pg_catalog, pg_temp;

    create or replace function casewright.draw_revision(of_team text) returns bigint language plpgsql
      set search_path = pg_catalog, pg_temp as $$
    begin
      -- A team that is being made is seen by nobody else yet.
      perform from casewright.teams t where t.id = of_team for no key update;
      return nextval('casewright.revisions');
    end $$;

    create function casewright.tell(of_team text) returns void language sql volatile
      return pg_notify('casewright_' || left(encode(sha256(convert_to(of_team, 'UTF8')), 'hex'), 40), '');

    create or replace function casewright.before_team() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp as $$
    begin
      if tg_op = 'INSERT' then
        new.made_by := session_user;
        new.made_at := casewright.now_ms();
      end if;
      return new;
    end $$;

    create or replace function casewright.before_member() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp as $$
    begin
      new.revision := casewright.draw_revision(new.team);
      new.changed_by := session_user;
      new.changed_at := casewright.now_ms();
      if tg_op = 'UPDATE' then
        new.team := old.team;
        new.login := old.login;
        if old.role = 'owner' and new.role <> 'owner' and not exists (
          select from casewright.members m where m.team = new.team and m.role = 'owner' and m.login <> new.login
        ) then
          raise exception 'a team keeps an owner' using errcode = 'CW001';
        end if;
      end if;
      return new;
    end $$;

    create or replace function casewright.after_member() returns trigger language plpgsql
      set search_path = pg_catalog, pg_temp as $$
    begin
      if tg_op = 'INSERT' or new.role <> old.role then
        insert into casewright.seats (team, login, role, revision) values (new.team, new.login, new.role, new.revision);
      end if;
      perform casewright.tell(new.team);
      return null;
    end $$;

    alter function casewright.before_seat() set search_path = pg_catalog, pg_temp;

    create or replace function casewright.create_team(id text, name text, my_name text) returns void language plpgsql
      security definer set search_path = pg_catalog, pg_temp as $$
    begin
      insert into casewright.teams (id, name) values (create_team.id, create_team.name);
      insert into casewright.members (team, login, name, role) values (create_team.id, session_user, my_name, 'owner');
    end $$;

    create or replace function casewright.invite(of_team text, of_login text, known_as text, as_role text) returns void language plpgsql
      security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if of_team not in (select casewright.teams_as('owner')) then
        raise exception 'for owners' using errcode = '42501';
      end if;
      if not exists (select from pg_catalog.pg_roles r where r.rolname = of_login and r.rolcanlogin) then
        raise exception 'no such login' using errcode = 'CW002';
      end if;
      insert into casewright.members as m (team, login, name, role) values (of_team, of_login, known_as, as_role)
        on conflict (team, login) do update set name = excluded.name, role = excluded.role;
    end $$;

    -- A change that was sent, what of it is written, and what stands in its field; 'outcome' is null where it is decided after
    -- those before it. 'revision' is that of the field after it.
    create type casewright.judged as (
      n bigint, id text, entry text, field text, base bigint, sent text, value text, made_at bigint,
      standing text, standing_by name, standing_at bigint, standing_revision bigint,
      outcome text, revision bigint
    );

    -- What became of a change, and what stands in its field now; 'value' is null where that is what was sent.
    create type casewright.answer as (
      id text, outcome text, revision bigint,
      is_as_sent boolean, value text, standing_revision bigint, changed_by name, changed_at bigint
    );

    create function casewright.write_changes(of_team text, arrived bigint, judged casewright.judged[]) returns void
      language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      insert into casewright.fields as f (team, entry, field, value, revision, changed_by, changed_at)
        select of_team, j.entry, j.field, j.value, j.revision, session_user, j.made_at
        from unnest(judged) j where j.outcome = 'taken'
        on conflict (team, entry, field) do update
          set value = excluded.value, revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at;
      if exists (select from unnest(judged) j where j.outcome = 'conflict') then
        with again as (
          -- What its author goes on writing takes the place of their own value that waits beside the same one.
          update casewright.conflicts c
            set other = j.value, other_at = j.made_at, revision = nextval('casewright.revisions')
            from unnest(judged) j
            where j.outcome = 'conflict' and c.team = of_team and c.entry = j.entry and c.field = j.field and c.settled_at is null
              and c.other_by = session_user and c.standing_revision = j.revision
            returning j.id
        )
        insert into casewright.conflicts (team, id, entry, field, standing, standing_by, standing_at, standing_revision,
            other, other_by, other_at, revision)
          select of_team, j.id, j.entry, j.field, j.standing, coalesce(j.standing_by, session_user),
            coalesce(j.standing_at, j.made_at), j.revision, j.value, session_user, j.made_at, nextval('casewright.revisions')
          from unnest(judged) j where j.outcome = 'conflict' and j.id not in (select a.id from again a);
      end if;
      insert into casewright.changes (team, id, entry, field, base, value, made_at, outcome, revision, taken_by, taken_at)
        select of_team, j.id, j.entry, j.field, j.base, j.sent, j.made_at, j.outcome, j.revision, session_user, arrived
        from unnest(judged) j;
    end $$;

    create function casewright.answers_to(judged casewright.judged[]) returns setof casewright.answer language sql stable begin atomic
      select j.id, j.outcome, j.revision,
        j.outcome <> 'conflict' and j.value is not distinct from j.sent,
        case when j.outcome = 'conflict' then j.standing when j.value is distinct from j.sent then j.value end,
        case j.outcome when 'taken' then j.revision else j.standing_revision end,
        case j.outcome when 'taken' then session_user else j.standing_by end,
        case j.outcome when 'taken' then j.made_at else j.standing_at end
      from unnest(judged) j;
    end;

    -- Takes changes of different fields, all or none, and says what became of each. For editors.
    create function casewright.take_changes(
      of_team text, ids text[], entries text[], names text[], bases bigint[], contents text[], times bigint[]
    ) returns setof casewright.answer language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    declare
      arrived bigint;
      judged casewright.judged[];
      decided casewright.judged[];
      one casewright.judged;
    begin
      if cardinality(ids) > 10000 then
        raise exception 'too many changes at once' using errcode = '22023';
      end if;
      if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'what stands is read after the turn has come' using errcode = '25001';
      end if;
      perform from casewright.teams t where t.id = of_team for no key update;
      if not found then
        raise exception 'for editors' using errcode = '42501';
      end if;
      arrived := casewright.now_ms();
      -- What stands is looked up one by one: without statistics all of the team would be gone through for these few.
      judged := array(
        select row(s.n, s.id, s.entry, s.name, s.base, s.content, s.content, least(s.made_at, arrived),
          s.standing, s.standing_by, s.standing_at, s.standing_revision, s.outcome,
          case s.outcome when 'taken' then nextval('casewright.revisions') else coalesce(s.standing_revision, 0) end
        )::casewright.judged
        from (
          select g.*, f.value as standing, f.changed_by as standing_by, f.changed_at as standing_at, f.revision as standing_revision,
            case
              when f.value is not distinct from g.content then 'same'
              when f.revision <> g.base then 'conflict'
              when g.name = 'parent' and g.entry like 'collection:%' then null
              when g.name = 'key' and g.content is not null and (
                g.n <> g.first_of_key or k.is_had or a.is_had
                or ('alias.' || substring(g.content from 2 for length(g.content) - 2)) = any (names)
              ) then null
              else 'taken'
            end as outcome
          from (
            select u.*, min(u.n) over (partition by case when u.name = 'key' then u.content end) as first_of_key
            from unnest(ids, entries, names, bases, contents, times) with ordinality
              u (id, entry, name, base, content, made_at, n)
          ) g
          left join lateral (
            select true as is_known from casewright.changes c where c.team = of_team and c.id = g.id limit 1
          ) c on true
          left join lateral (
            select o.value, o.changed_by, o.changed_at, o.revision from casewright.fields o
            where o.team = of_team and o.entry = g.entry and o.field = g.name limit 1
          ) f on true
          left join lateral (
            select true as is_had from casewright.fields o
            where g.name = 'key' and o.team = of_team and o.key_text = left(g.content, 200) and o.entry <> g.entry limit 1
          ) k on true
          left join lateral (
            select true as is_had from casewright.fields o
            where g.name = 'key' and o.team = of_team and o.field like 'alias.%'
              and o.field = 'alias.' || substring(g.content from 2 for length(g.content) - 2)
              and o.entry <> g.entry and o.value is not null limit 1
          ) a on true
          where c.is_known is null
        ) s
        order by s.n
      );
      decided := array(select j from unnest(judged) j where j.outcome is not null order by j.n);
      perform casewright.write_changes(of_team, arrived, decided);
      return query select * from casewright.answers_to(decided);
      for one in select j.* from unnest(judged) j where j.outcome is null order by j.n loop
        one.outcome := 'taken';
        if one.field = 'key' then
          one.value := casewright.free_key(of_team, one.entry, one.sent);
        elsif casewright.is_inside(of_team, one.sent::json #>> '{}', substring(one.entry from 12)) then
          one.outcome := 'conflict';
        end if;
        if one.outcome = 'taken' then
          one.revision := nextval('casewright.revisions');
        end if;
        perform casewright.write_changes(of_team, arrived, array[one]);
        return query select * from casewright.answers_to(array[one]);
      end loop;
      perform casewright.tell(of_team);
      -- What came before is answered as it was decided then, with what stands now.
      if cardinality(judged) < cardinality(ids) then
        return query
          select c.id, c.outcome, c.revision, f.value is not distinct from c.value,
            case when f.value is distinct from c.value then f.value end, f.revision, f.changed_by, f.changed_at
          from unnest(ids) u (id)
          join lateral (
            select o.* from casewright.changes o where o.team = of_team and o.id = u.id limit 1
          ) c on true
          left join lateral (
            select o.* from casewright.fields o where o.team = of_team and o.entry = c.entry and o.field = c.field limit 1
          ) f on true
          where not exists (select from unnest(judged) j where j.id = u.id);
      end if;
    end $$;

    -- The fields of a team that came after a revision, in the order of the sequence. Without statistics, as after a first push, PostgreSQL
    -- would gather and sort all of the team for each page of them; by the index of revisions it reads the page.
    create function casewright.fields_after(of_team text, after bigint, most integer) returns setof casewright.fields
      language sql stable set enable_bitmapscan = off set enable_sort = off set jit = off
    begin atomic
      select f.* from casewright.fields f where f.team = of_team and f.revision > after order by f.revision limit most;
    end;

    -- Says of conflicts that they are settled. For editors.
    create function casewright.settle(of_team text, ids text[]) returns void language plpgsql
      security definer set search_path = pg_catalog, pg_temp as $$
    begin
      perform from casewright.teams t where t.id = of_team for no key update;
      if not found then
        raise exception 'for editors' using errcode = '42501';
      end if;
      update casewright.conflicts c
        set settled_by = session_user, settled_at = casewright.now_ms(), revision = nextval('casewright.revisions')
        where c.team = of_team and c.id = any (ids) and c.settled_at is null;
      perform casewright.tell(of_team);
    end $$;

    -- Who made a team sees it before there is a seat in it, and by that seat from then on.
    drop policy see on casewright.teams;
    create policy see on casewright.teams for select using (
      id in (select casewright.teams_as('reader'))
      or (made_by = session_user and id not in (select s.team from casewright.seats s where s.login = session_user))
    );
    drop policy found on casewright.teams;
    create policy found on casewright.teams for insert with check (made_by = session_user);
    -- To hold the team's row while changes are taken in is not to write it.
    drop policy name_it on casewright.teams;
    create policy turn on casewright.teams for update
      using (id in (select casewright.teams_as('editor'))) with check (false);

    drop policy see on casewright.seats;
    create policy see on casewright.seats for select using (login = session_user);
    drop policy give on casewright.seats;
    create policy give on casewright.seats for insert with check (
      team in (select casewright.teams_as('owner'))
      or (login = session_user and role = 'owner' and team in (select t.id from casewright.teams t where t.made_by = session_user)
        and team not in (select s.team from casewright.seats s where s.login = session_user))
    );
    drop policy invite on casewright.members;
    create policy invite on casewright.members for insert with check (
      team in (select casewright.teams_as('owner'))
      or (login = session_user and role = 'owner' and team in (select t.id from casewright.teams t where t.made_by = session_user))
    );

    revoke all on all tables in schema casewright from casewright;
    revoke all on all sequences in schema casewright from casewright;
    revoke all on all functions in schema casewright from casewright;
    revoke all on all functions in schema casewright from public;
    grant select on all tables in schema casewright to casewright;
    grant execute on function casewright.teams_as, casewright.create_team, casewright.invite, casewright.take_changes, casewright.settle,
      casewright.fields_after to casewright;

    grant usage, create on schema casewright to casewright_keeper;
    -- From 16 on only who made a role, or has it to give, can take it; who may act as it already need not.
    do $$ begin
      if not pg_catalog.pg_has_role(
        current_user, 'casewright_keeper',
        case when current_setting('server_version_num')::integer < 160000 then 'MEMBER' else 'SET' end
      ) then
        grant casewright_keeper to current_user;
      end if;
    end $$;
    alter function casewright.create_team owner to casewright_keeper;
    alter function casewright.invite owner to casewright_keeper;
    alter function casewright.take_changes owner to casewright_keeper;
    alter function casewright.settle owner to casewright_keeper;
    revoke create on schema casewright from casewright_keeper;
    grant select, insert on all tables in schema casewright to casewright_keeper;
    grant update (name) on casewright.teams to casewright_keeper;
    grant update (name, role) on casewright.members to casewright_keeper;
    grant update (value, revision, changed_by, changed_at) on casewright.fields to casewright_keeper;
    grant update (other, other_at, settled_by, settled_at, revision) on casewright.conflicts to casewright_keeper;
    grant usage on sequence casewright.revisions to casewright_keeper;
    grant execute on all functions in schema casewright to casewright_keeper;
  `,
};
