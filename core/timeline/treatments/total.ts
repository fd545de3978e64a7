/** What a treatment adds up to: dose × frequency × duration, per kilogram where the weight is known. */
import type { Words } from '../../outcome.ts';
import type { Dose, Patient, Treatment } from '../../report/course.ts';
import type { Moment, TimeSettings } from '../../report/types.ts';
import { orderOf } from '../moment.ts';
import { readFrequency } from './frequency.ts';

/** A stretch with one dose and one frequency. `to` is its end in days, not included. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly dose?: Dose;
  readonly frequency?: string;
  readonly route?: string;
}

export type WhyUnknown = 'dose' | 'frequency' | 'as-needed' | 'stop' | 'weight' | 'height' | 'units';

export type Total =
  | {
      readonly known: true;
      readonly amount: number;
      readonly unit: string;
      /** Null for a continuous infusion. */
      readonly administrations: number | null;
      /** False where the frequency does not divide the days ("3 a week" over 10 days). */
      readonly exact: boolean;
    }
  | { readonly known: false; readonly because: WhyUnknown };

/** Why a total is not said, for the one who wonders. */
export const WHY_UNKNOWN: Readonly<Record<WhyUnknown, Words>> = {
  dose: { en: 'The dose is not known.', fr: 'La dose n’est pas connue.' },
  frequency: { en: 'The frequency was not understood.', fr: 'La fréquence n’a pas été comprise.' },
  'as-needed': { en: 'Given as needed.', fr: 'Administré à la demande.' },
  stop: { en: 'It goes on: there is no last day.', fr: 'Le traitement se poursuit : il n’a pas de dernier jour.' },
  weight: { en: 'The patient’s weight is not known.', fr: 'Le poids du patient n’est pas connu.' },
  height: {
    en: 'The patient’s weight and height are not known.',
    fr: 'Le poids et la taille du patient ne sont pas connus.',
  },
  units: {
    en: 'Its doses are in units that do not add up.',
    fr: 'Ses doses sont dans des unités qui ne s’additionnent pas.',
  },
};

/** Body surface in m², from kilograms and centimetres. Mosteller RD. N Engl J Med 1987;317:1098. */
export function bodySurface(weight: number, height: number): number {
  return Math.sqrt((weight * height) / 3600);
}

const hasHour = (moment: Moment) => ('date' in moment ? moment.date.includes('T') : !Number.isInteger(moment.day));

/** The end of a treatment in days, not included: a last day counts whole, a last hour as it is. Null while it goes on. */
export function endOf(stop: Moment | undefined, time: TimeSettings): number | null {
  if (stop === undefined) return null;
  return hasHour(stop) ? orderOf(stop, time) : orderOf(stop, time) + 1;
}

/** The stretches between changes; `until` ends one that goes on (days, not included). Empty where it has no end. */
export function stepsOf(treatment: Treatment, time: TimeSettings, until?: number): readonly Step[] {
  const end = endOf(treatment.stop, time) ?? until;
  if (end === undefined) return [];
  const steps: Step[] = [];
  let now: Omit<Step, 'from' | 'to'> = {
    ...(treatment.dose && { dose: treatment.dose }),
    ...(treatment.frequency && { frequency: treatment.frequency }),
    ...(treatment.route && { route: treatment.route }),
  };
  let from = orderOf(treatment.start, time);
  for (const { at, id: _, ...change } of treatment.changes) {
    const to = Math.min(orderOf(at, time), end);
    if (to > from) steps.push({ ...now, from, to });
    now = { ...now, ...change };
    from = Math.max(from, to);
  }
  if (end > from) steps.push({ ...now, from, to: end });
  return steps;
}

/** Units that add up, by what they are of the first of their kind. */
const SCALES: readonly Readonly<Record<string, number>>[] = [
  { ng: 1e-9, µg: 1e-6, μg: 1e-6, ug: 1e-6, mcg: 1e-6, mg: 1e-3, g: 1, kg: 1e3 },
  { µl: 1e-6, μl: 1e-6, ml: 1e-3, cl: 1e-2, dl: 1e-1, l: 1 },
  { ui: 1, iu: 1, u: 1, mui: 1e6, miu: 1e6 },
];

/** An amount of one unit in another; null where they do not add up. */
function converted(amount: number, from: string, to: string): number | null {
  if (from === to) return amount;
  const [a, b] = [from.toLowerCase(), to.toLowerCase()];
  const scale = SCALES.find(each => a in each && b in each);
  return scale ? (amount * (scale[a] as number)) / (scale[b] as number) : null;
}

/** "mg/h" is an amount of each hour, "mg/j" of each day. */
export const RATE = /^(.+?)\s*\/\s*(h|hr|heure|hour|j|jour|d|day|24 ?h)$/i;

/** Administrations of a stretch; a fraction where the period does not divide it. */
function administrations(step: Step, isLast: boolean, stop: Moment | undefined): number | 'continuous' | WhyUnknown {
  const frequency = step.frequency === undefined ? null : readFrequency(step.frequency);
  if (!frequency) return 'frequency';
  if (frequency.kind === 'continuous') return 'continuous';
  if (frequency.kind === 'as-needed') return 'as-needed';
  if (frequency.kind === 'once') return 1;
  const days = step.to - step.from;
  const { times, every } = frequency;
  // Given at its first and at its last hour alike.
  if (times === 1 && isLast && stop && hasHour(stop)) return Math.floor(days / every + 1e-9) + 1;
  // Once a week from D1 to D22 is four times: D1, D8, D15, D22.
  if (times === 1) return Math.ceil(days / every - 1e-9);
  return (times * days) / every;
}

