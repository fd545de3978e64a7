/** Lab values in the contract: a laboratory's file read, the report's values and charts written to files. */
import './jitless.ts';
import * as z from 'zod';
import type { Outcome, Problem } from '../outcome.ts';
import type { ChartSettings } from '../report/chart-settings.ts';
import { idSchema } from '../report/schema.ts';
import type { LabImport } from '../timeline/formats/types.ts';
import { call, stream } from './wire/method.ts';

export type LabReadEvent =
  /** Share of the work that is done, from 0 to 1. */
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'read'; readonly reading: LabImport }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface WrittenData {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

const bytes = z.instanceof(Uint8Array);
const document = z.strictObject({ document: idSchema });
const path = z.string().min(1).max(4096);
const key = z.string().regex(/^[0-9a-z]{1,16}$/);
/** By hashes of names; see `core/timeline/formats/memory.ts`. */
const byName = z.record(key, z.string().max(60)).optional();
const series = z.array(idSchema).max(10_000).optional();

export const labs = {
  /** Read off the window's thread and the host's. Cancel by its signal. */
  'labs.read': stream(
    z.strictObject({ name: z.string().max(1000).optional(), bytes, options: z.record(z.string(), z.unknown()) }),
    z.custom<LabReadEvent>(),
  ),
  /** Keeps what was answered about a file for the next of its shape. */
  'labs.remember': call(
    z.strictObject({
      shape: key,
      remembered: z.strictObject({
        at: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        shape: z.enum(['long', 'wide-moments', 'wide-analytes']).optional(),
        roles: byName,
        dateOrder: z.enum(['day-month', 'month-day', 'year-first']).optional(),
        decimal: z.enum(['comma', 'point']).optional(),
        epoch: z.enum(['1900', '1904']).optional(),
        units: byName,
        analytes: byName,
        joined: byName,
        meantUnits: byName,
      }),
    }),
    z.custom<null>(),
  ),
  'labs.forget': call(z.strictObject({ shape: key }), z.custom<null>()),
  /** The values of a report as a file; `series` are ids, all where absent. */
  'labs.export': call(
    document.extend({
      path,
      format: z.enum(['csv', 'xlsx', 'fhir']),
      times: z.enum(['relative', 'dates']),
      part: z.enum(['values', 'course', 'all']).optional(),
      series,
    }),
    z.custom<Outcome<WrittenData>>(),
  ),
  /** A chart of a report as a file; `dpi` is of pixels alone. */
  'labs.chart': call(
    document.extend({
      path,
      format: z.enum(['svg', 'png', 'pdf']),
      dpi: z.number().int().min(36).max(2400),
      series,
      settings: z.custom<ChartSettings>().optional(),
    }),
    z.custom<Outcome<WrittenData>>(),
  ),
} as const;
