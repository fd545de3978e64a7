/** What came of an import, told from its events: to its end, or to where it broke off. */
import type { Problem } from '../outcome.ts';
import type { ImportEvent } from './types.ts';

/** What came of taking in a file or a text, or several after one another. */
export interface Imported
  extends Pick<
    Extract<ImportEvent, { kind: 'done' }>,
    'batches' | 'added' | 'already' | 'proposed' | 'left' | 'problems'
  > {
  /** Why it broke off, null where it did not: what came in until then stands. */
  readonly broke: Problem | null;
}

export const NOTHING_IMPORTED: Imported = {
  batches: [],
  added: [],
  already: 0,
  proposed: 0,
  left: 0,
  problems: [],
  broke: null,
};

/** Two imports as one. */
export function together(one: Imported, other: Imported): Imported {
  return {
    batches: [...one.batches, ...other.batches],
    added: [...one.added, ...other.added],
    already: one.already + other.already,
    proposed: one.proposed + other.proposed,
    left: one.left + other.left,
    problems: [...one.problems, ...other.problems],
    broke: one.broke ?? other.broke,
  };
}

/**
 * Reads the events of an import; gives what came of it, or the problem where it ended before any of it could come in. `hear` is told how far
 * it is. Events that end without a word, as when the host has gone, break it off with `lost`.
 */
export async function importedBy(
  events: AsyncIterable<ImportEvent>,
  lost: Problem,
  hear: (event: Extract<ImportEvent, { kind: 'progress' }>) => void = () => {},
): Promise<Imported | Problem> {
  let sofar = NOTHING_IMPORTED;
  let problem = lost;
  try {
    for await (const event of events) {
      if (event.kind === 'done') return { ...event, broke: null };
      if (event.kind === 'failed') {
        ({ problem } = event);
        continue;
      }
      hear(event);
      if (event.step !== 'adding') continue;
      const { batch, added, already, proposed } = event.brought;
      const came = { ...NOTHING_IMPORTED, batches: batch === null ? [] : [batch], added, already, proposed };
      sofar = { ...together(sofar, came), left: event.of - event.done };
    }
  } catch {
    // What was told of stands.
  }
  return sofar.added.length + sofar.already + sofar.proposed === 0 ? problem : { ...sofar, broke: problem };
}

/** Whether an import brought nothing for a reason. */
export const isRefused = (came: Imported | Problem): came is Problem => 'code' in came;
