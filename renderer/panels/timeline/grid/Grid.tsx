import { X } from 'lucide-react';
import {
  type ClipboardEvent,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useWords } from '../../../words/index.ts';
import { cellsText, filled, filledOn, landed, landing, linesOf, OWN_CELLS } from './block.ts';
import { atCursor, type Box, boxOf, type Cursor, clampCursor, extended, moved } from './cursor.ts';
import { type HeadEntry, HeadMenu } from './HeadMenu.tsx';
import { type Direction, type Edit, type GridModel, sizeOfModel } from './model.ts';
import { Value } from './Value.tsx';
import { COLUMN, indices, ROW, useSight } from './window.ts';

export interface GridHandle {
  /** Puts the cursor and the focus on a cell. */
  focusCell(row: number, column: number): void;
}

export type Why = 'value' | 'paste' | 'clear' | 'fill';

export interface GridProps {
  readonly label: string;
  readonly model: GridModel;
  /** One undo step; gives how many of the cells were taken. */
  readonly onEdit: (edits: readonly Edit[], why: Why) => number;
  /** A block pasted at a corner, if it is more than cells in their places; gives null where it is not. */
  readonly onBlock?: (text: string, box: Box) => { readonly taken: number } | null;
  readonly onRemoveRow: (row: number) => void;
  /** What a head is opened for: Enter, a double click, Delete. */
  readonly onHead?: (column: number) => void;
  readonly headEntries?: (column: number) => readonly HeadEntry[];
  readonly onSort?: (column: number, direction: Direction | null) => void;
  /** A button that opens a menu in a cell; the keys open it by Alt and arrow down. */
  readonly cellMenu?: (row: number, column: number, open: MenuOpen) => ReactNode;
  /** Behind a cell's text. */
  readonly beside?: (row: number, column: number) => ReactNode;
  /** The column that stands out. */
  readonly column?: number | null;
  readonly onColumn?: (column: number) => void;
  readonly ref?: Ref<GridHandle>;
}

export interface MenuOpen {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Whether something happened on a cell's button or in the list that it opened. */
function isOfMenu({ currentTarget, target }: React.SyntheticEvent): boolean {
  return !currentTarget.contains(target as Node) || (target as Element).closest('button') !== null;
}

/**
 * A table edited as a spreadsheet is: arrows move, typing edits, ranges copy, paste and fill, heads sort. One tab stop. Of a
 * large one only what is in sight is in the page.
 */
export function Grid(props: GridProps) {
  const { label, model, onEdit, onBlock, onRemoveRow, onHead, headEntries, onSort, cellMenu, beside, ref } = props;
  const say = useWords('grid');
  const frame = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  const { heads, names, fixed } = model;
  const [wanted, setCursor] = useState<Cursor>(() => atCursor(0, Math.min(fixed, heads.length - 1)));
  const [typed, setTyped] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ readonly row: number; readonly column: number } | null>(null);
  const [said, setSaid] = useState('');
  const size = sizeOfModel(model);
  const cursor = clampCursor(wanted, size);
  const box = boxOf(cursor);
  const sight = useSight(frame, size.rows, size.columns, fixed);
  const rows = indices(sight.rows, cursor.row, size.rows);
  const columns = [
    ...heads.slice(0, fixed).map((_, index) => ({ index, before: 0 })),
    ...indices(sight.columns, cursor.column - fixed, size.columns - fixed).map(({ index, before }) => ({
      index: index + fixed,
      before,
    })),
  ];
  const after = size.columns - 1 - (columns.at(-1)?.index ?? size.columns - 1);

