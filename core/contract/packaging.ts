/** The submission package in the contract: looked at first, then made. */
import './jitless.ts';
import * as z from 'zod';
import type { Outcome, Problem } from '../outcome.ts';
import { PACKAGE_ROLES, type PackagePlan } from '../package/types.ts';
import { idSchema } from '../report/schema.ts';
import { call, stream } from './wire/method.ts';

export type PackageEvent =
  /** `name` is the file under way; `done` of `of` are made. */
  | {
      readonly kind: 'progress';
      readonly step: 'making' | 'writing';
      readonly name: string;
      readonly done: number;
      readonly of: number;
    }
  /** A file that is made, in memory: nothing is on the disk before all are. */
  | { readonly kind: 'made'; readonly name: string; readonly size: number }
  | {
      readonly kind: 'written';
      readonly path: string;
      /** The folder beside an archive, where one was asked for. */
      readonly folder: string | null;
      /** Bytes of all of it. */
      readonly size: number;
      readonly files: readonly { readonly name: string; readonly size: number }[];
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** `template` where it is not the report's own: a journal that the report could be sent to as well. */
const wanted = z.strictObject({
  document: idSchema,
  template: idSchema.optional(),
  /** What is to go in; absent: `usualRoles` of the template. */
  include: z.array(z.enum(PACKAGE_ROLES)).max(PACKAGE_ROLES.length).optional(),
});

export const packaging = {
  /** What would be made, and what no longer fits the template. Writes nothing. */
  'package.plan': call(wanted, z.custom<Outcome<PackagePlan>>()),
  /** Long work: into a folder, or one archive where the path ends in `.zip`. Cancel by its signal. */
  'package.make': stream(
    wanted.extend({
      path: z.string().min(1).max(4096),
      /** With an archive: the same files also in a folder of its name beside it. */
      alsoFolder: z.boolean().optional(),
    }),
    z.custom<PackageEvent>(),
  ),
} as const;
