/**
 * Reading `report.json`. A file of our own making passes through the validators in one go; anything else is read place by
 * place, so that what is sound comes in and each thing that is not is named.
 */
import type { z } from 'zod';
import { done, failed, type Outcome, type Problem, problem } from '../outcome.ts';
import type { Template } from '../template/types.ts';
import { eventSchema, patientSchema, phaseSchema, staySchema, treatmentSchema } from './course-schema.ts';
import { migrate } from './migrate.ts';
import { emptyPart, isOptional, partOrder } from './parts.ts';
import { salvageParts } from './salvage.ts';
import { salvaged } from './salvage-data.ts';
import {
  assetSchema,
  figureSchema,
  frontSchema,
  idSchema,
  languageSchema,
  ownTemplateSchema,
  referenceSchema,
  reportSchema,
  seriesSchema,
  timeSchema,
} from './schema.ts';
import { type CaseReport, type Language, SCHEMA_VERSION } from './types.ts';

export interface ParsedReport {
  readonly report: CaseReport;
  readonly warnings: readonly Problem[];
}

const KNOWN: ReadonlySet<string> = new Set([
  'format',
  'version',
  'id',
  'language',
  'template',
  'ownTemplate',
  'front',
  'parts',
  'references',
  'figures',
  'series',
  'treatments',
  'events',
  'stays',
  'phases',
  'patient',
  'time',
  'assets',
]);

/** What is words, so that one of them left out makes no other wrong. */
const WORDS: ReadonlySet<string> = new Set(['front', 'references', 'figures']);

/** A report nested deeper was not made by an author; recursion must not be what stops it. */
const DEEPEST = 200;

/** Reads the text of `report.json`. `file` names it in messages. */
export function parseReport(text: string, file: string): Outcome<ParsedReport> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failed(
      problem(
        'report.json',
        {
          en: `“${file}” holds a report whose text is damaged (it is no valid JSON).`,
          fr: `« ${file} » contient un texte endommagé (JSON non valide).`,
        },
        UNTOUCHED,
        `${file} › report.json`,
      ),
    );
  }
  return readReport(data, file);
}

const UNTOUCHED = {
  en: 'Nothing was changed, neither in this file nor in the report you have open. Try an older copy of the file.',
  fr: 'Rien n’a été modifié, ni dans ce fichier ni dans le document ouvert. Essayez une copie plus ancienne du fichier.',
};

/** Reads a report from parsed JSON. */
export function readReport(data: unknown, file: string): Outcome<ParsedReport> {
  if (!isObject(data) || data.format !== 'casereport' || depth(data) > DEEPEST) {
    return failed(
      problem(
        'report.format',
        { en: `“${file}” is not a Casewright report.`, fr: `« ${file} » n’est pas un document Casewright.` },
        UNTOUCHED,
        `${file} › report.json`,
      ),
    );
  }
  const version = data.version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > SCHEMA_VERSION) {
    const shown = typeof version === 'number' ? String(version) : '?';
    return failed(
      problem(
        'report.version',
        {
          en: `“${file}” was written by another version of Casewright (format ${shown}; this one reads up to ${SCHEMA_VERSION}).`,
          fr: `« ${file} » a été écrit par une autre version de Casewright (format ${shown} ; celle-ci lit jusqu’à ${SCHEMA_VERSION}).`,
        },
        {
          en: 'The file is unchanged. Update Casewright to open it.',
          fr: 'Le fichier est intact. Mettez Casewright à jour pour l’ouvrir.',
        },
        `${file} › report.json › version`,
      ),
    );
  }
  const current = migrate(data, version);
  const extra = Object.fromEntries(Object.entries(current).filter(([key]) => !KNOWN.has(key)));
  const known = Object.fromEntries(Object.entries(current).filter(([key]) => KNOWN.has(key)));
  const strict = reportSchema.safeParse(known);
  const warnings: Problem[] = Object.keys(extra).map(key => unknownKept(file, key));
  const withExtra = Object.keys(extra).length === 0 ? {} : { extra };
  if (strict.success && hasEveryPart(strict.data as CaseReport)) {
    return done({ report: { ...(strict.data as CaseReport), ...withExtra }, warnings });
  }
  return done({ report: { ...loose(known, file, warnings), ...withExtra }, warnings });
}

function hasEveryPart({ parts, language }: CaseReport): boolean {
  const wanted = partOrder(language).filter(key => !isOptional(key, language) || parts.some(part => part.key === key));
  return wanted.length === parts.length && wanted.every((key, index) => parts[index]?.key === key);
}

