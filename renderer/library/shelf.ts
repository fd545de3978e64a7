/** Which shelf of the library is looked at, and the query that shows it. */
import type { CollectionCount, LibraryQuery } from '../../core/library/types.ts';

export type Shelf =
  | { readonly kind: 'all' | 'unfiled' | 'starred' | 'unread' | 'trash' | 'duplicates' }
  | { readonly kind: 'collection'; readonly id: string }
  | { readonly kind: 'tag'; readonly tag: string };

export function queryOf(shelf: Shelf): LibraryQuery {
  switch (shelf.kind) {
    case 'collection':
      return { collection: shelf.id };
    case 'tag':
      return { tags: [shelf.tag] };
    case 'unfiled':
    case 'starred':
    case 'unread':
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

/** Collections as they stand in one another, those inside `folded` ones left out. What names no parent that is there stands outside. */
export function branches(collections: readonly CollectionCount[], folded: ReadonlySet<string>): readonly Branch[] {
  const shown = collections.filter(({ trashed }) => !trashed);
  const ids = new Set(shown.map(({ id }) => id));
  const inside = (parent: string | null) =>
    shown.filter(each => (each.parent !== null && ids.has(each.parent) ? each.parent : null) === parent);
  const walk = (parent: string | null, depth: number): Branch[] =>
    inside(parent).flatMap(each => {
      const hasInner = inside(each.id).length > 0;
      return [{ ...each, depth, hasInner }, ...(folded.has(each.id) ? [] : walk(each.id, depth + 1))];
    });
  return walk(null, 0);
}
