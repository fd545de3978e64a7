/**
 * What this program last saw in a file, so that it never writes over what somebody else put there since: a colleague on a shared
 * drive, a folder that keeps itself in step with another computer.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

export interface Seen {
  /** In bytes. */
  readonly size: number;
  /** When it was written, as the disk says (milliseconds). */
  readonly at: number;
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The file that has just been read or written, with what it holds; null where its disk does not say. */
export async function seenIn(path: string, bytes: Uint8Array): Promise<Seen | null> {
  const found = await stat(path).catch(() => null);
  return found && { size: found.size, at: found.mtimeMs, hash: hashOf(bytes) };
}

/** Whether the file was changed since. A file that is gone holds nothing to lose; one copied back as it was is as it was. */
export async function isChangedSince(path: string, seen: Seen): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found || (found.size === seen.size && found.mtimeMs === seen.at)) return false;
  if (found.size !== seen.size) return true;
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && hashOf(bytes) !== seen.hash;
}
