import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numbersIn } from '../../../host/library/searching/bits.ts';
import type { Latest } from '../../../host/library/searching/columns.ts';
import { either, heldFor, holdOne, type Matches, matchesOf } from '../../../host/library/searching/held.ts';
import { inOrder, rank } from '../../../host/library/searching/ranking.ts';
import { bitsOf, worthsOf } from './sample.ts';

/** What it is worth to hold a word in a way: as the beginning of one in rest, head, title, author; then as the word. */
const WORTH_OF_WAY = [1, 2, 4, 5, 1, 3, 6, 7];
const worthOf = (ways: number) =>
  WORTH_OF_WAY.reduce((best, worth, way) => (ways & (1 << way) ? Math.max(best, worth) : best), 0);

/** Words held so by entries that are numbered from 1. */
function matches(ways: readonly number[]): Matches {
  const held = new Int32Array(heldFor(ways.length));
  for (const [at, its] of ways.entries()) holdOne(held, at + 1, its);
  return matchesOf(held);
}

it('what an entry is worth is the best of the ways in which it holds a word, or one of two', () => {
  const all = Array.from({ length: 256 }, (_, ways) => ways);
  const others = all.map(ways => (ways * 37) & 255);
  const [one, other] = [matches(all), matches(others.slice(0, 99))];
  expect(worthsOf(one).slice(1, 257)).toEqual(all.map(worthOf));
  for (const both of [either(one, other), either(other, one)])
    expect(worthsOf(both).slice(1, 257)).toEqual(
      all.map(ways => Math.max(worthOf(ways), ways < 99 ? worthOf(others[ways] as number) : 0)),
    );
  expect([one.any, matches([0, 0]).any, either(matches([0]), other).any]).toEqual([true, false, true]);
});

it('entries come by what all their words are worth, of equals the latest, however many there are and are wanted', () => {
  const ways = fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.constantFrom(1, 2, 4, 8, 17, 34, 68, 136, 3) },
  );
  // Of the most there are more than are sorted one by one.
  const sizes = fc.constantFrom(7, 60, 900, 6000);
  const library = fc.tuple(sizes, fc.constantFrom(1, 2, 3, 5)).chain(([size, words]) =>
    fc.record({
      words: fc.array(fc.array(ways, { minLength: size, maxLength: size }), { minLength: words, maxLength: words }),
      among: fc.array(fc.constantFrom(0, 1, 1, 1), { minLength: size, maxLength: size }),
      wanted: fc.constantFrom(1, 5, 50, 500, 2500, Number.POSITIVE_INFINITY),
    }),
  );
  fc.assert(
    fc.property(library, ({ words, among, wanted }) => {
      const size = among.length;
      const left = bitsOf([0, ...among].flatMap((is, n) => (is ? n : [])));
      // By number downwards.
      const ns = Int32Array.from({ length: size }, (_, at) => size - at);
      const places = Int32Array.from({ length: size + 1 }, (_, n) => size - n);
      const latest: Latest = { ns, places };
      const sumOf = (n: number) => {
        const each = words.map(its => worthOf(its[n - 1] as number));
        if (among[n - 1] === 0 || each.includes(0)) return 0;
        return each.reduce((sum, one) => sum + one, 0) + (each.every(one => one >= 2) ? 1000 : 0);
      };
      const sums = Array.from({ length: size + 1 }, (_, n) => (n === 0 ? 0 : sumOf(n))) as number[];
      const all = [...ns].filter(n => sums[n] !== 0);
      const expected = [...all].sort((a, b) => (sums[b] as number) - (sums[a] as number) || b - a);
      const found = rank(words.map(matches), left, latest, wanted);
      expect(found.total).toBe(expected.length);
      expect([...found.ns]).toEqual(expected.slice(0, wanted));
      const upwards = ns.toReversed();
      const inThat = inOrder(words.map(matches), left, upwards, wanted);
      expect(inThat.total).toBe(found.total);
      expect([...inThat.ns]).toEqual(all.toReversed().slice(0, wanted));
      expect([...inOrder([], left, upwards, wanted).ns]).toEqual([...numbersIn(left)].slice(0, wanted));
    }),
    { numRuns: 60 },
  );
});

it('a thousand words are added up as three are, up to what is told apart', () => {
  const latest: Latest = { ns: Int32Array.of(2, 1), places: Int32Array.of(0, 1, 0) };
  const words = (count: number, ...ways: number[]) => Array.from({ length: count }, () => matches(ways));
  const both = bitsOf([1, 2]);
  expect([...rank(words(1000, 8, 1), both, latest, 5).ns]).toEqual([1, 2]);
  expect([...rank(words(36, 136, 8), both, latest, 5).ns]).toEqual([1, 2]);
  // 255 and more are the same: the later stands first.
  expect([...rank(words(52, 136, 8), both, latest, 5).ns]).toEqual([2, 1]);
  expect(rank([...words(999, 0, 1), ...words(1, 1, 0)], both, latest, 5).total).toBe(0);
});
