import type { Migration } from './types.ts';

/** Words are found by an index of the program's own (searching/inverted.ts): the tables of words are given up. */
export const wordsApart: Migration = {
  number: 3,
  sql: `
    drop table words;
    drop table head;
  `,
};
