import { describe, expect, it } from 'vitest';
import { blankReport } from '../../../core/report/blank.ts';
import { applyAll, type Op, type WholeOp } from '../../../core/report/ops.ts';
import { opSchema } from '../../../core/report/schema.ts';
import type { CaseReport, Point, Series } from '../../../core/report/types.ts';
import { heldOf, NOTHING_HELD, told } from '../../../renderer/session/telling.ts';

const blank = blankReport({ id: 'r', language: 'en', template: 't', abstracts: [] });
const point = (at: number): Point => ({ id: `p${at}`, at: { day: at }, value: at / 2, asPrinted: String(at / 2) });
const series = (id: string, count: number): Series => ({
  id,
  analyte: 'CRP',
  unit: 'mg/L',
  range: {},
  points: Array.from({ length: count }, (_, at) => point(at)),
});
const whole = (value: Series): WholeOp => ({ set: 'series', id: value.id, value });
const reported = (...of: Series[]): CaseReport => applyAll(blank, of.map(whole)).report;

/** Everything that is told, as it comes to the host, and the report there after it. */
function toldTo(report: CaseReport, ops: readonly WholeOp[], held = heldOf(report)) {
  const calls = [...told(ops, held)].map(piece => piece.ops.map(op => opSchema.parse(structuredClone(op)) as Op));
  const all = applyAll(structuredClone(report), calls.flat());
  return { calls, sets: calls.map(call => call.map(({ set }) => set)), report: all.report, inverse: all.inverse };
}

describe('what a host is told', () => {
  it('a value typed into a series of 5,000 is told by that value', () => {
    const before = series('s', 5000);
    const typed = { ...before, points: before.points.with(2500, { ...point(2500), value: 7, asPrinted: '7' }) };
    const { calls, report, inverse } = toldTo(reported(before), [whole(typed)]);
    expect(calls).toEqual([
      [{ set: 'points', id: 's', at: 2500, remove: 1, insert: [typed.points[2500]], was: expect.any(Number) }],
    ]);
    expect(report).toEqual(reported(typed));
    expect(applyAll(report, inverse).report).toEqual(reported(before));
  });

  it('a value taken out, one put before all, and one behind all', () => {
    const before = series('s', 50);
    for (const points of [
      before.points.toSpliced(9, 1),
      [point(-1), ...before.points],
      [...before.points, point(50)],
    ]) {
      const { sets, report } = toldTo(reported(before), [whole({ ...before, points })]);
      expect(sets).toEqual([['points']]);
      expect(report).toEqual(reported({ ...before, points }));
    }
  });

  it('another unit is told by the series, and so is a series of which no value stayed', () => {
    const before = series('s', 5);
    for (const now of [
      { ...before, unit: 'g/L' },
      { ...before, points: [point(77)] },
    ])
      expect(toldTo(reported(before), [whole(now)]).sets).toEqual([['series']]);
  });

  it('60,000 values in one series and in many come in calls of a thousand at most, and are all there', () => {
    const many = [series('one', 24_000), ...Array.from({ length: 12 }, (_, at) => series(`s${at}`, 3000))];
    const { calls, report } = toldTo(blank, many.map(whole));
    expect(report).toEqual(reported(...many));
    for (const call of calls) expect(JSON.stringify(call).length).toBeLessThan(120_000);
    expect(calls.length).toBeLessThan(70);
  });

  it('where nothing is known of the host, the whole is told, over what it may have', () => {
    const before = series('s', 4500);
    const now = { ...before, points: before.points.with(3, point(1)) };
    const { sets, report } = toldTo(reported(before), [whole(now)], NOTHING_HELD);
    expect(sets.flat()).toEqual(['series', 'points', 'points', 'points', 'points']);
    expect(report).toEqual(reported(now));
  });

  it('values changed on others than the host has do not fit', () => {
    const before = series('s', 50);
    const [piece] = told([whole({ ...before, points: before.points.with(3, point(1)) })], heldOf(reported(before)));
    const other = reported({ ...before, points: before.points.with(40, point(0)) });
    expect(() => applyAll(other, piece?.ops ?? [])).toThrow('does not fit');
    expect(() => applyAll(blank, piece?.ops ?? [])).toThrow('does not fit');
  });
});
