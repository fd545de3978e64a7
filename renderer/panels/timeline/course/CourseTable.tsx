import { useMemo, useState } from 'react';
import { notify } from '../../../app/notices/notices.ts';
import { useOpenSession } from '../../../session/context.tsx';
import { useLanguage, useWords } from '../../../words/index.ts';
import { Grid, type Why } from '../grid/Grid.tsx';
import type { Direction, Edit, GridModel } from '../grid/model.ts';
import { blank, type Kind, LABELS, type Thing } from './changes.ts';
import type { Course } from './drawn.ts';
import { COLUMNS, isOpenCell, sortedIds, type ThingTable, thingOps, thingText } from './thing-cells.ts';

const LISTS = { treatment: 'treatments', event: 'events', stay: 'stays', phase: 'phases' } as const;
const HINTS = {
  treatment: 'newTreatmentHint',
  event: 'newEventHint',
  stay: 'newStayHint',
  phase: 'newPhaseHint',
} as const;

const freshId = () => `thing-${crypto.randomUUID().slice(0, 8)}`;

/** The things of one kind as a table: typed, pasted and filled like the lab values. */
export function CourseTable({
  of,
  course,
  onRemove,
}: {
  readonly of: Kind;
  readonly course: Course;
  readonly onRemove: (id: string) => void;
}) {
  const say = useWords('course');
  const language = useLanguage();
  const session = useOpenSession();
  const [draft, setDraft] = useState(() => blank(of, freshId()));
  /** Ids in the order in which they were sorted. */
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [sorted, setSorted] = useState<{ readonly column: number; readonly direction: Direction } | null>(null);
  const list: readonly Thing[] = course[LISTS[of]];
  const things = useMemo(() => {
    if (!order) return list;
    const places = new Map(order.map((id, place) => [id, place]));
    const placeOf = ({ id }: Thing) => places.get(id) ?? order.length;
    return list.toSorted((a, b) => placeOf(a) - placeOf(b));
  }, [list, order]);
  const table: ThingTable = useMemo(
    () => ({ of, things, draft, course, language, say }),
    [of, things, draft, course, language, say],
  );
  const inOrderOf = (column: number, direction: Direction) => sortedIds(table, column, direction);
  const model: GridModel = {
    heads: COLUMNS[of].map(({ head, field }, column) => {
      const isTrue =
        sorted?.column === column && inOrderOf(column, sorted.direction).every((id, at) => id === things[at]?.id);
      return {
        label: say(head),
        sorted: isTrue ? sorted.direction : null,
        ...(field === 'days' && { isNumber: true }),
        ...((field === 'total' || field === 'note') && { className: 'quiet' }),
      };
    }),
    names: [...things.map(thing => ('name' in thing ? thing.name : thing.label)), say(HINTS[of])],
    newHint: say(HINTS[of]),
    fixed: 1,
    shown: (row, column) => ({ text: thingText(table, row, column) }),
    typed: (row, column) => thingText(table, row, column),
    plain: (row, column) => thingText(table, row, column).replace(/[\u00a0\u202f]/g, ' '),
    isOpen: (row, column) => isOpenCell(table, row, column),
  };
  const edit = (edits: readonly Edit[], why: Why): number => {
    const done = thingOps(table, edits, freshId);
    setDraft(done.draft);
    if (done.ops.length > 0) session.dispatch(done.ops, say(LABELS[of][why === 'paste' ? 'add' : 'change']));
    if (done.refused > 0)
      notify({
        severity: 'warning',
        title: say('cellsRefused', { count: done.refused }),
        hint: say('cellsRefusedHint'),
      });
    return edits.length - done.refused;
  };
  return (
    <Grid
      label={say(LISTS[of])}
      model={model}
      onEdit={edit}
      onRemoveRow={row => {
        const thing = things[row];
        if (thing) onRemove(thing.id);
      }}
      onSort={(column, direction) => {
        setSorted(direction && { column, direction });
        setOrder(direction && inOrderOf(column, direction));
      }}
    />
  );
}
