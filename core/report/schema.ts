/**
 * The report's types as validators, for what comes from outside: a file, a window.
 * Objects are strict: what they do not know is named in the error, and the reader of files decides what to keep.
 */
import '../contract/jitless.ts';
import * as z from 'zod';
import type { Standing } from '../lookup/standing.ts';
import type { Template } from '../template/types.ts';
import {
  chartSettingsSchema,
  eventSchema,
  patientSchema,
  phaseSchema,
  staySchema,
  treatmentSchema,
} from './course-schema.ts';
import type { Block, Inline, ListItem, Part, PartKey, Text } from './document.ts';
import { DECLARATION_KEYS, SECTION_KEYS } from './document.ts';
import { idSchema, momentSchema, short, text } from './fields.ts';
import { MOST_CHILDREN, MOST_POINTS } from './limits.ts';
import type { Op } from './ops.ts';
import type { Asset, Figure, Front, Point, Reference, Series, TimeSettings } from './types.ts';
import { LANGUAGES, SCHEMA_VERSION } from './types.ts';

export { idSchema, momentSchema } from './fields.ts';

const mark = z.literal(true).optional();
const count = z.number().int().nonnegative();

export const languageSchema = z.enum(LANGUAGES);

export const partKeySchema = z.enum([
  'title',
  'abstract:fr',
  'abstract:en',
  ...SECTION_KEYS,
  ...DECLARATION_KEYS,
]) satisfies z.ZodType<PartKey>;

export const textSchema = z.strictObject({
  text,
  bold: mark,
  italic: mark,
  underline: mark,
  sup: mark,
  sub: mark,
}) as unknown as z.ZodType<Text>;

const voidChildren = z.array(textSchema).max(1);

const citationItem = z.strictObject({
  reference: idSchema,
  prefix: short.optional(),
  suffix: short.optional(),
  locator: short.optional(),
  label: short.optional(),
  suppressAuthor: mark,
});

export const inlineSchema = z.union([
  textSchema,
  z.strictObject({ type: z.literal('link'), url: short, children: z.array(textSchema) }),
  z.strictObject({
    type: z.literal('citation'),
    id: idSchema,
    items: z.array(citationItem).max(500),
    narrative: mark,
    children: voidChildren,
  }),
  z.strictObject({
    type: z.literal('cross-reference'),
    target: idSchema,
    panel: short.optional(),
    children: voidChildren,
  }),
  z.strictObject({
    type: z.literal('value'),
    series: idSchema,
    point: idSchema,
    show: z.enum(['value', 'value-unit', 'both-units']),
    children: voidChildren,
  }),
]) as unknown as z.ZodType<Inline>;

const inlines = z.array(inlineSchema).max(MOST_CHILDREN.inlines);
const paragraph = z.strictObject({ type: z.literal('paragraph'), children: inlines });
const caption = z.strictObject({ type: z.literal('caption'), children: inlines });

const list: z.ZodType = z.lazy(() =>
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    children: z.array(listItemSchema).max(MOST_CHILDREN.list),
  }),
);
const listItemSchema = z.lazy(() =>
  z.strictObject({
    type: z.literal('list-item'),
    children: z.array(z.union([paragraph, list])).max(MOST_CHILDREN['list-item']),
  }),
) as unknown as z.ZodType<ListItem>;

const cell = z.strictObject({ type: z.literal('table-cell'), header: mark, children: inlines });
const row = z.strictObject({ type: z.literal('table-row'), children: z.array(cell).max(MOST_CHILDREN['table-row']) });
const seriesIds = z.array(idSchema).max(1000);