/** Reads place by place; what is not sound is left out, with a warning that names its place. */
function loose(data: Readonly<Record<string, unknown>>, file: string, warnings: Problem[]): CaseReport {
  const warn = (place: string) => warnings.push(notRead(file, place));
  /** What of a value can be read; the first place where something was left out is named. */
  const read = <T>(schema: z.ZodType<T>, value: unknown, key: string, place = key): T | null => {
    const saved = salvaged(schema, value, WORDS.has(key) ? 'words' : 'numbers');
    const first = saved === null ? [] : saved.places[0];
    if (first) warn([place, ...first.map(key => (typeof key === 'number' ? key + 1 : String(key)))].join(' › '));
    return saved?.value ?? null;
  };
  const one = <T>(schema: z.ZodType<T>, key: string, fallback: T): T => read(schema, data[key], key) ?? fallback;
  const many = <T>(schema: z.ZodType<T>, key: string): T[] => {
    const list = data[key];
    if (!Array.isArray(list)) {
      warn(key);
      return [];
    }
    return list.flatMap((item, index) => {
      const value = read(schema, item, key, `${key} › ${index + 1}`);
      return value === null ? [] : [value];
    });
  };
  const language = one<Language>(languageSchema, 'language', 'en');
  const { parts, places } = salvageParts(data.parts);
  for (const place of places) warn(`parts › ${place}`);
  const ownTemplate =
    data.ownTemplate === undefined ? null : one<Template | null>(ownTemplateSchema, 'ownTemplate', null);
  const byKey = new Map(parts.map(part => [part.key, part]));
  const wanted = partOrder(language).filter(key => !isOptional(key, language) || byKey.has(key));
  return {
    format: 'casereport',
    version: SCHEMA_VERSION,
    id: one(idSchema, 'id', 'recovered'),
    language,
    template: one(idSchema, 'template', language === 'fr' ? 'plain-fr' : 'plain-en'),
    ...(ownTemplate ? { ownTemplate } : {}),
    front: one(frontSchema, 'front', { runningTitle: '', authors: [], affiliations: [], keywords: [] }),
    parts: wanted.map(key => byKey.get(key) ?? emptyPart(key)),
    references: many(referenceSchema, 'references'),
    figures: many(figureSchema, 'figures'),
    series: many(seriesSchema, 'series'),
    treatments: many(treatmentSchema, 'treatments'),
    events: many(eventSchema, 'events'),
    stays: many(staySchema, 'stays'),
    phases: many(phaseSchema, 'phases'),
    ...(data.patient === undefined ? {} : { patient: one(patientSchema, 'patient', {}) }),
    time: one(timeSchema, 'time', { dayZeroIs: '', show: 'days' }),
    assets: many(assetSchema, 'assets'),
  };
}

function unknownKept(file: string, key: string): Problem {
  const name = key.slice(0, 60);
  return problem(
    'report.unknown',
    {
      en: `“${file}” holds something this version does not know (“${name}”).`,
      fr: `« ${file} » contient un élément inconnu de cette version (« ${name} »).`,
    },
    { en: 'It is kept and will be written back unchanged.', fr: 'Il est conservé et sera réécrit tel quel.' },
    `${file} › ${name}`,
  );
}

function notRead(file: string, place: string): Problem {
  return problem(
    'report.place',
    {
      en: `A part of “${file}” could not be read as it stands (${place}).`,
      fr: `Un passage de « ${file} » n’a pas pu être lu tel quel (${place}).`,
    },
    {
      en: 'Everything else came in. The file itself is unchanged until you save over it: save under another name to keep both.',
      fr: 'Tout le reste a été repris. Le fichier reste intact tant que vous n’enregistrez pas par-dessus : enregistrez sous un autre nom pour garder les deux.',
    },
    `${file} › ${place}`,
  );
}

function isObject(value: unknown): value is Record<string, unknown> & { format?: unknown; version?: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How deep the data is nested, counted without recursion. */
function depth(value: unknown): number {
  let level = 0;
  let here: unknown[] = [value];
  while (here.length > 0 && level <= DEEPEST) {
    level++;
    here = here.flatMap(item => (item !== null && typeof item === 'object' ? Object.values(item) : []));
    here = here.filter(item => item !== null && typeof item === 'object');
  }
  return level;
}
