import { describe, expect, it } from 'vitest';
import type { Treatment } from '../../../../../core/report/course.ts';
import { blank } from '../../../../../renderer/panels/timeline/course/changes.ts';
import {
  isOpenCell,
  sortedIds,
  type ThingTable,
  thingOps,
  thingText,
} from '../../../../../renderer/panels/timeline/course/thing-cells.ts';
import { days } from '../../../../core/timeline/series.ts';

const steroid: Treatment = {
  id: 'steroid',
  name: 'Prednisone',
  dose: { amount: 60, unit: 'mg' },
  frequency: 'daily',
  start: { day: 0 },
  stop: { day: 6 },
  changes: [],
};
const apixaban: Treatment = { id: 'apixaban', name: 'Apixaban', start: { day: -3 }, changes: [] };

const table: ThingTable = {
  of: 'treatment',
  things: [steroid, apixaban],
  draft: blank('treatment', 'draft'),
  course: {
    series: [],
    treatments: [steroid, apixaban],
    events: [],
    stays: [],
    phases: [],
    time: days,
  },
  language: 'en',
  say: key => key,
};
let made = 0;
const ops = (edits: readonly (readonly [number, number, string])[]) =>
  thingOps(
    table,
    edits.map(([row, column, text]) => ({ row, column, text })),
    () => `fresh-${++made}`,
  );

describe('treatments as a table', () => {
  it('show their dose, days and sum; the sum is reckoned, not typed', () => {
    expect([0, 1, 3, 4, 5, 8].map(column => thingText(table, 0, column))).toEqual([
      'Prednisone',
      '60\u00a0mg',
      'daily',
      'D0',
      'D6',
      '420\u00a0mg',
    ]);
    expect(isOpenCell(table, 0, 8)).toBe(false);
    expect(isOpenCell(table, 2, 0)).toBe(true);
  });

  it('a cell left as it was changes nothing', () => {
    const edits = [0, 1, 2, 3, 4, 5, 6, 7, 9].map(column => [0, column, thingText(table, 0, column)] as const);
    expect(ops(edits)).toMatchObject({ ops: [], refused: 0 });
  });

  it('a last day before the first, a day that is none and an empty name are refused', () => {
    const { ops: done, refused } = ops([
      [0, 5, 'D-2'],
      [0, 4, 'tomorrow'],
      [0, 0, ''],
    ]);
    expect(done).toEqual([]);
    expect(refused).toBe(2);
  });

  it('a pasted block adds those that have a name and a first day, and says how many have not', () => {
    const block = ops([
      [2, 0, 'Caplacizumab'],
      [2, 1, '10 mg'],
      [2, 4, 'D1'],
      [3, 0, 'Rituximab'],
      [4, 0, 'Vincristine'],
      [4, 4, 'D9'],
    ]);
    expect(block.ops.map(op => (op.set === 'treatment' ? op.value : null))).toMatchObject([
      { name: 'Caplacizumab', dose: { amount: 10, unit: 'mg' }, start: { day: 1 }, changes: [] },
      { name: 'Vincristine', start: { day: 9 } },
    ]);
    expect(block.refused).toBe(1);
    expect(new Set(block.ops.map(op => ('id' in op ? op.id : ''))).size).toBe(2);
  });

  it('the last row keeps what is typed until it has its name and first day', () => {
    const first = ops([[2, 0, 'Rituximab']]);
    expect(first.ops).toEqual([]);
    expect(first.draft).toMatchObject({ name: 'Rituximab' });
    const then = thingOps({ ...table, draft: first.draft }, [{ row: 2, column: 4, text: 'D3' }], () => 'next');
    expect(then.ops).toMatchObject([{ set: 'treatment', value: { name: 'Rituximab', start: { day: 3 } } }]);
    expect(then.draft).toMatchObject({ id: 'next', name: '' });
  });

  it('sort by day as time goes, without one last', () => {
    expect(sortedIds(table, 4, 'ascending')).toEqual(['apixaban', 'steroid']);
    expect(sortedIds(table, 5, 'descending')).toEqual(['steroid', 'apixaban']);
    expect(sortedIds(table, 0, 'ascending')).toEqual(['apixaban', 'steroid']);
  });
});
