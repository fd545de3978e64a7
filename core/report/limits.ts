/** How many children an element of the text may have: what no author reaches, and what keeps a window from filling a host. */
export const MOST_CHILDREN = {
  part: 100_000,
  list: 20_000,
  'list-item': 1000,
  table: 100_000,
  'table-row': 1000,
  inlines: 200_000,
} as const;

/** How many points a series may have. */
export const MOST_POINTS = 1_000_000;
