/** What a shell names to be read: a file, or "-" for what is piped in. */
import { basename, resolve } from 'node:path';
import { LARGEST_TEXT } from '../core/encoding.ts';
import { done, failed, type Outcome } from '../core/outcome.ts';
import { readChosen, tooLarge } from '../host/documents/files.ts';

export interface Given {
  /** Of the file, without its folder; "stdin" of what is piped in. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads a file or standard input, as long as a text can be. */
export async function readGiven(file: string): Promise<Outcome<Given>> {
  if (file === '-') return readPiped();
  const read = await readChosen(resolve(file), LARGEST_TEXT);
  return read.ok ? done({ name: basename(file), bytes: new Uint8Array(read.value) }) : read;
}

async function readPiped(): Promise<Outcome<Given>> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > LARGEST_TEXT) return failed(tooLarge('stdin', size, LARGEST_TEXT));
  }
  return done({ name: 'stdin', bytes: new Uint8Array(Buffer.concat(pieces)) });
}
