/** Taking back what was done in one go, as far as nothing was built on it since. */

import type { Change } from '../../core/library/types.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import { type Applied, applyChanges, changesOf, stampOf } from './applying.ts';
import type { Database } from './database.ts';
import { nothingToUndo } from './problems.ts';
import { standing } from './writing.ts';

export interface Undone extends Applied {
  /** Fields left as they are, because they were changed again since. */
  readonly left: number;
}

/**
 * Puts back what a batch changed, as a batch of its own, which can be undone in turn. A field that was changed since stays;
 * an entry that the batch made goes to the trash, unless somebody worked on it since.
 */
export function undoBatch(
  database: Database,
  batch: number,
  who: { readonly by: string; readonly at: number },
): Outcome<Undone> {
  return database.transaction(() => {
    const [row] = database.rows<readonly [number | null]>('select undone from batches where id = ?', batch);
    if (!row || row[0] !== null) return failed(nothingToUndo());
    const inverse: Change[] = [];
    let left = 0;
    for (const { entry, field, before } of changesOf(database, batch).toReversed()) {
      if (field === 'new') {
        if ((standing(database, entry)?.entry.revision ?? 0) > batch) left++;
        else inverse.push({ entry, field: 'trashed', value: true });
        continue;
      }
      if (stampOf(database, entry, field, null) > batch) left++;
      else if (entry.startsWith('collection:') && field === 'name' && before === null)
        // It was made here: without a name it would be none.
        inverse.push({ entry, field: 'trashed', value: true });
      else inverse.push({ entry, field, value: before });
    }
    const applied = applyChanges(database, inverse, { ...who, label: 'undo', undoes: batch });
    return done({ ...applied, left });
  });
}
