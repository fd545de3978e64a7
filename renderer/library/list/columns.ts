/** The columns of the library's list: which are shown, and how wide, is the user's choice, in an order of ours. */
import type { SortKey } from '../../../core/library/types.ts';
import type { WordKey } from '../../words/index.ts';

export interface Column {
  readonly id: 'author' | 'year' | 'title' | 'journal' | 'type' | 'key' | 'tags' | 'added' | 'changed';
  readonly label: WordKey<'library'>;
  /** As wide as it stays where there is little room, and as wide as it is where nobody chose (CSS pixels); the title takes what is left. */
  readonly least: number;
  readonly usual: number;
  /** Of what a window is wider than a usual one, the part that the column takes, up to a width: titles have more than they need there. */
  readonly grows?: { readonly part: number; readonly most: number };
  /** What a press on its head sorts by; null where lists have no such order. */
  readonly sort: SortKey | null;
}

export const COLUMNS: readonly Column[] = [
  { id: 'author', label: 'authors', least: 88, usual: 132, sort: 'author' },
  { id: 'year', label: 'year', least: 44, usual: 44, sort: 'year' },
  { id: 'title', label: 'title', least: 160, usual: 160, sort: 'title' },
  { id: 'journal', label: 'journal', least: 72, usual: 140, grows: { part: 0.25, most: 240 }, sort: 'journal' },
  { id: 'type', label: 'type', least: 56, usual: 104, sort: 'type' },
  { id: 'key', label: 'key', least: 64, usual: 120, sort: null },
  { id: 'tags', label: 'tags', least: 64, usual: 120, sort: null },
  { id: 'added', label: 'addedOn', least: 64, usual: 96, sort: 'added' },
  { id: 'changed', label: 'changedOn', least: 64, usual: 96, sort: 'changed' },
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

export type Widths = ReadonlyMap<string, number>;

/** No column is narrower or wider. */
const NARROWEST = 40;
const WIDEST = 800;

/** The widths that a setting names ("author:180 journal:240"). */
export function widthsOf(setting: string): Widths {
  const named = setting
    .split(' ')
    .map(one => one.split(':'))
    .filter(([id, width]) => COLUMNS.some(column => column.id === id && id !== 'title') && Number(width) > 0);
  return new Map(named.map(([id, width]) => [id as string, fitting(Number(width))]));
}

const fitting = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));

/** The setting with another width of a column; null is the usual one. */
export function withWidth(setting: string, id: Column['id'], width: number | null): string {
  const now = new Map(widthsOf(setting));
  if (width === null) now.delete(id);
  else now.set(id, fitting(width));
  return [...now].map(([column, wide]) => `${column}:${wide}`).join(' ');
}

/** Of a usual window, for which the usual widths are made (CSS pixels). */
const WINDOW = 1280;

/** How wide a column is in a window of a width where nobody chose. */
export function usualWidth({ usual, grows }: Column, window: number): number {
  return grows ? Math.round(Math.min(grows.most, Math.max(usual, usual + (window - WINDOW) * grows.part))) : usual;
}

/** The same for any window, as CSS. */
const usualCss = ({ usual, grows }: Column): string =>
  grows ? `clamp(${usual}px, ${usual - WINDOW * grows.part}px + ${100 * grows.part}vw, ${grows.most}px)` : `${usual}px`;

/** The tracks of the list's grid. Columns give way where there is no room for them; the title has what they leave. */
export function tracks(columns: readonly Column[], widths: Widths): string {
  return columns
    .map(column => {
      const { id, least } = column;
      if (id === 'title') return `minmax(${least}px, 1fr)`;
      const width = widths.get(id);
      return width === undefined
        ? `minmax(${least}px, ${usualCss(column)})`
        : `minmax(${Math.min(least, width)}px, ${width}px)`;
    })
    .join(' ');
}
