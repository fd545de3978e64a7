/** References read from a file's bytes and handed on some hundred at a time, so that whoever takes them is never held up for long. */
import { decodeText } from '../../core/encoding.ts';
import { readReferences } from '../../core/formats/index.ts';
import type { EntryProblem } from '../../core/formats/problems.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { Reference } from '../../core/report/types.ts';

export interface ReadingRequest {
  readonly bytes: Uint8Array;
  /** Of the file; absent for pasted text. */
  readonly name?: string | undefined;
}

export type ReadingStep =
  | { readonly kind: 'counted'; readonly entries: number }
  | { readonly kind: 'entries'; readonly references: readonly Reference[]; readonly of: number };

export interface ReadingEnd {
  readonly format: string;
  readonly problems: readonly EntryProblem[];
}

/** Entries of one part: a few milliseconds to copy to another thread. */
const AT_ONCE = 500;

/** Reads all of them, calling out how many were found, and then the parts. */
export function readInParts(
  { bytes, name = '' }: ReadingRequest,
  step: (step: ReadingStep) => void,
): Outcome<ReadingEnd> {
  let most = 0;
  // Readers call out as they go, also where nothing came since, and anew for each format in a file.
  const read = readReferences(decodeText(bytes).text, name, entries => {
    if (entries <= most) return;
    most = entries;
    step({ kind: 'counted', entries });
  });
  if (!read.ok) return read;
  const { references, format, problems } = read.value;
  for (let at = 0; at < references.length; at += AT_ONCE)
    step({ kind: 'entries', references: references.slice(at, at + AT_ONCE), of: references.length });
  return done({ format, problems });
}