export const blockSchema = z.union([
  paragraph,
  z.strictObject({ type: z.literal('heading'), level: z.literal([1, 2]), children: inlines }),
  list,
  z.strictObject({
    type: z.literal('table'),
    id: idSchema,
    headerRows: count,
    children: z.array(z.union([caption, row])).max(MOST_CHILDREN.table),
  }),
  z.strictObject({ type: z.literal('figure'), id: idSchema, children: z.array(caption).length(1) }),
  z.strictObject({
    type: z.literal('chart'),
    id: idSchema,
    series: seriesIds,
    settings: chartSettingsSchema.optional(),
    children: z.array(caption).length(1),
  }),
  z.strictObject({
    type: z.literal('lab-table'),
    id: idSchema,
    series: seriesIds,
    moments: z.array(momentSchema).max(1000).optional(),
    across: z.literal('analytes').optional(),
    bothUnits: z.literal(true).optional(),
    children: z.array(caption).length(1),
  }),
]) as unknown as z.ZodType<Block>;

export const partSchema = z.strictObject({
  type: z.literal('part'),
  key: partKeySchema,
  children: z.array(blockSchema).max(MOST_CHILDREN.part),
}) as unknown as z.ZodType<Part>;

/** What a change of text may bring: whatever stands inside a part. Whether it may stand there is asked where it is put. */
const withinSchema = z.union([inlineSchema, blockSchema, listItemSchema, caption, row, cell]);

const keywords = z.strictObject({ language: languageSchema, words: z.array(short).max(1000) });
const author = z.strictObject({
  id: idSchema,
  given: short,
  family: short,
  orcid: short.optional(),
  email: short.optional(),
  affiliations: z.array(idSchema).max(100),
  corresponding: mark,
});
const affiliation = z.strictObject({ id: idSchema, name: short, city: short, country: short });

export const frontSchema = z.strictObject({
  runningTitle: short,
  authors: z.array(author).max(5000),
  affiliations: z.array(affiliation).max(5000),
  keywords: z.array(keywords).max(10),
}) as unknown as z.ZodType<Front>;

const notice = z.strictObject({
  kind: z.enum(['retracted', 'concern', 'corrected']),
  doi: short.optional(),
  pmid: short.optional(),
  date: short.optional(),
  from: z.enum(['publisher', 'retraction-watch', 'pubmed', 'europe-pmc', 'title']),
});

export const standingSchema = z.strictObject({
  state: z.enum(['retracted', 'concern', 'corrected', 'none', 'not checked']),
  at: z.number().nullable(),
  source: z.enum(['crossref', 'pubmed', 'europe-pmc']).nullable(),
  notices: z.array(notice).max(100),
  noticeOf: z.array(notice).max(100),
  why: z.enum(['never asked', 'no identifier', 'unknown there', 'failed']).optional(),
}) as unknown as z.ZodType<Standing>;

export const referenceSchema = z.strictObject({
  id: idSchema,
  item: z.looseObject({ id: idSchema, type: short }),
  kept: z.record(z.string(), text).optional(),
  library: z.strictObject({ entry: idSchema, revision: z.number().int().nonnegative() }).optional(),
  standing: standingSchema.optional(),
  apart: z.array(idSchema).max(1_000).optional(),
}) as unknown as z.ZodType<Reference>;

const panel = z.strictObject({
  id: idSchema,
  asset: idSchema,
  label: short,
  moment: momentSchema.optional(),
  alt: text,
});

export const figureSchema = z.strictObject({
  id: idSchema,
  panels: z.array(panel).max(100),
  columns: z.number().int().min(1).max(12),
  alt: text,
  credit: short,
}) as unknown as z.ZodType<Figure>;

const range = z.strictObject({ low: z.number().optional(), high: z.number().optional() });

export const pointSchema = z.strictObject({
  id: idSchema,
  at: momentSchema,
  value: z.number().nullable(),
  comparator: z.enum(['<', '<=', '>', '>=']).optional(),
  flag: short.optional(),
  asPrinted: short,
  status: z.enum(['preliminary', 'corrected', 'amended', 'superseded']).optional(),
  range: range.optional(),
}) as unknown as z.ZodType<Point>;

export const seriesSchema = z.strictObject({
  id: idSchema,
  analyte: short,
  kind: z.enum(['vital', 'score']).optional(),
  loinc: short.optional(),
  unit: short,
  shownUnit: short.optional(),
  range,
  points: z.array(pointSchema).max(MOST_POINTS),
}) as unknown as z.ZodType<Series>;

