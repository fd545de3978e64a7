/** The works of a library, ready to be compared. */
import { type DuplicateIndex, duplicateIndex } from '../../core/library/duplicates.ts';
import type { Entry, NewEntry } from '../../core/library/types.ts';
import { compared } from '../../core/references/alike.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { WorkFacts } from '../../core/references/duplicates.ts';
import { canonicalJson } from '../../core/report/write.ts';
import type { Database } from './database.ts';
import { standing } from './writing.ts';

export interface KnownWork {
  readonly id: string;
  readonly facts: WorkFacts;
}

/** Entries whose facts are read at once: as one text, as a row each takes several times as long. None of them has a tab or an end of line. */
const AT_ONCE = 10_000;

/** What is compared of every entry outside the trash, the oldest first. */
export function worksOf(database: Database): readonly KnownWork[] {
  const works: KnownWork[] = [];
  for (let after = 0; ; ) {
    const [row] = database.rows<readonly [last: number | null, text: string | null]>(
      `select max(n), group_concat(id || char(9) || doi || char(9) || pmid || char(9) || pmcid || char(9) || work || char(9)
           || title_letters || char(9) || coalesce(year, ''), char(10)) filter (where trashed = 0)
       from (select e.n, id, doi, pmid, pmcid, work, title_letters, year, trashed
             from entries e join bodies b on b.n = e.n where e.n > ? order by e.n limit ?)`,
      after,
      AT_ONCE,
    );
    if (!row || row[0] === null) return works;
    after = row[0];
    if (row[1] === null) continue;
    for (const line of row[1].split('\n')) {
      const [id, doi, pmid, pmcid, work, title, year] = line.split('\t') as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      const author = compared(work.slice(work.lastIndexOf('|') + 1));
      const facts = {
        doi,
        pmid,
        pmcid,
        work,
        title: compared(title),
        year: year === '' ? Number.NaN : Number(year),
        author,
      };
      works.push({ id, facts });
    }
  }
}

/** So many items are kept at hand: those of one title are asked for again and again. */
const AT_HAND = 500;

/** Gives items of entries as they are when first asked for. */
export function itemIn(database: Database): (id: string) => CslItem | null {
  const items = new Map<string, CslItem | null>();
  return id => {
    const known = items.get(id);
    if (known !== undefined) return known;
    const item = standing(database, id)?.entry.item ?? null;
    if (items.size >= AT_HAND) items.clear();
    items.set(id, item);
    return item;
  };
}

/** An index of all works of a library. `waiting` gives items of those that are to be written. */
export function knownWorks(
  database: Database,
  waiting: (id: string) => CslItem | undefined = () => undefined,
): DuplicateIndex {
  const written = itemIn(database);
  const index = duplicateIndex(id => waiting(id) ?? written(id));
  for (const { id, facts } of worksOf(database)) index.add(id, facts);
  return index;
}

/** Whether a work has nothing to be known by: neither an identifier, nor enough of a title with a year and an author. */
export const isUnknowable = ({ doi, pmid, pmcid, work }: WorkFacts): boolean => doi + pmid + pmcid + work === '';

/** All that such a work is, as one text: the same again is the same work. */
export const plainText = ({ item, kept = {} }: Pick<NewEntry, 'item' | 'kept'>): string =>
  canonicalJson({ ...item, id: '', kept });

/** The works of a library that can be known by nothing else, each as {@link plainText}. */
export function unknowableWorks(database: Database): Set<string> {
  return new Set(
    database
      .rows<readonly [string]>(
        `select cast(b.data as text) from bodies b join entries e on e.n = b.n
         where b.work = '' and b.pmid = '' and b.pmcid = '' and e.doi = '' and e.trashed = 0`,
      )
      .map(([data]) => plainText(JSON.parse(data) as Entry)),
  );
}
