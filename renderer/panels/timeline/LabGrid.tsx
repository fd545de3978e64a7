import { type Ref, useCallback, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Moment } from '../../../core/report/types.ts';
import { storedMoment } from '../../../core/timeline/moment.ts';
import { useWords } from '../../words/index.ts';
import { ANALYTE, FIRST_MOMENT, isOpen, plainAt, type Sheet, shownAt, typedAt, UNIT } from './cells.ts';
import { linesOf } from './grid/block.ts';
import { Grid, type GridHandle, type Why } from './grid/Grid.tsx';
import type { Direction, Edit, GridModel } from './grid/model.ts';
import { headedBlock } from './lab-paste.ts';
import { directionBy, type SortBy, type Sorting } from './sorting.ts';
import { typedMoment } from './typed.ts';
import { UnitMenu } from './UnitMenu.tsx';

export interface LabGridProps {
  readonly sheet: Sheet;
  readonly sorting: Sorting | null;
  readonly onSort: (by: SortBy, direction: Direction | null) => void;
  readonly onLatestFirst: (latestFirst: boolean) => void;
  /** Edits of a sheet and the columns that are new in it, as one step; gives how many cells were taken. */
  readonly onEdit: (edits: readonly Edit[], why: Why, sheet: Sheet, columns?: readonly Moment[]) => number;
  /** Columns without a value yet. */
  readonly onMoments: (moments: readonly Moment[]) => void;
  /** A whole table with its header row was pasted; gives whether it was taken. */
  readonly onTable: (text: string) => boolean;
  readonly onRemoveSeries: (row: number) => void;
  /** The unit that a series is to be shown in. */
  readonly onUnit: (row: number, unit: string) => void;
  /** A moment is to be moved or removed. */
  readonly onMoment: (moment: Moment) => void;
  /** What was typed as the head of a new column is no day, or could be two. */
  readonly onWrongMoment: () => void;
  /** The moment of the cursor's column. */
  readonly onLook: (moment: Moment | null) => void;
  readonly ref: Ref<GridHandle>;
}

/** The lab values as a grid: analytes down, moments across, one row and one column more for what is new. */
export function LabGrid(props: LabGridProps) {
  const say = useWords('timeline');
  const { sheet, sorting, onEdit, onMoments, onLook, ref } = props;
  const { series, moments, labels, time, language } = sheet;
  const [column, setColumn] = useState<number | null>(null);
  const inner = useRef<GridHandle>(null);
  useImperativeHandle(ref, () => ({ focusCell: (row, to) => inner.current?.focusCell(row, to) }));

  const model = useMemo((): GridModel => {
    const sorted = (by: SortBy) => directionBy(series, sorting, by, time, language);
    return {
      heads: [
        { label: say('analyte'), sorted: sorted('analyte') },
        { label: say('unit'), sorted: sorted('unit'), className: 'unit' },
        { label: say('range'), className: 'quiet' },
        ...labels.map((label, index) => ({ label, isNumber: true, sorted: sorted(moments[index] as Moment) })),
        { label: say('newMoment'), isNew: true },
      ],
      names: [...series.map(({ analyte }) => analyte), say('newAnalyte')],
      newHint: say('newAnalyteHint'),
      fixed: FIRST_MOMENT,
      shown: (row, at) => shownAt(sheet, row, at),
      typed: (row, at) => typedAt(sheet, row, at),
      plain: (row, at) => plainAt(sheet, row, at),
      isOpen: (row, at) => isOpen(sheet, row, at),
    };
  }, [sheet, series, moments, labels, time, language, sorting, say]);

  const look = useCallback(
    (at: number) => {
      setColumn(moments[at - FIRST_MOMENT] ? at : null);
      onLook(moments[at - FIRST_MOMENT] ?? null);
    },
    [moments, onLook],
  );
  const edit = (edits: readonly Edit[], why: Why): number => {
    const [head] = edits;
    if (!head || head.row >= 0) return onEdit(edits, why, sheet);
    const read = typedMoment(head.text, language);
    if (read) onMoments([storedMoment(read, time)]);
    else if (head.text.trim() !== '') props.onWrongMoment();
    return read ? 1 : 0;
  };
  const sortBy = (at: number): SortBy | null =>
    at === ANALYTE ? 'analyte' : at === UNIT ? 'unit' : (moments[at - FIRST_MOMENT] ?? null);
  return (
    <Grid
      ref={inner}
      label={say('values')}
      model={model}
      onEdit={edit}
      onBlock={(text, box) => {
        if (props.onTable(text)) return { taken: 0 };
        if (box.top >= 0) return null;
        const block = headedBlock(sheet, box.left, linesOf(text));
        if (!block) return null;
        return { taken: onEdit(block.edits, 'paste', block.sheet, block.added) + block.added.length };
      }}
      onRemoveRow={props.onRemoveSeries}
      onHead={at => {
        const moment = moments[at - FIRST_MOMENT];
        if (moment) props.onMoment(moment);
      }}
      headEntries={at => {
        const moment = moments[at - FIRST_MOMENT];
        if (!moment) return [];
        return [
          { id: 'move', label: say('momentOpen'), onAction: () => props.onMoment(moment) },
          {
            id: 'latest',
            label: say(sheet.latestFirst ? 'earliestFirst' : 'latestFirst'),
            onAction: () => props.onLatestFirst(!sheet.latestFirst),
          },
        ];
      }}
      onSort={(at, direction) => {
        const by = sortBy(at);
        if (by) props.onSort(by, direction);
      }}
      cellMenu={(row, at, open) => {
        const one = series[row];
        if (at !== UNIT || !one) return null;
        return <UnitMenu series={one} {...open} onChoose={unit => props.onUnit(row, unit)} />;
      }}
      beside={(row, at) => {
        const shownUnit = at === UNIT ? series[row]?.shownUnit : undefined;
        if (shownUnit === undefined) return null;
        return (
          <>
            <span className="unseen">, {say('unitShown')}</span>
            <i className="shown-unit"> {shownUnit}</i>
          </>
        );
      }}
      column={column}
      onColumn={look}
    />
  );
}
