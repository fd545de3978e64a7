/** Validators of what every record is made of. */
import '../contract/jitless.ts';
import * as z from 'zod';
import type { Moment } from './types.ts';

/** Longest text of a single leaf or field: a whole book has about 3 million characters. */
export const text = z.string().max(4_000_000);
export const short = z.string().max(10_000);
export const idSchema = z.string().min(1).max(200);

export const momentSchema = z.union([
  z.strictObject({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/) }),
  z.strictObject({ day: z.number() }),
]) as z.ZodType<Moment>;
