import { describe, expect, it } from 'vitest';
import type { TimeSettings } from '../../../../core/report/types.ts';
import { type Course, courseRows } from '../../../../core/timeline/data/course.ts';
import { courseCsv } from '../../../../core/timeline/data/csv.ts';
import { dataFhir } from '../../../../core/timeline/data/fhir.ts';
import type { DataTime } from '../../../../core/timeline/data/rows.ts';
import { readLabs } from '../../../../core/timeline/formats/index.ts';

const time: TimeSettings = { dayZero: '2024-05-12', dayZeroIs: 'admission', show: 'days' };

const course: Course = {
  treatments: [
    {
      id: 'steroid',
      name: 'Prednisone; per os',
      dose: { amount: 1, unit: 'mg', per: 'kg' },
      frequency: 'daily',
      start: { date: '2024-05-12' },
      stop: { date: '2024-06-10' },
      changes: [
        { id: 'a', at: { date: '2024-05-17' }, dose: { amount: 0.5, unit: 'mg', per: 'kg' } },
        { id: 'b', at: { date: '2024-05-22' }, dose: { amount: 0, unit: 'mg' } },
      ],
    },
    {
      id: 'rituximab',
      name: 'Rituximab',
      dose: { amount: 700, unit: 'mg' },
      start: { day: 1 },
      changes: [{ id: 'c', at: { day: 8 }, dose: { amount: 350, unit: 'mg' } }],
      given: [{ day: 1 }, { day: 8 }],
    },
  ],
  events: [
    { id: 'e', kind: 'procedure', label: 'Kidney biopsy', at: { day: 2.5 } },
    { id: 'o', kind: 'outcome', label: 'Remission', at: { day: 30 } },
  ],
  stays: [{ id: 's', label: 'ICU', start: { day: 0 }, stop: { day: 4 } }],
  phases: [{ id: 'p', name: 'attack', start: { day: -2 } }],
  patient: { weight: 60 },
};
const request = (times: DataTime, language: 'en' | 'fr' = 'en') => ({ series: [], course, time, times, language });

describe('the course as rows', () => {
  it('has a row for each change and administration below its treatment, and its sum', () => {
    expect(
      courseRows(request('relative')).map(({ kind, name, from, to, dose, sum }) => [
        kind,
        name,
        from,
        to,
        dose?.amount,
        sum?.amount,
      ]),
    ).toEqual([
      // 5 × 60 mg + 5 × 30 mg; 700 + 350 mg.
      ['Treatment', 'Prednisone; per os', 'D0', 'D29', 1, 450],
      ['Change', 'Prednisone; per os', 'D5', '', 0.5, undefined],
      ['Change', 'Prednisone; per os', 'D10', '', 0, undefined],
      ['Treatment', 'Rituximab', 'D1', '', 700, 1050],
      ['Change', 'Rituximab', 'D8', '', 350, undefined],
      ['Administration', 'Rituximab', 'D1', 'D1', undefined, undefined],
      ['Administration', 'Rituximab', 'D8', 'D8', undefined, undefined],
      ['Procedure', 'Kidney biopsy', 'D2.5', 'D2.5', undefined, undefined],
      ['Outcome', 'Remission', 'D30', 'D30', undefined, undefined],
      ['Stay', 'ICU', 'D0', 'D4', undefined, undefined],
      ['Phase', 'attack', 'D-2', '', undefined, undefined],
    ]);
  });

  it('as CSV in French has decimal commas, and quotes what holds a semicolon', () => {
    expect(courseCsv(request('relative', 'fr'))).toContain(
      '\r\nTraitement;"Prednisone; per os";J0;J29;1;mg;kg;daily;;450;mg;\r\nChangement;"Prednisone; per os";J5;;"0,5";mg;kg;;;;;\r\n',
    );
  });
});

describe('the course as FHIR', () => {
  const bundle = (times: DataTime) => {
    const text = dataFhir(request(times), 'course');
    return { text, resources: JSON.parse(text).entry.map((each: { resource: object }) => each.resource) };
  };

  it('is a statement with a dosage for each stretch, and an administration each with the dose of its day', () => {
    const { resources } = bundle('dates');
    expect(resources[0]).toMatchObject({
      resourceType: 'MedicationStatement',
      effectivePeriod: { start: '2024-05-12', end: '2024-06-10' },
      dosage: [
        { sequence: 1, text: '1\u00a0mg/kg daily', doseAndRate: [{ doseQuantity: { value: 1, unit: 'mg/kg' } }] },
        { sequence: 2, timing: { repeat: { boundsPeriod: { start: '2024-05-17' }, frequency: 1, period: 1 } } },
        { sequence: 3, text: 'paused', timing: { repeat: { boundsPeriod: { start: '2024-05-22' } } } },
      ],
    });
    expect(resources[0].dosage[2]).not.toHaveProperty('doseAndRate');
    expect(resources.slice(2, 4)).toMatchObject([
      { resourceType: 'MedicationAdministration', effectiveDateTime: '2024-05-13', dosage: { dose: { value: 700 } } },
      { resourceType: 'MedicationAdministration', effectiveDateTime: '2024-05-20', dosage: { dose: { value: 350 } } },
    ]);
    expect(resources.slice(4).map(({ resourceType }: { resourceType: string }) => resourceType)).toEqual([
      'Procedure',
      'ClinicalImpression',
      'Encounter',
      'EpisodeOfCare',
    ]);
  });

  it('lets no date out as days, and nothing in it is empty', () => {
    const { text } = bundle('relative');
    expect(text).not.toMatch(/2024/);
    expect(text).not.toMatch(/\{\s*\}|\[\s*\]|""/);
  });

  it('is no lab value for a reader of lab values', () => {
    expect(readLabs(bundle('relative').text).ok).toBe(false);
    expect(readLabs(courseCsv(request('relative'))).ok).toBe(false);
  });
});
