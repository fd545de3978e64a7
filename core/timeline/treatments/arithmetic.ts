/** The sum of a treatment shown as it is reckoned: "3 × 25 g = 75 g a week; 15 weeks: 1125 g". */
import type { Dose, Patient, Treatment } from '../../report/course.ts';
import type { Language, TimeSettings } from '../../report/types.ts';
import { momentAt, momentLabel } from '../moment.ts';
import { formatNumber } from '../value.ts';
import { readFrequency } from './frequency.ts';
import { bodySurface, RATE, type StepSum, sumsOf, totalOf, type WhyUnknown } from './total.ts';
import { doseText, totalText } from './words.ts';

const WORDS = {
  en: {
    day: 'a day',
    week: 'a week',
    month: 'a month',
    weeks: (count: string) => `every ${count} weeks`,
    days: (count: string) => `every ${count} days`,
    once: 'once',
    lastsWeeks: (count: number) => `${count} ${count === 1 ? 'week' : 'weeks'}`,
    lastsDays: (count: string) => `${count} ${count === '1' ? 'day' : 'days'}`,
    times: (count: string) => `${count} ${count === '1' ? 'time' : 'times'}`,
    about: 'about ',
    total: 'In all',
    colon: ': ',
    semicolon: '; ',
  },
  fr: {
    day: 'par jour',
    week: 'par semaine',
    month: 'par mois',
    weeks: (count: string) => `toutes les ${count} semaines`,
    days: (count: string) => `tous les ${count} jours`,
    once: 'une fois',
    lastsWeeks: (count: number) => `${count} ${count === 1 ? 'semaine' : 'semaines'}`,
    lastsDays: (count: string) => `${count} ${count === '1' ? 'jour' : 'jours'}`,
    times: (count: string) => `${count} fois`,
    about: 'environ ',
    total: 'Au total',
    colon: '\u00a0: ',
    semicolon: '\u202f; ',
  },
} as const;

export interface Arithmetic {
  /** A line each stretch with a dose of its own, then the sum of them all where there are several. Empty where no dose is known. */
  readonly lines: readonly string[];
  /** Why there is no sum; null where there is one. */
  readonly because: WhyUnknown | null;
}

/** At most four figures, as none of them is known better. */
function brief(amount: number, language: Language): string {
  const rounded = Number.isInteger(amount) ? amount : Number(amount.toPrecision(4));
  const decimals = String(rounded).split('.')[1]?.replace(/e.*$/, '').length ?? 0;
  return formatNumber(rounded, decimals, language);
}

/** "1 mg/kg × 62 kg = 62 mg", or the dose as it is. Null where the patient's measures are missing. */
function eachText(dose: Dose, patient: Patient | undefined, language: Language): string | null {
  if (dose.per === undefined) return doseText(dose, language);
  if (patient?.weight === undefined) return null;
  if (dose.per === 'kg') {
    const amount = { ...dose, amount: Number((dose.amount * patient.weight).toPrecision(4)) };
    return `${doseText(dose, language)} × ${brief(patient.weight, language)}\u00a0kg = ${doseText(withoutPer(amount), language)}`;
  }
  if (patient.height === undefined) return null;
  const surface = bodySurface(patient.weight, patient.height);
  const amount = { ...dose, amount: Number((dose.amount * surface).toPrecision(4)) };
  return `${doseText(dose, language)} × ${formatNumber(surface, 2, language)}\u00a0m² = ${doseText(withoutPer(amount), language)}`;
}

function lacking(dose: Dose | undefined, patient: Patient | undefined): WhyUnknown | null {
  if (dose?.per === 'kg' && patient?.weight === undefined) return 'weight';
  if (dose?.per === 'm2' && (patient?.weight === undefined || patient.height === undefined)) return 'height';
  return null;
}

function withoutPer({ per: _, ...dose }: Dose): Dose {
  return dose;
}

interface Period {
  /** Administrations in it. */
  readonly times: number;
  /** Days. */
  readonly length: number;
  readonly words: string;
}

/** What doses are counted by: the day, the week, the month, or the time between two. Null for what has no rhythm. */
function periodOf(frequency: string | undefined, language: Language): Period | null {
  const read = frequency === undefined ? null : readFrequency(frequency);
  if (read?.kind !== 'regular') return null;
  const words = WORDS[language];
  const { times, every } = read;
  if (every <= 1) return { times: times / every, length: 1, words: words.day };
  if (every === 7) return { times, length: 7, words: words.week };
  if (every > 30 && every < 31) return { times, length: every, words: words.month };
  if (every % 7 === 0) return { times, length: every, words: words.weeks(brief(every / 7, language)) };
  return { times, length: every, words: words.days(brief(every, language)) };
}

