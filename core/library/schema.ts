/** Validators of what a window may ask of a library. */
import * as z from 'zod';
import type { Change, LibraryQuery, NewEntry } from './types.ts';
import { SORT_KEYS } from './types.ts';

const short = z.string().max(1000);
const text = z.string().max(1_000_000);

/** Of entries, notes, files and collections. */
export const entryIdSchema = z.string().regex(/^[\w-]{1,64}$/);
const collectionId = z.string().regex(/^collection:[\w-]{1,64}$/);

const itemSchema = z.looseObject({ type: z.string().min(1).max(100) });
const noteSchema = z.strictObject({ id: entryIdSchema, text });

export const newEntrySchema = z.strictObject({
  item: itemSchema,
  kept: z.record(z.string().max(200), text).optional(),
  key: short.optional(),
  tags: z.array(short).max(1000).optional(),
  collections: z.array(entryIdSchema).max(1000).optional(),
  notes: z.array(noteSchema).max(1000).optional(),
}) as unknown as z.ZodType<NewEntry>;

const content = { size: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) };
const fileSchema = z.strictObject({
  id: entryIdSchema,
  name: short,
  path: z.string().min(1).max(4096),
  ...content,
  seen: z.number(),
  here: z.strictObject(content).optional(),
});
const citedSchema = z.strictObject({
  report: z.string().min(1).max(200),
  path: z.string().max(4096).nullable(),
  times: z.number().int().nonnegative().optional(),
});

const names = z
  .array(
    z.looseObject({
      family: short.optional(),
      given: short.optional(),
      literal: short.optional(),
      suffix: short.optional(),
    }),
  )
  .max(10_000);
const date = z.looseObject({
  'date-parts': z
    .array(z.array(z.union([z.number(), z.string().max(20)])).max(3))
    .max(2)
    .optional(),
});
/** CSL variables that the program reads, and so relies on; any other may hold any JSON. */
const VARIABLES: Readonly<Record<string, z.ZodType>> = { author: names, editor: names, issued: date, type: short };

/** What a field may hold beside null, by the first part of its name. */
const FIELDS: Readonly<Record<string, z.ZodType>> = {
  key: short,
  read: z.boolean(),
  starred: z.boolean(),
  trashed: z.boolean(),
  mergedInto: entryIdSchema,
  item: z.json(),
  kept: text,
  tag: z.literal(true),
  collection: z.literal(true),
  alias: z.literal(true),
  note: text,
  file: fileSchema,
  cited: citedSchema,
  new: newEntrySchema,
};
const COLLECTION_FIELDS: Readonly<Record<string, z.ZodType>> = {
  name: short.min(1),
  parent: entryIdSchema,
  trashed: z.boolean(),
};

function isFitting({ entry, field, value }: Change): boolean {
  const dot = field.indexOf('.');
  const [group, name] = dot < 0 ? [field, ''] : [field.slice(0, dot), field.slice(dot + 1)];
  const isOfCollection = entry.startsWith('collection:');
  const validator = isOfCollection
    ? COLLECTION_FIELDS[field]
    : Object.hasOwn(FIELDS, group)
      ? FIELDS[group]
      : undefined;
  if (!validator) return false;
  if (value === null) return group !== 'new';
  const inner = group === 'item' && Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined;
  return validator.safeParse(value).success && (inner?.safeParse(value).success ?? true);
}

/** A change of a known field to a value that the field can hold. */
export const changeSchema = z
  .strictObject({
    entry: z.union([entryIdSchema, collectionId]),
    field: z.string().min(1).max(300),
    value: z.json(),
  })
  .refine(change => isFitting(change), 'value does not fit the field') as unknown as z.ZodType<Change>;

const year = z.number().int().min(-10_000).max(10_000);

export const querySchema = z.strictObject({
  text: short.optional(),
  tags: z.array(short).max(100).optional(),
  collection: entryIdSchema.optional(),
  from: year.optional(),
  to: year.optional(),
  types: z.array(z.string().max(100)).max(100).optional(),
  starred: z.boolean().optional(),
  unread: z.boolean().optional(),
  withFile: z.boolean().optional(),
  unfiled: z.boolean().optional(),
  noticed: z.boolean().optional(),
  trash: z.boolean().optional(),
  sort: z.enum(SORT_KEYS).optional(),
  descending: z.boolean().optional(),
}) as unknown as z.ZodType<LibraryQuery>;
