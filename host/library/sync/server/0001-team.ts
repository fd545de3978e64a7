import type { ServerMigration } from './types.ts';

/**
 * Teams, their members, the fields of their entries, the changes that were sent, and conflicts.
 *
 * - A field's `revision` is also its place in the sequence that clients pull by. It is drawn while the team's advisory lock is held,
 *   which ends with the transaction: whoever sees a revision has been able to see every smaller one of that team. (A bare sequence
 *   would show numbers out of the order in which they are committed, and a puller would step over some for ever.)
 * - `changes` is the door by which a client writes: one row a change, with an id of the client's making. A trigger takes it in once,
 *   compares `base` with the revision that stands, and writes field or conflict. Rows are never changed; they are the history.
 *   `outcome`: 'taken', 'same' (it stood there already), 'conflict' (both values are kept in `conflicts`; what stood goes on standing).
 * - `fields` and `conflicts` keep what was decided. Whoever writes to them by other ways still gets a revision and their own name on it.
 * - Values are JSON as text, with sorted keys, so that equal values are equal texts; null is an empty field.
 * - Nothing can be deleted: nobody but the tables' owner has that right. `trashed` is a field.
 * - Who may do what is in policies. `seats` is read by them: a member's role is that of the newest row; a person sees only
 *   their own rows, so that policies may ask the table without asking themselves. `members` is the same for people to read.
 *   Roles: 'reader', 'editor', 'owner', and 'none' for who has left. A team keeps at least one owner.
 * - Times are milliseconds since 1970.
 */