function perAdministration({ amount, per }: Dose, patient: Patient | undefined): number | WhyUnknown {
  if (per === undefined) return amount;
  if (patient?.weight === undefined) return per === 'kg' ? 'weight' : 'height';
  if (per === 'kg') return amount * patient.weight;
  return patient.height === undefined ? 'height' : amount * bodySurface(patient.weight, patient.height);
}

/** What one stretch brings: so much each time, so many times. */
export interface StepSum {
  readonly step: Step;
  /** Amount of one administration, or of each hour or day of a rate, in the unit that the sum is in. */
  readonly each: number;
  /** Null where it runs without administrations (a rate). */
  readonly times: number | null;
  readonly amount: number;
}

export type Sums =
  | { readonly known: true; readonly unit: string; readonly steps: readonly StepSum[] }
  | { readonly known: false; readonly because: WhyUnknown };

/** Until when a treatment counts that goes on (days, not included), and whose doses they are. */
export interface Reckoning {
  readonly patient?: Patient | undefined;
  readonly until?: number | undefined;
}

/** Sums of decimals leave crumbs: 0.1 + 0.2. */
const clean = (amount: number) => Number(amount.toPrecision(12));

/** What single administrations bring: each is of the dose that holds on its day. */
function givenSums(
  treatment: Treatment,
  given: readonly Moment[],
  time: TimeSettings,
  patient: Patient | undefined,
): Sums {
  const orders = given.map(at => orderOf(at, time)).sort((a, b) => a - b);
  const stretches = treatment.changes
    .filter(change => change.dose !== undefined)
    .map(({ at, dose }) => ({ from: orderOf(at, time), dose }))
    .sort((a, b) => a.from - b.from);
  const doses = [{ from: Number.NEGATIVE_INFINITY, dose: treatment.dose }, ...stretches];
  const sums: StepSum[] = [];
  let unit: string | undefined;
  for (const [index, { from, dose }] of doses.entries()) {
    const until = doses[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const own = orders.filter(order => order >= from && order < until);
    const [first, last = first] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (!dose) return { known: false, because: 'dose' };
    const bared = perAdministration(dose, patient);
    if (typeof bared === 'string') return { known: false, because: bared };
    if (bared === 0) continue;
    unit ??= dose.unit;
    const each = converted(bared, dose.unit, unit);
    if (each === null) return { known: false, because: 'units' };
    const step: Step = { from: first, to: last + 1, dose };
    sums.push({ step, each: clean(each), times: own.length, amount: clean(each * own.length) });
  }
  return unit === undefined ? { known: false, because: 'dose' } : { known: true, unit, steps: sums };
}

/** What each stretch of a treatment brings, in the unit of its first dose; pauses are left out. */
export function sumsOf(treatment: Treatment, time: TimeSettings, { patient, until }: Reckoning = {}): Sums {
  const unknown = (because: WhyUnknown): Sums => ({ known: false, because });
  const { given, stop } = treatment;
  const start = orderOf(treatment.start, time);
  if (given && given.length > 0) return givenSums(treatment, given, time, patient);
  const frequency = treatment.frequency === undefined ? null : readFrequency(treatment.frequency);
  const single = frequency?.kind === 'once' && treatment.changes.length === 0;
  const steps = single && !stop ? stepsOf(treatment, time, start + 1) : stepsOf(treatment, time, until);
  if (steps.length === 0) return unknown('stop');
  const sums: StepSum[] = [];
  let unit: string | undefined;
  for (const [index, step] of steps.entries()) {
    if (!step.dose) return unknown('dose');
    const bared = perAdministration(step.dose, patient);
    if (typeof bared === 'string') return unknown(bared);
    if (bared === 0) continue;
    const rate = RATE.exec(step.dose.unit);
    const bare = rate?.[1] ?? step.dose.unit;
    unit ??= bare;
    const each = converted(bared, bare, unit);
    if (each === null) return unknown('units');
    const times = administrations(step, index === steps.length - 1, stop);
    if (rate) {
      const periods = (step.to - step.from) * (/^h/i.test(rate[2] as string) ? 24 : 1);
      sums.push({ step, each: clean(each), times: null, amount: clean(each * periods) });
    } else if (typeof times === 'number')
      sums.push({ step, each: clean(each), times: clean(times), amount: clean(each * times) });
    else return unknown(times === 'continuous' ? 'frequency' : times);
  }
  return unit === undefined ? unknown('dose') : { known: true, unit, steps: sums };
}

/** The sum of a treatment in the unit of its first dose; of one that goes on, until a day that is given (not included). */
export function totalOf(treatment: Treatment, time: TimeSettings, reckoning: Reckoning = {}): Total {
  const sums = sumsOf(treatment, time, reckoning);
  if (!sums.known) return sums;
  let amount = 0;
  let count: number | null = 0;
  for (const { times, amount: part } of sums.steps) {
    amount += part;
    count = times === null || count === null ? null : count + times;
  }
  return {
    known: true,
    amount: clean(amount),
    unit: sums.unit,
    administrations: count === null ? null : clean(count),
    exact: count === null || Math.abs(count - Math.round(count)) < 1e-9,
  };
}
