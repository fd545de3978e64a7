/** Taking back what was done in one go, as far as nothing was built on it since. */
import type { Change } from '../../core/library/types.ts';
import { done, failed, type Outcome } from '../../core/outcome.ts';
import { type Applied, type ApplyOptions, applyChanges } from './applying.ts';
import type { Database } from './database.ts';
import { changesOf, stampName } from './log.ts';
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
  who: Pick<ApplyOptions, 'by' | 'at' | 'onWrite' | 'onMarks'>,
): Outcome<Undone> {
  return database.transaction(() => {
    const [row] = database.rows<readonly [number | null]>('select undone from batches where id = ?', batch);
    if (!row || isUndone(database, row[0])) return failed(nothingToUndo());
    const inverse: Change[] = [];
    const later = builtOn(database, batch);
    let left = 0;
    for (const { entry, field, before } of changesOf(database, batch).toReversed()) {
      const isMaking = field === 'new' || (entry.startsWith('collection:') && field === 'name' && before === null);
      if (later.has(field === 'new' ? entry : stampName(entry, field))) left++;
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

/** Entries of a batch, and fields of these by {@link stampName}, to which something was done after it that still holds. Undoing is no such thing. */
function builtOn(database: Database, batch: number): ReadonlySet<string> {
  const later = database.rows<readonly [string, string, number | null]>(
    `select c.entry, c.field, b.undone
     from (select distinct entry from changes where batch = ?1) m
       cross join changes c on c.entry = m.entry and c.batch > ?1
       join batches b on b.id = c.batch and b.undoes is null`,
    batch,
  );
  const standing = new Map<number | null, boolean>();
  const built = new Set<string>();
  for (const [entry, field, undone] of later) {
    const holds = standing.get(undone) ?? !isUndone(database, undone);
    standing.set(undone, holds);
    if (holds) built.add(entry).add(stampName(entry, field));
  }
  return built;
}