export const team: ServerMigration = {
  number: 1,
  sql: `
    create schema casewright;
    create sequence casewright.revisions;

    create table casewright.teams (
      id text primary key check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
      name text not null check (length(name) between 1 and 200),
      made_by name not null,
      made_at bigint not null
    );

    create table casewright.seats (
      team text not null references casewright.teams,
      login name not null,
      role text not null check (role in ('reader', 'editor', 'owner', 'none')),
      revision bigint not null,
      primary key (login, team, revision)
    );

    create table casewright.members (
      team text not null references casewright.teams,
      login name not null,
      name text not null check (length(name) between 1 and 200),
      role text not null check (role in ('reader', 'editor', 'owner', 'none')),
      revision bigint not null,
      changed_by name not null,
      changed_at bigint not null,
      primary key (team, login)
    );

    create table casewright.fields (
      team text not null references casewright.teams,
      entry text not null check (length(entry) between 1 and 100),
      field text not null check (length(field) between 1 and 1000),
      value text check (value is null or length(value) <= 5000000 and value::json is not null),
      revision bigint not null,
      changed_by name not null,
      changed_at bigint not null,
      primary key (team, entry, field)
    );
    create unique index fields_revision on casewright.fields (team, revision);
    create index fields_key on casewright.fields (team, left(value, 200)) where field = 'key';
    create index fields_alias on casewright.fields (team, field) where field like 'alias.%';

    create table casewright.changes (
      team text not null references casewright.teams,
      id text not null check (id ~ '^[A-Za-z0-9_-]{8,64}$'),
      entry text not null,
      field text not null,
      base bigint not null,
      value text,
      made_at bigint not null,
      outcome text not null check (outcome in ('taken', 'same', 'conflict')),
      revision bigint not null,
      taken_by name not null,
      taken_at bigint not null,
      primary key (team, id)
    );
    create index changes_entry on casewright.changes (team, entry);

    create table casewright.conflicts (
      team text not null references casewright.teams,
      id text not null,
      entry text not null,
      field text not null,
      standing text,
      standing_by name not null,
      standing_at bigint not null,
      standing_revision bigint not null,
      other text,
      other_by name not null,
      other_at bigint not null,
      settled_by name,
      settled_at bigint,
      revision bigint not null,
      primary key (team, id)
    );
    create unique index conflicts_revision on casewright.conflicts (team, revision);
    create index conflicts_open on casewright.conflicts (team, entry, field) where settled_at is null;

    create function casewright.now_ms() returns bigint language sql stable as
      $$ select (extract(epoch from clock_timestamp()) * 1000)::bigint $$;

    create function casewright.draw_revision(of_team text) returns bigint language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('casewright ' || of_team, 0));
      return nextval('casewright.revisions');
    end $$;

    -- The teams in which the caller has at least a role.
    create function casewright.teams_as(at_least text) returns setof text language sql stable as $$
      select held.team
      from (select distinct on (s.team) s.team, s.role from casewright.seats s
            where s.login = current_user order by s.team, s.revision desc) held
      where held.role = 'owner'
         or (held.role = 'editor' and at_least in ('reader', 'editor'))
         or (held.role = 'reader' and at_least = 'reader')
    $$;

    create function casewright.before_team() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        new.made_by := current_user;
        new.made_at := casewright.now_ms();
      end if;
      return new;
    end $$;
    create trigger before_team before insert on casewright.teams
      for each row execute function casewright.before_team();

    create function casewright.before_member() returns trigger language plpgsql as $$
    begin
      new.revision := casewright.draw_revision(new.team);
      new.changed_by := current_user;
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
    create trigger before_member before insert or update on casewright.members
      for each row execute function casewright.before_member();

    create function casewright.after_member() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' or new.role <> old.role then
        insert into casewright.seats (team, login, role, revision) values (new.team, new.login, new.role, new.revision);
      end if;
      perform pg_notify('casewright', new.team);
      return null;
    end $$;
    create trigger after_member after insert or update on casewright.members
      for each row execute function casewright.after_member();

    create function casewright.before_seat() returns trigger language plpgsql as $$
    begin
      new.revision := casewright.draw_revision(new.team);
      return new;
    end $$;
    create trigger before_seat before insert on casewright.seats
      for each row execute function casewright.before_seat();

    create function casewright.before_field() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        new.team := old.team;
        new.entry := old.entry;
        new.field := old.field;
      end if;
      new.revision := casewright.draw_revision(new.team);
      new.changed_by := current_user;
      new.changed_at := least(coalesce(new.changed_at, casewright.now_ms()), casewright.now_ms());
      perform pg_notify('casewright', new.team);
      return new;
    end $$;
    create trigger before_field before insert or update on casewright.fields
      for each row execute function casewright.before_field();

    -- A conflict can be settled, and its second value replaced by the one who gave it; all else stays.
    create function casewright.before_conflict() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        new.other_by := current_user;
        new.settled_by := null;
        new.settled_at := null;
      else
        new.team := old.team;
        new.id := old.id;
        new.entry := old.entry;
        new.field := old.field;
        new.standing := old.standing;
        new.standing_by := old.standing_by;
        new.standing_at := old.standing_at;
        new.standing_revision := old.standing_revision;
        new.other_by := old.other_by;
        if old.other_by <> current_user or old.settled_at is not null then
          new.other := old.other;
          new.other_at := old.other_at;
        end if;
        new.settled_by := case when old.settled_at is null and new.settled_at is not null then current_user else old.settled_by end;
        new.settled_at := case when old.settled_at is null and new.settled_at is not null then casewright.now_ms() else old.settled_at end;
      end if;
      new.revision := casewright.draw_revision(new.team);
      perform pg_notify('casewright', new.team);
      return new;
    end $$;
    create trigger before_conflict before insert or update on casewright.conflicts
      for each row execute function casewright.before_conflict();

    -- The key itself where no other entry has it, else with the first letters after it that are free; as JSON.
    create function casewright.free_key(of_team text, of_entry text, wanted text) returns text language plpgsql as $$
    declare
      bare text := substring(wanted from 2 for length(wanted) - 2);
      count integer := -1;
      rest integer;
      suffix text := '';
    begin
      loop
        if not exists (
          select from casewright.fields f where f.team = of_team and f.field = 'key' and f.entry <> of_entry
            and left(f.value, 200) = left('"' || bare || suffix || '"', 200)
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

    -- Whether a collection stands inside of another, which then cannot be put into it.
    create function casewright.is_inside(of_team text, inner_id text, outer_id text) returns boolean language sql stable as $$
      with recursive up (id) as (
        select inner_id
        union
        select f.value::json #>> '{}' from up join casewright.fields f
          on f.team = of_team and f.entry = 'collection:' || up.id and f.field = 'parent'
        where f.value is not null
      )
      select exists (select from up where id = outer_id)
    $$;

    create function casewright.take_change() returns trigger language plpgsql as $$
    declare
      standing casewright.fields;
      is_there boolean;
    begin
      perform pg_advisory_xact_lock(hashtextextended('casewright ' || new.team, 0));
      if exists (select from casewright.changes c where c.team = new.team and c.id = new.id) then
        return null;
      end if;
      new.taken_by := current_user;
      new.taken_at := casewright.now_ms();
      new.made_at := least(new.made_at, new.taken_at);
      select * into standing from casewright.fields f
        where f.team = new.team and f.entry = new.entry and f.field = new.field;
      is_there := found;
      if is_there and standing.value is not distinct from new.value or not is_there and new.value is null then
        new.outcome := 'same';
        new.revision := coalesce(standing.revision, 0);
        return new;
      end if;
      if is_there and standing.revision <> new.base or new.field = 'parent' and new.value is not null and new.entry like 'collection:%'
          and casewright.is_inside(new.team, new.value::json #>> '{}', substring(new.entry from 12)) then
        new.outcome := 'conflict';
        new.revision := coalesce(standing.revision, 0);
        update casewright.conflicts c set other = new.value, other_at = new.made_at
          where c.team = new.team and c.entry = new.entry and c.field = new.field and c.settled_at is null
            and c.other_by = current_user and c.standing_revision = new.revision;
        if not found then
          insert into casewright.conflicts (team, id, entry, field, standing, standing_by, standing_at, standing_revision,
            other, other_by, other_at)
          values (new.team, new.id, new.entry, new.field, standing.value, coalesce(standing.changed_by, current_user),
            coalesce(standing.changed_at, new.made_at), new.revision, new.value, current_user, new.made_at);
        end if;
        return new;
      end if;
      new.outcome := 'taken';
      insert into casewright.fields as f (team, entry, field, value, changed_at)
        values (new.team, new.entry, new.field,
          case when new.field = 'key' and new.value is not null
            then casewright.free_key(new.team, new.entry, new.value) else new.value end,
          new.made_at)
        on conflict (team, entry, field) do update set value = excluded.value, changed_at = excluded.changed_at
        returning f.revision into new.revision;
      return new;
    end $$;
    create trigger take_change before insert on casewright.changes
      for each row execute function casewright.take_change();

    -- Makes a team of which the caller is the owner.
    create function casewright.create_team(id text, name text, my_name text) returns void language plpgsql as $$
    begin
      insert into casewright.teams (id, name) values (create_team.id, create_team.name);
      insert into casewright.members (team, login, name, role) values (create_team.id, current_user, my_name, 'owner');
    end $$;

    -- Takes a login of this server into a team, or gives it another role there. For owners.
    create function casewright.invite(of_team text, of_login text, known_as text, as_role text) returns void language plpgsql as $$
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

    alter table casewright.teams enable row level security;
    alter table casewright.teams force row level security;
    alter table casewright.seats enable row level security;
    alter table casewright.seats force row level security;
    alter table casewright.members enable row level security;
    alter table casewright.members force row level security;
    alter table casewright.fields enable row level security;
    alter table casewright.fields force row level security;
    alter table casewright.changes enable row level security;
    alter table casewright.changes force row level security;
    alter table casewright.conflicts enable row level security;
    alter table casewright.conflicts force row level security;

    create policy see on casewright.teams for select
      using (made_by = current_user or id in (select casewright.teams_as('reader')));
    create policy found on casewright.teams for insert with check (made_by = current_user);
    create policy name_it on casewright.teams for update
      using (id in (select casewright.teams_as('owner'))) with check (id in (select casewright.teams_as('owner')));

    -- No policy of this table may look at others' rows of it: policies would then ask themselves without end.
    create policy see on casewright.seats for select using (login = current_user);
    create policy give on casewright.seats for insert with check (
      team in (select casewright.teams_as('owner'))
      or (login = current_user and role = 'owner'
        and team in (select t.id from casewright.teams t where t.made_by = current_user)
        and team not in (select s.team from casewright.seats s where s.login = current_user))
    );

    create policy see on casewright.members for select using (team in (select casewright.teams_as('reader')));
    -- Who makes a team takes the first seat; the primary key lets nobody do so twice.
    create policy invite on casewright.members for insert with check (
      team in (select casewright.teams_as('owner'))
      or (login = current_user and role = 'owner'
        and team in (select t.id from casewright.teams t where t.made_by = current_user))
    );
    create policy appoint on casewright.members for update
      using (team in (select casewright.teams_as('owner'))) with check (team in (select casewright.teams_as('owner')));

    create policy see on casewright.fields for select using (team in (select casewright.teams_as('reader')));
    create policy write on casewright.fields for insert with check (team in (select casewright.teams_as('editor')));
    create policy rewrite on casewright.fields for update
      using (team in (select casewright.teams_as('editor'))) with check (team in (select casewright.teams_as('editor')));

    create policy see on casewright.changes for select using (team in (select casewright.teams_as('reader')));
    create policy send on casewright.changes for insert with check (team in (select casewright.teams_as('editor')));

    create policy see on casewright.conflicts for select using (team in (select casewright.teams_as('reader')));
    create policy note on casewright.conflicts for insert with check (team in (select casewright.teams_as('editor')));
    create policy settle on casewright.conflicts for update
      using (team in (select casewright.teams_as('editor'))) with check (team in (select casewright.teams_as('editor')));

    do $$ begin
      if not exists (select from pg_catalog.pg_roles where rolname = 'casewright') then
        create role casewright nologin;
      end if;
    end $$;
    grant usage on schema casewright to casewright;
    grant usage on sequence casewright.revisions to casewright;
    grant select, insert, update (name) on casewright.teams to casewright;
    grant select, insert on casewright.seats, casewright.changes to casewright;
    grant select, insert on casewright.members, casewright.fields, casewright.conflicts to casewright;
    grant update (name, role) on casewright.members to casewright;
    grant update (value, changed_at) on casewright.fields to casewright;
    grant update (other, other_at, settled_at) on casewright.conflicts to casewright;
    revoke execute on all functions in schema casewright from public;
    grant execute on all functions in schema casewright to casewright;
  `,
};
