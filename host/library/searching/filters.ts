/** The entries of tags and collections: read when a list is first narrowed to one, then following what is written. */
import type { KeptEntry, LibraryQuery } from '../../../core/library/types.ts';
import type { Database } from '../database.ts';
import { NOTICED } from '../standings.ts';
import { collectionsIn } from '../writing.ts';
import { add, type Bits, leaveOnly, leaveOut, withBit } from './bits.ts';
import { numbersOf } from './packed.ts';
import type { Written } from './shelf.ts';

export interface Groups {
  /** Takes away, from entries that are left, those that have not the tags or are not in the collection of a query. */
  narrow(query: LibraryQuery, left: Bits): void;
  follow(written: readonly Written[]): void;
}

type Kind = 'tags' | 'collections';

const READING: Readonly<Record<Kind, string>> = {
  tags: 'from entry_tags where tag = ?',
  collections: 'from entry_collections where collection = ?',
};
/** Groups that stay in mind. */
const REMEMBERED = 64;

interface Group {
  readonly kind: Kind;
  readonly name: string;
  members: Bits;
}

export function createGroups(database: Database): Groups {
  const known = new Map<string, Group>();

  function membersOf(kind: Kind, name: string, length: number): Bits {
    const key = `${kind} ${name}`;
    let group = known.get(key);
    if (group === undefined) {
      group = { kind, name, members: new Int32Array(length) };
      for (const n of numbersOf(database, READING[kind], name)) put(group, n, true);
    }
    // The one asked for longest ago makes room.
    known.delete(key);
    known.set(key, group);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return group.members;
  }

  /** Those in one of some collections. */
  function inSome(collections: Iterable<string>, length: number): Bits {
    const some = new Int32Array(length);
    for (const id of collections) add(some, membersOf('collections', id, length));
    return some;
  }

  return {
    narrow({ tags = [], collection, unfiled, noticed }, left) {
      for (const tag of tags) leaveOnly(left, membersOf('tags', tag, left.length));
      // Read each time: few have any, and what is heard of entries changes none of them.
      if (noticed) leaveOnly(left, bitsFor(numbersOf(database, `from (${NOTICED})`), left.length));
      if (collection === undefined && !unfiled) return;
      const shown = collectionsIn(database).filter(({ trashed }) => !trashed);
      if (collection !== undefined) {
        leaveOnly(left, inSome(withInner(shown, collection), left.length));
      }
      if (unfiled) {
        const filed = inSome(
          shown.map(({ id }) => id),
          left.length,
        );
        leaveOut(left, filed);
      }
    },
    follow(written) {
      for (const group of known.values())
        for (const { n, now, was } of written)
          if (now[group.kind] !== was?.[group.kind]) put(group, n, isIn(group, now));
    },
  };
}

function bitsFor(ns: Int32Array, length: number): Bits {
  let bits: Bits = new Int32Array(length);
  for (const n of ns) bits = withBit(bits, n, true);
  return bits;
}

function put(group: Group, n: number, is: boolean): void {
  group.members = withBit(group.members, n, is);
}

const isIn = ({ kind, name }: Group, entry: KeptEntry): boolean => entry[kind].includes(name);

/** A collection and all those in it, by id. */
export function withInner(
  all: readonly { readonly id: string; readonly parent: string | null }[],
  outer: string,
): Set<string> {
  const found = new Set([outer]);
  // Once more as long as something was found: collections are few.
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { id, parent } of all) if (parent !== null && found.has(parent)) found.add(id);
  }
  return found;
}