  const { onColumn } = props;
  useEffect(() => onColumn?.(cursor.column), [cursor.column, onColumn]);
  useEffect(() => {
    if (!follow.current || typed !== null) return;
    follow.current = false;
    const cell = frame.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  useImperativeHandle(ref, () => ({
    focusCell: (row, column) => {
      follow.current = true;
      setCursor(atCursor(row, column));
    },
  }));

  const go = (next: Cursor) => {
    follow.current = true;
    setCursor(clampCursor(next, size));
  };
  const tell = (key: 'pasted' | 'filled' | 'cleared', taken: number, of: number) =>
    setSaid(`${say(key, { count: taken })}${taken < of ? ` ${say('leftAsWere', { count: of - taken })}` : ''}`);
  const commit = () => {
    if (typed === null) return;
    setTyped(null);
    if (typed !== model.typed(cursor.row, cursor.column))
      onEdit([{ row: cursor.row, column: cursor.column, text: typed }], 'value');
  };
  const begin = (text: string) => {
    if (model.isOpen(cursor.row, cursor.column)) setTyped(text);
    else if (cursor.row < 0) onHead?.(cursor.column);
    else setSaid(say('closed'));
  };
  const openIn = (edits: readonly Edit[]) => edits.filter(({ row, column }) => model.isOpen(row, column));
  const clear = () => {
    const isName = box.left === 0 && box.right === 0 && box.top === box.bottom;
    if (isName && box.top >= 0 && box.top < names.length - 1) onRemoveRow(box.top);
    else if (box.bottom < 0) onHead?.(cursor.column);
    else {
      const edits = openIn(filled(box, '')).filter(({ column }) => column > 0);
      if (edits.length > 0) tell('cleared', onEdit(edits, 'clear'), edits.length);
    }
  };
  const fill = (way: 'down' | 'right') => {
    const edits = filledOn(model, box, way);
    if (edits.length > 0) tell('filled', onEdit(edits, 'fill'), edits.length);
    else setSaid(say('nothingToFill'));
  };

  const onTyping = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      follow.current = true;
      setTyped(null);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      commit();
      const back = event.shiftKey ? -1 : 1;
      go(event.key === 'Enter' ? moved(cursor, back, 0) : moved(cursor, 0, back));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKey = (event: KeyboardEvent) => {
    // A menu's keys come up to here as well.
    if (!event.currentTarget.contains(event.target as Node)) return;
    if (typed !== null) return onTyping(event);
    const mod = event.ctrlKey || event.metaKey;
    const step = extended(event.key, mod, event.shiftKey, cursor, size);
    if (event.altKey && event.key === 'ArrowDown') setMenu({ row: cursor.row, column: cursor.column });
    else if (event.altKey) return;
    else if (step) go(step);
    else if (event.key === 'Enter' || event.key === 'F2') begin(model.typed(cursor.row, cursor.column));
    else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else if (mod && event.key.toLowerCase() === 'a')
      setCursor({ row: -1, column: 0, toRow: names.length - 2, toColumn: size.columns - 1 });
    else if (mod && !event.shiftKey && event.key.toLowerCase() === 'd') fill('down');
    else if (mod && !event.shiftKey && event.key.toLowerCase() === 'r') fill('right');
    else if (event.key.length === 1 && !mod && (cursor.row >= 0 || model.isOpen(-1, cursor.column))) begin(event.key);
    else return;
    event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent, cut: boolean) => {
    if (typed !== null) return;
    event.preventDefault();
    // The row and the column for what is new hold nothing.
    const held = {
      ...box,
      bottom: Math.max(box.top, Math.min(box.bottom, names.length - 2)),
      right: Math.max(
        box.left,
        Math.min(
          box.right,
          heads.findLastIndex(head => !head.isNew),
        ),
      ),
    };
    event.clipboardData.setData('text/plain', cellsText(model, held, 'plain'));
    event.clipboardData.setData(OWN_CELLS, cellsText(model, held, 'typed'));
    if (cut) clear();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typed !== null) return;
    event.preventDefault();
    const own = event.clipboardData.getData(OWN_CELLS);
    const text = own === '' ? event.clipboardData.getData('text/plain') : own;
    if (text.trim() === '') return;
    const block = onBlock?.(text, box);
    if (block) {
      if (block.taken > 0) tell('pasted', block.taken, block.taken);
      return;
    }
    const lines = linesOf(text);
    const place = landing({ ...box, top: Math.max(0, box.top), bottom: Math.max(0, box.bottom) }, lines);
    const edits = landed(place, lines);
    tell('pasted', onEdit(edits, 'paste'), edits.length);
    go({ row: place.top, column: place.left, toRow: place.bottom, toColumn: place.right });
  };
  const sort = (column: number, direction: Direction | null) => {
    onSort?.(column, direction);
    setSaid(say(`sorted_${direction ?? 'none'}`, { column: heads[column]?.label ?? '' }));
  };

  const cellProps = (row: number, column: number) => {
    const isCursor = cursor.row === row && cursor.column === column;
    const isIn = row >= box.top && row <= box.bottom && column >= box.left && column <= box.right;
    const classes = [
      heads[column]?.isNumber && 'n',
      row >= 0 && heads[column]?.className,
      column === props.column && 'on',
      isCursor && 'cursor',
      isIn && (box.top !== box.bottom || box.left !== box.right) && 'in',
    ];
    return {
      className: classes.filter(Boolean).join(' '),
      tabIndex: isCursor && typed === null ? 0 : -1,
      'aria-selected': isIn,
      ...(sight.isLarge && { 'aria-colindex': column + 1 }),
      onPointerDown: (event: React.PointerEvent) => {
        if (event.button !== 0 || (isCursor && typed !== null) || isOfMenu(event)) return;
        commit();
        go(event.shiftKey ? { ...cursor, toRow: row, toColumn: column } : atCursor(row, column));
      },
      onPointerEnter: (event: React.PointerEvent) => {
        if (event.buttons === 1 && typed === null) go({ ...cursor, toRow: row, toColumn: column });
      },
      onDoubleClick: (event: React.MouseEvent) => {
        if (!isOfMenu(event)) begin(model.typed(row, column));
      },
    };
  };
  const input = (row: number, column: number) =>
    cursor.row === row && cursor.column === column && typed !== null ? (
      <input
        // biome-ignore lint/a11y/noAutofocus: the user asked to edit this cell
        autoFocus
        aria-label={
          row < 0 ? say('newColumn') : say('cell', { row: names[row] ?? '', column: heads[column]?.label ?? '' })
        }
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onBlur={commit}
      />
    ) : null;
  const openOf = (row: number, column: number): MenuOpen => ({
    isOpen: menu?.row === row && menu.column === column,
    onOpen: isOpening => setMenu(isOpening ? { row, column } : null),
  });
  const spacer = (count: number) =>
    count > 0 ? <td aria-hidden="true" className="skipped" style={{ minWidth: count * COLUMN }} /> : null;

  const head = (index: number) => {
    const one = heads[index];
    if (!one) return null;
    const entries = headEntries?.(index) ?? [];
    return (
      <th
        scope="col"
        {...(one.sorted !== undefined && { 'aria-sort': one.sorted ?? 'none' })}
        {...cellProps(-1, index)}
      >
        {input(-1, index) ?? (one.isNew ? <span className="quiet">{one.label}</span> : one.label)}
        {(one.sorted !== undefined || entries.length > 0) && (
          <HeadMenu head={one} entries={entries} {...openOf(-1, index)} onSort={way => sort(index, way)} />
        )}
      </th>
    );
  };
  const line = (row: number) => {
    const isNew = row === names.length - 1;
    return (
      <tr
        {...(isNew && { className: 'new' })}
        {...(sight.isLarge && { 'aria-rowindex': row + 2, style: { height: ROW } })}
      >
        {columns.map(({ index, before }) => {
          const inside = input(row, index) ?? (
            <span className="held">
              <Value shown={model.shown(row, index)} />
              {beside?.(row, index)}
            </span>
          );
          const isHint = index === 0 && isNew && model.shown(row, 0).text === '';
          return (
            <Fragment key={index}>
              {spacer(before)}
              {index === 0 ? (
                <th scope="row" {...cellProps(row, 0)}>
                  {isHint ? (input(row, 0) ?? <span className="quiet">{model.newHint}</span>) : inside}
                </th>
              ) : (
                <td {...(!model.isOpen(row, index) && { 'aria-readonly': true })} {...cellProps(row, index)}>
                  {inside}
                  {cellMenu?.(row, index, openOf(row, index))}
                </td>
              )}
            </Fragment>
          );
        })}
        {spacer(after)}
        <td className="row-end">
          {!isNew && (
            <AriaButton
              excludeFromTabOrder
              className="icon-btn"
              aria-label={say('removeRow', { row: names[row] ?? '' })}
              onPress={() => onRemoveRow(row)}
            >
              <X className="icon small" />
            </AriaButton>
          )}
        </td>
      </tr>
    );
  };
  const below = size.rows - 1 - (rows.at(-1)?.index ?? size.rows - 1);
  const gap = (key: string, count: number) =>
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    count > 0 ? <tr key={key} aria-hidden="true" className="skipped" style={{ height: count * ROW }} /> : null;

  return (
    <div className="values-scroll" ref={frame}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid
        role="grid"
        className={sight.isLarge ? 'lab-grid large' : 'lab-grid'}
        aria-label={label}
        aria-multiselectable="true"
        {...(sight.isLarge && { 'aria-rowcount': size.rows + 1, 'aria-colcount': size.columns })}
        onKeyDown={onKey}
        onCopy={event => onCopy(event, false)}
        onCut={event => onCopy(event, true)}
        onPaste={onPaste}
      >
        <thead>
          <tr {...(sight.isLarge && { 'aria-rowindex': 1 })}>
            {columns.map(({ index, before }) => (
              <Fragment key={index}>
                {spacer(before)}
                {head(index)}
              </Fragment>
            ))}
            {spacer(after)}
            <td className="row-end" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ index, before }) => (
            <Fragment key={index}>
              {gap(`gap ${index}`, before)}
              {line(index)}
            </Fragment>
          ))}
          {gap('gap below', below)}
        </tbody>
      </table>
      <p role="status" className="unseen">
        {said}
      </p>
    </div>
  );
}
