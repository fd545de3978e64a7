/** The ends of bars moved: what the report becomes, as one op. */
import type { Op } from '../../../../core/report/ops.ts';
import type { CaseReport, Moment, TimeSettings } from '../../../../core/report/types.ts';
import { momentLike, orderOf } from '../../../../core/timeline/moment.ts';

type Course = Pick<CaseReport, 'treatments' | 'stays' | 'phases' | 'time'>;

export interface End {
  readonly of: 'treatment' | 'stay' | 'phase';
  readonly id: string;
  readonly end: 'start' | 'stop';
}

interface Spanning {
  readonly start: Moment;
  readonly stop?: Moment;
}

/** A span with one end on another day: never turned round, never past a change of dose, a day stays a day and a date a date. */
function withEnd<T extends Spanning>(span: T, end: End['end'], order: number, { changes, time }: Inside): T {
  const day = Math.round(order);
  const inside = changes.map(({ at }) => Math.floor(orderOf(at, time)));
  if (end === 'stop') {
    const least = Math.max(Math.floor(orderOf(span.start, time)), ...inside);
    return { ...span, stop: momentLike(Math.max(day, least), span.stop ?? span.start, time) };
  }
  const last = span.stop ? Math.floor(orderOf(span.stop, time)) : Number.POSITIVE_INFINITY;
  const most = Math.min(last, ...inside.map(change => change - 1));
  return { ...span, start: momentLike(Math.min(day, most), span.start, time) };
}

interface Inside {
  readonly changes: readonly { readonly at: Moment }[];
  readonly time: TimeSettings;
}

/** Whether a bar's ends can be moved: those of single administrations are the administrations themselves. */
export function isMovable({ treatments }: Pick<Course, 'treatments'>, { of, id }: Pick<End, 'of' | 'id'>): boolean {
  return of !== 'treatment' || !treatments.find(each => each.id === id)?.given?.length;
}

/** The thing with its end on the day of an order; null where nothing changes, or where it is gone. */
export function movedEnd(report: Course, { of, id, end }: End, order: number): Op | null {
  const { time } = report;
  const moved = <T extends Spanning & { readonly id: string }>(
    list: readonly T[],
    changes: (found: T) => Inside['changes'],
  ) => {
    const found = list.find(each => each.id === id);
    if (!found) return null;
    const next = withEnd(found, end, order, { changes: changes(found), time });
    const [was, is] = [found[end], next[end]];
    return was && is && Math.floor(orderOf(was, time)) === Math.floor(orderOf(is, time)) ? null : next;
  };
  switch (of) {
    case 'treatment': {
      const next = isMovable(report, { of, id }) ? moved(report.treatments, ({ changes }) => changes) : null;
      return next && { set: 'treatment', id, value: next };
    }
    case 'stay': {
      const next = moved(report.stays, () => []);
      return next && { set: 'stay', id, value: next };
    }
    case 'phase': {
      const next = moved(report.phases, () => []);
      return next && { set: 'phase', id, value: next };
    }
  }
}

/** The order of an end that is there; of what goes on, that of the last day shown. */
export function orderOfEnd(report: Course, { of, id, end }: End, last: number): number | null {
  const list: readonly (Spanning & { readonly id: string })[] =
    of === 'treatment' ? report.treatments : of === 'stay' ? report.stays : report.phases;
  const found = list.find(each => each.id === id);
  if (!found) return null;
  const at = end === 'start' ? found.start : found.stop;
  return at ? orderOf(at, report.time) : last;
}
