/** Results of one file as series: grouped by analyte and unit, in order of time, corrections after what they replace. */
import type { Language, Moment } from '../../report/types.ts';
import { findAnalyte, languageOfNames } from '../analytes/find.ts';
import { nameKey, specimenInName, specimenOf } from '../analytes/names.ts';
import type { Analyte } from '../analytes/table.ts';
import { orderOf } from '../moment.ts';
import { unitKey } from '../units/read.ts';
import { said } from './memory.ts';
import { meantKey, question } from './questions.ts';
import { AS_PRINTED, type LabOptions, type LabResult, type LabSeries, type LabWarning } from './types.ts';
import { warning } from './warnings.ts';

interface Group {
  readonly name: string;
  readonly recognised: string | undefined;
  readonly key: string;
  unit: string;
  readonly results: LabResult[];
}

export interface Grouped {
  readonly series: readonly LabSeries[];
  readonly warnings: readonly LabWarning[];
}

const WITHDRAWN = new Set(['entered-in-error', 'deleted', 'cancelled']);
/** Statuses that say that an earlier result of the same sample no longer holds. */
const REPLACING = new Set(['corrected', 'amended', 'entered-in-error', 'deleted']);

/** Whether the laboratory took a result back. */
export function isWithdrawn({ status }: LabResult): boolean {
  return status !== null && WITHDRAWN.has(status);
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s._]+/g, ' ')
    .trim();

