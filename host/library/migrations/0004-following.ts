import type { Migration } from './types.ts';

/**
 * What followed files said when they were last read, by which it is known what was changed here and what there.
 * - `followed_entries`: `source` is the entry's key in the file; `item` and `kept` are JSON; `gone` is 1 where the file no longer has it.
 * - `followed_contested`: the file's value (JSON, null is an empty field) of a field that was changed here as well.
 */
export const following: Migration = {
  number: 4,
  sql: `
    create table followed_entries (
      followed text not null,
      source text not null,
      entry text not null,
      item text not null,
      kept text not null,
      gone integer not null default 0,
      primary key (followed, source)
    ) without rowid;
    create index followed_entry on followed_entries (followed, entry);

    create table followed_contested (
      followed text not null,
      entry text not null,
      field text not null,
      theirs text,
      primary key (followed, entry, field)
    ) without rowid;
  `,
};
