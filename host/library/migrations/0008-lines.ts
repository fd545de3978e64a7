import { fillLines } from '../writing.ts';
import type { Migration } from './types.ts';

/** `entries.line` is what the row of a list shows that no other column has: title, authors, journal, tags and in how many reports it is cited. */
export const lines: Migration = {
  number: 8,
  sql: "alter table entries add column line text not null default ''",
  fill: fillLines,
};
