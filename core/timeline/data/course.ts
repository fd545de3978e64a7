/**
 * The course of a report as rows of a table: a treatment with its regimen, a row for each change of it and for each single
 * administration; events, stays and phases. What a row leaves empty goes on as before.
 */
import type { ClinicalEvent, Dose, Patient, Phase, Stay, Treatment } from '../../report/course.ts';
import { totalOf } from '../treatments/total.ts';
import { type DataRequest, momentWriter } from './rows.ts';

export interface Course {
  readonly treatments: readonly Treatment[];
  readonly events: readonly ClinicalEvent[];
  readonly stays: readonly Stay[];
  readonly phases: readonly Phase[];
  readonly patient?: Patient;
}

/** Whether there is anything beside the values. */
export function hasCourse({ treatments, events, stays, phases }: Course): boolean {
  return treatments.length + events.length + stays.length + phases.length > 0;
}

export interface CourseRow {
  readonly kind: string;
  readonly name: string;
  /** As the moments of values are written; `to` is the last day, empty while it goes on. */
  readonly from: string;
  readonly to: string;
  readonly dose?: Dose;
  readonly frequency: string;
  readonly route: string;
  /** What a treatment adds up to; absent where that is not known. */
  readonly sum?: { readonly amount: number; readonly unit: string; readonly exact: boolean };
  readonly note: string;
}

const KINDS = {
  en: {
    treatment: 'Treatment',
    change: 'Change',
    given: 'Administration',
    event: 'Event',
    procedure: 'Procedure',
    complication: 'Complication',
    outcome: 'Outcome',
    stay: 'Stay',
    phase: 'Phase',
  },
  fr: {
    treatment: 'Traitement',
    change: 'Changement',
    given: 'Administration',
    event: 'Événement',
    procedure: 'Acte',
    complication: 'Complication',
    outcome: 'Évolution',
    stay: 'Séjour',
    phase: 'Phase',
  },
} as const;

/** In the order of the report; changes and administrations below their treatment. */
export function courseRows(request: DataRequest & { readonly course: Course }): readonly CourseRow[] {
  const { course, time, language } = request;
  const write = momentWriter(request);
  const kinds = KINDS[language];
  const plain = { frequency: '', route: '', note: '' } as const;
  const treatments = course.treatments.flatMap((treatment): readonly CourseRow[] => {
    const { name, start, stop, dose, frequency = '', route = '', note = '', changes, given = [] } = treatment;
    const total = totalOf(treatment, time, { patient: course.patient });
    return [
      {
        kind: kinds.treatment,
        name,
        from: write(start),
        to: stop ? write(stop) : '',
        ...(dose && { dose }),
        frequency,
        route,
        ...(total.known && { sum: { amount: total.amount, unit: total.unit, exact: total.exact } }),
        note,
      },
      ...changes.map(
        ({ at, dose: next, frequency: often = '', route: by = '' }): CourseRow => ({
          ...plain,
          kind: kinds.change,
          name,
          from: write(at),
          to: '',
          ...(next && { dose: next }),
          frequency: often,
          route: by,
        }),
      ),
      ...given.map((at): CourseRow => ({ ...plain, kind: kinds.given, name, from: write(at), to: write(at) })),
    ];
  });
  const events = course.events.map(
    ({ kind, label, at, note = '' }): CourseRow => ({
      ...plain,
      kind: kinds[kind],
      name: label,
      from: write(at),
      to: write(at),
      note,
    }),
  );
  const span = (kind: string, name: string, { start, stop }: Stay | Phase): CourseRow => ({
    ...plain,
    kind,
    name,
    from: write(start),
    to: stop ? write(stop) : '',
  });
  return [
    ...treatments,
    ...events,
    ...course.stays.map(stay => span(kinds.stay, stay.label, stay)),
    ...course.phases.map(phase => span(kinds.phase, phase.name, phase)),
  ];
}

/** What a dose is for each of, as a cell of a table has it. */
export const perText = (dose: Dose | undefined): string => (dose?.per === 'm2' ? 'm²' : (dose?.per ?? ''));

/** A sum with as many digits as it is exact to. */
export function sumText(sum: NonNullable<CourseRow['sum']>): string {
  const amount = sum.exact ? sum.amount : Number(sum.amount.toPrecision(4));
  return String(amount);
}
