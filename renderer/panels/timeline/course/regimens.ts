/** Changes of dose and single days of a treatment as one line of text, as a cell shows and takes them. No DOM. */
import type { Dose, DoseChange, Treatment } from '../../../../core/report/course.ts';
import type { Language, Moment, TimeSettings } from '../../../../core/report/types.ts';
import { hourLabel, momentLabel, orderOf, storedMoment } from '../../../../core/timeline/moment.ts';
import { readFrequency } from '../../../../core/timeline/treatments/frequency.ts';
import { regimenText } from '../../../../core/timeline/treatments/words.ts';
import { typedMoment } from '../typed.ts';
import { typedNumber } from './numbers.ts';

/** What a line is written for and read by. */
export interface Writing {
  readonly time: TimeSettings;
  readonly language: Language;
}

/** A day with its hour where it is known. */
export function momentText(at: Moment | undefined, time: TimeSettings, language: Language): string {
  return at ? [momentLabel(at, time, language), hourLabel(at, language)].filter(Boolean).join(' ') : '';
}

/** "D1, D8, D15". */
export function givenText(given: readonly Moment[], { time, language }: Writing): string {
  return given.map(at => momentText(at, time, language)).join(', ');
}

/** The moments of a line of days; the part that is none where one is not understood. Those that stand as before are the same. */
export function typedGiven(
  text: string,
  before: readonly Moment[],
  { time, language }: Writing,
): readonly Moment[] | { readonly wrong: string } {
  const known = new Map(before.map(at => [momentText(at, time, language), at]));
  const moments: Moment[] = [];
  for (const part of partsOf(text, /[,;\n]+/)) {
    const kept = known.get(part);
    const read = kept ? null : typedMoment(part, language);
    if (!kept && !read) return { wrong: part };
    moments.push(kept ?? storedMoment(read as Moment, time));
  }
  return moments;
}

const partsOf = (text: string, by: RegExp) =>
  text
    .split(by)
    .map(part => part.trim())
    .filter(part => part !== '');

function changeText(change: DoseChange, { time, language }: Writing): string {
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return `${momentText(change.at, time, language)}${colon}${regimenText(change, language)}`;
}

/** "D5: 40 mg 2/day; D10: paused". */
export function changesText(changes: readonly DoseChange[], writing: Writing): string {
  return changes.map(change => changeText(change, writing)).join(writing.language === 'fr' ? '\u00a0; ' : '; ');
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** "25 g", "1,5 mg/kg/h", "375 mg/m²": null where it does not begin with a number. */
export function typedDose(text: string): Dose | null {
  const [, digits = '', rest = ''] = /^\s*([\d.,\s\u00a0\u202f]+)(.*)$/.exec(text) ?? [];
  const amount = typedNumber(digits);
  if (amount === null) return null;
  const per = /\/\s*kg\b/i.test(rest) ? 'kg' : /\/\s*m(?:²|2)/i.test(rest) ? 'm2' : null;
  const unit = rest.replace(/\/\s*(?:kg\b|m(?:²|2))/i, '').trim();
  return { amount, unit, ...(per && { per }) };
}

const PAUSE = /^(?:pauses?|paused|arr[eê]t|stop|off|0)$/i;

/** How many words at the beginning say how often, the most that do: "toutes les 8 h IV" has three. */
function oftenWords(words: readonly string[]): number {
  let count = words.length;
  while (count > 0 && !readFrequency(words.slice(0, count).join(' '))) count--;
  return count;
}

/** What holds from a change on: a dose, how often, by which route; null where none of it was understood. */
function typedRegimen(text: string, dose: Dose | undefined): Omit<DoseChange, 'id' | 'at'> | null {
  if (PAUSE.test(text)) return { dose: { ...(dose ?? { unit: '' }), amount: 0 } };
  // "2/day" begins with a number as "2 mg" does.
  const isDose = oftenWords(text.split(' ')) === 0;
  const [, digits = '', rest = text] = (isDose && /^(\d[\d.,]*(?: \d{3}(?!\d))*)(.*)$/.exec(text)) || [];
  const words = rest.split(' ').filter(word => word !== '');
  const unit = digits === '' || oftenWords(words) > 0 ? '' : (words.shift() ?? '');
  const own = digits === '' ? null : typedDose(`${digits} ${unit}`);
  // A bare number is in the unit, and for each what, the dose before it was.
  const next = own && own.unit === '' && dose ? { ...dose, amount: own.amount } : own;
  const often = oftenWords(words);
  const frequency = words.slice(0, often).join(' ');
  const route = words.slice(often).join(' ');
  // Numbers that say neither how much nor how often were not understood.
  if (/\d/.test(route) || (!next && frequency === '')) return null;
  return { ...(next && { dose: next }), ...(frequency && { frequency }), ...(route && { route }) };
}

/** The changes of a line; the part that was not understood, or stands outside the treatment, where one was not. */
export function typedChanges(
  text: string,
  treatment: Pick<Treatment, 'dose' | 'changes'> & Partial<Pick<Treatment, 'start' | 'stop'>>,
  writing: Writing,
  freshId: () => string,
): readonly DoseChange[] | { readonly wrong: string } {
  const { time, language } = writing;
  const known = new Map(treatment.changes.map(change => [plain(changeText(change, writing)), change]));
  const changes: DoseChange[] = [];
  for (const part of partsOf(text, /[;\n]+/)) {
    const bare = plain(part);
    const kept = known.get(bare);
    const [, day = '', regimen = ''] = /^(.+?) ?(?::(?!\d)|→|=) ?(.+)$/.exec(bare) ?? [];
    const read = kept?.at ?? typedMoment(day, language);
    const at = read && (kept ? read : storedMoment(read, time));
    const dose = [treatment, ...changes].findLast(each => each.dose !== undefined)?.dose;
    const next = kept ?? typedRegimen(regimen, dose);
    if (!at || !next || !isWithin(at, treatment, time)) return { wrong: part };
    const same = treatment.changes.find(change => orderOf(change.at, time) === orderOf(at, time));
    changes.push(kept ?? { ...next, id: same?.id ?? freshId(), at });
  }
  const orders = changes.map(({ at }) => orderOf(at, time));
  const twice = changes.find((_, index) => orders.indexOf(orders[index] as number) !== index);
  return twice ? { wrong: changeText(twice, writing) } : changes;
}

/** Whether a change stands where it can: after the first day, and not after the last. */
export function isWithin(
  at: Moment,
  { start, stop }: { readonly start?: Moment | undefined; readonly stop?: Moment | undefined },
  time: TimeSettings,
): boolean {
  if (!start) return false;
  const order = orderOf(at, time);
  return order > orderOf(start, time) && (!stop || order <= orderOf(stop, time) + 1);
}
