/** What a list is narrowed to beside words and shelf. */
import type { LibraryQuery } from '../../../core/library/types.ts';

export interface Filter {
  /** All of them. */
  readonly tags: readonly string[];
  /** A CSL type; empty for any. */
  readonly type: string;
  /** Years as typed. */
  readonly from: string;
  readonly to: string;
  readonly starred: boolean;
  readonly unread: boolean;
  readonly withFile: boolean;
}

export const NO_FILTER: Filter = {
  tags: [],
  type: '',
  from: '',
  to: '',
  starred: false,
  unread: false,
  withFile: false,
};

const year = (text: string): number | undefined => (/^\s*\d{4}\s*$/.test(text) ? Number(text) : undefined);

/** What of a query it is; a year that is still being typed narrows nothing. */
export function filterQuery({ tags, type, from, to, starred, unread, withFile }: Filter): LibraryQuery {
  const [first, last] = [year(from), year(to)];
  return {
    ...(tags.length > 0 && { tags }),
    ...(type !== '' && { types: [type] }),
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
    ...(starred && { starred }),
    ...(unread && { unread }),
    ...(withFile && { withFile }),
  };
}

/** How many conditions it has. */
export const conditions = (filter: Filter): number =>
  Object.keys(filterQuery({ ...filter, tags: [] })).length + filter.tags.length;
