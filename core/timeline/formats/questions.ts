/** Questions that a file leaves open: their choices in words that say what follows, and the option that an answer becomes. */
import type { Words } from '../../outcome.ts';
import { type Decimal, readNumber } from '../quantity-number.ts';
import { couldBeginWithYear, type DateOrder, readTime } from '../read-moment.ts';
import { type Choice, EVERYBODY, type LabOptions, type LabQuestion, type LabWarning, type Place } from './types.ts';
import { warning } from './warnings.ts';
import { type Epoch, serialText } from './xlsx/dates.ts';

/** A question about the whole file. */
export function ofFile(choices: readonly Choice[], answer: string | undefined, own?: LabQuestion['own']): LabQuestion {
  return question('', choices, answer, own);
}

/** A question about a name or words as printed. */
export function question(
  about: string,
  choices: readonly Choice[],
  answer: string | undefined,
  own?: LabQuestion['own'],
): LabQuestion {
  return { about, choices, ...(own ? { own } : {}), ...(answer === undefined ? {} : { answer }) };
}

/** What the answer about a unit that was printed is kept under. */
export function meantKey(analyte: string, unit: string): string {
  return `${analyte} (${unit})`;
}

/** How a question names that a quantity has no unit. */
export const NO_UNIT = 'none';

const same = (text: string): Words => ({ en: text, fr: text });

/** "3 April 2024": the month in letters, since its number is what was not clear. */
function longDate(iso: string): Words {
  const [, day = '', clock = ''] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(iso) ?? [];
  if (day === '') return same(iso);
  const date = new Date(`${day}T00:00Z`);
  const words = (locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date) + (clock && `, ${clock}`);
  return { en: words('en-GB'), fr: words('fr-FR') };
}

/** What a date is in each order of its numbers. */
export function dateChoices(sample: string): readonly Choice[] {
  const orders: readonly DateOrder[] = couldBeginWithYear(sample)
    ? ['day-month', 'month-day', 'year-first']
    : ['day-month', 'month-day'];
  return orders.flatMap(id => {
    const time = readTime(sample, id);
    return time === null || time === 'ambiguous' ? [] : [{ id, words: longDate(time.stated) }];
  });
}

/** What a number is with each sign before its decimals: "1,234" is 1.234 or 1234. */
export function decimalChoices(sample: string): readonly Choice[] {
  const [digits = sample] = /[-+−]?\d[\d.,]*/.exec(sample) ?? [];
  return (['comma', 'point'] as const satisfies readonly Decimal[]).map(id => {
    const number = readNumber(digits, id);
    const text = typeof number === 'number' ? String(number) : digits;
    const isFraction = text.includes('.');
    return {
      id,
      words: {
        en: `${digits} = ${text}${isFraction ? '' : ' (thousands)'}`,
        fr: `${digits} = ${text.replace('.', ',')}${isFraction ? '' : ' (milliers)'}`,
      },
    };
  });
}

/** What a bare day number is in each calendar of Excel. */
export function serialChoices(serial: number): readonly Choice[] {
  return (['1900', '1904'] as const satisfies readonly Epoch[]).map(id => ({
    id,
    words: longDate(serialText(serial, id)),
  }));
}

/** Years that dates without one can be of: those that stand elsewhere in the file; where the dates pass a New Year, also both. */
export function yearChoices(years: ReadonlySet<string>, passesNewYear: boolean): readonly Choice[] {
  const sorted = [...years].sort();
  const single = sorted.map(id => ({ id, words: same(id) }));
  if (!passesNewYear) return single;
  const pairs = new Set(sorted.flatMap(year => [Number(year) - 1, Number(year)]));
  return [...single, ...[...pairs].map(yearPair)];
}

/** Two years of dates that pass a New Year: July to December are of the first. */
export function yearPair(first: number): Choice {
  return {
    id: `${first}-${first + 1}`,
    words: {
      en: `${first} from July to December, then ${first + 1}`,
      fr: `${first} de juillet à décembre, puis ${first + 1}`,
    },
  };
}

/** Most patients that are offered by their number. */
const PATIENTS = 20;

/** Whose results of a file of several patients are read. */
function patientChoices(patients: ReadonlySet<string>): readonly Choice[] {
  const each = [...patients].slice(0, PATIENTS).map(id => ({ id, words: same(id) }));
  return [...each, { id: EVERYBODY, words: { en: 'All of them', fr: 'Tous' } }];
}

/** The question whose results are read. */
export function severalPatients(place: Place, patients: ReadonlySet<string>, { patient }: LabOptions): LabWarning {
  return warning('several-patients', place, String(patients.size), '', ofFile(patientChoices(patients), patient));
}

/** The question which sheets are read. */
export function sheetsQuestion(names: readonly string[], { sheets }: LabOptions): LabQuestion {
  const all = { id: EVERYBODY, words: { en: 'All of them', fr: 'Toutes' } };
  const answer = sheets === undefined ? undefined : sheets.length === 1 ? sheets[0] : EVERYBODY;
  return ofFile([...names.map(id => ({ id, words: same(id) })), all], answer);
}

/** Answers as options. The kind of a warning says which option its question is of. */
export function answered(options: LabOptions, { kind, question: asked }: LabWarning, answer: string): LabOptions {
  const about = asked?.about ?? '';
  switch (kind) {
    case 'date-order':
      return { ...options, dateOrder: answer as DateOrder };
    case 'decimal':
      return { ...options, decimal: answer as Decimal };
    case 'date-year':
      return { ...options, year: answer };
    case 'date-serial':
      return { ...options, epoch: answer as Epoch };
    case 'several-patients':
      return { ...options, patient: answer };
    case 'sheets':
      return {
        ...options,
        sheets:
          answer === EVERYBODY ? (asked?.choices ?? []).flatMap(({ id }) => (id === EVERYBODY ? [] : [id])) : [answer],
      };
    case 'date-not-read':
    case 'date-partial':
    case 'date-missing':
      return { ...options, moments: { ...options.moments, [about]: answer } };
    case 'analyte-ambiguous':
      return { ...options, analytes: { ...options.analytes, [about]: answer } };
    case 'unit-missing':
      return { ...options, units: { ...options.units, [about]: answer === NO_UNIT ? '' : answer } };
    case 'two-units':
      return { ...options, joined: { ...options.joined, [about]: answer } };
    case 'unit-impossible':
    case 'out-of-range':
      return { ...options, meantUnits: { ...options.meantUnits, [about]: answer } };
    default:
      return options;
  }
}
