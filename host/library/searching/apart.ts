/** The words of entries that were written since the index was sorted: a stretch for each entry, gone through as long as there are few. */
import type { Place } from '../../../core/library/texts.ts';
import { type Held, holdOne } from './held.ts';
import type { Parted } from './scanning.ts';
import type { Stretch, Unsorted } from './sorting.ts';
import { longer, type Words } from './words.ts';

export interface Apart {
  /** Takes an entry in, text by text, in place of what is here of it: `work` is given what takes one. Whether something was here. */
  fill(n: number, work: (take: (text: Parted, place: Place) => void) => void): boolean;
  isEmpty(): boolean;
  /** How many words there are. */
  count(): number;
  /** Holds the entries with those words that `wordsOf` gives, each with a way in which it is looked for. */
  hold(held: Held, wordsOf: (take: (word: number, way: number) => void) => void): void;
  /** All that is here, to be sorted in. */
  unsorted(): Unsorted;
  clear(): void;
}

const ROOM = 1 << 12;

export function createApart(words: Words): Apart {
  let apart = new Uint32Array(ROOM);
  let used = 0;
  let stretches: Stretch[] = [];
  let stretchOf = new Map<number, Stretch>();
  /** Counts entries as they are taken in. */
  let turn = 0;
  /** By word, the ways in which it is looked for; 0 but while it is. */
  let ways = new Uint8Array(0);

  const take = (text: Parted, place: Place) => {
    if (used + text.count > apart.length) apart = longer(apart, 2 * (used + text.count));
    used = words.take(text, turn, place, apart, used);
  };

  function holdAll(held: Held): void {
    for (const { n, from, to } of stretches) {
      if (n === 0) continue;
      let its = 0;
      for (let at = from; at < to; at++) {
        const one = apart[at] as number;
        its |= (ways[one >>> 2] as number) << (one & 3);
      }
      if (its !== 0) holdOne(held, n, its);
    }
  }

  return {
    fill(n, work) {
      const from = used;
      turn++;
      work(take);
      const before = stretchOf.get(n);
      if (before) before.n = 0;
      const its = { n, from, to: used };
      stretches.push(its);
      stretchOf.set(n, its);
      return before !== undefined;
    },
    isEmpty: () => stretches.length === 0,
    count: () => used,
    hold(held, wordsOf) {
      if (ways.length < words.size()) ways = new Uint8Array(2 * words.size());
      const taken: number[] = [];
      wordsOf((word, way) => {
        taken.push(word);
        ways[word] = (ways[word] as number) | (1 << way);
      });
      holdAll(held);
      for (const word of taken) ways[word] = 0;
    },
    unsorted: () => ({ apart, stretches }),
    clear() {
      apart = new Uint32Array(ROOM);
      used = 0;
      stretches = [];
      stretchOf = new Map();
    },
  };
}
