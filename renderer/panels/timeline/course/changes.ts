/** The course changed: one op each, named for the undo. */
import type { ClinicalEvent, Patient, Phase, Stay, Treatment } from '../../../../core/report/course.ts';
import type { Op } from '../../../../core/report/ops.ts';
import type { Moment, TimeSettings } from '../../../../core/report/types.ts';
import { orderOf } from '../../../../core/timeline/moment.ts';
import type { WordKey } from '../../../words/index.ts';

export type Kind = 'treatment' | 'event' | 'stay' | 'phase';

/** What is open beside the list: a thing by its id, or a new one. */
export interface Chosen {
  readonly of: Kind;
  /** Null while it is being made. */
  readonly id: string | null;
}

export interface Change {
  readonly op: Op;
  readonly label: WordKey<'course'>;
}

/** As it is being filled in: what it needs may still be missing. */
export type Draft<T> = T extends unknown
  ? Omit<T, 'start' | 'at'> & { readonly start?: Moment; readonly at?: Moment }
  : never;

export const LABELS = {
  treatment: { add: 'undoAddTreatment', change: 'undoTreatment', remove: 'undoRemoveTreatment' },
  event: { add: 'undoAddEvent', change: 'undoEvent', remove: 'undoRemoveEvent' },
  stay: { add: 'undoAddStay', change: 'undoStay', remove: 'undoRemoveStay' },
  phase: { add: 'undoAddPhase', change: 'undoPhase', remove: 'undoRemovePhase' },
} as const satisfies Record<Kind, Record<string, WordKey<'course'>>>;

export type Thing = Treatment | ClinicalEvent | Stay | Phase;

export function added(of: Kind, value: Thing): Change {
  return { op: { set: of, id: value.id, value } as Op, label: LABELS[of].add };
}

export function changed(of: Kind, value: Thing): Change {
  return { op: { set: of, id: value.id, value } as Op, label: LABELS[of].change };
}

export function removed(of: Kind, id: string): Change {
  return { op: { set: of, id, value: null } as Op, label: LABELS[of].remove };
}

/** The patient's measures; none at all is no patient. */
export function patientChange(patient: Patient): Change {
  return { op: { set: 'patient', value: Object.keys(patient).length === 0 ? null : patient }, label: 'undoPatient' };
}

/** A treatment with its changes in order of time. */
export function inOrder(treatment: Treatment, time: TimeSettings): Treatment {
  return {
    ...treatment,
    changes: treatment.changes.toSorted((a, b) => orderOf(a.at, time) - orderOf(b.at, time)),
    ...(treatment.given && { given: treatment.given.toSorted((a, b) => orderOf(a, time) - orderOf(b, time)) }),
  };
}

/** A value with one field set, or without it. */
export function withField<T extends object, K extends keyof T>(value: T, field: K, to: T[K] | undefined): T {
  const { [field]: _, ...rest } = value;
  return (to === undefined ? rest : { ...rest, [field]: to }) as T;
}

/** Things that have a name and all the moments they need. */
export function isWhole(of: Kind, draft: Draft<Thing>): draft is Thing {
  const name = 'name' in draft ? draft.name : draft.label;
  return name.trim() !== '' && (of === 'event' ? draft.at : draft.start) !== undefined;
}

/** A new thing with nothing in it yet. */
export function blank(of: Kind, id: string): Draft<Thing> {
  switch (of) {
    case 'treatment':
      return { id, name: '', changes: [] };
    case 'event':
      return { id, kind: 'event', label: '' };
    case 'stay':
      return { id, label: '' };
    case 'phase':
      return { id, name: '' };
  }
}
