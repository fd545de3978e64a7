/** Files of other programs that the own library follows, in the contract. They are only read. */
import './jitless.ts';
import * as z from 'zod';
import {
  FOLLOWED_CHOICES,
  type FollowedFile,
  GONE_CHOICES,
  type GoneEntry,
  type ShownContested,
} from '../library/following.ts';
import { entryIdSchema } from '../library/schema.ts';
import type { Outcome } from '../outcome.ts';
import { call, stream } from './wire/method.ts';

const outcome = <T>() => z.custom<Outcome<T>>();
const id = z.string().regex(/^[\w-]{1,64}$/);
const one = z.strictObject({ id });

export const following = {
  /** All that are followed, now and whenever one of them was read, changed or gone. */
  'following.files': stream(z.strictObject({}), z.custom<readonly FollowedFile[]>()),
  /** Reads a file now and whenever it changes. */
  'following.follow': call(z.strictObject({ path: z.string().min(1).max(4096) }), outcome<FollowedFile>()),
  'following.read': call(one, outcome<FollowedFile>()),
  /** Its entries stay in the library. */
  'following.stop': call(one, outcome<null>()),
  /** Fields that were changed here and in the file, and entries that the file no longer has. */
  'following.open': call(
    one,
    outcome<{ readonly contested: readonly ShownContested[]; readonly gone: readonly GoneEntry[] }>(),
  ),
  'following.settle': call(
    one.extend({ entry: entryIdSchema, field: z.string().min(1).max(300), choice: z.enum(FOLLOWED_CHOICES) }),
    outcome<null>(),
  ),
  /** Entries that the file no longer has: kept in the library and followed no longer, or put in the trash. */
  'following.gone': call(
    one.extend({ entries: z.array(entryIdSchema).max(200_000), how: z.enum(GONE_CHOICES) }),
    outcome<null>(),
  ),
} as const;
