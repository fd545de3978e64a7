import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Latest } from '../../../host/library/searching/columns.ts';
import { WORTH, WORTH_OF_HEAD } from '../../../host/library/searching/inverted.ts';
import { inOrder, rank } from '../../../host/library/searching/ranking.ts';

/** Held bits of so many entries, four to a number; entries are numbered from 1. */
function matches(bits: readonly number[]) {
  const held = new Uint8Array((bits.length + 4) & ~3);
  held.set(bits, 1);
  return { held, any: true };
}

it('entries come by what all their words are worth, of equals the latest, however many there are and are wanted', () => {
  const bit = fc.oneof(fc.constant(0), fc.constantFrom(1, 2, 4, 8, 17, 34, 68, 136, 3));
  // Of the most there are more than are sorted one by one.
  const sizes = fc.constantFrom(7, 60, 900, 6000);
  const library = fc.tuple(sizes, fc.integer({ min: 1, max: 3 })).chain(([size, words]) =>
    fc.record({
      words: fc.array(fc.array(bit, { minLength: size, maxLength: size }), { minLength: words, maxLength: words }),
      among: fc.array(fc.constantFrom(0, 1, 1, 1), { minLength: size, maxLength: size }),
      wanted: fc.constantFrom(1, 5, 50, 500, Number.POSITIVE_INFINITY),
    }),
  );
  fc.assert(
    fc.property(library, ({ words, among, wanted }) => {
      const size = among.length;
      const left = Uint8Array.of(0, ...among);
      // By number downwards.
      const ns = Int32Array.from({ length: size }, (_, at) => size - at);
      const places = Int32Array.from({ length: size + 1 }, (_, n) => size - n);
      const latest: Latest = { ns, places };
      const worthOf = (n: number) => {
        const each = words.map(bits => WORTH[bits[n - 1] as number] as number);
        if (left[n] === 0 || each.includes(0)) return 0;
        return each.reduce((sum, one) => sum + one, 0) + (each.every(one => one >= WORTH_OF_HEAD) ? 1000 : 0);
      };
      const expected = [...ns].filter(n => worthOf(n) > 0).sort((a, b) => worthOf(b) - worthOf(a) || b - a);
      const found = rank(words.map(matches), left, latest, wanted);
      expect(found.total).toBe(expected.length);
      expect(found.ns.length).toBeGreaterThanOrEqual(Math.min(wanted, found.total));
      expect([...found.ns]).toEqual(expected.slice(0, found.ns.length));
      const upwards = ns.toReversed();
      const inThat = inOrder(words.map(matches), left, upwards, wanted);
      expect(inThat.total).toBe(found.total);
      expect([...inThat.ns]).toEqual([...upwards].filter(n => worthOf(n) > 0).slice(0, wanted));
    }),
    { numRuns: 60 },
  );
});

it('a thousand words are added up as three are', () => {
  const latest: Latest = { ns: Int32Array.of(2, 1), places: Int32Array.of(0, 1, 0) };
  const words = (count: number, ...bits: number[]) => Array.from({ length: count }, () => matches(bits));
  expect([...rank(words(1000, 8, 1), Uint8Array.of(0, 1, 1), latest, 5).ns]).toEqual([1, 2]);
  expect(rank([...words(999, 0, 1), ...words(1, 1, 0)], Uint8Array.of(0, 1, 1), latest, 5).total).toBe(0);
});
