/** Exports in the contract: which formats there are, and making a file. */
import './jitless.ts';
import * as z from 'zod';
import type { ExportFormat } from '../export/types.ts';
import type { Outcome } from '../outcome.ts';
import { idSchema } from '../report/schema.ts';
import type { ExportEvent } from './values.ts';
import { call, stream } from './wire/method.ts';

const document = z.strictObject({ document: idSchema });
const options = z.record(z.string().max(100), z.union([z.boolean(), z.string().max(1000)]));

export const exporting = {
  /** In the order in which they are offered. */
  'export.formats': call(z.strictObject({}), z.custom<readonly ExportFormat[]>()),
  /** Long work: progress, then `written` or `failed`. Cancel by its signal. `format` is the id of one that `export.formats` gave. */
  'report.export': stream(
    document.extend({ format: z.string().max(100), options: options.optional(), path: z.string().min(1).max(4096) }),
    z.custom<ExportEvent>(),
  ),
  /** The same PDF as an export, for the pane beside the text. */
  'report.preview': call(document, z.custom<Outcome<{ readonly bytes: Uint8Array; readonly revision: number }>>()),
} as const;
