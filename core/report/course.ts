/** The clinical course beside the values: what was given, what happened, where the patient was. */
import type { Moment } from './types.ts';

/** What one administration brings. */
export interface Dose {
  readonly amount: number;
  /** As printed, such as "mg" or "g"; a rate ("mg/h", "mg/j") is an amount of each hour or day. */
  readonly unit: string;
  /** Where the amount is that of each kilogram of body weight, or of each square metre of body surface. */
  readonly per?: 'kg' | 'm2';
}

/** From this moment on; what is absent goes on as before. An amount of 0 is a pause. */
export interface DoseChange {
  readonly id: string;
  readonly at: Moment;
  readonly dose?: Dose;
  readonly frequency?: string;
  readonly route?: string;
}

/** A drug, an apheresis, a diet: anything given over time. */
export interface Treatment {
  readonly id: string;
  readonly name: string;
  readonly dose?: Dose;
  /** As written: "IV", "per os". */
  readonly route?: string;
  /** As written ("x2/j", "q8h", "1×/semaine"); what it counts is read by core/timeline/frequency.ts. */
  readonly frequency?: string;
  readonly start: Moment;
  /** The last day it was given; absent while it goes on. */
  readonly stop?: Moment;
  /** In order of time, all after `start`. */
  readonly changes: readonly DoseChange[];
  /** Single administrations, where their days are known (sessions of an apheresis): drawn one by one, and counted. */
  readonly given?: readonly Moment[];
  readonly note?: string;
}

/** What a mark on the axis is; each kind has its shape. */
export const EVENT_KINDS = ['event', 'procedure', 'complication', 'outcome'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface ClinicalEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly label: string;
  readonly at: Moment;
  readonly note?: string;
}

/** A stay in a ward, or any span of care. */
export interface Stay {
  readonly id: string;
  readonly label: string;
  readonly start: Moment;
  /** The last day; absent while it goes on. */
  readonly stop?: Moment;
}

/** A named stretch of the course ("before", "attack", "maintenance"): a ground behind every lane. */
export interface Phase {
  readonly id: string;
  readonly name: string;
  readonly start: Moment;
  readonly stop?: Moment;
}

/** What doses are reckoned with. */
export interface Patient {
  /** Kilograms. */
  readonly weight?: number;
  /** Centimetres. */
  readonly height?: number;
}
