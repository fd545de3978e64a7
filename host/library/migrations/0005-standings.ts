import type { Migration } from './types.ts';

/** Where entries stand (core/lookup/standing.ts), as JSON, as last heard on this computer; without a row it was never asked. */
export const standings: Migration = {
  number: 5,
  sql: 'create table standings (entry text primary key, data text not null) without rowid;',
};
