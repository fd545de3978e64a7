import { X } from 'lucide-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Moment } from '../../../core/report/types.ts';
import { parseDelimited } from '../../../core/timeline/formats/delimited.ts';
import { useWords } from '../../words/index.ts';
import {
  ANALYTE,
  copied,
  type Edit,
  FIRST_MOMENT,
  isOpen,
  RANGE,
  type Sheet,
  shownAt,
  sizeOf,
  typedAt,
  UNIT,
} from './cells.ts';
import { atCursor, boxOf, type Cursor, clampCursor, extended, moved } from './cursor.ts';
import { UnitMenu } from './UnitMenu.tsx';
import { Value } from './Value.tsx';

export interface GridHandle {
  /** Puts the cursor and the focus on a cell. */
  focusCell(row: number, column: number): void;
}

export interface GridProps {
  readonly sheet: Sheet;
  readonly onEdit: (edits: readonly Edit[], why: 'value' | 'paste' | 'clear') => void;
  /** A whole table with its header row was pasted; gives whether it was taken. */
  readonly onTable: (text: string) => boolean;
  readonly onRemoveSeries: (row: number) => void;
  /** The unit that a series is to be shown in. */
  readonly onUnit: (row: number, unit: string) => void;
  readonly onMoment: (moment: Moment) => void;
  /** The moment of the cursor's column. */
  readonly onLook: (moment: Moment | null) => void;
  readonly ref: Ref<GridHandle>;
}

/** Whether something happened on a cell's button or in the list that it opened. */
function isOfMenu({ currentTarget, target }: React.SyntheticEvent): boolean {
  return !currentTarget.contains(target as Node) || (target as Element).closest('button') !== null;
}

