import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, evenLines } from '../../../../host/printing/paragraphs/even-lines.ts';

const SPACE = 3;
const word = (width: number): Box => ({ width: width + SPACE, trail: SPACE, spaces: 1, endsInSpace: true });
const none = () => [];

/** Growth of the spaces of each line but the last, in points. */
function growths(boxes: readonly Box[], width: number, ends: readonly number[]): readonly number[] {
  return ends.map((end, index) => {
    const line = boxes.slice((ends[index - 1] ?? -1) + 1, end + 1);
    const natural = line.reduce((sum, box) => sum + box.width, 0) - SPACE;
    return (width - natural) / Math.max(line.length - 1, 1);
  });
}

/** Lines each as full as can be. */
function greedy(boxes: readonly Box[], width: number): readonly number[] {
  const ends: number[] = [];
  let natural = 0;
  boxes.forEach((box, index) => {
    if (natural > 0 && natural + box.width - SPACE > width) {
      ends.push(index - 1);
      natural = 0;
    }
    natural += box.width;
  });
  return ends;
}

describe('lines chosen for a whole paragraph', () => {
  it('end a line early where the next would have a hole', () => {
    // Filled one by one, the first line takes the short word, and the second has one word for its whole width.
    const boxes = [40, 30, 14, 60, 60].map(word);
    const ends = evenLines({ boxes, width: 92, fontSize: 10, divisions: none })?.map(({ box }) => box) ?? [];
    expect(Math.max(...growths(boxes, 92, greedy(boxes, 92)))).toBeGreaterThan(20);
    expect(Math.max(...growths(boxes, 92, ends))).toBeLessThan(20);
  });

  it('fit, hold every word once, and are on the whole no worse than those filled one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 2, maxLength: 60 }), widths => {
        const boxes = widths.map(word);
        const ends = evenLines({ boxes, width: 150, fontSize: 10, divisions: none })?.map(({ box }) => box) ?? [];
        expect([...ends]).toEqual([...new Set(ends)].sort((a, b) => a - b));
        for (const growth of growths(boxes, 150, ends)) expect(growth).toBeGreaterThanOrEqual(0);
        const demerits = (list: readonly number[]) =>
          growths(boxes, 150, list).reduce((sum, growth) => sum + (10 + 100 * (growth / 3) ** 3) ** 2, 0);
        expect(demerits(ends)).toBeLessThanOrEqual(demerits(greedy(boxes, 150)) * 1.000001);
      }),
    );
  });

  it('are none where a word is wider than a line', () => {
    expect(evenLines({ boxes: [word(30), word(200)], width: 92, fontSize: 10, divisions: none })).toBeNull();
  });

  it('divide a word rather than leave a hole, and never the last', () => {
    const halves = () => [{ word: 0, cut: 4, before: { width: 42, spaces: 0 }, after: { width: 43, spaces: 1 } }];
    const ends = (boxes: readonly Box[]) =>
      evenLines({ boxes, width: 100, fontSize: 10, divisions: halves })?.map(({ box, division }) => [
        box,
        division !== null,
      ]);
    expect(ends([word(50), word(80), word(55)])).toEqual([[1, true]]);
    expect(ends([word(50), word(80)])).toEqual([[0, false]]);
  });
});
