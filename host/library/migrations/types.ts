import type { Database } from '../database.ts';

/** One step of the library's schema; never changed once it was in a release. */
export interface Migration {
  /** From 1, without gaps; `user_version` of a database that has it. */
  readonly number: number;
  readonly sql: string;
  /** What is done after that, in the same transaction, and SQL alone cannot do. */
  readonly fill?: (database: Database) => void;
}
