import type { Migration } from './types.ts';

/**
 * The files that entries of a followed file name. `path` is as it is named; `file` is the attached file's id in the entry, null where
 * none was found at that place; `made` is 1 where it was attached because of the name, and goes with it.
 */
export const followedFiles: Migration = {
  number: 6,
  sql: `
    create table followed_files (
      followed text not null,
      entry text not null,
      path text not null,
      file text,
      made integer not null default 0,
      primary key (followed, entry, path)
    ) without rowid;
  `,
};