/** Letters and digits of a name, for ids that stay the same from one import to the next. */
const slug = (text: string) =>
  folded(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'x';

const RELATIVE = { dayZeroIs: '', show: 'days' as const };

/** A number that orders results; days and dates do not mix within one file's series, and what has no moment comes last. */
function placeInTime(at: Moment | null): number {
  return at === null ? Number.POSITIVE_INFINITY : orderOf(at, RELATIVE);
}

/** What a name as printed was taken for. */
interface Named {
  /** The same for every spelling of one analyte. */
  readonly key: string;
  readonly name: string;
  readonly recognised?: string;
}

/** A name that the table does not have; a fluid other than blood is part of what it names. */
function unrecognised({ analyte, specimen = '' }: LabResult): Named {
  const kind = specimenOf(specimen);
  const isPart = kind !== null && kind !== 'blood' && !folded(analyte).includes(folded(specimen).slice(0, 4));
  const name = isPart ? `${analyte} (${specimen})` : analyte;
  return { key: folded(name), name };
}

/** The name of a series: as printed, except where a code, a LOINC name or a title elsewhere in the file says it better. */
function shownName(printed: string, { name, specimen }: Analyte, language: Language | undefined): string {
  const isCoded = /[[\]:^]|^\d{1,6}-\d$/.test(printed) || printed.length > 60;
  const saysSpecimen = specimen === 'blood' || specimen === 'patient' || specimenInName(printed) !== null;
  if (!isCoded && (saysSpecimen || nameKey(printed) === nameKey(name.fr) || nameKey(printed) === nameKey(name.en)))
    return printed;
  return name[language ?? 'en'];
}

function namesOf(results: readonly LabResult[]): ReadonlySet<string> {
  const names = new Set<string>();
  let last = '';
  for (const { analyte } of results)
    if (analyte !== last) {
      names.add(analyte);
      last = analyte;
    }
  return names;
}

/** Groups results; `results` are in the order of their file. */
export function groupResults(results: readonly LabResult[], options: LabOptions): Grouped {
  const warnings: LabWarning[] = [];
  const groups = new Map<string, Group>();
  const names = new Map<string, Named>();
  const ambiguous = new Set<string>();
  const units = new Map<string, string>();
  const worded: { readonly key: string; readonly result: LabResult }[] = [];

  const language = options.language ?? languageOfNames(namesOf(results));
  const nameOf = (result: LabResult, unit: string): Named => {
    const written = `${result.analyte}\0${result.loinc ?? ''}\0${result.specimen ?? ''}\0${unit}`;
    const known = names.get(written);
    if (known) return known;
    const answer = said(options, 'analytes', result.analyte);
    const context = {
      ...(result.loinc === undefined ? {} : { loinc: result.loinc }),
      ...(result.specimen === undefined ? {} : { specimen: result.specimen }),
      unit,
      ...(language === undefined ? {} : { language }),
    };
    const open = findAnalyte(result.analyte, context);
    const found = answer === undefined ? open : findAnalyte(result.analyte, { ...context, answer });
    if (open.kind === 'ambiguous' && !ambiguous.has(result.analyte)) {
      ambiguous.add(result.analyte);
      const names = open.choices.map(({ words }) => words[language ?? 'en']).join(', ');
      const ask = question(result.analyte, [...open.choices, LEFT], answer);
      warnings.push(warning('analyte-ambiguous', result.place, names, result.analyte, ask));
    }
    const name =
      found.kind === 'found'
        ? {
            key: found.analyte.id,
            name: shownName(result.analyte, found.analyte, language),
            recognised: found.analyte.id,
          }
        : unrecognised(result);
    names.set(written, name);
    return name;
  };

  /** The unit that was printed, or the one that the user says was meant or is missing. */
  const unitOf = (result: LabResult, printed: string): string => {
    if (printed === '')
      return said(options, 'units', result.analyte) ?? said(options, 'units', nameOf(result, '').name) ?? '';
    if (!(options.meantUnits || options.recalled?.meantUnits)) return printed;
    const name = nameOf(result, printed).name;
    const meant = said(options, 'meantUnits', meantKey(name, printed));
    return meant === undefined || meant === AS_PRINTED ? printed : meant;
  };

  // Most results are of an analyte and a unit that were just met: their group is found without names and units being read again.
  const met = new Map<string, Map<string, Group>>();
  const isPlain = ({ loinc, specimen, unit }: LabResult) =>
    loinc === undefined && specimen === undefined && unit !== '';
  for (const result of results) {
    const home = isPlain(result) ? met.get(result.analyte)?.get(result.unit) : undefined;
    if (home) {
      home.results.push(result);
      continue;
    }
    const printed = result.unit || result.quantity.unit || '';
    const unit = unitOf(result, printed);
    const { key, name, recognised } = nameOf(result, unit);
    // Words need no unit: they stand with the numbers of their analyte.
    if (unit === '' && result.quantity.value === null) {
      worded.push({ key, result });
      if (!groups.has(key)) groups.set(key, { name, recognised, key, unit: '', results: [] });
      continue;
    }
    let spelling = units.get(unit);
    if (spelling === undefined) {
      spelling = unitKey(unit);
      units.set(unit, spelling);
    }
    const id = `${key}\0${spelling}`;
    let group = groups.get(id);
    if (!group) {
      group = { name, recognised, key, unit, results: [] };
      groups.set(id, group);
    }
    group.results.push(result);
    if (!isPlain(result)) continue;
    const byUnit = met.get(result.analyte) ?? new Map<string, Group>();
    met.set(result.analyte, byUnit.set(result.unit, group));
  }
  for (const { key, result } of worded) {
    const own = groups.get(key) as Group;
    const home = [...groups.values()].find(group => group.key === key && group !== own) ?? own;
    home.results.push(result);
  }

  const used = new Set<string>();
  const series = [...groups.values()]
    .filter(({ results: own }) => own.length > 0)
    .map((group): LabSeries => {
      const base = slug(group.name);
      let id = base;
      for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
      used.add(id);
      const loinc = group.results.find(result => result.loinc !== undefined)?.loinc;
      const { results: own, warnings: found } = inOrder(group.name, group.results);
      warnings.push(...found);
      return {
        id,
        analyte: group.name,
        ...(group.recognised === undefined ? {} : { recognised: group.recognised }),
        ...(loinc === undefined ? {} : { loinc }),
        unit: group.unit,
        results: own,
      };
    });
  return { series, warnings };
}

/** The choice that leaves a name as it is printed. */
const LEFT = { id: AS_PRINTED, words: { en: 'Left as printed', fr: 'Laissé tel quel' } };

const compare = (a = 0, b = 0) => (a === b ? 0 : a < b ? -1 : 1);

/** Whether each result is of a later moment than the one before it, all as days or all as minutes. */
function areRising(results: readonly LabResult[]): boolean {
  let before = '';
  for (const { at } of results) {
    if (at === null || !('date' in at) || at.date <= before) return false;
    if (before !== '' && at.date.length !== before.length) return false;
    before = at.date;
  }
  return true;
}

function withdrawnIn(name: string, results: readonly LabResult[]): LabWarning[] {
  const warnings: LabWarning[] = [];
  for (const result of results)
    if (isWithdrawn(result)) warnings.push(warning('withdrawn', result.place, result.asPrinted, name));
  return warnings;
}

/** Results in order of time, with what was replaced marked, and what stands twice said. */
export function inOrder(
  name: string,
  results: readonly LabResult[],
): { results: readonly LabResult[]; warnings: LabWarning[] } {
  // Most files stand in order, with one value a moment: then there is nothing to sort, and nothing stands twice.
  if (areRising(results)) return { results, warnings: withdrawnIn(name, results) };
  const orders = new Map<Moment | null, number>();
  const times = results.map(({ at }) => {
    let time = orders.get(at);
    if (time === undefined) {
      time = placeInTime(at);
      orders.set(at, time);
    }
    return time;
  });
  let ordered = results as LabResult[];
  if (times.every((time, index) => index === 0 || time >= (times[index - 1] as number))) ordered = [...results];
  else {
    const places = results.map((_, index) => index).sort((a, b) => compare(times[a], times[b]) || a - b);
    ordered = places.map(place => results[place] as LabResult);
    times.sort(compare);
  }
  const warnings: LabWarning[] = [];
  let twice: LabResult | null = null;
  let other: readonly [LabResult, LabResult] | null = null;
  for (let from = 0; from < ordered.length; ) {
    let to = from + 1;
    while (to < ordered.length && times[to] === times[from] && ordered[from]?.at !== null) to++;
    for (let index = from + 1; index < to; index++) {
      const later = ordered[index] as LabResult;
      const before = ordered[index - 1] as LabResult;
      if (isReplacing(later, before)) {
        for (let earlier = from; earlier < index; earlier++) {
          const old = ordered[earlier] as LabResult;
          if (!isWithdrawn(old)) ordered[earlier] = { ...old, status: 'superseded' };
        }
        if (!isWithdrawn(later))
          warnings.push(warning('corrected', later.place, `${before.asPrinted} → ${later.asPrinted}`, name));
      } else if (before.asPrinted === later.asPrinted) twice ??= later;
      else other ??= [before, later];
    }
    from = to;
  }
  warnings.push(...withdrawnIn(name, ordered));
  if (twice) warnings.push(warning('repeated', twice.place, twice.asPrinted, name));
  if (other) {
    const [before, later] = other;
    const kind = later.stated?.includes('T') ? 'duplicate' : 'same-day';
    warnings.push(warning(kind, later.place, `${before.asPrinted}, ${later.asPrinted}`, name));
  }
  return { results: ordered, warnings };
}

/** Whether a result says that the one before it, of the same moment, no longer holds. */
function isReplacing(later: LabResult, before: LabResult): boolean {
  if (later.status !== null && REPLACING.has(later.status)) return true;
  return before.status === 'preliminary' && later.status === 'final';
}