/** The lab values as a grid: arrows move, typing edits, ranges copy and paste as in a spreadsheet. One tab stop. */
export function Grid({ sheet, onEdit, onTable, onRemoveSeries, onUnit, onMoment, onLook, ref }: GridProps) {
  const say = useWords('timeline');
  const table = useRef<HTMLTableElement>(null);
  const follow = useRef(false);
  const [wanted, setCursor] = useState<Cursor>({ row: 0, column: FIRST_MOMENT, toRow: 0, toColumn: FIRST_MOMENT });
  const [typed, setTyped] = useState<string | null>(null);
  /** The row whose units are listed. */
  const [units, setUnits] = useState<number | null>(null);
  const size = sizeOf(sheet);
  const cursor = clampCursor(wanted, size);
  const box = boxOf(cursor);
  const look = sheet.moments[cursor.column - FIRST_MOMENT] ?? null;
  const heads = [say('analyte'), say('unit'), say('range'), ...sheet.labels];

  useEffect(() => onLook(look), [look, onLook]);
  useEffect(() => {
    if (!follow.current || typed !== null) return;
    follow.current = false;
    const cell = table.current?.querySelector<HTMLElement>('[tabindex="0"]');
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
  const commit = () => {
    if (typed === null) return;
    setTyped(null);
    if (typed !== typedAt(sheet, cursor.row, cursor.column))
      onEdit([{ row: cursor.row, column: cursor.column, text: typed }], 'value');
  };
  const begin = (text: string) => {
    if (cursor.row < 0) {
      if (look) onMoment(look);
    } else if (isOpen(sheet, cursor.row, cursor.column)) setTyped(text);
  };
  const inBox = (text: string): Edit[] => {
    const edits: Edit[] = [];
    for (let row = Math.max(box.top, 0); row <= box.bottom; row++)
      for (let column = box.left; column <= box.right; column++) edits.push({ row, column, text });
    return edits;
  };
  const clear = () => {
    const isName = box.left === ANALYTE && box.right === ANALYTE && box.top === box.bottom;
    if (isName && box.top >= 0 && box.top < sheet.series.length) onRemoveSeries(box.top);
    else if (cursor.row < 0 && look && box.bottom < 0) onMoment(look);
    else
      onEdit(
        inBox('').filter(({ column }) => column !== ANALYTE),
        'clear',
      );
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
    if (event.altKey && event.key === 'ArrowDown' && cursor.column === UNIT) setUnits(cursor.row);
    else if (step) go(step);
    else if (event.key === 'Enter' || event.key === 'F2') begin(typedAt(sheet, cursor.row, cursor.column));
    else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else if (mod && event.key.toLowerCase() === 'a')
      setCursor({ row: -1, column: 0, toRow: sheet.series.length - 1, toColumn: size.columns - 1 });
    else if (event.key.length === 1 && !mod && !event.altKey && cursor.row >= 0) begin(event.key);
    else return;
    event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent, cut: boolean) => {
    if (typed !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copied(sheet, box, heads));
    if (cut)
      onEdit(
        inBox('').filter(({ column }) => column !== ANALYTE),
        'clear',
      );
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typed !== null) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain').replace(/[\r\n]+$/, '');
    if (text === '' || onTable(text)) return;
    const lines = parseDelimited(text, '\t');
    const [first = []] = lines;
    if (lines.length === 1 && first.length === 1) {
      onEdit(inBox(first[0] ?? ''), 'paste');
      return;
    }
    const top = Math.max(box.top, 0);
    onEdit(
      lines.flatMap((line, down) =>
        line.map((cell, right) => ({ row: top + down, column: box.left + right, text: cell })),
      ),
      'paste',
    );
    go({ row: top, column: box.left, toRow: top + lines.length - 1, toColumn: box.left + first.length - 1 });
  };

  const cellProps = (row: number, column: number) => {
    const isCursor = cursor.row === row && cursor.column === column;
    const isIn = row >= box.top && row <= box.bottom && column >= box.left && column <= box.right;
    const classes = [
      column === UNIT && row >= 0 && 'unit',
      column >= FIRST_MOMENT && 'n',
      column >= FIRST_MOMENT && sheet.moments[column - FIRST_MOMENT] === look && 'on',
      isCursor && 'cursor',
      isIn && (box.top !== box.bottom || box.left !== box.right) && 'in',
    ];
    return {
      className: classes.filter(Boolean).join(' '),
      tabIndex: isCursor && typed === null ? 0 : -1,
      'aria-selected': isIn,
      onPointerDown: (event: React.PointerEvent) => {
        if (event.button !== 0 || (isCursor && typed !== null) || isOfMenu(event)) return;
        commit();
        go(event.shiftKey ? { ...cursor, toRow: row, toColumn: column } : atCursor(row, column));
      },
      onPointerEnter: (event: React.PointerEvent) => {
        if (event.buttons === 1 && typed === null) go({ ...cursor, toRow: row, toColumn: column });
      },
      onDoubleClick: (event: React.MouseEvent) => {
        if (!isOfMenu(event)) begin(typedAt(sheet, row, column));
      },
    };
  };
  const input = (row: number, column: number) =>
    cursor.row === row && cursor.column === column && typed !== null ? (
      <input
        // biome-ignore lint/a11y/noAutofocus: the user asked to edit this cell
        autoFocus
        aria-label={say('cell', {
          analyte: sheet.series[row]?.analyte ?? say('newAnalyte'),
          column: heads[column] ?? '',
        })}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onBlur={commit}
      />
    ) : null;

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid
      role="grid"
      className="lab-grid"
      aria-label={say('values')}
      aria-multiselectable="true"
      onKeyDown={onKey}
      onCopy={event => onCopy(event, false)}
      onCut={event => onCopy(event, true)}
      onPaste={onPaste}
    >
      <thead>
        <tr>
          {heads.map((head, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same head; their place is what they are
            <th key={column} scope="col" {...cellProps(-1, column)}>
              {head}
            </th>
          ))}
          <td className="row-end" />
        </tr>
      </thead>
      <tbody>
        {[...sheet.series, null].map((series, row) => (
          <tr key={series?.id ?? 'new'} className={series ? undefined : 'new'}>
            <th scope="row" {...cellProps(row, ANALYTE)}>
              {input(row, ANALYTE) ?? series?.analyte ?? <span className="quiet">{say('newAnalyteHint')}</span>}
            </th>
            {heads.slice(1).map((_, index) => {
              const column = index + 1;
              return (
                <td key={column} {...(!series && { 'aria-readonly': true })} {...cellProps(row, column)}>
                  {input(row, column) ?? (
                    <span className={column === RANGE ? 'quiet' : column === UNIT ? 'second' : undefined}>
                      <Value shown={shownAt(sheet, row, column)} />
                      {column === UNIT && series?.shownUnit !== undefined && (
                        <>
                          <span className="unseen">, {say('unitShown')}</span>
                          <i className="shown-unit"> {series.shownUnit}</i>
                        </>
                      )}
                    </span>
                  )}
                  {column === UNIT && series && (
                    <UnitMenu
                      series={series}
                      isOpen={units === row}
                      onOpen={isOpening => setUnits(isOpening ? row : null)}
                      onChoose={unit => onUnit(row, unit)}
                    />
                  )}
                </td>
              );
            })}
            <td className="row-end">
              {series && (
                <AriaButton
                  excludeFromTabOrder
                  className="icon-btn"
                  aria-label={say('removeSeries', { analyte: series.analyte })}
                  onPress={() => onRemoveSeries(row)}
                >
                  <X className="icon small" />
                </AriaButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
