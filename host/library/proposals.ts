/** What imports brought that seems to be in the library already: kept aside until somebody decides. */
import type { SameBecause } from '../../core/library/duplicates.ts';
import { fillChanges } from '../../core/library/merging.ts';
import type { Change, NewEntry, Proposal, Settlement } from '../../core/library/types.ts';
import { newId } from './applying.ts';
import type { Database } from './database.ts';
import type { OpenLibrary } from './library.ts';

type Row = readonly [number, string, string, string, string, number];

/** Those not decided yet, the newest first. */
export function proposalsIn(database: Database, most = 1000): readonly Proposal[] {
  return database
    .rows<Row>('select id, entry, reference, reason, source, at from proposals order by id desc limit ?', most)
    .map(([id, entry, reference, because, source, at]) => ({
      id,
      entry,
      reference: JSON.parse(reference) as NewEntry,
      because: because as SameBecause,
      source,
      at,
    }));
}

/** Keeps something imported aside. The same thing imported twice is kept once. */
export function propose(database: Database, { entry, reference, because, source, at }: Omit<Proposal, 'id'>): void {
  const text = JSON.stringify(reference);
  if (database.value('select 1 from proposals where entry = ? and reference = ?', entry, text) !== undefined) return;
  database.run(
    'insert into proposals (entry, reference, reason, source, at) values (?, ?, ?, ?, ?)',
    entry,
    text,
    because,
    source,
    at,
  );
}

/** Decides on proposals, all in one batch; gives it, null where nothing changed. */
export function settle(library: OpenLibrary, ids: readonly number[], how: Settlement, by: string): number | null {
  const { database } = library;
  const wanted = new Set(ids);
  const chosen = proposalsIn(database, 1_000_000).filter(({ id }) => wanted.has(id));
  return database.transaction(() => {
    const changes: Change[] = chosen.flatMap(({ entry: id, reference }) => {
      const entry = library.entry(id);
      if (how === 'merge' && entry) return fillChanges(entry, reference);
      // What it was taken for is gone: it becomes an entry of its own.
      return how === 'drop' ? [] : [{ entry: newId(), field: 'new', value: reference }];
    });
    for (const { id } of chosen) database.run('delete from proposals where id = ?', id);
    return library.commit(changes, { by, label: how === 'merge' ? 'merge' : 'import' }).batch;
  });
}
