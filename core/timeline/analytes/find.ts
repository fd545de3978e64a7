/** An analyte by its printed name: what stands beside the name decides where it has two meanings, else it is asked. */
import type { Words } from '../../outcome.ts';
import type { Language } from '../../report/types.ts';
import { readUnit } from '../units/read.ts';
import { canMeasure } from './measure.ts';
import { foldedName, keysOf, nameKey, specimenInName, specimenOf, withoutSpecimen } from './names.ts';
import { type Analyte, analyteById, analytes, type Specimen } from './table.ts';

export type { Analyte } from './table.ts';

/** What stands beside a name and helps to tell which analyte it is. */
export interface NameContext {
  readonly loinc?: string;
  readonly specimen?: string;
  readonly unit: string;
  readonly language?: Language;
  /** Id that the user chose for this name. */
  readonly answer?: string;
}

export type FoundAnalyte =
  | { readonly kind: 'found'; readonly analyte: Analyte }
  | { readonly kind: 'ambiguous'; readonly choices: readonly { readonly id: string; readonly words: Words }[] }
  | { readonly kind: 'none' };

interface Entry {
  readonly analyte: Analyte;
  readonly language?: 'en' | 'fr';
}

let index: {
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly byLoinc: ReadonlyMap<string, Analyte>;
} | null = null;

function indexes() {
  if (index) return index;
  const byName = new Map<string, Entry[]>();
  const byLoinc = new Map<string, Analyte>();
  for (const analyte of analytes()) {
    for (const { text, language } of analyte.names) {
      const key = nameKey(text);
      const entries = byName.get(key) ?? [];
      if (!entries.some(entry => entry.analyte === analyte))
        entries.push({ analyte, ...(language ? { language } : {}) });
      byName.set(key, entries);
    }
    for (const { loinc } of analyte.measured) if (loinc !== undefined) byLoinc.set(loinc, analyte);
  }
  index = { byName, byLoinc };
  return index;
}

/** What a name can mean in a specimen: without one named, blood and the patient come before urine and other fluids. */
function inSpecimen(entries: readonly Entry[], specimen: Specimen | null): readonly Entry[] {
  const of = (...wanted: readonly Specimen[]) => entries.filter(({ analyte }) => wanted.includes(analyte.specimen));
  if (specimen !== null) return of(specimen, ...(specimen === 'blood' ? (['patient'] as const) : []));
  const usual = of('blood', 'patient');
  return usual.length > 0 ? usual : entries;
}

/** Keys drop spaces: "Protéines" is no "Protéine S". Of several, those that are spelled with the same spaces, where there are any. */
function literal(entries: readonly Entry[], name: string): readonly Entry[] {
  if (entries.length < 2) return entries;
  const spelled = words(withoutSpecimen(name));
  const same = entries.filter(({ analyte }) => analyte.names.some(({ text }) => words(text) === spelled));
  return same.length > 0 ? same : entries;
}

const words = (text: string) =>
  foldedName(text)
    .replace(/[^a-z0-9%/]+/g, ' ')
    .trim();

function none(): FoundAnalyte {
  return { kind: 'none' };
}

/** Finds the analyte that a printed name means. */
export function findAnalyte(name: string, context: NameContext): FoundAnalyte {
  const { byName, byLoinc } = indexes();
  const chosen = context.answer === undefined ? undefined : analyteById(context.answer);
  if (chosen) return { kind: 'found', analyte: chosen };
  const coded = context.loinc === undefined ? undefined : byLoinc.get(context.loinc);
  if (coded) return { kind: 'found', analyte: coded };
  const stated = context.specimen === undefined ? null : specimenOf(context.specimen);
  const named = specimenInName(name);
  const specimen = named ?? stated;
  // A pleural or ascitic value is none of blood's.
  if (specimen === 'other') return none();
  const keys = named === null ? keysOf(name) : [...keysOf(name), ...keysOf(withoutSpecimen(name))];
  for (const key of keys) {
    const entries = literal(inSpecimen(byName.get(key) ?? [], specimen), name);
    if (entries.length > 0) return decide(entries, context);
  }
  return none();
}

/** One of several meanings: by its unit, then by the language. Both together must not contradict each other. */
function decide(entries: readonly Entry[], { unit, language }: NameContext): FoundAnalyte {
  const [only] = entries;
  const spoken =
    language === undefined
      ? entries
      : entries.filter(entry => entry.language === undefined || entry.language === language);
  if (entries.length === 1 && only) {
    // "TP" in an English file is no "taux de prothrombine", whatever else it is.
    return spoken.length === 1 || unit === ''
      ? { kind: 'found', analyte: only.analyte }
      : (found(entries, unit) ?? none());
  }
  const measured = unit === '' ? null : readUnit(unit);
  if (measured) {
    const fitting = entries.filter(({ analyte }) => canMeasure(analyte, measured));
    if (fitting.length === 1 && fitting[0]) return { kind: 'found', analyte: fitting[0].analyte };
    const both = fitting.filter(entry => spoken.includes(entry));
    if (both.length === 1 && both[0]) return { kind: 'found', analyte: both[0].analyte };
    return ambiguous(fitting.length > 0 ? fitting : entries);
  }
  if (spoken.length === 1 && spoken[0]) return { kind: 'found', analyte: spoken[0].analyte };
  return ambiguous(entries);
}

function found(entries: readonly Entry[], unit: string): FoundAnalyte | null {
  const measured = readUnit(unit);
  const fitting = entries.filter(({ analyte }) => measured !== null && canMeasure(analyte, measured));
  return fitting.length === 1 && fitting[0] ? { kind: 'found', analyte: fitting[0].analyte } : null;
}

function ambiguous(entries: readonly Entry[]): FoundAnalyte {
  return { kind: 'ambiguous', choices: entries.map(({ analyte }) => ({ id: analyte.id, words: analyte.name })) };
}

/** Whether a name is one of the table's, in any specimen. */
export function recognisesName(name: string): boolean {
  const { byName } = indexes();
  if (name.length > 80 || !/\p{L}/u.test(name)) return false;
  return (
    keysOf(name).some(key => byName.has(key)) ||
    (specimenInName(name) !== null && keysOf(withoutSpecimen(name)).some(key => byName.has(key)))
  );
}

/** The language that names decide: those that only one language has, counted. Undefined where they do not. */
export function languageOfNames(names: Iterable<string>): Language | undefined {
  const { byName } = indexes();
  let [en, fr] = [0, 0];
  for (const name of names) {
    const key = nameKey(name);
    for (const { analyte } of (byName.get(key) ?? []).slice(0, 1)) {
      const [isEnglish, isFrench] = [nameKey(analyte.name.en) === key, nameKey(analyte.name.fr) === key];
      if (isEnglish && !isFrench) en++;
      if (isFrench && !isEnglish) fr++;
    }
    if (/[éèêàùçœ]/i.test(name)) fr++;
  }
  if (en === fr) return undefined;
  return en > fr ? 'en' : 'fr';
}
