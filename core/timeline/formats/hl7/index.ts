/** Results in HL7 v2 messages (ORU^R01): OBX segments under their OBR. */
import { readQuantity, readRange } from '../../quantity.ts';
import type { ReadTime } from '../../read-moment.ts';
import { readTime } from '../../read-moment.ts';
import { shapeKey } from '../memory.ts';
import { undatedBy } from '../moments.ts';
import { decimalChoices, ofFile, severalPatients } from '../questions.ts';
import { decimalOf } from '../table/open.ts';
import {
  EVERYBODY,
  type LabOptions,
  type LabResult,
  type LabWarning,
  type RawReading,
  type ResultStatus,
} from '../types.ts';
import { warning } from '../warnings.ts';
import { beginsLikeHl7, component, field, readSegments, type Segment } from './message.ts';
import { printedValues } from './value.ts';

export { beginsLikeHl7 as isHl7 };

/** OBX-11, HL7 table 0085. */
const STATUSES: Readonly<Record<string, ResultStatus>> = {
  F: 'final',
  U: 'final',
  V: 'final',
  P: 'preliminary',
  R: 'preliminary',
  S: 'preliminary',
  B: 'amended',
  A: 'amended',
  C: 'corrected',
  D: 'deleted',
  W: 'entered-in-error',
  X: 'cancelled',
  N: 'cancelled',
  I: 'registered',
  O: 'registered',
};

/** HL7's time, `YYYY[MM[DD[HH[MM[SS[.S…]]]]]][±ZZZZ]`, as local as it was written. */
export function hl7Time(text: string): ReadTime | null {
  const found = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.\d+)?)?)?)?)?)?(?:[+-]\d{4})?$/.exec(
    text.trim(),
  );
  if (!found) return null;
  const [, year = '', month, day, hour, minute, second] = found;
  const date = [year, month, day].filter(part => part !== undefined).join('-');
  const clock =
    hour === undefined ? '' : ` ${[hour, minute ?? '00', second].filter(part => part !== undefined).join(':')}`;
  const time = readTime(date + clock);
  return time === 'ambiguous' ? null : time;
}

/** One OBR with what belongs to it; OBX before any OBR stand in a group without one. */
interface Group {
  readonly header: Segment | null;
  /** Empty where it is not said. */
  readonly patient: string;
  request: Segment | null;
  specimen: Segment | null;
  readonly observations: { readonly segment: Segment; readonly notes: string[] }[];
}

function groupsOf(segments: readonly Segment[]): {
  groups: readonly Group[];
  patients: ReadonlySet<string>;
  notes: Segment[];
} {
  const groups: Group[] = [];
  const patients = new Set<string>();
  const notes: Segment[] = [];
  let header: Segment | null = null;
  let patient = '';
  const begin = (request: Segment | null): Group => {
    const group: Group = { header, patient, request, specimen: null, observations: [] };
    groups.push(group);
    return group;
  };
  let group = begin(null);
  let afterObservation = false;
  for (const segment of segments) {
    if (segment.name === 'MSH') {
      header = segment;
      group = begin(null);
      afterObservation = false;
    } else if (segment.name === 'PID') {
      const id = component(segment, 3) || component(segment, 2);
      patient = id;
      group = begin(null);
      if (id !== '') patients.add(id);
    } else if (segment.name === 'OBR') {
      group = begin(segment);
      afterObservation = false;
    } else if (segment.name === 'SPM') group.specimen = segment;
    else if (segment.name === 'OBX') {
      group.observations.push({ segment, notes: [] });
      afterObservation = true;
    } else if (segment.name === 'NTE') {
      const text = field(segment, 3)
        .map(parts => parts.join(' '))
        .join(' ')
        .trim();
      if (text === '') continue;
      if (afterObservation) group.observations.at(-1)?.notes.push(text);
      else notes.push(segment);
    }
  }
  return { groups, patients, notes };
}

const times = (segment: Segment | null, number: number) =>
  segment === null ? null : hl7Time(component(segment, number));

/** When the sample was taken, best first; `other` names a time that is not the sample's. */
function timeOf(observation: Segment, { header, request, specimen }: Group): { time: ReadTime | null; other?: string } {
  const sampled = times(observation, 14) ?? times(request, 7) ?? times(specimen, 17);
  if (sampled) return { time: sampled };
  const received = times(request, 14) ?? times(specimen, 18);
  if (received) return { time: received, other: 'OBR-14' };
  const reported = times(request, 22);
  if (reported) return { time: reported, other: 'OBR-22' };
  const sent = times(header, 7);
  return sent ? { time: sent, other: 'MSH-7' } : { time: null };
}

