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

interface Known {
  readonly id: string;
  readonly facts: WorkFacts;
}

/** Works by the letters of a block, of these by their year; what has no year stands under 0. */
type Blocks = Map<string, Map<number, Known[]>>;

/** Online first in one year, in print in the next. */
const YEARS = [0, -1, 1];
const UNDATED = [0];

function put(blocks: Blocks, letters: string, year: number, one: Known): void {
  let years = blocks.get(letters);
  if (!years) {
    years = new Map();
    blocks.set(letters, years);
  }
  const list = years.get(year);
  if (list) list.push(one);
  else years.set(year, [one]);
}

/** An empty index; entries are put in one by one. */
export function duplicateIndex(): DuplicateIndex {
  const certain = CERTAIN.map(because => ({ because, known: new Map<string, Known>() }));
  const begins: Blocks = new Map();
  const ends: Blocks = new Map();

  return {
    find(wanted) {
      for (const { because, known } of certain) {
        const one = wanted[because] === '' ? undefined : known.get(wanted[because]);
        // Two different DOIs are two works, whatever their titles say.
        if (one !== undefined && !areApart(wanted, one.facts)) return { id: one.id, because };
      }
      const { title, year } = wanted;
      if (title === '') return null;
      const [beginning, end] = [begins.get(title.slice(0, BLOCK)), ends.get(title.slice(-BLOCK))];
      if (!beginning && !end) return null;
      const isDated = !Number.isNaN(year);
      for (const more of isDated ? YEARS : UNDATED)
        for (const list of [beginning?.get(isDated ? year + more : 0), end?.get(isDated ? year + more : 0)])
          if (list) for (const { id, facts } of list) if (likelySame(wanted, facts)) return { id, because: 'alike' };
      return null;
    },
    add(id, its) {
      const one: Known = { id, facts: its };
      for (const { because, known } of certain)
        if (its[because] !== '' && !known.has(its[because])) known.set(its[because], one);
      if (its.title === '') return;
      const year = Number.isNaN(its.year) ? 0 : its.year;
      put(begins, its.title.slice(0, BLOCK), year, one);
      put(ends, its.title.slice(-BLOCK), year, one);
    },
  };
}
