/** The values of a report as a FHIR R4 Bundle of Observations (https://hl7.org/fhir/R4/observation.html), and its course. */
import type { Point, Series } from '../../report/types.ts';
import { AS_PRINTED } from '../formats/fhir/value.ts';
import { flagCode } from '../formats/status.ts';
import { courseResources } from './fhir-course.ts';
import { fhirText, quantity, timeAs } from './fhir-parts.ts';
import { type DataPart, type DataRequest, type DataRow, dataRows, numberText } from './rows.ts';

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

function valueIn({ unit }: Series, point: Point) {
  const number = numberText(point);
  if (number === '') return { valueString: point.asPrinted };
  const plain = `${point.comparator ?? ''}${number}`;
  return {
    valueQuantity: {
      ...(plain === point.asPrinted ? {} : { extension: [{ url: AS_PRINTED, valueString: point.asPrinted }] }),
      ...quantity(number, unit),
      ...(point.comparator && { comparator: point.comparator }),
    },
  };
}

function observation({ series, point, at, range }: DataRow, index: number, dayZeroIs: string) {
  const { analyte, loinc, unit, kind } = series;
  const flag = point.flag === undefined ? null : flagCode(point.flag);
  const status = point.status === undefined || point.status === 'superseded' ? 'final' : point.status;
  const category = kind === 'vital' ? 'vital-signs' : kind === 'score' ? 'survey' : 'laboratory';
  const ends = {
    ...(range.low === undefined ? {} : { low: quantity(String(range.low), unit) }),
    ...(range.high === undefined ? {} : { high: quantity(String(range.high), unit) }),
  };
  return {
    resourceType: 'Observation',
    id: `v${index + 1}`,
    status,
    category: [{ coding: [{ system: CATEGORY, code: category }] }],
    code: { ...(loinc === undefined ? {} : { coding: [{ system: 'http://loinc.org', code: loinc }] }), text: analyte },
    ...timeAs('effectiveDateTime', at, dayZeroIs),
    ...valueIn(series, point),
    ...(point.flag === undefined
      ? {}
      : {
          interpretation: [{ ...(flag ? { coding: [{ system: INTERPRETATION, code: flag }] } : {}), text: point.flag }],
        }),
    ...(Object.keys(ends).length === 0 ? {} : { referenceRange: [ends] }),
  };
}

/**
 * Same values, same text. A bundle of type "collection", with no patient; what FHIR wants a subject for names none. A value that a later one replaced is written before
 * it as final, and the later one as corrected: FHIR has no status for what was replaced.
 */
export function dataFhir(request: DataRequest, part: DataPart = 'values'): string {
  const { course, time } = request;
  const resources = [
    ...(part === 'course' ? [] : dataRows(request).map((row, index) => observation(row, index, time.dayZeroIs))),
    ...(course && part !== 'values' ? courseResources({ ...request, course }) : []),
  ];
  const entry = resources.map(resource => ({ resource }));
  return fhirText({ resourceType: 'Bundle', type: 'collection', entry });
}
