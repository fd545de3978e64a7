/** The submission package in the contract: looked at first, then made. */
import './jitless.ts';
import * as z from 'zod';
import type { Outcome, Problem } from '../outcome.ts';
import type { PackagePlan } from '../package/types.ts';
import { idSchema } from '../report/schema.ts';
import { call, stream } from './wire/method.ts';

export type PackageEvent =
  | { readonly kind: 'progress'; readonly step: 'making' | 'writing' }
  | {
      readonly kind: 'written';
      readonly path: string;
      /** Bytes of all of it. */
      readonly size: number;
      readonly files: readonly { readonly name: string; readonly size: number }[];
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** `template` where it is not the report's own: a journal that the report could be sent to as well. */
const wanted = z.strictObject({ document: idSchema, template: idSchema.optional() });

export const packaging = {
  /** What would be made, and what no longer fits the template. Writes nothing. */
  'package.plan': call(wanted, z.custom<Outcome<PackagePlan>>()),
  /** Long work: into a folder, or one archive where the path ends in `.zip`. Cancel by its signal. */
  'package.make': stream(wanted.extend({ path: z.string().min(1).max(4096) }), z.custom<PackageEvent>()),
} as const;
