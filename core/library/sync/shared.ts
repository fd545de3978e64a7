/**
 * What of an entry a team sees. Two things stay with a person: whether they have read or starred it, and anything that names a place
 * on their computer. A file is shared by its name, size and fingerprint, so that another computer that has it can find its own; a report
 * that cites the entry is shared by its id alone, for its file's name may name a patient.
 */
import { sameValue } from '../fields.ts';
import type { AttachedFile, CitedIn } from '../types.ts';

const PERSONAL: ReadonlySet<string> = new Set(['new', 'read', 'starred']);

/** Whether a field is sent to a team at all. */
export const isShared = (field: string): boolean => !PERSONAL.has(field);

/** The value as others may see it. */
export function sharedValue(field: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (field.startsWith('file.')) {
    const { name, size, hash } = value as AttachedFile;
    return { name, size, hash };
  }
  if (field.startsWith('cited.')) return { report: (value as CitedIn).report };
  return value;
}

/** What came from a team, as it stands on this computer, where the field held `here` before. A file not found here yet has an empty path. */
export function localValue(field: string, value: unknown, here: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (field.startsWith('file.')) {
    const { name, size, hash } = value as AttachedFile;
    const own = here as AttachedFile | null;
    const isSame = own !== null && own.hash === hash;
    if (!isSame) return { id: field.slice(5), name, size, hash, path: '', seen: 0 };
    const { path, seen, here: annotated } = own;
    return { id: field.slice(5), name, size, hash, path, seen, ...(annotated && { here: annotated }) };
  }
  if (field.startsWith('cited.')) {
    const { path = null, times } = (here as CitedIn | null) ?? {};
    return { report: field.slice(6), path, ...(times === undefined ? {} : { times }) };
  }
  return value;
}

/** Whether a team would see any difference. */
export const isSameShared = (field: string, one: unknown, other: unknown): boolean =>
  sameValue(sharedValue(field, one), sharedValue(field, other));
