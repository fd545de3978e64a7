/** What a reader of a reference format is. */
import type { Reference } from '../report/types.ts';
import type { EntryProblem } from './problems.ts';

export interface EntriesRead {
  readonly references: readonly Reference[];
  /** One for each entry that could not be read or lost something, with its line. */
  readonly problems: readonly EntryProblem[];
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
  /**
   * The references as a file of this format. What the format has no place for is left out, except what came from a file
   * of this same format: that is given back as it was (`keptFor`). Absent where a format is only read.
   */
  readonly write?: (references: readonly Reference[]) => string;
}
