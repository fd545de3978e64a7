import type { Migration } from './types.ts';

/**
 * Entries with what lists sort and filter by, the log of changes, and the two word indexes.
 * - `entries` has what lists are sorted and narrowed by, and no more: going through all of it is quick because its rows are short.
 * - `bodies.data` is the entry as JSON (core/library/types.ts, Entry); `line` is its row in a list (EntryRow).
 * - `stamps` has a row for each field changed since the entry was made; a field without one is as old as its entry.
 * - `changes` is the log: one row a field. A new entry is one row of the field `new` without a value, as the entry has it all.
 * - A batch is what was done in one go; its number is the revision of all it changed. `origin` is 'here', or 'team' for what came from one.
 * - `apart` has pairs of entries that look alike and are two works; `proposals` what an import brought that waits to be merged.
 * - `words` and `head` hold no text, only where words stand. Entries in the trash are in neither.
 */
export const entries: Migration = {
  number: 1,
  sql: `
    create table meta (name text primary key, value text not null) without rowid;

    create table entries (
      n integer primary key,
      id text not null,
      key text not null,
      revision integer not null,
      created_by text not null,
      created_at integer not null,
      changed_by text not null,
      changed_at integer not null,
      trashed integer not null,
      starred integer not null,
      read integer not null,
      files integer not null,
      type text not null,
      year integer,
      title text not null,
      author text not null,
      journal text not null,
      doi text not null
    );
    create table bodies (
      n integer primary key,
      pmid text not null,
      pmcid text not null,
      work text not null,
      title_letters text not null,
      line text not null,
      data text not null
    );
    create unique index entries_id on entries (id);
    create index entries_key on entries (key);
    create index entries_doi on entries (doi) where doi <> '';

    create table entry_tags (tag text not null, n integer not null, primary key (tag, n)) without rowid;
    create index entry_tags_n on entry_tags (n);
    create table entry_collections (collection text not null, n integer not null, primary key (collection, n)) without rowid;
    create index entry_collections_n on entry_collections (n);
    create table aliases (key text not null, n integer not null, primary key (key, n)) without rowid;

    create table collections (
      id text primary key,
      name text not null,
      parent text,
      trashed integer not null
    ) without rowid;

    create table stamps (
      entry text not null,
      field text not null,
      revision integer not null,
      by text not null,
      at integer not null,
      primary key (entry, field)
    ) without rowid;

    create table batches (
      id integer primary key autoincrement,
      label text not null,
      by text not null,
      at integer not null,
      origin text not null,
      undoes integer,
      undone integer
    );
    create table changes (
      seq integer primary key autoincrement,
      batch integer not null,
      entry text not null,
      field text not null,
      base integer not null,
      revision integer not null,
      value text,
      before text,
      by text not null,
      at integer not null
    );
    create index changes_batch on changes (batch);
    create index changes_entry on changes (entry);

    create table proposals (
      id integer primary key autoincrement,
      entry text not null,
      reference text not null,
      reason text not null,
      source text not null,
      at integer not null
    );

    create table apart (one text not null, other text not null, primary key (one, other)) without rowid;

    create virtual table words using fts5(text, content='', contentless_delete=1, detail=none, tokenize='ascii');
    create virtual table head using fts5(text, content='', contentless_delete=1, detail=none, tokenize='ascii');
    insert into words (words, rank) values ('hashsize', 33554432);
    insert into head (head, rank) values ('hashsize', 8388608);
  `,
};
