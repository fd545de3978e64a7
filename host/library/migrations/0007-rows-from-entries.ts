import type { Migration } from './types.ts';

/** The row of an entry in a list is made of the entry when it is shown: a second copy of it cost more to write than it saved. */
export const rowsFromEntries: Migration = {
  number: 7,
  sql: 'alter table bodies drop column line;',
};
