/** Parts that several FHIR resources are made of: amounts, moments, numbers with their decimals. */
import { RELATIVE_TIME } from '../formats/fhir/index.ts';
import { readUnit } from '../units/read.ts';

const UCUM = 'http://unitsofmeasure.org';

/** FHIR keeps the decimals of a number ("1.50"), JSON.stringify does not: numbers stand marked until the text is whole. */
const MARK = '\u0001';
export const exact = (text: string) => `${MARK}${text}${MARK}`;
const MARKED = /"\\u0001(-?[\d.e+-]+)\\u0001"/g;

/** The text of resources in which numbers are {@link exact}. */
export function fhirText(value: unknown): string {
  return `${JSON.stringify(value, null, 1).replace(MARKED, '$1')}\n`;
}

/** An amount, with its unit's code where that is known. */
export function quantity(value: string, unit: string) {
  const code = readUnit(unit)?.ucum;
  return {
    value: exact(value),
    ...(unit === '' ? {} : { unit, ...(code === undefined ? {} : { system: UCUM, code }) }),
  };
}

/** A moment under a name: a date as it is; a day relative to day 0 by the extension for times that are counted from another. */
export function timeAs(name: string, at: string, dayZeroIs: string) {
  if (at === '') return {};
  if (/^\d{4}/.test(at)) return { [name]: at.includes('T') ? `${at}:00` : at };
  const day = Number(at.slice(1));
  return {
    [`_${name}`]: {
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
