/** The columns of the library's list: which are shown is the user's choice, in an order of ours. */
import type { SortKey } from '../../core/library/types.ts';
import type { WordKey } from '../words/index.ts';

export interface Column {
  readonly id: 'author' | 'year' | 'title' | 'journal' | 'type' | 'key' | 'tags' | 'added' | 'changed';
  readonly label: WordKey<'library'>;
  /** Of a grid's track. */
  readonly width: string;
  /** What a press on its head sorts by; null where lists have no such order. */
  readonly sort: SortKey | null;
}

export const COLUMNS: readonly Column[] = [
  { id: 'author', label: 'authors', width: 'minmax(88px, 132px)', sort: 'author' },
  { id: 'year', label: 'year', width: '44px', sort: 'year' },
  { id: 'title', label: 'title', width: 'minmax(160px, 1fr)', sort: 'title' },
  { id: 'journal', label: 'journal', width: 'minmax(72px, 140px)', sort: 'journal' },
  { id: 'type', label: 'type', width: 'minmax(56px, 104px)', sort: 'type' },
  { id: 'key', label: 'key', width: 'minmax(64px, 120px)', sort: null },
  { id: 'tags', label: 'tags', width: 'minmax(64px, 120px)', sort: null },
  { id: 'added', label: 'addedOn', width: 'minmax(64px, 96px)', sort: 'added' },
  { id: 'changed', label: 'changedOn', width: 'minmax(64px, 96px)', sort: 'changed' },
];

const USUAL = 'author year title journal';
/** Of a narrow window there is room for no more. */
const NARROW: ReadonlySet<string> = new Set(['author', 'year', 'title']);

/** Those that a setting names; the usual ones where it names none. The title always is one. */
export function columnsOf(setting: string, isNarrow = false): readonly Column[] {
  const wanted = new Set((setting.trim() || USUAL).split(' '));
  return COLUMNS.filter(({ id }) => id === 'title' || (wanted.has(id) && (!isNarrow || NARROW.has(id))));
}

/** The setting with a column more, or one less. */
export function toggledColumn(setting: string, id: Column['id']): string {
  const now = new Set<string>(columnsOf(setting).map(column => column.id));
  if (!now.delete(id)) now.add(id);
  return COLUMNS.filter(column => now.has(column.id))
    .map(column => column.id)
    .join(' ');
}
