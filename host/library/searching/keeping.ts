/**
 * The index as a file beside the library, so that a large library is not gone through anew at every start. It is no more than a
 * copy: missing, damaged, of another library or too old, it is made again.
 */
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { InvertedParts } from './sorting.ts';

/** Which state of which library an index is of: the number of its last batch, and when and by whom that was made. */
export interface Mark {
  readonly batch: number;
  readonly at: number;
  readonly by: string;
}

/** Changes with the way words are folded, placed and laid out. */
const VERSION = 2;
const NAME = 'words.index';
/** Bytes of the head: JSON, filled up with spaces. */
const HEAD = 512;

const KINDS = [
  ['units', Uint16Array],
  ['ends', Uint32Array],
  ['order', Uint32Array],
  ['until', Uint32Array],
  ['postings', Uint32Array],
] as const;

interface Head extends Mark {
  readonly version: number;
  readonly lengths: readonly number[];
}

/** Every part begins at a multiple of four bytes. */
const padded = (bytes: number): number => Math.ceil(bytes / 4) * 4;

/** Writes the file; what cannot be written is left, as nothing but time is lost. */
export function keepIndex(folder: string, parts: InvertedParts, mark: Mark): void {
  const path = join(folder, `${NAME}-${process.pid}`);
  const head: Head = { ...mark, version: VERSION, lengths: KINDS.map(([name]) => parts[name].length) };
  try {
    const file = openSync(path, 'w', 0o600);
    try {
      writeAll(file, Buffer.from(JSON.stringify(head).padEnd(HEAD)));
      for (const [name] of KINDS) {
        const { buffer, byteOffset, byteLength } = parts[name];
        writeAll(file, new Uint8Array(buffer, byteOffset, byteLength));
        writeAll(file, new Uint8Array(padded(byteLength) - byteLength));
      }
    } finally {
      closeSync(file);
    }
    renameSync(path, join(folder, NAME));
  } catch {
    rmSync(path, { force: true });
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** The index that was kept, null where there is none that can be read. */
export function keptIndex(folder: string): { readonly parts: InvertedParts; readonly mark: Mark } | null {
  try {
    const bytes = readFileSync(join(folder, NAME));
    const head = JSON.parse(bytes.toString('utf8', 0, HEAD)) as Head;
    if (head.version !== VERSION) return null;
    let at = HEAD;
    const parts: Record<string, Uint16Array | Uint32Array> = {};
    for (const [index, [name, Kind]] of KINDS.entries()) {
      const length = head.lengths[index] as number;
      parts[name] = new Kind(bytes.buffer, bytes.byteOffset + at, length);
      at += padded(length * Kind.BYTES_PER_ELEMENT);
    }
    if (at !== bytes.length) return null;
    return { parts: parts as unknown as InvertedParts, mark: { batch: head.batch, at: head.at, by: head.by } };
  } catch {
    return null;
  }
}

/** Takes the file away: the library is another one now. */
export function dropIndex(folder: string): void {
  rmSync(join(folder, NAME), { force: true });
}
