/**
 * Many changes as bytes, to be sent to the library's thread: they are given away, not copied, and read in half the time of a structured
 * clone. The item of each new entry is a line of its own, which is kept with the item that is made of it: the tables take it as it came.
 */
import type { Change, NewEntry } from '../../core/library/types.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { Changes } from './applying.ts';
import type { Asked } from './operations.ts';

type Apply = Asked['apply'][0];

/** Changes as {@link tell} writes them. */
export interface Told {
  readonly others: Omit<Apply, 'changes'>;
  readonly count: number;
  readonly pieces: readonly Piece[];
}

/** Some changes, in UTF-8: for each a line of JSON, and a line that is the item of a new entry, else empty. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** All are ASCII, as most are: so they are read as they stand, and letters and bytes are at the same places. */
  readonly isPlain: boolean;
}

const LINE = '\n';
const LINE_BYTE = LINE.charCodeAt(0);
/** Changes of a piece: some 60 KB, as what is larger than 128 KB is no young object to V8, and has its memory from the system each time. */
const AT_ONCE = 30;

/** A change but for the item of a new entry, as a list. */
type Line = readonly [entry: string, field: string, value: unknown];

/** Changes are JSON by their type. */
export function tell({ changes, ...others }: Apply): Told {
  const pieces: Piece[] = [];
  let lines: string[] = [];
  const end = () => {
    lines.push('');
    const text = lines.join(LINE);
    const length = Buffer.byteLength(text);
    // Not of a pool, as it is given away.
    const bytes = Buffer.allocUnsafeSlow(length);
    const isPlain = length === text.length;
    bytes.write(text, isPlain ? 'latin1' : 'utf8');
    pieces.push({ bytes, isPlain });
    lines = [];
  };
  for (const { entry, field, value } of changes) {
    const made = field === 'new' ? (value as NewEntry) : null;
    if (made) {
      // Part by part: leaving one out takes thrice the time.
      const { item, key, kept, tags, collections, notes } = made;
      const rest: { readonly [Name in keyof Omit<Required<NewEntry>, 'item'>]: NewEntry[Name] | undefined } = {
        key,
        kept,
        tags,
        collections,
        notes,
      };
      lines.push(JSON.stringify([entry, field, rest] satisfies Line), named(item, entry));
    } else lines.push(JSON.stringify([entry, field, value] satisfies Line), '');
    if (lines.length >= 2 * AT_ONCE) end();
  }
  if (lines.length > 0) end();
  return { others, count: changes.length, pieces };
}

/** The JSON of an item under another id. */
function named(item: CslItem, id: string): string {
  const text = JSON.stringify(item);
  const beginning = `{"id":${JSON.stringify(item.id)},`;
  if (!text.startsWith(beginning)) return JSON.stringify({ ...item, id });
  return `{"id":${JSON.stringify(id)},${text.slice(beginning.length)}`;
}

/** The changes that {@link tell} wrote, made as they are gone through; the items of new entries have the ids of their entries. */
export function hear({ others, count, pieces }: Told): Omit<Apply, 'changes'> & { readonly changes: Changes } {
  function* heard() {
    for (const piece of pieces) yield* changesOf(piece);
  }
  return { ...others, changes: { length: count, [Symbol.iterator]: heard } };
}

function* changesOf(piece: Piece): Generator<Change & { readonly told?: Uint8Array }> {
  const { isPlain } = piece;
  // What was sent is no Buffer any more.
  const bytes = Buffer.from(piece.bytes.buffer, piece.bytes.byteOffset, piece.bytes.byteLength);
  const text = bytes.toString(isPlain ? 'latin1' : 'utf8');
  let at = 0;
  let byte = 0;
  const next = () => {
    const [from, byteFrom] = [at, byte];
    const end = text.indexOf(LINE, from);
    const byteEnd = isPlain ? end : bytes.indexOf(LINE_BYTE, byteFrom);
    at = end + 1;
    byte = byteEnd + 1;
    return { text: text.slice(from, end), from: byteFrom, to: byteEnd };
  };
  while (at < text.length) {
    const [entry, field, value] = JSON.parse(next().text) as Line;
    const its = next();
    if (its.text === '') yield { entry, field, value };
    else {
      const made: NewEntry = { ...(value as Omit<NewEntry, 'item'>), item: JSON.parse(its.text) as CslItem };
      yield { entry, field, value: made, told: bytes.subarray(its.from, its.to) };
    }
  }
}
