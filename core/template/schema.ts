/** What a template file may hold. */
import '../contract/jitless.ts';
import * as z from 'zod';
import { DECLARATION_KEYS, SECTION_KEYS } from '../report/document.ts';
import { languageSchema } from '../report/schema.ts';
import { COUNTED, ENCLOSURES, TEMPLATE_VERSION, UNITS } from './types.ts';

const text = z.string().max(2000);
const words = z.strictObject({ en: text, fr: text });
const kinds = ['abstract', ...SECTION_KEYS, ...DECLARATION_KEYS] as const;
const positive = z.number().positive().max(1_000_000);

const basis = {
  source: text,
  read: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  confidence: z.enum(['confirmed', 'likely', 'not confirmed']),
};

/** A rule that claims to be known says where, and one that claims to be confirmed says when. */
const isFounded = ({ source, read, confidence }: { source: string; read: string; confidence: string }) =>
  confidence === 'not confirmed' || (source !== '' && (confidence !== 'confirmed' || read !== ''));
const UNFOUNDED = 'a confirmed rule needs its source and the day it was read, a likely one its source';

const basisSchema = z.strictObject(basis).refine(isFounded, UNFOUNDED);
const rule = <T extends z.ZodType>(value: T) => z.strictObject({ value, ...basis }).refine(isFounded, UNFOUNDED);

const limit = z
  .strictObject({
    of: z.enum(COUNTED),
    in: z.enum(UNITS),
    max: positive.optional(),
    min: positive.optional(),
    language: languageSchema.optional(),
    ...basis,
  })
  .refine(isFounded, UNFOUNDED)
  .refine(({ max, min }) => max !== undefined || min !== undefined, 'neither a maximum nor a minimum')
  .refine(({ max, min }) => max === undefined || min === undefined || min <= max, 'the minimum is above the maximum');

const phrases = z.strictObject({ en: z.array(text), fr: z.array(text) });
const place = z.enum(['text', 'end', 'separate']);
const headed = ['title', ...kinds, 'references', 'keywords'] as const;
const fileName = z
  .string()
  .min(1)
  .max(100)
  // It becomes a file's name on any system.
  .regex(/^[\p{L}\p{N}{][\p{L}\p{N} ._{}()-]*$/u);

export const templateSchema = z.strictObject({
  version: z.literal(TEMPLATE_VERSION),
  id: z.string().regex(/^[a-z0-9-]{1,80}$/),
  name: words,
  description: words,
  journal: z.strictObject({ name: text.min(1), address: text }).optional(),
  languages: z.array(languageSchema).min(1),
  page: z.strictObject({
    size: z.enum(['A4', 'LETTER']),
    // Wider ones would leave no room for text on either size.
    margins: z.tuple([positive.max(80), positive.max(80), positive.max(80), positive.max(80)]),
    fontSize: positive.min(6).max(24),
    lineHeight: positive.min(0.8).max(4),
    columns: z.literal([1, 2]),
    titlePage: z.boolean(),
    lineNumbers: z.boolean(),
    justified: z.boolean(),
  }),
  numbering: z.strictObject({ sections: z.enum(['roman', 'decimal', 'none']), headings: z.enum(['decimal', 'none']) }),
  order: z
    .array(z.enum([...kinds, 'references']))
    .refine(order => new Set(order).size === order.length, 'a place is named twice')
    // A part without a place would be written and then not be printed.
    .superRefine((order, context) => {
      const absent = [...kinds, 'references'].filter(each => !(order as string[]).includes(each));
      if (absent.length > 0) context.addIssue({ code: 'custom', message: `no place for ${absent.join(', ')}` });
    }),
  headings: z.strictObject(Object.fromEntries(headed.map(each => [each, words]))),
  labels: z.strictObject({ figure: words, table: words, after: text }),
  abstract: z.strictObject({
    also: z.array(languageSchema),
    structure: z.array(words),
    basis: basisSchema.optional(),
  }),
  citations: z.strictObject({
    style: z.string().regex(/^[a-z0-9][\w-]*(\.csl)?$/i),
    kind: z.enum(['superscript', 'bracket', 'author-date']),
    csl: z.string().max(1_000_000).optional(),
    english: z.enum(['en-US', 'en-GB']).optional(),
    basis: basisSchema.optional(),
  }),
  statements: z.array(rule(z.enum(kinds))),
  limits: z.array(limit),
  title: z.strictObject({ contains: rule(phrases).optional(), avoids: rule(phrases).optional() }),
  figures: z.strictObject({
    formats: rule(z.array(z.enum(['tiff', 'jpeg', 'png', 'gif', 'eps', 'pdf', 'svg'])).min(1)).optional(),
    resolution: rule(z.strictObject({ photograph: positive.optional(), drawing: positive.optional() })).optional(),
    widths: rule(z.array(positive).min(1)).optional(),
  }),
  manuscript: z.strictObject({
    spacing: rule(positive.max(4)).optional(),
    lineNumbers: rule(z.boolean()).optional(),
    figures: rule(place).optional(),
    tables: rule(place).optional(),
  }),
  files: z.partialRecord(
    z.enum(['manuscript', 'anonymous', 'titlePage', 'coverLetter', 'consent', 'figure', 'table', 'references']),
    rule(fileName),
  ),
  enclosures: z.array(rule(z.enum(ENCLOSURES))).optional(),
  anonymous: rule(
    z.array(z.enum(['authors', 'affiliations', 'acknowledgements', 'contributions', 'funding', 'conflicts', 'ethics'])),
  ).optional(),
});
