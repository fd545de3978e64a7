/** What a reader of a reference format is. */
import type { Reference } from '../report/types.ts';
import type { EntryProblem } from './problems.ts';

export type LineOf = (index: number, text: string) => number;

export interface EntriesRead {
  readonly references: readonly Reference[];
  /** One for each entry that could not be read or lost something, with its line. */
  readonly problems: readonly EntryProblem[];
  /**
   * The line (from 1) that a reference begins at, by its place among them; `text` is the one that was read, which so need not be
   * kept for it.
   */
  readonly lineOf: LineOf;
}

/** Hears, now and then while a long text is read, how many entries were found so far. */
export type Counted = (entries: number) => void;

/**
 * The reading of a text that may rest between its entries: it gives, every few milliseconds, how many were found so far, and at its
 * end what was read. Whoever goes on with it may do other things in between, or leave it.
 */
export type Reading = Generator<number, EntriesRead, void>;

/** After how many entries a reading rests: the slowest reads some thousand a second. */
export const RESTS_EVERY = 50;

/** A reader that goes through a text without a rest. */
export const throughout =
  (reading: (text: string) => Reading) =>
  (text: string, counted?: Counted): EntriesRead => {
    const running = reading(text);
    for (;;) {
      const step = running.next();
      if (step.done) return step.value;
      counted?.(step.value);
    }
  };

export interface ReferenceFormat {
  readonly id: string;
  /** As its users call it. */
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
  /** Whether a text looks like this format, from its content alone. */
  readonly recognises: (text: string) => boolean;
  readonly reading: (text: string) => Reading;
  /** The same {@link throughout}. */
  readonly read: (text: string, counted?: Counted) => EntriesRead;
  /**
   * The references as a file of this format. Variables that it has no place for stand in lines of their own (`spare.ts`); fields
   * kept of a file are given back to files of the same format (`keptFor`), and carried into others (`foreign/`). Absent where a
   * format is only read.
   */
  readonly write?: (references: readonly Reference[]) => string;
}
