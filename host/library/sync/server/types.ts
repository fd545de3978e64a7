/** One step of the server's schema; never changed once it was in a release. */
export interface ServerMigration {
  /** From 1, without gaps. */
  readonly number: number;
  readonly sql: string;
}
