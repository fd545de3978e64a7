import { expect, it } from 'vitest';
import { createInverted, type Inverted } from '../../../host/library/searching/inverted.ts';
import { scan } from '../../../host/library/searching/scanning.ts';
import { worthsOf } from './sample.ts';

const WORDS = ['ca', 'cab', 'cabd', 'cabs', 'cabsx', 'cad', 'cadre', 'c', 'cz', 'dog', 'do', 'x1'];
const COUNT = 30_000;

/** Entries of which each holds some of the words, by place. */
function filled(): Inverted {
  const index = createInverted();
  for (let n = 1; n <= COUNT; n++) {
    const some = WORDS.filter((_, at) => (n * 7 + at * at) % (at + 2) !== 0);
    index.fill(n, take => {
      take(scan(some.filter((_, at) => at % 2 === 0).join(' ')), 2);
      take(scan(some.join(' ')), 0);
    });
  }
  return index;
}

it('a short beginning that very many entries have is held the same, kept ready from the longer ones or gone through', () => {
  const prepared = filled();
  prepared.settle();
  while (prepared.prepare(0));
  // Nothing is ready in this one before it is asked for.
  const asked = createInverted(prepared.parts());
  for (const word of ['c', 'ca', 'cab', 'cabs', 'cabd', 'cad', 'd', 'do', 'x', 'cabsx', 'cz']) {
    const worths = worthsOf(prepared.beginning(word));
    expect(worthsOf(asked.beginning(word))).toEqual(worths);
    for (let n = 1; n <= COUNT; n += 97) {
      let best = 0;
      const some = WORDS.filter((_, at) => (n * 7 + at * at) % (at + 2) !== 0);
      for (const [at, one] of some.entries())
        if (one.startsWith(word)) best = Math.max(best, at % 2 !== 0 ? 1 : one === word ? 6 : 4);
      expect(worths[n]).toBe(best);
    }
  }
});
