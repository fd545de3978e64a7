/**
 * The course of a report as FHIR R4 resources: MedicationStatement with a dosage for each stretch and MedicationAdministration
 * for single days, Procedure, Condition (complications), ClinicalImpression (events and what became of the patient), Encounter
 * (stays), EpisodeOfCare (phases). https://hl7.org/fhir/R4/resourcelist.html
 */
import type { Dose, Treatment } from '../../report/course.ts';
import type { Moment } from '../../report/types.ts';
import { orderOf } from '../moment.ts';
import { readFrequency } from '../treatments/frequency.ts';
import { regimenText } from '../treatments/words.ts';
import type { Course } from './course.ts';
import { exact, quantity, timeAs } from './fhir-parts.ts';
import { type DataRequest, momentWriter } from './rows.ts';

/** Resources that must have a subject: whose they are does not leave the report. */
const SUBJECT = { display: 'Patient' } as const;
const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

const PER = { kg: 'kg', m2: 'm2' } as const;

/** A dose of each kilogram is an amount of that unit: "mg/kg". A pause is none. */
function doseOf(dose: Dose | undefined) {
  if (!dose || dose.amount === 0) return {};
  const [, bare = dose.unit, rate = ''] = /^(.*?)(\/(?:h|j|d|jour|day|24 ?h))?$/.exec(dose.unit) ?? [];
  const unit = `${bare}${dose.per ? `/${PER[dose.per]}` : ''}${rate.replace(/^\/(?:j|jour|day|24 ?h)$/, '/d')}`;
  return { doseAndRate: [{ doseQuantity: quantity(String(dose.amount), unit) }] };
}

/** As FHIR repeats: so many times each so many days. */
function repeatOf(frequency: string | undefined) {
  const read = frequency === undefined ? null : readFrequency(frequency);
  if (read?.kind !== 'regular') return {};
  const hours = read.every < 1;
  const period = hours ? read.every * 24 : read.every;
  return {
    frequency: read.times,
    period: exact(String(Number(period.toPrecision(6)))),
    periodUnit: hours ? 'h' : 'd',
  };
}

export function courseResources(request: DataRequest & { readonly course: Course }): readonly object[] {
  const { course, time, language } = request;
  const write = momentWriter(request);
  const at = (name: string, moment: Moment) => timeAs(name, write(moment), time.dayZeroIs);
  /** A period under a name; nothing where neither of its ends may be said. */
  const period = (name: string, { start, stop }: { readonly start: Moment; readonly stop?: Moment | undefined }) => {
    const ends = { ...at('start', start), ...(stop && at('end', stop)) };
    return Object.keys(ends).length === 0 ? {} : { [name]: ends };
  };
  const note = (text: string | undefined) => (text === undefined ? {} : { note: [{ text }] });

  function dosages(treatment: Treatment) {
    const { start, changes } = treatment;
    let now: Pick<Treatment, 'dose' | 'frequency' | 'route'> = treatment;
    return [{ at: start, id: '' }, ...changes].map(({ at: from, id: _, ...change }, index) => {
      now = { ...now, ...change };
      const { dose, frequency, route } = now;
      const repeat = { ...period('boundsPeriod', { start: from }), ...(dose?.amount === 0 ? {} : repeatOf(frequency)) };
      return {
        sequence: index + 1,
        text: regimenText(
          { ...(dose && { dose }), ...(frequency && { frequency }), ...(route && { route }) },
          language,
        ),
        timing: { ...(Object.keys(repeat).length > 0 && { repeat }), ...(frequency && { code: { text: frequency } }) },
        ...(route && { route: { text: route } }),
        ...doseOf(dose),
      };
    });
  }

  /** The dose that holds on a day. */
  function doseAt({ dose, changes }: Treatment, moment: Moment): Dose | undefined {
    const order = orderOf(moment, time);
    return changes.findLast(change => change.dose && orderOf(change.at, time) <= order)?.dose ?? dose;
  }

  return [
    ...course.treatments.flatMap((treatment, index) => {
      const { name, stop, given = [] } = treatment;
      const medicationCodeableConcept = { text: name };
      const id = `t${index + 1}`;
      return [
        {
          resourceType: 'MedicationStatement',
          id,
          status: stop || given.length > 0 ? 'completed' : 'active',
          medicationCodeableConcept,
          subject: SUBJECT,
          ...period('effectivePeriod', treatment),
          ...note(treatment.note),
          dosage: dosages(treatment).map(({ text, ...dosage }) => ({ ...dosage, ...(text && { text }) })),
        },
        ...given.map((moment, place) => {
          const { doseAndRate } = doseOf(doseAt(treatment, moment)) as {
            doseAndRate?: readonly { readonly doseQuantity: object }[];
          };
          const amount = doseAndRate?.[0]?.doseQuantity;
          return {
            resourceType: 'MedicationAdministration',
            id: `${id}-${place + 1}`,
            status: 'completed',
            medicationCodeableConcept,
            subject: SUBJECT,
            ...at('effectiveDateTime', moment),
            ...(amount && { dosage: { dose: amount } }),
          };
        }),
      ];
    }),
    ...course.events.map(({ kind, label, at: moment, note: said }, index) => {
      const id = `e${index + 1}`;
      if (kind === 'procedure')
        return {
          resourceType: 'Procedure',
          id,
          status: 'completed',
          code: { text: label },
          subject: SUBJECT,
          ...at('performedDateTime', moment),
          ...note(said),
        };
      if (kind === 'complication')
        return {
          resourceType: 'Condition',
          id,
          code: { text: label },
          subject: SUBJECT,
          ...at('onsetDateTime', moment),
          ...note(said),
        };
      return {
        resourceType: 'ClinicalImpression',
        id,
        status: 'completed',
        code: { text: kind },
        subject: SUBJECT,
        ...at('effectiveDateTime', moment),
        summary: label,
        ...note(said),
      };
    }),
    ...course.stays.map((stay, index) => ({
      resourceType: 'Encounter',
      id: `s${index + 1}`,
      status: stay.stop ? 'finished' : 'in-progress',
      class: { system: ACT, code: 'IMP' },
      type: [{ text: stay.label }],
      ...period('period', stay),
    })),
    ...course.phases.map((phase, index) => ({
      resourceType: 'EpisodeOfCare',
      id: `p${index + 1}`,
      status: phase.stop ? 'finished' : 'active',
      type: [{ text: phase.name }],
      patient: SUBJECT,
      ...period('period', phase),
    })),
  ];
}
