/** Which shelf of the library is looked at, and the query that shows it. */
import type { CollectionCount, LibraryQuery } from '../../../core/library/types.ts';

export type Shelf =
  | { readonly kind: 'all' | 'unfiled' | 'starred' | 'unread' | 'noticed' | 'trash' | 'duplicates' }
  | { readonly kind: 'collection'; readonly id: string };

export function queryOf(shelf: Shelf): LibraryQuery {
  switch (shelf.kind) {
    case 'collection':
      return { collection: shelf.id };
    case 'unfiled':
    case 'starred':
    case 'unread':
    case 'noticed':
    case 'trash':
      return { [shelf.kind]: true };
    default:
      return {};
  }
}

export interface Branch extends CollectionCount {
  readonly depth: number;
  readonly hasInner: boolean;
}

/**
 * Collections as they stand in one another, those inside `folded` ones left out. What names no parent that is there stands outside, and
 * so does one of several that two people put into each other.
 */
export function branches(collections: readonly CollectionCount[], folded: ReadonlySet<string>): readonly Branch[] {
  const shown = collections.filter(({ trashed }) => !trashed);
  const byId = new Map(shown.map(each => [each.id, each]));
  const inside = new Map<string | null, CollectionCount[]>();
  for (const each of shown) {
    const parent = parentOf(byId, each);
    inside.set(parent, [...(inside.get(parent) ?? []), each]);
  }
  const walk = (parent: string | null, depth: number): Branch[] =>
    (inside.get(parent) ?? []).flatMap(each => {
      const hasInner = inside.has(each.id);
      return [{ ...each, depth, hasInner }, ...(folded.has(each.id) ? [] : walk(each.id, depth + 1))];
    });
  return walk(null, 0);
}

/** The collection that one stands in; null where that is not there, and where a ring of them is cut. */
function parentOf(byId: ReadonlyMap<string, CollectionCount>, { id, parent }: CollectionCount): string | null {
  const above: string[] = [id];
  for (let at = parent; at !== null && byId.has(at); at = byId.get(at)?.parent ?? null) {
    if (above.includes(at)) {
      const ring = above.slice(above.indexOf(at));
      if (ring.includes(id) && ring.every(other => other >= id)) return null;
      break;
    }
    above.push(at);
  }
  return parent !== null && byId.has(parent) ? parent : null;
}

/** The collections into which one can be moved: all but itself and those inside it. */
export function placesFor(collections: readonly CollectionCount[], id: string): readonly Branch[] {
  const all = branches(collections, new Set());
  const from = all.findIndex(each => each.id === id);
  const depth = all[from]?.depth ?? 0;
  const rest = all.slice(from + 1).findIndex(each => each.depth <= depth);
  return from < 0 ? all : all.toSpliced(from, rest < 0 ? all.length - from : rest + 1);
}
