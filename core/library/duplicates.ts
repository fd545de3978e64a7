/** Finding the entries of a library that may be one work, without comparing each with each. */
import { areElsewhere } from '../references/alike.ts';
import type { CslItem } from '../references/csl.ts';
import { areApart, likelySame, type WorkFacts } from '../references/duplicates.ts';

/** Why two entries are taken for one work: an identifier they share, or title, year and first author that are nearly the same. */
export type SameBecause = 'doi' | 'pmid' | 'pmcid' | 'work' | 'alike';

export interface Likeness {
  readonly id: string;
  readonly because: SameBecause;
}

export interface DuplicateIndex {
  /** The entry that a work most surely is, null where there is none. With its item it is compared more closely. */
  find(wanted: WorkFacts, item?: () => CslItem | null): Likeness | null;
  add(id: string, its: WorkFacts): void;
}

const CERTAIN = ['doi', 'pmid', 'pmcid', 'work'] as const;

/** Consonants at the beginning and at the end of a title by which alike ones are looked for: a typing error seldom hits both. */
const BLOCK = 7;

/** What is left of a title without what is spelt now so, now so: vowels, an h, a letter twice. */
function skeleton(title: string): string {
  const left = title.replace(/[aeiouyh]+/g, '').replace(/(.)\1+/g, '$1');
  return left.length < BLOCK ? title : left;
}

interface Known {
  readonly id: string;
  readonly facts: WorkFacts;
}

/** Works by the letters of a block, of these by their year; what has no year stands under 0. */
type Blocks = Map<string, Map<number, Known[]>>;

/** Online first in one year, in print in the next, or the one after. */
const YEARS = [0, -1, 1, -2, 2];

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

/** So many are looked at closely: of a column that has one title for ever, each would be compared with each. */
const LOOKS = 60;
const ISSUES = 100;

/** The works of a block that may be of a year: that one and its neighbours, and those that tell none; of no year all. */
function* worksOf(years: Map<number, Known[]> | undefined, year: number): Generator<Known> {
  if (!years) return;
  if (Number.isNaN(year)) for (const list of years.values()) yield* list;
  else for (const near of [...YEARS.map(more => year + more), 0]) yield* years.get(near) ?? [];
}

/** An empty index; entries are put in one by one. `itemOf` gives the item of one for a closer look, where it can. */
export function duplicateIndex(itemOf: (id: string) => CslItem | null = () => null): DuplicateIndex {
  const certain = CERTAIN.map(because => ({ because, known: new Map<string, Known>() }));
  /** Beside the first of a title, year and author the others, as those of a column. */
  const issues = new Map<string, Known[]>();
  const begins: Blocks = new Map();
  const ends: Blocks = new Map();

  return {
    find(wanted, item) {
      const both = (id: string): readonly [CslItem, CslItem] | null => {
        const [mine, its] = [item?.() ?? null, itemOf(id)];
        return mine && its ? [mine, its] : null;
      };
      for (const { because, known } of certain) {
        const one = wanted[because] === '' ? undefined : known.get(wanted[because]);
        // Two different DOIs are two works, whatever their titles say.
        if (one === undefined || areApart(wanted, one.facts)) continue;
        const isHere = ({ id }: Known) => {
          const items = because === 'work' ? both(id) : null;
          return !items || !areElsewhere(...items);
        };
        if (isHere(one)) return { id: one.id, because };
        const issue = because === 'work' ? issues.get(wanted.work)?.find(isHere) : undefined;
        if (issue) return { id: issue.id, because };
      }
      const { title, year } = wanted;
      if (title === '') return null;
      const bones = skeleton(title);
      let looks = 0;
      for (const years of [begins.get(bones.slice(0, BLOCK)), ends.get(bones.slice(-BLOCK))])
        for (const { id, facts } of worksOf(years, year)) {
          const isSame = likelySame(wanted, facts, () => {
            looks++;
            return both(id);
          });
          if (isSame) return { id, because: 'alike' };
          if (looks > LOOKS) return null;
        }
      return null;
    },
    add(id, its) {
      const one: Known = { id, facts: its };
      for (const { because, known } of certain)
        if (its[because] !== '' && !known.has(its[because])) known.set(its[because], one);
        else if (because === 'work' && its.work !== '') {
          const list = issues.get(its.work);
          if (list === undefined) issues.set(its.work, [one]);
          else if (list.length < ISSUES) list.push(one);
        }
      if (its.title === '') return;
      const year = Number.isNaN(its.year) ? 0 : its.year;
      const bones = skeleton(its.title);
      put(begins, bones.slice(0, BLOCK), year, one);
      put(ends, bones.slice(-BLOCK), year, one);
    },
  };
}
