/**
 * Many changes as bytes, to be sent to the library's thread: they are given away, not copied. The items of new entries are JSON that the
 * tables take as it came, with what they are listed by: the thread makes an item of it only where somebody asks for one.
 */
import type { Change, NewEntry } from '../../core/library/types.ts';
import type { CslItem } from '../../core/references/csl.ts';
import type { Changes, StampedChange } from './applying.ts';
import { type ListedItem, listedItem } from './listed.ts';
import type { Asked } from './operations.ts';

type Apply = Asked['apply'][0];

/** Changes as {@link tell} writes them. */
export interface Told {
  readonly others: Omit<Apply, 'changes'>;
  readonly count: number;
  readonly pieces: readonly Piece[];
}

/** Some changes: the items of new entries as JSON in UTF-8 one after the other, and all else as JSON: a list of {@link Line}. */
export interface Piece {
  readonly items: Uint8Array;
  /** A text, as it is read more than twice as fast than from UTF-8. */
  readonly lines: string;
}

/** Changes of a piece: so many are made and written together. */
const AT_ONCE = 1000;

/** A change; of a new entry where its item ends, and what it is listed by. */
export type Line = readonly [entry: string, field: string, value: unknown, end?: number, listed?: ListedItem];

/** Changes are JSON by their type. */
export function tell({ changes, ...others }: Apply): Told {
  const pieces: Piece[] = [];
  let some: Change[] = [];
  for (const change of changes) {
    some.push(change);
    if (some.length < AT_ONCE) continue;
    pieces.push(pieceOf(some));
    some = [];
  }
  if (some.length > 0) pieces.push(pieceOf(some));
  return { others, count: changes.length, pieces };
}

/** Where a piece is written before it is known how long it is. */
let page = Buffer.allocUnsafeSlow(1 << 18);
let written = 0;
/** Bytes of a UTF-16 code unit in UTF-8 at most. */
const UTF8 = 3;

function write(text: string): void {
  const most = written + UTF8 * text.length;
  if (most > page.length) {
    const larger = Buffer.allocUnsafeSlow(2 * most);
    larger.set(page.subarray(0, written));
    page = larger;
  }
  written += page.write(text, written);
}

function pieceOf(changes: readonly Change[]): Piece {
  const lines: Line[] = [];
  written = 0;
  for (const { entry, field, value } of changes) {
    if (field !== 'new') {
      lines.push([entry, field, value]);
      continue;
    }
    // Part by part: leaving one out takes thrice the time.
    const { item, key, kept, tags, collections, notes } = value as NewEntry;
    const rest: { readonly [Name in keyof Omit<Required<NewEntry>, 'item'>]: NewEntry[Name] | undefined } = {
      key,
      kept,
      tags,
      collections,
      notes,
    };
    writeNamed(item, entry);
    lines.push([entry, field, rest, written, listedItem(item)]);
  }
  // Not of a pool, as they are given away.
  const items = Buffer.allocUnsafeSlow(written);
  items.set(page.subarray(0, written));
  return { items, lines: JSON.stringify(lines) };
}

/** Writes the JSON of an item under another id: part by part, as most of it are long texts that stand in JSON as they are. */
function writeNamed(item: CslItem, id: string): void {
  let json = `{"id":${JSON.stringify(id)}`;
  for (const [name, value] of Object.entries(item))
    if (name !== 'id' && value !== undefined) json += `,${JSON.stringify(name)}:${jsonOf(value)}`;
  write(`${json}}`);
}

/** What a text in JSON does not hold as it is; half a pair of surrogates is escaped. */
const ESCAPED = /["\\\p{Cc}\p{Surrogate}]/u;

const jsonOf = (value: unknown): string =>
  typeof value === 'string' && !ESCAPED.test(value) ? `"${value}"` : JSON.stringify(value);

/** A piece as it was heard: its lines, and the items that some of these are of. */
export interface HeardPiece {
  readonly lines: readonly Line[];
  readonly items: Buffer;
}

/** The changes that {@link tell} wrote, made as they are gone through; the items of new entries have the ids of their entries. */
export function hear({ others, count, pieces }: Told): Omit<Apply, 'changes'> & { readonly changes: Changes } {
  function* heard() {
    for (const piece of pieces) yield heardPiece(piece);
  }
  function* changes() {
    for (const piece of heard()) yield* changesOf(piece);
  }
  return { ...others, changes: { length: count, pieces: heard, [Symbol.iterator]: changes } };
}

function heardPiece({ items, lines }: Piece): HeardPiece {
  // What was sent is no Buffer any more.
  const buffer = Buffer.from(items.buffer, items.byteOffset, items.byteLength);
  return { lines: JSON.parse(lines) as readonly Line[], items: buffer };
}

/** The changes of a piece. */
export function* changesOf({ lines, items }: HeardPiece): Generator<StampedChange> {
  let from = 0;
  for (const [entry, field, value, end, listed] of lines) {
    if (end === undefined || listed === undefined) yield { entry, field, value };
    else {
      const bytes = items.subarray(from, end);
      from = end;
      yield { entry, field, value: heardEntry(value as Omit<NewEntry, 'item'>, bytes), told: { bytes, listed } };
    }
  }
}

/** A new entry whose item is made when it is first asked for. */
function heardEntry(rest: Omit<NewEntry, 'item'>, bytes: Buffer): NewEntry {
  let item: CslItem | undefined;
  return {
    ...rest,
    get item() {
      item ??= JSON.parse(bytes.toString()) as CslItem;
      return item;
    },
  };
}
