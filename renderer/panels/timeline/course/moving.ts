/** The ends of bars moved: what the report becomes, as one op. */
import type { Op } from '../../../../core/report/ops.ts';
import type { CaseReport, Moment, TimeSettings } from '../../../../core/report/types.ts';
import type { Target } from '../../../../core/timeline/drawing/types.ts';
import { momentLike, orderOf, sameMoment } from '../../../../core/timeline/moment.ts';
import type { Kind } from './changes.ts';

export type MoveOp = Extract<Op, { set: Kind }>;

type Course = Pick<CaseReport, 'treatments' | 'events' | 'stays' | 'phases' | 'time'>;

/** The end of a bar, or a mark: an event, or one of the single administrations of a treatment. */
export type Held = End | { readonly of: 'event'; readonly id: string } | Dose;

export interface End {
  readonly of: 'treatment' | 'stay' | 'phase';
  readonly id: string;
  readonly end: 'start' | 'stop';
}

interface Dose {
  readonly of: 'dose';
  /** Of its treatment. */
  readonly id: string;
  /** Its place among the administrations. */
  readonly index: number;
}

/** What is held of a target; null where nothing of it can be moved. */
export function heldOf(
  course: Course,
  { of, id, point }: Pick<Target, 'of' | 'id' | 'point'>,
  end: 'start' | 'stop' | 'at',
): Held | null {
  if (of === 'event') return { of, id };
  if (of === 'dose') return { of, id, index: Number(point) };
  if (of !== 'treatment' && of !== 'stay' && of !== 'phase') return null;
  return end !== 'at' && isMovable(course, { of, id }) ? { of, id, end } : null;
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

/** The thing with what is held of it on the day of an order; null where nothing changes, or where it is gone. */
export function movedTo(report: Course, held: Held, order: number): MoveOp | null {
  if (held.of === 'event') return movedEvent(report, held.id, order);
  if (held.of === 'dose') return movedDose(report, held, order);
  return movedEnd(report, held, order);
}

/** On another day, at no hour; null where it is that day already. */
function onDay(at: Moment, order: number, time: TimeSettings): Moment | null {
  const day = Math.round(order);
  return day === Math.floor(orderOf(at, time)) ? null : momentLike(day, at, time);
}

function movedEvent({ events, time }: Course, id: string, order: number): MoveOp | null {
  const event = events.find(each => each.id === id);
  const at = event && onDay(event.at, order, time);
  return event && at ? { set: 'event', id, value: { ...event, at } } : null;
}

/** The treatment with one administration on another day; its first day goes with the first of them. */
function movedDose({ treatments, time }: Course, { id, index }: Dose, order: number): MoveOp | null {
  const treatment = treatments.find(each => each.id === id);
  const before = treatment?.given?.[index];
  const at = before && onDay(before, order, time);
  if (!treatment?.given || !at) return null;
  const inTime = (list: readonly Moment[]) => list.toSorted((a, b) => orderOf(a, time) - orderOf(b, time));
  const given = inTime(treatment.given.with(index, at));
  const [was, is] = [inTime(treatment.given)[0] as Moment, given[0] as Moment];
  const follows = sameMoment(treatment.start, was, time) || orderOf(is, time) < orderOf(treatment.start, time);
  return { set: 'treatment', id, value: { ...treatment, given, ...(follows && { start: is }) } };
}

/** The thing with its end on the day of an order; null where nothing changes, or where it is gone. */
function movedEnd(report: Course, { of, id, end }: End, order: number): MoveOp | null {
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

/** The order of what is held; of the end of what goes on, that of the last day shown. */
export function orderOfHeld(report: Course, held: Held, last: number): number | null {
  const { time } = report;
  const at = momentOfHeld(report, held);
  return at === 'open' ? last : at && orderOf(at, time);
}

function momentOfHeld(report: Course, held: Held): Moment | 'open' | null {
  if (held.of === 'event') return report.events.find(({ id }) => id === held.id)?.at ?? null;
  if (held.of === 'dose') return report.treatments.find(({ id }) => id === held.id)?.given?.[held.index] ?? null;
  const lists = { treatment: report.treatments, stay: report.stays, phase: report.phases } as const;
  const list: readonly (Spanning & { readonly id: string })[] = lists[held.of];
  const found = list.find(({ id }) => id === held.id);
  if (!found) return null;
  return held.end === 'start' ? found.start : (found.stop ?? 'open');
}