export const assetSchema = z.strictObject({
  name: z.string().regex(/^[0-9a-f]{64}\.(jpg|png)$/),
  type: z.enum(['image/jpeg', 'image/png']),
  width: count,
  height: count,
  size: count,
}) as z.ZodType<Asset>;

export const timeSchema = z.strictObject({
  dayZero: z.string().optional(),
  dayZeroIs: short,
  show: z.enum(['days', 'weeks', 'dates']),
  countFrom: z.strictObject({ at: momentSchema, is: short }).optional(),
  columns: z.array(momentSchema).max(1000).optional(),
}) as unknown as z.ZodType<TimeSettings>;

/** A template that travels with a report; it is validated where it is used (`core/template/choose.ts`). */
export const ownTemplateSchema = z.record(z.string().max(100), z.unknown()) as unknown as z.ZodType<Template>;

const at = count.optional();

export const opSchema = z.discriminatedUnion('set', [
  z.strictObject({ set: z.literal('part'), key: partKeySchema, value: partSchema.nullable(), at }),
  z.strictObject({
    set: z.literal('text'),
    key: partKeySchema,
    inside: z.array(count).max(100),
    at: count,
    remove: count,
    insert: z.array(withinSchema).max(MOST_CHILDREN.inlines),
    was: count,
  }),
  z.strictObject({ set: z.literal('reference'), id: idSchema, value: referenceSchema.nullable(), at }),
  z.strictObject({ set: z.literal('figure'), id: idSchema, value: figureSchema.nullable(), at }),
  z.strictObject({ set: z.literal('series'), id: idSchema, value: seriesSchema.nullable(), at }),
  z.strictObject({
    set: z.literal('points'),
    id: idSchema,
    at: count,
    remove: count,
    insert: z.array(pointSchema).max(MOST_POINTS),
    was: count,
  }),
  z.strictObject({ set: z.literal('treatment'), id: idSchema, value: treatmentSchema.nullable(), at }),
  z.strictObject({ set: z.literal('event'), id: idSchema, value: eventSchema.nullable(), at }),
  z.strictObject({ set: z.literal('stay'), id: idSchema, value: staySchema.nullable(), at }),
  z.strictObject({ set: z.literal('phase'), id: idSchema, value: phaseSchema.nullable(), at }),
  z.strictObject({ set: z.literal('patient'), value: patientSchema.nullable() }),
  z.strictObject({ set: z.literal('asset'), id: idSchema, value: assetSchema.nullable(), at }),
  z.strictObject({ set: z.literal('front'), value: frontSchema }),
  z.strictObject({ set: z.literal('template'), value: idSchema, own: ownTemplateSchema.optional() }),
  z.strictObject({ set: z.literal('language'), value: languageSchema }),
  z.strictObject({ set: z.literal('time'), value: timeSchema }),
]) as unknown as z.ZodType<Op>;

/** The whole report; `extra` is filled by the reader of files, never present in the JSON itself. */
export const reportSchema = z.strictObject({
  format: z.literal('casereport'),
  version: z.literal(SCHEMA_VERSION),
  id: idSchema,
  language: languageSchema,
  template: idSchema,
  ownTemplate: ownTemplateSchema.optional(),
  front: frontSchema,
  parts: z.array(partSchema).max(50),
  references: z.array(referenceSchema).max(100_000),
  figures: z.array(figureSchema).max(10_000),
  series: z.array(seriesSchema).max(10_000),
  treatments: z.array(treatmentSchema).max(10_000),
  events: z.array(eventSchema).max(10_000),
  stays: z.array(staySchema).max(10_000),
  phases: z.array(phaseSchema).max(10_000),
  patient: patientSchema.optional(),
  time: timeSchema,
  assets: z.array(assetSchema).max(10_000),
  extra: z.record(z.string(), z.unknown()).optional(),
});
