/** Finding the entries of a library that may be one work, without comparing each with each. */
import { areApart, likelySame, type WorkFacts } from '../references/duplicates.ts';

/** Why two entries are taken for one work: an identifier they share, or title, year and first author that are nearly the same. */
export type SameBecause = 'doi' | 'pmid' | 'pmcid' | 'work' | 'alike';

export interface Likeness {
  readonly id: string;
  readonly because: SameBecause;
}

export interface DuplicateIndex {
  /** The entry that a work most surely is, null where there is none. */
  find(wanted: WorkFacts): Likeness | null;
  add(id: string, its: WorkFacts): void;
}

const CERTAIN = ['doi', 'pmid', 'pmcid', 'work'] as const;

/** Letters at the beginning and at the end of a title by which alike ones are looked for: a typing error seldom hits both. */
const BLOCK = 10;

function blocksOf({ title, year }: WorkFacts, years: readonly number[]): readonly string[] {
  if (title === '') return [];
  const span = Number.isNaN(year) ? [''] : years.map(more => String(year + more));
  return span.flatMap(when => [`^${title.slice(0, BLOCK)}|${when}`, `$${title.slice(-BLOCK)}|${when}`]);
}

/** An empty index; entries are put in one by one. */
export function duplicateIndex(): DuplicateIndex {
  const certain = new Map<string, string>();
  const blocks = new Map<string, string[]>();
  const facts = new Map<string, WorkFacts>();

  return {
    find(wanted) {
      for (const because of CERTAIN) {
        const id = wanted[because] === '' ? undefined : certain.get(`${because}:${wanted[because]}`);
        // Two different DOIs are two works, whatever their titles say.
        if (id !== undefined && !areApart(wanted, facts.get(id) as WorkFacts)) return { id, because };
      }
      const seen = new Set<string>();
      // Online first in one year, in print in the next.
      for (const block of blocksOf(wanted, [0, -1, 1])) {
        for (const id of blocks.get(block) ?? []) {
          if (seen.has(id)) continue;
          seen.add(id);
          if (likelySame(wanted, facts.get(id) as WorkFacts)) return { id, because: 'alike' };
        }
      }
      return null;
    },
    add(id, its) {
      facts.set(id, its);
      for (const because of CERTAIN) {
        const name = `${because}:${its[because]}`;
        if (its[because] !== '' && !certain.has(name)) certain.set(name, id);
      }
      for (const block of blocksOf(its, [0])) {
        const list = blocks.get(block);
        if (list) list.push(id);
        else blocks.set(block, [id]);
      }
    },
  };
}
