/** Exports in the contract: which formats there are, and making a file. */
import './jitless.ts';
import * as z from 'zod';
import type { ExportFormat, PrintedPlace } from '../export/types.ts';
import type { Outcome } from '../outcome.ts';
import { idSchema } from '../report/schema.ts';
import type { ExportEvent } from './values.ts';
import { call, stream } from './wire/method.ts';

const document = z.strictObject({ document: idSchema });
const options = z.record(z.string().max(100), z.union([z.boolean(), z.string().max(1000)]));

export interface PreviewedPages {
  readonly bytes: Uint8Array;
  readonly revision: number;
  readonly places: readonly PrintedPlace[];
}

export const exporting = {
  /** In the order in which they are offered. */
  'export.formats': call(z.strictObject({}), z.custom<readonly ExportFormat[]>()),
  /** Long work: progress, then `written` or `failed`. Cancel by its signal. `format` is the id of one that `export.formats` gave. */
  'report.export': stream(
    document.extend({ format: z.string().max(100), options: options.optional(), path: z.string().min(1).max(4096) }),
    z.custom<ExportEvent>(),
  ),
  /** The same PDF as an export, for the pane beside the text, and where its pages show what. */
  'report.preview': call(document, z.custom<Outcome<PreviewedPages>>()),
} as const;
