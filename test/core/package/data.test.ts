import { expect, it } from 'vitest';
import { courseCsv, dataOf, valuesCsv } from '../../../core/package/data.ts';
import { crp, reportOf } from '../fixtures.ts';

const time = { dayZero: '2024-03-01', dayZeroIs: 'admission', show: 'dates' } as const;

it('values are sent as days and as printed, never as dates', () => {
  const dated = { ...crp, points: [{ id: 'x', at: { date: '2024-03-16T12:00' }, value: 41.5, asPrinted: '41,5' }] };
  const text = valuesCsv(reportOf('fr', {}, { series: [{ ...dated, analyte: 'CRP, "us"' }], time }));
  expect(text.split('\r\n')[1]).toBe('"CRP, ""us""",,15.5,,41.5,mg/L,"41,5",,5');
  expect(text).not.toContain('2024');
});
it('where no day 0 is known, days are counted from the first date', () => {
  const points = ['2024-03-16', '2024-03-18'].map((date, at) => ({
    id: `p${at}`,
    at: { date },
    value: at,
    asPrinted: '',
  }));
  const text = valuesCsv(reportOf('fr', {}, { series: [{ ...crp, points }] }));
  expect(
    text
      .split('\r\n')
      .slice(1, 3)
      .map(line => line.split(',')[2]),
  ).toEqual(['0', '2']);
  expect(text).not.toContain('2024');
});
it('a value that a later one replaced is not sent', () => {
  const points = [{ id: 'x', at: { day: 1 }, value: 9, asPrinted: '9', status: 'superseded' as const }];
  expect(
    valuesCsv(reportOf('fr', {}, { series: [{ ...crp, points }] }))
      .trim()
      .split('\r\n'),
  ).toHaveLength(1);
});
it('treatments, their changes, events, stays and phases are lines of one table, without notes', () => {
  const text = courseCsv(
    reportOf(
      'en',
      {},
      {
        treatments: [
          {
            id: 't',
            name: 'Prednisone',
            dose: { amount: 1, unit: 'mg', per: 'kg' },
            frequency: 'x1/j',
            start: { day: 0 },
            changes: [{ id: 'c', at: { day: 7 }, dose: { amount: 0.5, unit: 'mg', per: 'kg' } }],
            note: 'Mr Secret',
          },
        ],
        events: [{ id: 'e', kind: 'procedure', label: 'Biopsy', at: { day: 2 } }],
        stays: [{ id: 's', label: 'ICU', start: { day: 0 }, stop: { day: 3 } }],
        phases: [],
      },
    ),
  );
  expect(text.trim().split('\r\n').slice(1)).toEqual([
    'treatment,Prednisone,0,,1,mg,kg,x1/j,',
    'dose change,Prednisone,7,,0.5,mg,kg,,',
    'procedure,Biopsy,2,,,,,,',
    'stay,ICU,0,3,,,,,',
  ]);
});
it('a report without data sends none', () => {
  expect(dataOf(reportOf('en', {}))).toEqual([]);
  expect(dataOf(reportOf('en', {}, { series: [crp] }))).toEqual(['values', 'fhir']);
});
