/**
 * What a host is told of changes: of what it holds already only what changed, and of much at once a piece at a time, so that no call
 * keeps the window from its next key.
 */
import { changedPoints } from '../../core/report/changed-points.ts';
import { changedText } from '../../core/report/changed-text.ts';
import type { Part, PartKey } from '../../core/report/document.ts';
import type { Op, WholeOp } from '../../core/report/ops.ts';
import type { CaseReport, Series } from '../../core/report/types.ts';

/** The values that the host has, by key and id. */
export interface Held {
  readonly parts: ReadonlyMap<PartKey, Part>;
  readonly series: ReadonlyMap<string, Series>;
}

export const NOTHING_HELD: Held = { parts: new Map(), series: new Map() };

export function heldOf({ parts, series }: Pick<CaseReport, 'parts' | 'series'>): Held {
  return { parts: new Map(parts.map(part => [part.key, part])), series: new Map(series.map(one => [one.id, one])) };
}

/** What one call takes, counted in points of a series, each some 80 bytes: about three milliseconds of the window's thread. */
const A_CALL = 1000;

/** About how much an op is, in points of a series. */
function weightOf(op: Op): number {
  if (op.set === 'points') return 1 + op.insert.length;
  if (op.set === 'text') return 4 + 4 * op.insert.length;
  if (op.set === 'part') return 4 + 4 * (op.value?.children.length ?? 0);
  if (op.set === 'series') return 1 + (op.value?.points.length ?? 0);
  return op.set === 'reference' ? 8 : 4;
}

interface Maps {
  readonly parts: Map<PartKey, Part>;
  readonly series: Map<string, Series>;
}

/** An op as the host can take it, and what it holds after it: a change of what it has, or the whole; a long series in pieces. */
function* narrowed(op: WholeOp, { parts, series }: Maps): Generator<Op> {
  if (op.set === 'part') {
    const before = parts.get(op.key);
    if (op.value === null) parts.delete(op.key);
    else parts.set(op.key, op.value);
    yield (before && op.value && op.at === undefined && changedText(before, op.value)) || op;
  } else if (op.set === 'series' && op.value === null) {
    series.delete(op.id);
    yield op;
  } else if (op.set === 'series' && op.value !== null) {
    const before = series.get(op.id);
    const change = before && op.at === undefined ? changedPoints(before, op.value) : null;
    const { points } = op.value;
    if (change && change.insert.length <= A_CALL) yield change;
    else if (points.length <= A_CALL) yield op;
    else {
      let now: Series = { ...op.value, points: points.slice(0, A_CALL) };
      yield { ...op, value: now };
      while (now.points.length < points.length) {
        const next: Series = { ...op.value, points: points.slice(0, now.points.length + A_CALL) };
        yield changedPoints(now, next) as Op;
        now = next;
      }
    }
    series.set(op.id, op.value);
  } else yield op;
}

export interface Piece {
  /** For one call. */
  readonly ops: readonly Op[];
  /** What the host holds once it has taken them. */
  readonly held: Held;
}

/** Changes for a host that holds something, in pieces for one call after the other. Each is made when it is asked for. */
export function* told(batch: readonly WholeOp[], held: Held): Generator<Piece> {
  const maps: Maps = { parts: new Map(held.parts), series: new Map(held.series) };
  const piece = (ops: readonly Op[]) => ({ ops, held: { parts: new Map(maps.parts), series: new Map(maps.series) } });
  let ops: Op[] = [];
  let weight = 0;
  for (const whole of batch)
    for (const op of narrowed(whole, maps)) {
      const more = weightOf(op);
      if (ops.length > 0 && weight + more > A_CALL + 1) {
        yield piece(ops);
        ops = [];
        weight = 0;
      }
      ops.push(op);
      weight += more;
    }
  if (ops.length > 0) yield piece(ops);
}
