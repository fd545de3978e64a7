/** Reading `template.json`: what is wrong is named by its place. */
import '../contract/jitless.ts';
import * as z from 'zod';
import { done, failed, type Outcome, problem } from '../outcome.ts';
import { DECLARATION_KEYS, SECTION_KEYS } from '../report/document.ts';
import { languageSchema } from '../report/schema.ts';
import type { Template } from './types.ts';

const words = z.strictObject({ en: z.string(), fr: z.string() });
const kinds = ['abstract', ...SECTION_KEYS, ...DECLARATION_KEYS] as const;
const positive = z.number().positive();

const limit = z.strictObject({
  of: z.enum([
    'title',
    'runningTitle',
    'abstract',
    'text',
    ...SECTION_KEYS,
    'references',
    'figures',
    'tables',
    'authors',
    'keywords',
  ]),
  in: z.enum(['words', 'characters', 'items']),
  max: positive.optional(),
  min: positive.optional(),
  source: z.string().min(1),
  read: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  confirmed: z.boolean(),
});

const headed = ['title', ...kinds, 'references', 'keywords'] as const;

const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: words,
  description: words,
  languages: z.array(languageSchema).min(1),
  page: z.strictObject({
    size: z.enum(['A4', 'LETTER']),
    margins: z.tuple([positive, positive, positive, positive]),
    fontSize: positive,
    lineHeight: positive,
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
      const absent = [...kinds, 'references'].filter(place => !(order as string[]).includes(place));
      if (absent.length > 0) context.addIssue({ code: 'custom', message: `no place for ${absent.join(', ')}` });
    }),
  headings: z.strictObject(Object.fromEntries(headed.map(place => [place, words]))),
  labels: z.strictObject({ figure: words, table: words, after: z.string() }),
  abstract: z.strictObject({ also: z.array(languageSchema), structure: z.array(words) }),
  citations: z.strictObject({
    style: z.string().regex(/^[\w-]+\.csl$/),
    kind: z.enum(['superscript', 'bracket', 'author-date']),
  }),
  statements: z.array(z.enum(kinds)),
  limits: z.array(limit),
});

/** A template from the text of its file; `where` names the file. */
export function parseTemplate(text: string, where: string): Outcome<Template> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return failed(unreadable(where, 'JSON'));
  }
  const read = templateSchema.safeParse(data);
  if (read.success) return done(read.data as unknown as Template);
  const issue = read.error.issues[0];
  return failed(unreadable(where, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`));
}

/** A template that is there and of no use; `place` says what is wrong and where in its file. */
export function unreadable(where: string, place: string) {
  return problem(
    'template.unreadable',
    {
      en: `The template “${where}” cannot be read (${place}).`,
      fr: `Le modèle «\u00a0${where}\u00a0» ne peut pas être lu (${place}).`,
    },
    {
      en: 'It is left out; the other templates are there.',
      fr: 'Il est ignoré\u202f; les autres modèles sont disponibles.',
    },
    where,
  );
}
