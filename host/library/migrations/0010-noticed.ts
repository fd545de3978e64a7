import type { Migration } from './types.ts';

/** Entries against which their file or their title says something are found without reading the lines of all. */
export const noticed: Migration = {
  number: 10,
  sql: `create index entries_noticed on entries (n) where instr(line, '"notices":[{') > 0;`,
};
