// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold only the rows near the view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points to its rows and cells
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys of a row are the grid's
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { EntryRow, SortKey } from '../../../core/library/types.ts';
import { useSteady } from '../../ui/steady.ts';
import { useWords } from '../../words/index.ts';
import type { Rows } from '../asking.ts';
import { ColumnEdge } from './ColumnEdge.tsx';
import { type Column, tracks, type Widths } from './columns.ts';
import { LibraryRow } from './LibraryRow.tsx';
import { NOTHING_TYPED, type Typed, typedOn, wantedRow } from './letters.ts';
import { followed, only, ranged, reached, type Selection, toggled } from './selection.ts';

/** Of a row (CSS pixels). */
const HEIGHT = 44;
/** Of the head, which stays in sight. */
const HEAD = 32;

interface Props {
  /** The table itself, to be given the keyboard. */
  readonly element: RefObject<HTMLDivElement | null>;
  readonly columns: readonly Column[];
  /** Those that the user chose. */
  readonly widths: Widths;
  /** Another width of a column; null for the usual one. */
  readonly onWidth: (id: Column['id'], width: number | null) => void;
  readonly rows: Rows;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Selects from one row to another where not all between them were read; the keyboard goes to the second. */
  readonly onFarRange: (from: number, to: number) => void;
  readonly sort: { readonly by: SortKey; readonly descending: boolean } | null;
  readonly onSort: (by: SortKey) => void;
  /** Enter, and a double press. */
  readonly onOpen: (id: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** Where the row stands, from a place on, that begins with letters. */
  readonly onReach: (letters: string, from: number) => Promise<number | null>;
  /** The menu of what is selected is wanted at a place of the window. */
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
  /** The entry whose row files are held over, as long as they are; null where they are over none. */
  readonly heldOver: RefObject<string | null>;
}

/** The references as a table: only rows near the view exist; the keyboard goes through all of them. */
export function LibraryGrid({
  element: scroller,
  columns,
  widths,
  onWidth,
  rows,
  selection,
  onSelect,
  onFarRange,
  sort,
  onSort,
  onOpen,
  onKey,
  onReach,
  onMenu,
  heldOver,
}: Props) {
  const say = useWords('library');
  const id = useId();
  const list = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: 12,
  });
  /** A width while its edge is dragged. */
  const [dragged, setDragged] = useState<readonly [Column['id'], number] | null>(null);
  const shownWidths = dragged ? new Map([...widths, dragged]) : widths;
  const title = columns.findIndex(({ id }) => id === 'title');
  const [over, setOver] = useState<string | null>(null);
  const hold = (id: string | null) => {
    heldOver.current = id;
    setOver(id);
  };
  const items = list.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { want } = rows;
  useEffect(() => {
    want(first, last);
  }, [want, first, last]);

  // Another list is looked at from its beginning: what fits best stands there.
  const { of } = rows;
  const shown = useRef(of);
  useEffect(() => {
    if (shown.current === of) return;
    shown.current = of;
    scroller.current?.scrollTo({ top: 0 });
  }, [of, scroller]);

  /** A row that the keyboard went to before it was read. */
  const ahead = useRef<number | null>(null);
  const awaited = ahead.current === null || rows.stale ? undefined : rows.row(ahead.current);
  useEffect(() => {
    if (!awaited || ahead.current === null) return;
    const at = ahead.current;
    ahead.current = null;
    onSelect(only(awaited.id, at));
  }, [awaited, onSelect]);

  const now = rows.stale ? selection : followed(selection, rows.places);
  useEffect(() => {
    if (now !== selection) onSelect(now);
  }, [now, selection, onSelect]);

  // What was selected from elsewhere, as a reference that was just added, is brought into sight.
  const placed = useRef(selection.current);
  useEffect(() => {
    const view = scroller.current;
    const isOther = placed.current !== selection.current;
    placed.current = selection.current;
    if (!isOther || !view || selection.at < 0) return;
    const top = selection.at * HEIGHT;
    if (top < view.scrollTop || top + HEIGHT > view.scrollTop + view.clientHeight - HEAD)
      list.scrollToIndex(selection.at);
  }, [selection, scroller, list]);

  const range = (to: number) => {
    const now = ranged(selection, to, at => rows.row(at)?.id);
    if (now) onSelect(now);
    else onFarRange(selection.from < 0 ? to : selection.from, to);
  };
  const choose = (index: number, event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>) => {
    const row = rows.row(index);
    // Rows of the query before: what one sees is not what one asked for.
    if (!row || rows.stale) return;
    if (event.shiftKey) range(index);
    else if (event.ctrlKey || event.metaKey) onSelect(toggled(selection, row.id, index));
    else onSelect(only(row.id, index));
  };
  const onPress = useSteady(choose);
  const open = useSteady(onOpen);
  /** What is dragged with a row: all that is selected, where it is one of them. */
  const onDragged = useSteady((row: EntryRow) => (selection.ids.has(row.id) ? [...selection.ids] : [row.id]));
  const goTo = (to: number) => {
    list.scrollToIndex(to);
    const row = rows.row(to);
    if (row) onSelect(only(row.id, to));
    else {
      ahead.current = to;
      onSelect({ ids: new Set(), at: to, current: null, from: to });
    }
  };
  const latest = useRef(goTo);
  latest.current = goTo;
  const typed = useRef<Typed>(NOTHING_TYPED);
  /** Takes a letter; whether the key was one. */
  const type = (key: string): boolean => {
    const now = typedOn(typed.current, key, performance.now());
    if (now === null) return false;
    typed.current = now;
    const { letters, from } = wantedRow(now, selection.at);
    // Another letter may have been typed since, or another list be shown.
    void onReach(letters, from).then(to => {
      if (to !== null && typed.current === now && shown.current === of) latest.current(to);
    });
    return true;
  };
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    if (rows.stale) return;
    const pressed = event.target instanceof Element ? event.target.closest('.library-row') : null;
    if (pressed) {
      const index = Number(pressed.getAttribute('aria-rowindex')) - 2;
      const row = rows.row(index);
      if (!row) return;
      if (!selection.ids.has(row.id)) onSelect(only(row.id, index));
      onMenu({ x: event.clientX, y: event.clientY });
      return;
    }
    // By its key the menu belongs to the row with the keyboard.
    const row = document.getElementById(`${id}-${selection.at}`)?.getBoundingClientRect();
    if (selection.ids.size > 0)
      onMenu(row ? { x: row.left + 24, y: row.bottom - 4 } : { x: event.clientX, y: event.clientY });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (rows.stale) {
      if (event.key !== 'Tab') event.preventDefault();
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? HEIGHT) / HEIGHT) - 1);
    const to = event.altKey ? null : reached(event.key, selection.at, rows.total, page);
    const { current } = selection;
    if (to !== null) {
      if (event.shiftKey) {
        list.scrollToIndex(to);
        range(to);
      } else goTo(to);
      typed.current = NOTHING_TYPED;
    } else if (!event.altKey && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing && type(event.key)) {
      // The row is looked for.
    } else if (event.key === ' ' && current !== null) onSelect(toggled(selection, current, selection.at));
    else if (event.key === 'Enter' && current !== null) onOpen(current);
    else {
      onKey(event);
      return;
    }
    event.preventDefault();
  };

  return (
    <div className="library-grid">
      <div
        ref={scroller}
        className={rows.stale ? 'library-rows stale' : 'library-rows'}
        role="grid"
        aria-label={say('references')}
        aria-rowcount={rows.total + 1}
        aria-multiselectable="true"
        aria-busy={rows.stale}
        data-first=""
        aria-activedescendant={selection.at >= 0 ? `${id}-${selection.at}` : undefined}
        tabIndex={0}
        style={{ '--library-columns': tracks(columns, shownWidths) } as CSSProperties}
        onKeyDown={onKeyDown}
        onDragOver={event => {
          if (!event.dataTransfer.types.includes('Files')) return;
          hold((event.target as Element).closest('[data-entry]')?.getAttribute('data-entry') ?? null);
        }}
        onDragLeave={event => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) hold(null);
        }}
        onDrop={() => setOver(null)}
        onContextMenu={onContextMenu}
      >
        <div role="row" aria-rowindex={1} className="library-head">
          {columns.map(({ id: key, label, sort: by }, index) => {
            const isSorted = by !== null && sort?.by === by;
            const edge = index !== title && (
              <ColumnEdge
                side={index < title ? 'end' : 'start'}
                onWidth={(width, isDone) => {
                  setDragged(isDone ? null : [key, width]);
                  if (isDone) onWidth(key, width);
                }}
                onUsual={() => onWidth(key, null)}
              />
            );
            if (by === null)
              return (
                <div key={key} role="columnheader" className="library-unsorted">
                  <span className="cut">{say(label)}</span>
                  {edge}
                </div>
              );
            return (
              <div
                key={key}
                role="columnheader"
                aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              >
                <AriaButton
                  className="library-sort"
                  excludeFromTabOrder={false}
                  aria-label={say('sortBy', { column: say(label) })}
                  onPress={() => onSort(by)}
                >
                  <span className="cut">{say(label)}</span>
                  {isSorted && (sort.descending ? <ArrowDown className="icon" /> : <ArrowUp className="icon" />)}
                </AriaButton>
                {edge}
              </div>
            );
          })}
          <div role="columnheader">
            <span className="unseen">{say('marks')}</span>
          </div>
        </div>
        <div role="rowgroup" className="library-body" style={{ height: list.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <LibraryRow
              key={index}
              id={`${id}-${index}`}
              index={index}
              columns={columns}
              row={rows.row(index)}
              isStale={rows.stale}
              start={start}
              isSelected={selection.ids.has(rows.row(index)?.id ?? '')}
              isCurrent={selection.at === index}
              isHeldOver={over !== null && rows.row(index)?.id === over}
              onDragged={onDragged}
              onPress={onPress}
              onOpen={open}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
