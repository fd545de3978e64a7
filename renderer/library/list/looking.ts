/** What the library's list is looked at by: a shelf, words, filters and an order, and the query that these are. */
import { type Dispatch, type SetStateAction, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { LibraryQuery, SortKey } from '../../../core/library/types.ts';
import { queryOf, type Shelf } from '../shelves/shelf.ts';
import { type Filter, filterQuery, NO_FILTER } from './filters.ts';

export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}

export interface Looking {
  readonly shelf: Shelf;
  readonly setShelf: (to: Shelf) => void;
  /** What stands in the search field, and what of it is asked for: that follows a moment later. */
  readonly text: string;
  readonly words: string;
  readonly setText: (to: string) => void;
  readonly filter: Filter;
  readonly setFilter: Dispatch<SetStateAction<Filter>>;
  /** Null is the order of the search. */
  readonly sort: Sort | null;
  /** By a column; then the other way round, then as it was. */
  readonly sortBy: (by: SortKey) => void;
  readonly query: LibraryQuery;
}

export function useLooking(): Looking {
  const [shelf, putShelf] = useState<Shelf>({ kind: 'all' });
  const [text, putText] = useState('');
  const words = useDeferredValue(text);
  // Duplicates are no list to search in: who searches there means all, and who goes there has searched.
  const setShelf = useCallback((to: Shelf) => {
    putShelf(to);
    if (to.kind === 'duplicates') putText('');
  }, []);
  const setText = useCallback((to: string) => {
    putText(to);
    if (to !== '') putShelf(now => (now.kind === 'duplicates' ? { kind: 'all' } : now));
  }, []);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [sort, setSort] = useState<Sort | null>(null);
  const query = useMemo(
    (): LibraryQuery => ({
      ...filterQuery(filter),
      ...queryOf(shelf),
      ...(words.trim() === '' ? {} : { text: words }),
      ...(sort === null ? {} : { sort: sort.by, descending: sort.descending }),
    }),
    [shelf, words, sort, filter],
  );
  const sortBy = (by: SortKey) => setSort(now => nextSort(now, by));
  return { shelf, setShelf, text, words, setText, filter, setFilter, sort, sortBy, query };
}

function nextSort(now: Sort | null, by: SortKey): Sort | null {
  // The newest years first.
  const first = by === 'year';
  if (now?.by !== by) return { by, descending: first };
  return now.descending === first ? { by, descending: !first } : null;
}
