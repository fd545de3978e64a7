import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language, Series, TimeSettings } from '../../../../core/report/types.ts';
import { dataCsv } from '../../../../core/timeline/data/csv.ts';
import { dataFhir } from '../../../../core/timeline/data/fhir.ts';
import { type DataTime, dataRows } from '../../../../core/timeline/data/rows.ts';
import { forReport } from '../../../../core/timeline/formats/for-report.ts';
import { readLabs } from '../../../../core/timeline/formats/index.ts';

const time: TimeSettings = { dayZero: '2024-05-12', dayZeroIs: 'admission', show: 'days' };

const SERIES: readonly Series[] = [
  {
    id: 'crp',
    analyte: 'CRP',
    loinc: '1988-5',
    unit: 'mg/L',
    range: { high: 5 },
    points: [
      { id: '1', at: { date: '2024-05-12T08:30' }, value: 60.5, asPrinted: '60,50 (H)', flag: 'H' },
      { id: '2', at: { date: '2024-05-14' }, value: 5, comparator: '<', asPrinted: '<5' },
      { id: '3', at: { date: '2024-05-20' }, value: 1.234, asPrinted: '1,234' },
    ],
  },
  {
    id: 'plt',
    analyte: 'Plaquettes; "totales"',
    unit: '/mm³',
    range: { low: 150_000, high: 400_000 },
    points: [
      { id: '1', at: { date: '2024-05-10' }, value: 1234, asPrinted: '1 234', range: { low: 100 } },
      { id: '2', at: { date: '2024-05-14' }, value: null, asPrinted: 'agrégats, à contrôler' },
      { id: '3', at: { date: '2024-05-15' }, value: 9000, asPrinted: '9000', status: 'superseded' },
      { id: '4', at: { date: '2024-05-15' }, value: 90_000, asPrinted: '90 000', status: 'corrected' },
    ],
  },
];

/** What of series has to come back: everything but ids, which a file does not have. */
const essence = (series: readonly Series[]) =>
  series.map(({ analyte, loinc, unit, range, points }) => ({
    analyte,
    loinc,
    unit,
    points: points.map(({ id: _, range: own, ...point }) => ({ ...point, range: own ?? range })),
  }));

function readBack(text: string): readonly Series[] {
  const read = readLabs(text);
  if (!read.ok) throw new Error(read.problem.message.en);
  return forReport(read.value);
}

describe.each(['csv', 'fhir'] as const)('%s', format => {
  const write = (series: readonly Series[], language: Language, times: DataTime) =>
    (format === 'csv' ? dataCsv : dataFhir)({ series, time, times, language });

  it.each(['en', 'fr'] as const)('with dates, what is written in %s reads back equal', language => {
    expect(essence(readBack(write(SERIES, language, 'dates')))).toEqual(essence(SERIES));
  });

  it.each(['en', 'fr'] as const)('with days, no date leaves and moments read back to the minute (%s)', language => {
    const text = write(SERIES, language, 'relative');
    expect(text).not.toMatch(/2024/);
    const days = readBack(text).map(({ points }) => points.map(({ at }) => ('day' in at ? at.day : at.date)));
    expect(days).toEqual([
      [expect.closeTo(0.354167, 5), 2, 8],
      [-2, 2, 3, 3],
    ]);
  });

  it('any number, sign and decimals read back', () => {
    const point = fc.record({
      value: fc.double({ min: 0.001, max: 99_999, noNaN: true }).map(value => Number(value.toPrecision(4))),
      comparator: fc.option(fc.constantFrom('<', '>', '<=', '>='), { nil: undefined }),
      day: fc.integer({ min: -400, max: 1500 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 1, maxLength: 12, selector: ({ day }) => day }),
        fc.constantFrom('en', 'fr'),
        (list, language) => {
          const points = list
            .toSorted((a, b) => a.day - b.day)
            .map(({ value, comparator, day }, index) => ({
              id: String(index),
              at: { day },
              value,
              ...(comparator && { comparator }),
              asPrinted: `${comparator ?? ''}${value}`,
            }));
          const series: Series = { id: 'a', analyte: 'CRP', unit: 'mg/L', range: {}, points };
          expect(essence(readBack(write([series], language as Language, 'relative')))).toEqual(essence([series]));
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('FHIR keeps the decimals that were printed', () => {
  expect(dataFhir({ series: SERIES, time, times: 'relative', language: 'fr' })).toContain('"value": 60.50');
});

it('a date without a known day 0 does not leave as a day', () => {
  const { dayZero: _, ...open } = time;
  const rows = dataRows({
    series: [
      {
        ...(SERIES[0] as Series),
        points: [
          { id: 'a', at: { date: '2024-05-12' }, value: 1, asPrinted: '1' },
          { id: 'b', at: { day: 3 }, value: 1, asPrinted: '1' },
        ],
      },
    ],
    time: open,
    times: 'relative',
    language: 'en',
  });
  expect(rows.map(({ at }) => at)).toEqual(['', 'D3']);
});
