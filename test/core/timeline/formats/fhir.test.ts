import { describe, expect, it } from 'vitest';
import { brief } from './reading.ts';

const loinc = (code: string, display: string) => ({ coding: [{ system: 'http://loinc.org', code, display }] });
const observation = (more: object) => ({
  resourceType: 'Observation',
  status: 'final',
  effectiveDateTime: '2024-05-12T08:30:00+02:00',
  ...more,
});
const bundle = (...resources: readonly object[]) =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map(resource => ({ resource })) });

describe('FHIR', () => {
  it('a quantity keeps its comparator, unit, interpretation, range, status and the decimals it was written with', () => {
    const json = bundle(
      observation({
        status: 'corrected',
        code: loinc('2160-0', 'Creatinine'),
        valueQuantity: { value: 'NUMBER', comparator: '<', unit: 'mg/dL', code: 'mg/dL' },
        interpretation: [{ coding: [{ code: 'H' }] }],
        referenceRange: [{ low: { value: 0.5 }, high: { value: 1.2 } }],
      }),
    ).replace('"NUMBER"', '1.50');
    expect(brief(json).series).toEqual(['Creatinine mg/dL: 2024-05-12T08:30:00 <1.5 H [0.5–1.2] corrected']);
  });

  it('components are series of their own', () => {
    expect(
      brief(
        bundle(
          observation({
            code: loinc('85354-9', 'Blood pressure'),
            component: [
              { code: loinc('8480-6', 'Systolic blood pressure'), valueQuantity: { value: 120, unit: 'mmHg' } },
              { code: loinc('8462-4', 'Diastolic blood pressure'), valueQuantity: { value: 80, unit: 'mmHg' } },
            ],
          }),
        ),
      ).series,
    ).toEqual([
      'Systolic blood pressure mmHg: 2024-05-12T08:30:00 120 final',
      'Diastolic blood pressure mmHg: 2024-05-12T08:30:00 80 final',
    ]);
  });

  it('words, ranges, ratios and codes are kept as printed', () => {
    expect(
      brief(
        bundle(
          observation({ code: { text: 'Albustix' }, valueString: 'traces' }),
          observation({ code: { text: 'ANA' }, valueRatio: { numerator: { value: 1 }, denominator: { value: 320 } } }),
          observation({
            code: { text: 'Red cells' },
            valueRange: { low: { value: 5, unit: '/uL' }, high: { value: 10, unit: '/uL' } },
          }),
          observation({ code: { text: 'HBs Ag' }, valueCodeableConcept: { coding: [{ display: 'Negative' }] } }),
        ),
      ).series,
    ).toEqual([
      'Albustix -: 2024-05-12T08:30:00 “traces” final',
      'ANA -: 2024-05-12T08:30:00 “1:320” final',
      'Red cells /uL: 2024-05-12T08:30:00 “5–10” final',
      'HBs Ag -: 2024-05-12T08:30:00 “Negative” final',
    ]);
  });

  it('what is absent, withdrawn or undated is said', () => {
    const read = brief(
      bundle(
        observation({ code: { text: 'CRP' }, dataAbsentReason: { coding: [{ code: 'not-performed' }] } }),
        observation({ code: { text: 'Na' }, status: 'entered-in-error', valueQuantity: { value: 1, unit: 'mmol/L' } }),
        observation({ code: { text: 'K' }, effectiveDateTime: undefined, valueQuantity: { value: 4, unit: 'mmol/L' } }),
      ),
    );
    expect(read.warnings.map(each => each.split(' ')[0])).toEqual(
      expect.arrayContaining(['no-result', 'withdrawn', 'date-missing']),
    );
  });

  it('NDJSON is a resource a line', () => {
    const line = (value: number, day: string) =>
      JSON.stringify(
        observation({ code: loinc('1988-5', 'CRP'), effectiveDateTime: day, valueQuantity: { value, unit: 'mg/L' } }),
      );
    expect(brief(`${line(60, '2024-05-12')}\n${line(20, '2024-05-13')}\n`).series).toEqual([
      'CRP mg/L: 2024-05-12 60 final, 2024-05-13 20 final',
    ]);
  });
});