/** Name and LOINC code of OBX-3: its text, else its alternate text, else its code. */
function nameOf(observation: Segment): { readonly analyte: string; readonly loinc: string } {
  const [code = '', text = '', system = '', otherCode = '', otherText = '', otherSystem = ''] = (
    field(observation, 3)[0] ?? []
  ).map(part => part.trim());
  const isLoinc = (id: string, coding: string) => /^\d{1,6}-\d$/.test(id) && /^(?:LN|LOINC|)$/i.test(coding);
  const loinc = isLoinc(code, system) ? code : isLoinc(otherCode, otherSystem) ? otherCode : '';
  return { analyte: text || otherText || code || otherCode, loinc };
}

const isDate = (observation: Segment) => /^(?:DT|TM|DTM|TS)$/i.test(component(observation, 2));

function specimenOf({ request, specimen }: Group): string {
  const type = specimen && (component(specimen, 4, 2) || component(specimen, 4));
  return type || (request && (component(request, 15, 2) || component(request, 15))) || '';
}

/** Reads every OBX of every message. */
export function readHl7Labs(text: string, options: LabOptions): RawReading {
  const segments = readSegments(text);
  const { groups, patients, notes } = groupsOf(segments);
  const results: LabResult[] = [];
  const warnings: LabWarning[] = [];
  if (patients.size > 1) warnings.push(severalPatients(1, patients, options));
  for (const note of notes) warnings.push(warning('comment', note.line, component(note, 3)));
  const observations = groups.flatMap(group => group.observations.map(({ segment }) => segment));
  const decided = decimalOf(observations.map(segment => [segment.fields[5] ?? '', segment.fields[7] ?? '']));
  const decimal = options.decimal ?? decided ?? options.memory?.[shapeKey('hl7v2', [])]?.decimal;
  let asked: LabWarning | null = null;
  const one = options.patient === EVERYBODY ? undefined : options.patient;
  for (const group of groups) {
    if (one !== undefined && group.patient !== one) continue;
    for (const { segment, notes: comments } of group.observations) {
      const { analyte, loinc } = nameOf(segment);
      const place = segment.line;
      const code = component(segment, 11);
      const printed = printedValues(segment);
      const status = STATUSES[code] ?? (code === '' ? null : 'unknown');
      for (const comment of comments) warnings.push(warning('comment', place, comment, analyte));
      if (printed.length === 0) {
        warnings.push(warning('no-result', place, status === null || status === 'final' ? '' : status, analyte));
        continue;
      }
      if (analyte === '') {
        warnings.push(warning('analyte-missing', place, printed.map(({ text }) => text).join(' ')));
        continue;
      }
      const { time, other } = timeOf(segment, group);
      if (other) warnings.push(warning('date-other', place, other, analyte));
      const flags = field(segment, 8).map(parts => parts[0]?.trim() ?? '');
      const stated = field(segment, 7)
        .map(parts => parts.join(parts.length === 2 ? '–' : ' '))
        .join(' ')
        .trim();
      const range = readRange(stated, decimal ?? 'point');
      if (stated !== '' && range.low === undefined && range.high === undefined && /\d/.test(stated))
        warnings.push(warning('range-not-read', place, stated, analyte));
      const unit = component(segment, 6) || component(segment, 6, 2);
      const specimen = specimenOf(group);
      for (const { text: asPrinted, isNumber } of printed) {
        // The standard's numbers have a decimal point; its dates are digits and no number.
        const read = isDate(segment)
          ? null
          : readQuantity(asPrinted, isNumber && !asPrinted.includes(',') ? 'point' : decimal);
        if (decided === undefined && !isDate(segment) && !(isNumber && !asPrinted.includes(',')))
          if (readQuantity(asPrinted) === 'ambiguous')
            asked ??= warning('decimal', place, asPrinted, analyte, ofFile(decimalChoices(asPrinted), decimal));
        const quantity = read === 'ambiguous' || read === null ? { value: null } : read;
        results.push({
          analyte,
          ...(loinc === '' ? {} : { loinc }),
          ...(specimen === '' ? {} : { specimen }),
          unit,
          at: time?.at ?? null,
          stated: time?.stated ?? null,
          quantity,
          asPrinted,
          flag: flags.find(flag => flag !== '' && flag !== 'N') ?? '',
          range,
          status,
          place,
          ...undatedBy(time),
        });
      }
    }
  }
  return { results, warnings: asked ? [asked, ...warnings] : warnings };
}
