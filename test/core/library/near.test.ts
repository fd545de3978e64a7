import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparing, LONGEST_TYPED, lettersOf } from '../../../core/library/near.ts';

/** Optimal string alignment as it is defined, cell by cell. */
function mistakes(one: string, other: string): number {
  const cells: number[][] = Array.from({ length: one.length + 1 }, (_, i) => [i]);
  for (let j = 1; j <= other.length; j++) (cells[0] as number[])[j] = j;
  const cell = (i: number, j: number) => cells[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i++)
    for (let j = 1; j <= other.length; j++) {
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      (cells[i] as number[])[j] = Math.min(
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        isSwapped ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  return cell(one.length, other.length);
}

it('mistakes are counted as they are defined, of any words and any number that is allowed', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'é', '王');
  const word = (minLength: number) => fc.string({ unit: letter, minLength, maxLength: LONGEST_TYPED });
  // Another word is mostly the same with some letters changed.
  const pair = word(1).chain(typed =>
    fc.tuple(
      fc.constant(typed),
      fc.oneof(
        word(0),
        fc
          .tuple(fc.nat(typed.length), fc.nat(2), word(0), fc.nat(2))
          .map(([at, gone, come, size]) => typed.slice(0, at) + come.slice(0, size) + typed.slice(at + gone)),
        fc
          .nat(typed.length)
          .map(at => typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2)),
      ),
    ),
  );
  fc.assert(
    fc.property(pair, fc.nat(3), ([typed, other], most) => {
      const units = lettersOf(`xx${other}yy`);
      const found = comparing(typed, ({ between }) => between(units, 2, 2 + other.length, most));
      expect(found).toBe(Math.min(mistakes(typed, other), most + 1));
    }),
    { numRuns: 300 },
  );
});
