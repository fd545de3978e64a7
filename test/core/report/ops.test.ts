import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankReport } from '../../../core/report/blank.ts';
import { apply, applyAll, type Op } from '../../../core/report/ops.ts';
import type { CaseReport, Reference } from '../../../core/report/types.ts';

const reference = (id: string, title: string): Reference => ({ id, item: { id, type: 'book', title } });
const report: CaseReport = {
  ...blankReport({ id: 'r', language: 'en', template: 'plain-en' } as never),
  references: [reference('a', 'first'), reference('b', 'second')],
};

const op = fc.oneof(
  { weight: 12, arbitrary: fc.record({ id: fc.constantFrom(...'abcdefghijklmnop'), title: fc.string() }) },
  { weight: 2, arbitrary: fc.record({ id: fc.constantFrom(...'abcdefghijklmnop'), title: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.record({ id: fc.constantFrom(...'qrstuv'), title: fc.string(), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const ops = fc.array(op, { maxLength: 90, size: 'max' }).map(all =>
  all.map((each): Op => {
    if (each === null) return { set: 'language', value: 'fr' };
    const { id, title, ...more } = each;
    return { set: 'reference', id, value: title === null ? null : reference(id, title), ...more };
  }),
);

it('many changes at once are the same as one after the other, and are undone to the start', () => {
  fc.assert(
    fc.property(ops, all => {
      const { report: after, inverse } = applyAll(report, all);
      expect(after).toEqual(all.reduce((now, each) => apply(now, each).report, report));
      expect(applyAll(after, inverse).report).toEqual(report);
    }),
  );
});

it('a library of 60,000 references comes in and goes again without being copied for each', () => {
  const many = Array.from({ length: 60_000 }, (_, n): Op => {
    const id = `r${n}`;
    return { set: 'reference', id, value: reference(id, 'Title') };
  });
  const { report: after, inverse } = applyAll(report, many);
  expect(after.references).toHaveLength(60_002);
  expect(applyAll(after, inverse).report.references).toEqual(report.references);
});
