/** The works of a library, ready to be compared. */
import { type DuplicateIndex, duplicateIndex } from '../../core/library/duplicates.ts';
import type { WorkFacts } from '../../core/references/duplicates.ts';
import type { Database } from './database.ts';

export interface KnownWork {
  readonly id: string;
  readonly facts: WorkFacts;
}

/** What is compared of every entry outside the trash, the oldest first. */
export function worksOf(database: Database): readonly KnownWork[] {
  return database
    .rows<readonly [string, string, string, string, string, string, number | null]>(
      'select id, doi, pmid, pmcid, work, title_letters, year from entries e join bodies b on b.n = e.n where trashed = 0 order by e.n',
    )
    .map(([id, doi, pmid, pmcid, work, title, year]) => {
      const author = work.slice(work.lastIndexOf('|') + 1);
      return { id, facts: { doi, pmid, pmcid, work, title, year: year ?? Number.NaN, author } };
    });
}

/** An index of all works of a library. */
export function knownWorks(database: Database): DuplicateIndex {
  const index = duplicateIndex();
  for (const { id, facts } of worksOf(database)) index.add(id, facts);
  return index;
}
