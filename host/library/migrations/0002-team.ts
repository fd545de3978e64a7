import type { Migration } from './types.ts';

/**
 * What a mirror of a team's library has to know beside the entries themselves; empty in a library of one's own.
 * - `team_fields`: the revision on the team's server of each field, as it was last heard of.
 * - `team_waiting`: fields of entries that cannot be made yet, because their type, key or name came on no page so far.
 * - `team_outgoing`: what was changed here and not yet acknowledged. `id` makes it known again where an acknowledgement was lost;
 *   `base` is the server's revision that it was made on, null as long as an earlier change of the field is still under way.
 *   `at` in milliseconds; `sent` once it may have reached the server; `problem` is the server's code where it will not take it.
 * - `team_conflicts`: two values of one field; `settled` is 0 open, 1 settled here, 2 settled on the server.
 * - `team_members`: who is in the team, to name people also without a network.
 * Values are JSON; null is an empty field.
 */
export const team: Migration = {
  number: 2,
  sql: `
    create table team_fields (
      entry text not null,
      field text not null,
      revision integer not null,
      primary key (entry, field)
    ) without rowid;

    create table team_waiting (
      entry text not null,
      field text not null,
      value text,
      by text not null,
      at integer not null,
      primary key (entry, field)
    ) without rowid;

    create table team_outgoing (
      n integer primary key autoincrement,
      id text not null unique,
      entry text not null,
      field text not null,
      value text,
      base integer,
      at integer not null,
      sent integer not null default 0,
      problem text
    );
    create index team_outgoing_field on team_outgoing (entry, field);

    create table team_conflicts (
      id text primary key,
      entry text not null,
      field text not null,
      standing text,
      standing_by text not null,
      standing_at integer not null,
      other text,
      other_by text not null,
      other_at integer not null,
      settled integer not null,
      revision integer not null
    ) without rowid;

    create table team_members (
      login text primary key,
      name text not null,
      role text not null
    ) without rowid;
  `,
};
