/** Files that come back from co-authors, in the contract: read and compared; what is accepted is applied like any other change. */
import './jitless.ts';
import * as z from 'zod';
import type { Outcome } from '../outcome.ts';
import { idSchema } from '../report/schema.ts';
import type { Review } from '../roundtrip/review.ts';
import { call } from './wire/method.ts';

const document = z.strictObject({ document: idSchema });

export const roundtrip = {
  /** A returned .docx laid beside the open report. Changes nothing. */
  'review.read': call(document.extend({ path: z.string().min(1).max(4096) }), z.custom<Outcome<Review>>()),
  /** The same, of a file dropped on the window. */
  'review.readBytes': call(document.extend({ bytes: z.instanceof(Uint8Array) }), z.custom<Outcome<Review>>()),
} as const;
