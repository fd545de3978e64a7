/** What a reader of a reference format is. */
import type { Problem } from '../outcome.ts';
import type { Reference } from '../report/types.ts';

export interface EntriesRead {
  readonly references: readonly Reference[];
  /** One for each entry that could not be read or lost something, with its line. */
  readonly problems: readonly Problem[];
}

export interface ReferenceFormat {
  readonly id: string;
  /** As its users call it. */
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
  /** Whether a text looks like this format, from its content alone. */
  readonly recognises: (text: string) => boolean;
  readonly read: (text: string) => EntriesRead;
}
