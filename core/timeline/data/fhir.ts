/** The values of a report as a FHIR R4 Bundle of Observations (https://hl7.org/fhir/R4/observation.html). */
import type { Point, Series } from '../../report/types.ts';
import { RELATIVE_TIME } from '../formats/fhir/index.ts';
import { AS_PRINTED } from '../formats/fhir/value.ts';
import { flagCode } from '../formats/status.ts';
import { readUnit } from '../units/read.ts';
import { type DataRequest, type DataRow, dataRows, numberText } from './rows.ts';

const UCUM = 'http://unitsofmeasure.org';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

/** FHIR keeps the decimals of a number ("1.50"), JSON.stringify does not: numbers stand marked until the text is whole. */
const MARK = '\u0001';
const exact = (text: string) => `${MARK}${text}${MARK}`;
const MARKED = /"\\u0001(-?[\d.e+-]+)\\u0001"/g;

function quantity(value: string, unit: string) {
  const code = readUnit(unit)?.ucum;
  return {
    value: exact(value),
    ...(unit === '' ? {} : { unit, ...(code === undefined ? {} : { system: UCUM, code }) }),
  };
}

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

/** A date as it is; a day relative to day 0 by the extension for times that are counted from another. */
function effective(at: string, dayZeroIs: string) {
  if (at === '') return {};
  if (/^\d{4}/.test(at)) return { effectiveDateTime: at.includes('T') ? `${at}:00` : at };
  const day = Number(at.slice(1));
  return {
    _effectiveDateTime: {
      extension: [
        {
          url: RELATIVE_TIME,
          extension: [
            { url: 'target', valueReference: { display: dayZeroIs === '' ? 'day 0' : `day 0: ${dayZeroIs}` } },
            { url: 'targetPath', valueString: 'day 0' },
            { url: 'relationship', valueCode: day < 0 ? 'before' : 'after' },
            { url: 'offset', valueDuration: { value: Math.abs(day), unit: 'd', system: UCUM, code: 'd' } },
          ],
        },
      ],
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
    ...effective(at, dayZeroIs),
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
 * Same values, same text. A bundle of type "collection", with no patient. A value that a later one replaced is written before
 * it as final, and the later one as corrected: FHIR has no status for what was replaced.
 */
export function dataFhir(request: DataRequest): string {
  const entry = dataRows(request).map((row, index) => ({
    resource: observation(row, index, request.time.dayZeroIs),
  }));
  const text = JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }, null, 1);
  return `${text.replace(MARKED, '$1')}\n`;
}
