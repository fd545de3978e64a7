/** A running Zotero in the contract: its collections, its items. Read only, on this computer. */
import './jitless.ts';
import * as z from 'zod';
import type { Outcome } from '../outcome.ts';
import type { ZoteroCollection } from '../references/zotero.ts';
import type { Reference } from '../report/types.ts';
import { call } from './wire/method.ts';

export const zotero = {
  'zotero.collections': call(z.strictObject({}), z.custom<Outcome<readonly ZoteroCollection[]>>()),
  /** At most a hundred from `from` on, the newest first. `collection` is a key as `zotero.collections` gives it, a group's among them. */
  'zotero.items': call(
    z.strictObject({
      query: z.string().max(500),
      collection: z.string().min(1).max(100).nullable(),
      from: z.number().int().min(0).max(1_000_000).optional(),
    }),
    z.custom<Outcome<{ readonly total: number; readonly references: readonly Reference[] }>>(),
  ),
  /** Where the files of an item are on this computer, PDFs first; those that are not there are left out. `group` is the group that the item is in. */
  'zotero.files': call(
    z.strictObject({
      key: z.string().regex(/^[A-Z0-9]{1,20}$/i),
      group: z.number().int().positive().optional(),
    }),
    z.custom<Outcome<readonly { readonly name: string; readonly path: string }[]>>(),
  ),
} as const;
