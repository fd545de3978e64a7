/** What the grid of values and its dialogs change in the report: each is one step to undo. */
import type { Op } from '../../../core/report/ops.ts';
import type { Moment, Series, TimeSettings } from '../../../core/report/types.ts';
import { mergeAll, moveMoment, removeMoment, replacedValues, shownIn } from '../../../core/timeline/edit.ts';
import type { LabImport } from '../../../core/timeline/formats/types.ts';
import { notify } from '../../app/notices/notices.ts';
import type { Session } from '../../session/types.ts';
import type { Say } from '../../words/index.ts';
import { changes, opsOf, type Sheet } from './cells.ts';
import { withColumns, withoutColumn } from './columns.ts';
import { followMoment } from './following.ts';
import type { Why } from './grid/Grid.tsx';
import type { Edit } from './grid/model.ts';

const UNDO_OF = { value: 'undoValue', paste: 'undoPaste', clear: 'undoClear', fill: 'undoFill' } as const;

/** Changes of the values of a session's report; `say` names them where they are undone. */
export function labChanges(session: Session, say: Say<'timeline'>) {
  const change = (ops: readonly Op[], label: string) => {
    if (ops.length > 0) session.dispatch(ops, label);
  };
  const report = () => session.store.getState().report;
  /** Ops that give the grid columns, or nothing where it has them. */
  const columnOps = (next: TimeSettings): readonly Op[] =>
    next === report().time ? [] : [{ set: 'time', value: next }];
  /** The values of a moment and the tables that show it. */
  const moveValues = (after: readonly Series[], from: Moment, to: Moment | null) => {
    const { series, time } = report();
    const columns = withoutColumn(time, from);
    // A column without a value moves as one with values does.
    const kept = to && columns !== time ? withColumns(columns, [to]) : columns;
    const ops = [...changes(series, after), ...columnOps(kept)];
    const label = say(to ? 'undoMoment' : 'undoClear');
    if (ops.length > 0)
      session.transact(label, () => {
        session.dispatch(ops, label);
        followMoment(session.editor, from, to, time);
      });
  };
  return {
    /** Cells of a sheet as typed, pasted, cleared or filled, with columns for more moments; gives how many could be read, and says of the others. */
    edit(edits: readonly Edit[], why: Why, on: Sheet, columns: readonly Moment[] = []): number {
      const { ops, refused } = opsOf(on, edits, () => `series-${crypto.randomUUID().slice(0, 8)}`);
      change([...columnOps(withColumns(report().time, columns)), ...ops], say(UNDO_OF[why]));
      if (refused > 0)
        notify(
          why === 'value'
            ? { severity: 'warning', title: say('rangeNotRead'), hint: say('rangeHint') }
            : { severity: 'warning', title: say('cellsLeft', { count: refused }), hint: say('cellsLeftHint') },
        );
      return edits.length - refused;
    },
    addColumns(columns: readonly Moment[]): void {
      change(columnOps(withColumns(report().time, columns)), say('undoColumn'));
    },
    setTime(next: TimeSettings): void {
      change([{ set: 'time', value: next }], say('undoTime'));
    },
    /** What a file or a pasted table brought, merged with what is there; says how much came and how much of what was there it replaced. */
    take({ series: brought, values }: LabImport): void {
      const { series, time } = report();
      const merged = mergeAll(series, brought, time);
      const replaced = replacedValues(series, merged);
      change(changes(series, merged), say('undoImport'));
      notify({
        severity: 'ok',
        title: say('imported', { count: values }),
        ...(replaced > 0 && { hint: say('replaced', { count: replaced }) }),
      });
    },
    remove({ id }: Series): void {
      change([{ set: 'series', id, value: null }], say('undoSeries'));
    },
    setUnit(one: Series, unit: string): void {
      if ((one.shownUnit ?? one.unit) !== unit)
        change([{ set: 'series', id: one.id, value: shownIn(one, unit) }], say('undoUnit'));
    },
    moveMoment(before: Moment, to: Moment): void {
      const { series, time } = report();
      moveValues(
        series.map(one => moveMoment(one, before, to, time)),
        before,
        to,
      );
    },
    removeMoment(moment: Moment): void {
      const { series, time } = report();
      moveValues(
        series.map(one => removeMoment(one, moment, time)),
        moment,
        null,
      );
    },
  };
}
