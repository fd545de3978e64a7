/** A running Zotero in the contract: its collections, its items. Read only, on this computer. */
import './jitless.ts';
import * as z from 'zod';
import type { Outcome } from '../outcome.ts';
import type { ZoteroCollection } from '../references/zotero.ts';
import type { Reference } from '../report/types.ts';
import { call } from './wire/method.ts';

export const zotero = {
  'zotero.collections': call(z.strictObject({}), z.custom<Outcome<readonly ZoteroCollection[]>>()),
  /** At most a hundred, the newest first. */
  'zotero.items': call(
    z.strictObject({ query: z.string().max(500), collection: z.string().min(1).max(100).nullable() }),
    z.custom<Outcome<{ readonly total: number; readonly references: readonly Reference[] }>>(),
  ),
  /** Where the files of an item are on this computer, PDFs first; those that are not there are left out. */
  'zotero.files': call(
    z.strictObject({ key: z.string().regex(/^[A-Z0-9]{1,20}$/i) }),
    z.custom<Outcome<readonly { readonly name: string; readonly path: string }[]>>(),
  ),
} as const;
