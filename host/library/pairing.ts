/** Pairs of entries that seem to be one work, for a person to look at. */
import { setImmediate as turn } from 'node:timers/promises';
import { duplicateIndex } from '../../core/library/duplicates.ts';
import type { DuplicatePair, DuplicatesEvent } from '../../core/library/types.ts';
import type { Database } from './database.ts';
import { itemIn, worksOf } from './known-works.ts';

/** Entries compared before others have their turn: some milliseconds of work. */
const AT_ONCE = 1000;

/** Goes through the whole library; the newer of two is `other`. Pairs that somebody said are two works are left out. */
export async function* findPairs(database: Database, signal: AbortSignal): AsyncGenerator<DuplicatesEvent> {
  const works = worksOf(database);
  const itemOf = itemIn(database);
  const index = duplicateIndex(itemOf);
  const apart = new Set(
    database.rows<readonly [string, string]>('select one, other from apart').map(([one, other]) => `${one} ${other}`),
  );
  const pairs: DuplicatePair[] = [];
  for (const [at, { id, facts }] of works.entries()) {
    if (at % AT_ONCE === 0) {
      yield { kind: 'progress', done: at, of: works.length };
      await turn();
      if (signal.aborted) return;
    }
    const same = index.find(facts, () => itemOf(id));
    if (same && !apart.has(`${same.id} ${id}`)) pairs.push({ one: same.id, other: id, because: same.because });
    index.add(id, facts);
  }
  yield { kind: 'done', pairs };
}

/** Remembers that two entries are two works. */
export function keepApart(database: Database, one: string, other: string): void {
  for (const [first, second] of [
    [one, other],
    [other, one],
  ] as const)
    database.run('insert or ignore into apart (one, other) values (?, ?)', first, second);
}
