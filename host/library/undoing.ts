/** Taking back what was done in one go, as far as nothing was built on it since. */
import type { Change } from '../../core/library/types.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import { type Applied, type ApplyOptions, applyChanges, changesOf } from './applying.ts';
import type { Database } from './database.ts';
import { nothingToUndo } from './problems.ts';

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
  who: Pick<ApplyOptions, 'by' | 'at' | 'onWrite'>,
): Outcome<Undone> {
  return database.transaction(() => {
    const [row] = database.rows<readonly [number | null]>('select undone from batches where id = ?', batch);
    if (!row || isUndone(database, row[0])) return failed(nothingToUndo());
    const inverse: Change[] = [];
    let left = 0;
    for (const { entry, field, before } of changesOf(database, batch).toReversed()) {
      const isMaking = field === 'new' || (entry.startsWith('collection:') && field === 'name' && before === null);
      if (isBuiltOn(database, batch, entry, field === 'new' ? null : field)) left++;
      // Nothing is deleted: what was made goes to the trash.
      else if (isMaking) inverse.push({ entry, field: 'trashed', value: true });
      else inverse.push({ entry, field, value: before });
    }
    const applied = applyChanges(database, inverse, { ...who, label: 'undo', undoes: batch });
    return done({ ...applied, left });
  });
}

/** Whether a batch that was undone by another is so still: that one may have been undone as well. */
function isUndone(database: Database, by: number | null): boolean {
  if (by === null) return false;
  return !isUndone(database, database.value<number | null>('select undone from batches where id = ?', by) ?? null);
}

/** Whether something that still holds was done to a field, or to any of an entry, after a batch. Undoing is no such thing. */
function isBuiltOn(database: Database, batch: number, entry: string, field: string | null): boolean {
  const later = database.rows<readonly [number | null]>(
    `select b.undone from changes c join batches b on b.id = c.batch
     where c.entry = ? and c.batch > ? and b.undoes is null and (? is null or c.field = ?)`,
    entry,
    batch,
    field,
    field,
  );
  return later.some(([undone]) => !isUndone(database, undone));
}