/** "3 × 25 g = 75 g a week", "2 mg/h × 24 = 48 mg a day". Null where the dose has no rhythm or its measures are missing. */
function rhythmText(
  dose: Dose,
  frequency: string | undefined,
  patient: Patient | undefined,
  language: Language,
): string | null {
  const each = eachText(dose, patient, language);
  if (each === null) return null;
  const plain = withoutPer(dose);
  const amount =
    dose.per === 'kg'
      ? dose.amount * (patient?.weight ?? 0)
      : dose.per === 'm2'
        ? dose.amount * bodySurface(patient?.weight ?? 0, patient?.height ?? 0)
        : dose.amount;
  const words = WORDS[language];
  const rate = RATE.exec(dose.unit);
  if (rate) {
    const bare = rate[1] as string;
    if (!/^h/i.test(rate[2] as string)) return `${each.replace(/\/(?:j|jour|d|day|24 ?h)$/, '')} ${words.day}`;
    return `${each} × 24\u00a0h = ${brief(amount * 24, language)}\u00a0${bare} ${words.day}`;
  }
  const period = periodOf(frequency, language);
  if (!period) return null;
  if (period.times === 1) return `${each} ${period.words}`;
  const sum = `${brief(amount * period.times, language)}\u00a0${dose.unit} ${period.words}`;
  const bare = doseText({ ...plain, amount: Number(amount.toPrecision(4)) }, language);
  const times = brief(period.times, language);
  return dose.per === undefined
    ? `${times} × ${each} = ${sum}`
    : `${each}${words.semicolon}${times} × ${bare} = ${sum}`;
}

/** "15 weeks" where the rhythm is weekly and comes out even, else "10 days"; once in a while it is counted in times. */
function durationText({ step, times }: StepSum, language: Language): string {
  const words = WORDS[language];
  const days = step.to - step.from;
  const period = periodOf(step.frequency, language);
  if (period && period.times === 1 && period.length > 1 && times !== null) return words.times(brief(times, language));
  if (days % 7 === 0 && (days >= 28 || period?.length === 7)) return words.lastsWeeks(days / 7);
  return words.lastsDays(brief(days, language));
}

function stepText(sum: StepSum, unit: string, patient: Patient | undefined, language: Language): string {
  const words = WORDS[language];
  const { step, each, times, amount } = sum;
  const result = `${brief(amount, language)}\u00a0${unit}`;
  const dose = step.dose as Dose;
  const rhythm = rhythmText(dose, step.frequency, patient, language);
  if (rhythm === null) {
    const one = eachText(dose, patient, language) ?? doseText(dose, language);
    if (times === 1) return `${one} ${words.once}`;
    const factor = `${brief(times ?? 1, language)} × ${brief(each, language)}\u00a0${unit} = ${result}`;
    return dose.per === undefined ? factor : `${one}${words.semicolon}${factor}`;
  }
  const exact = times === null || Number.isInteger(times);
  return `${rhythm}${words.semicolon}${durationText(sum, language)}${words.colon}${exact ? '' : words.about}${result}`;
}

/** "D0–D6: " before a stretch that is one of several. */
function spanText({ step }: StepSum, time: TimeSettings, dated: boolean, language: Language): string {
  const label = (order: number) => momentLabel(momentAt(order, dated), time, language);
  const [from, to] = [label(step.from), label(Math.max(step.from, step.to - 1))];
  return `${from === to ? from : `${from}–${to}`}${WORDS[language].colon}`;
}

/** How a treatment adds up, line by line, in the language of who reads it; what is missing for a sum is named. */
export function arithmeticOf(
  treatment: Treatment,
  time: TimeSettings,
  { patient, language }: { readonly patient?: Patient | undefined; readonly language: Language },
): Arithmetic {
  const sums = sumsOf(treatment, time, { patient });
  const words = WORDS[language];
  if (!sums.known) {
    const rhythm =
      treatment.dose && treatment.changes.length === 0
        ? rhythmText(treatment.dose, treatment.frequency, patient, language)
        : null;
    // What the dose itself lacks is said before that there is no last day.
    const lacks = sums.because === 'stop' ? lacking(treatment.dose, patient) : null;
    return { lines: rhythm === null ? [] : [rhythm], because: lacks ?? sums.because };
  }
  const dated = time.dayZero === undefined && 'date' in treatment.start;
  const several = sums.steps.length > 1;
  const lines = sums.steps.map(
    sum => (several ? spanText(sum, time, dated, language) : '') + stepText(sum, sums.unit, patient, language),
  );
  const total = totalText(totalOf(treatment, time, { patient }), language);
  return { lines: several ? [...lines, `${words.total}${words.colon}${total}`] : lines, because: null };
}
