/** Reading references in the contract: a file of any format on its way into a report. */
import './jitless.ts';
import * as z from 'zod';
import type { EntryProblem } from '../formats/problems.ts';
import type { Problem } from '../outcome.ts';
import type { Reference } from '../report/types.ts';
import { stream } from './wire/method.ts';

export type ReadingEvent =
  /** How many entries were found so far. */
  | { readonly kind: 'counted'; readonly entries: number }
  /** Some of them, in the file's order; `of` is how many there are in all. */
  | { readonly kind: 'entries'; readonly references: readonly Reference[]; readonly of: number }
  /** All were given. `problems` names each entry that could not be read, or not wholly, with its place. */
  | { readonly kind: 'done'; readonly format: string; readonly problems: readonly EntryProblem[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

export const reading = {
  /** Told from the content, whatever the name; cancel by its signal. */
  'references.read': stream(
    z.strictObject({ name: z.string().max(1000).optional(), bytes: z.instanceof(Uint8Array) }),
    z.custom<ReadingEvent>(),
  ),
} as const;
