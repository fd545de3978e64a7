/** Results in FHIR R4 and R5: Observation, alone or in a Bundle, a DiagnosticReport, or a line each (NDJSON). */
import { type Decimal, readQuantity, readRange } from '../../quantity.ts';
import { type ReadTime, readTime } from '../../read-moment.ts';
import { shapeKey } from '../memory.ts';
import { undatedBy } from '../moments.ts';
import { decimalChoices, ofFile, severalPatients } from '../questions.ts';
import {
  EVERYBODY,
  type LabOptions,
  type LabResult,
  type LabWarning,
  type RawReading,
  type ResultStatus,
} from '../types.ts';
import { warning } from '../warnings.ts';
import {
  asList,
  asObject,
  asText,
  conceptText,
  type Found,
  loincOf,
  RECORD_SEPARATOR,
  type Resource,
  resourcesOf,
} from './resource.ts';
import { absence, flagOf, rangeOf, valueIn } from './value.ts';

/** Whether a text is FHIR's JSON. */
export function isFhir(text: string): boolean {
  return beginsLikeFhir(text) && /"resourceType"\s*:/.test(text);
}

/** Whether a text of which only the beginning is known could be FHIR. */
export function beginsLikeFhir(text: string): boolean {
  return /^\s*[[{]/.test(text.slice(0, 200).replaceAll(RECORD_SEPARATOR, ''));
}

const STATUSES: ReadonlySet<string> = new Set([
  'final',
  'preliminary',
  'corrected',
  'amended',
  'entered-in-error',
  'cancelled',
  'registered',
  'unknown',
] satisfies ResultStatus[]);

function statusOf(resource: Resource): ResultStatus | null {
  const status = asText(resource.status);
  if (status === '') return null;
  // R5 adds states of a measurement that goes on.
  if (status === 'specimen-in-process') return 'registered';
  if (status === 'cannot-be-obtained') return 'cancelled';
  return STATUSES.has(status) ? (status as ResultStatus) : 'unknown';
}

function timeOf(text: string): ReadTime | null {
  const time = text === '' ? null : readTime(text);
  return time === 'ambiguous' ? null : time;
}

/** FHIR's extension for a time that is counted from another: https://hl7.org/fhir/R4/extension-cqf-relativedatetime.html */
export const RELATIVE_TIME = 'http://hl7.org/fhir/StructureDefinition/cqf-relativeDateTime';

const PER_DAY: Readonly<Record<string, number>> = { d: 1, h: 1 / 24, min: 1 / 1440, wk: 7 };

/** Days from day 0, where the time is stated as so many units after or before it. */
function relativeOf(value: unknown): ReadTime | null {
  const stated = asList(asObject(value as never).extension).find(({ url }) => url === RELATIVE_TIME);
  if (!stated) return null;
  const parts = asList(stated.extension);
  const offset = asObject(parts.find(({ url }) => url === 'offset')?.valueDuration);
  const relation = asText(parts.find(({ url }) => url === 'relationship')?.valueCode);
  const per = PER_DAY[asText(offset.code) || asText(offset.unit) || 'd'];
  const amount = Number(asText(offset.value) || Number.NaN);
  if (per === undefined || !Number.isFinite(amount)) return null;
  const day = Number((amount * per * (relation.startsWith('before') ? -1 : 1)).toFixed(6));
  return { at: { day }, stated: `day ${day}` };
}

/** When it was observed: a time, the start of a period, the first time of a timing. */
function effectiveOf(resource: Resource): ReadTime | null {
  const period = asObject(resource.effectivePeriod);
  const [first] = Array.isArray(asObject(resource.effectiveTiming).event)
    ? (asObject(resource.effectiveTiming).event as readonly unknown[])
    : [];
  return (
    timeOf(asText(resource.effectiveDateTime)) ??
    timeOf(asText(resource.effectiveInstant)) ??
    timeOf(asText(period.start)) ??
    timeOf(asText(period.end)) ??
    timeOf(asText(first)) ??
    relativeOf(resource._effectiveDateTime)
  );
}

/** What an observation takes from resources beside it: the time of its report, the kind of its specimen. */
interface Beside {
  readonly reportTime: ReadonlyMap<string, ReadTime>;
  readonly specimens: ReadonlyMap<string, string>;
}

const references = (value: unknown) =>
  asList(value)
    .map(({ reference }) => asText(reference))
    .filter(Boolean);

function besideOf(found: readonly Found[]): Beside {
  const reportTime = new Map<string, ReadTime>();
  const specimens = new Map<string, string>();
  for (const { resource, names } of found) {
    const type = asText(resource.resourceType);
    if (type === 'Specimen') {
      const words = conceptText(resource.type);
      if (words !== '') for (const name of names) specimens.set(name, words);
    }
    if (type !== 'DiagnosticReport') continue;
    const time = effectiveOf(resource);
    if (time) for (const reference of references(resource.result)) reportTime.set(reference, time);
  }
  return { reportTime, specimens };
}

interface Reader {
  readonly results: LabResult[];
  readonly warnings: LabWarning[];
  readonly beside: Beside;
  readonly decimal: Decimal | undefined;
  decimalAsked: boolean;
}

function readObservation(reader: Reader, { resource, place, names }: Found): void {
  const { results, warnings, beside } = reader;
  const parentName = conceptText(resource.code);
  const status = statusOf(resource);
  const effective = effectiveOf(resource);
  const reported = effective ?? names.map(name => beside.reportTime.get(name)).find(time => time !== undefined) ?? null;
  const issued = reported ? null : timeOf(asText(resource.issued));
  const time = reported ?? issued;
  const specimenText = asText(asObject(resource.specimen).display);
  const specimen =
    specimenText ||
    references(resource.specimen)
      .map(name => beside.specimens.get(name))
      .find(Boolean) ||
    '';
  const components = asList(resource.component);
  for (const note of asList(resource.note)) {
    const text = asText(note.text);
    if (text !== '') warnings.push(warning('comment', place, text, parentName));
  }
  const holders = [resource, ...components];
  let read = 0;
  for (const [index, holder] of holders.entries()) {
    const isParent = index === 0;
    const analyte = conceptText(holder.code) || parentName;
    const where = isParent ? place : typeof place === 'number' ? place : `${place} component[${index - 1}]`;
    const value = valueIn(holder);
    if (value === null) {
      // A panel has its values in its components or members.
      const isPanel =
        isParent &&
        (components.length > 0 || asList(resource.hasMember).length > 0 || asList(resource.related).length > 0);
      if (!isPanel)
        warnings.push(
          warning('no-result', where, absence(holder) || (status === 'final' ? '' : (status ?? '')), analyte),
        );
      continue;
    }
    if (analyte === '') {
      warnings.push(warning('analyte-missing', where, `${value.text} ${value.unit}`.trim()));
      continue;
    }
    if (read === 0) {
      if (time?.at && issued) warnings.push(warning('date-other', where, 'issued', analyte));
    }
    read++;
    const quantity = value.isNumber ? readQuantity(value.text, 'point') : readQuantity(value.text, reader.decimal);
    if (!value.isNumber && !reader.decimalAsked && readQuantity(value.text) === 'ambiguous') {
      reader.decimalAsked = true;
      warnings.push(warning('decimal', where, value.text, analyte, ofFile(decimalChoices(value.text), reader.decimal)));
    }
    const printed = rangeOf(holder);
    const ends = { low: Number(printed.low || Number.NaN), high: Number(printed.high || Number.NaN) };
    const stated = readRange(printed.text, 'point');
    const range = {
      ...(Number.isFinite(ends.low) ? { low: ends.low } : stated.low === undefined ? {} : { low: stated.low }),
      ...(Number.isFinite(ends.high) ? { high: ends.high } : stated.high === undefined ? {} : { high: stated.high }),
    };
    if (range.low === undefined && range.high === undefined && printed.text !== '')
      warnings.push(warning('range-not-read', where, printed.text, analyte));
    const loinc = loincOf(holder.code);
    results.push({
      analyte,
      ...(loinc === '' ? {} : { loinc }),
      ...(specimen === '' ? {} : { specimen }),
      unit: value.unit,
      at: time?.at ?? null,
      stated: time?.stated ?? null,
      quantity: quantity === null || quantity === 'ambiguous' ? { value: null } : quantity,
      asPrinted: value.printed ?? value.text,
      flag: flagOf(holder),
      range,
      status,
      place: where,
      ...undatedBy(time),
    });
  }
}

/** Reads every observation of a FHIR document. */
export function readFhirLabs(text: string, options: LabOptions): RawReading {
  const { found, broken } = resourcesOf(text);
  const reader: Reader = {
    results: [],
    warnings: [],
    beside: besideOf(found),
    decimal: options.decimal ?? options.memory?.[shapeKey('fhir', [])]?.decimal,
    decimalAsked: false,
  };
  for (const { line, text: printed } of broken) reader.warnings.push(warning('row-not-read', line, printed));
  const observations = found.filter(({ resource }) => asText(resource.resourceType) === 'Observation');
  const patients = new Set(observations.flatMap(({ resource }) => references(resource.subject)));
  if (patients.size > 1) reader.warnings.push(severalPatients(1, patients, options));
  const one = options.patient === EVERYBODY ? undefined : options.patient;
  for (const observation of observations)
    if (one === undefined || references(observation.resource.subject).includes(one))
      readObservation(reader, observation);
  return { results: reader.results, warnings: reader.warnings };
}
