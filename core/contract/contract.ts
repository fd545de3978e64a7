/** The one table of what a window may ask of its host. Every input is validated by the host before a handler sees it. */
import './jitless.ts';
import * as z from 'zod';
import type { FormattedCitations } from '../manuscript/types.ts';
import type { Outcome } from '../outcome.ts';
import type { Citation } from '../report/document.ts';
import { idSchema, inlineSchema, languageSchema, opSchema, referenceSchema, reportSchema } from '../report/schema.ts';
import type { Asset, CaseReport } from '../report/types.ts';

import { exporting } from './exporting.ts';
import { following } from './following.ts';
import { labs } from './labs.ts';
import { library, sharing } from './library.ts';
import { lookup } from './lookup.ts';
import { packaging } from './packaging.ts';
import { reading } from './reading.ts';
import { roundtrip } from './roundtrip.ts';
import { teamMethods } from './team.ts';
import { templating } from './templates.ts';
import type { AppInfo, FolderListing, Layout, Opened, Recent, Recoverable, Saved, Settings } from './values.ts';
import type { Client } from './wire/method.ts';
import { call } from './wire/method.ts';
import { zotero } from './zotero.ts';

/** Outputs are made by our own host: typed, not checked a second time. */
const gives = <T>() => z.custom<T>();
const outcome = <T>() => gives<Outcome<T>>();
const path = z.string().min(1).max(4096);
const bytes = z.instanceof(Uint8Array);
const nothing = z.strictObject({});
const document = z.strictObject({ document: idSchema });

/** So many references are printed at once to be copied. */
export const MOST_PRINTED = 500;

export const contract = {
  'app.info': call(nothing, gives<AppInfo>()),
  'settings.set': call(
    z.strictObject({
      language: z.enum(['system', 'en', 'fr']).optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      paper: z.enum(['light', 'dark']).optional(),
      lookups: z.enum(['on', 'off']).optional(),
      sharing: z.enum(['on', 'off']).optional(),
      libraryColumns: z
        .string()
        .max(200)
        .regex(/^[a-z ]*$/)
        .optional(),
      libraryWidths: z
        .string()
        .max(200)
        .regex(/^(?:[a-z]+:\d{1,4}(?: (?=[a-z])|$))*$/)
        .optional(),
      copyTemplate: z.union([idSchema, z.literal('')]).optional(),
      contact: z
        .string()
        .max(200)
        .regex(/^(?:[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+)?$/)
        .optional(),
    }),
    gives<Settings>(),
  ),
  'layout.get': call(document, gives<Layout>()),
  'layout.set': call(
    document.extend({ layout: z.record(z.string().max(100), z.union([z.number(), z.string().max(200), z.boolean()])) }),
    gives<null>(),
  ),
  ...templating,
  'recent.list': call(nothing, gives<readonly Recent[]>()),
  'recent.forget': call(z.strictObject({ path }), gives<readonly Recent[]>()),

  'report.create': call(z.strictObject({ template: idSchema, language: languageSchema }), outcome<Opened>()),
  'report.open': call(z.strictObject({ path }), outcome<Opened>()),
  /** A file dropped on the window: opened as a new report that has no file yet. */
  'report.openBytes': call(z.strictObject({ name: z.string().max(1000), bytes }), outcome<Opened>()),
  /** A fresh copy of the sample case in a language. */
  'report.sample': call(z.strictObject({ language: languageSchema }), outcome<Opened>()),
  'report.recoverable': call(nothing, gives<readonly Recoverable[]>()),
  /** `again` is asked by a window that has opened it already. */
  'report.resume': call(document.extend({ again: z.boolean().optional() }), outcome<Opened>()),
  /** A new report, in no file, of what a window holds of an open one that could not be brought to it. */
  'report.keepCopy': call(
    document.extend({ report: reportSchema as unknown as z.ZodType<CaseReport> }),
    outcome<Opened>(),
  ),
  'report.discard': call(document, outcome<null>()),
  /** In the journal (fsync) when it answers. `base` is the revision the window built on. */
  'report.apply': call(
    document.extend({ base: z.number().int().nonnegative(), ops: z.array(opSchema).max(10_000) }),
    outcome<{ readonly revision: number; readonly at: number }>(),
  ),
  'report.save': call(document.extend({ path: path.optional(), replace: z.boolean().optional() }), outcome<Saved>()),
  'report.close': call(document, gives<null>()),
  ...exporting,
  ...labs,
  ...packaging,
  ...teamMethods,
  ...roundtrip,
  ...library,
  ...following,
  ...sharing,
  ...lookup,
  ...zotero,
  ...reading,

  /** An image made safe: metadata removed, size kept sensible, stored under its hash. `removed` names what was taken out. */
  'assets.add': call(
    document.extend({ name: z.string().max(1000), bytes }),
    outcome<{ readonly asset: Asset; readonly removed: readonly string[] }>(),
  ),
  /** Clusters in reading order, formatted with the report's template and language. */
  'citations.format': call(
    document.extend({ clusters: z.array(inlineSchema as unknown as z.ZodType<Citation>).max(20_000) }),
    gives<FormattedCitations>(),
  ),
  /** References as an open report, or a template in a language, prints them: all in one citation, `all`, and their bibliography. */
  'citations.print': call(
    z.strictObject({
      references: z.array(referenceSchema).min(1).max(MOST_PRINTED),
      as: z.union([document, z.strictObject({ template: idSchema, language: languageSchema })]),
    }),
    outcome<FormattedCitations>(),
  ),

  /** The system's own dialog where there is one; `in-window` where the window must list folders itself. */
  'files.choose': call(
    z.strictObject({
      mode: z.enum(['open', 'save']),
      extension: z.string().max(20),
      suggested: z.string().max(1000).optional(),
    }),
    gives<
      | { readonly kind: 'chosen'; readonly path: string }
      | { readonly kind: 'cancelled' }
      | { readonly kind: 'in-window' }
    >(),
  ),
  'files.list': call(
    z.strictObject({ folder: path.optional(), extension: z.string().max(20) }),
    outcome<FolderListing>(),
  ),
  /** Opens a written file, or shows it in its folder. */
  'files.reveal': call(z.strictObject({ path, show: z.enum(['file', 'folder']) }), outcome<null>()),
} as const;

export type HostClient = Client<typeof contract>;
