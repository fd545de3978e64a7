import { expect, it } from 'vitest';
import { createInverted, type Inverted } from '../../../host/library/searching/inverted.ts';
import { scan } from '../../../host/library/searching/scanning.ts';

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
  prepared.prepare();
  // Nothing is ready in this one before it is asked for.
  const asked = createInverted(prepared.parts());
  for (const word of ['c', 'ca', 'cab', 'cabs', 'cabd', 'cad', 'd', 'do', 'x', 'cabsx', 'cz']) {
    const { held } = prepared.beginning(word);
    expect(Buffer.from(asked.beginning(word).held).equals(Buffer.from(held))).toBe(true);
    for (let n = 1; n <= COUNT; n += 97) {
      let bits = 0;
      const some = WORDS.filter((_, at) => (n * 7 + at * at) % (at + 2) !== 0);
      for (const [at, one] of some.entries())
        if (one.startsWith(word)) bits |= (one === word ? 1 | 16 : 1) << (at % 2 === 0 ? 2 : 0);
      expect(held[n]).toBe(bits);
    }
  }
});
