/** The part of the axis that is shown: zoomed and moved along, never beyond what there is. */
import type { Moment, TimeSettings } from '../../../../core/report/types.ts';
import { onOneAxis, orderOf } from '../../../../core/timeline/moment.ts';

/** From one order to another (days). */
export type Span = readonly [number, number];

/** Least that can be seen at a time (days). */
const LEAST = 1;
/** One step of zooming. */
export const STEP = 1.5;
/** One step along the axis, as a share of what is seen. */
export const ALONG = 0.25;

/** From the first to the last moment that one axis can hold; null where there is none. */
export function wholeSpan(moments: readonly Moment[], time: TimeSettings): Span | null {
  const holds = onOneAxis(moments, time);
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const moment of moments) {
    if (!holds(moment)) continue;
    const order = orderOf(moment, time);
    if (order < from) from = order;
    if (order > to) to = order;
  }
  return from > to ? null : [from, to];
}

/** The span narrowed (factor above 1) or widened around an order that keeps its place; null where all is shown. */
export function zoomed(span: Span | null, whole: Span, factor: number, around?: number): Span | null {
  const [from, to] = span ?? whole;
  const middle = Math.min(Math.max(around ?? (from + to) / 2, from), to);
  const width = Math.max((to - from) / factor, Math.min(LEAST, whole[1] - whole[0]));
  if (width >= whole[1] - whole[0]) return null;
  const share = to === from ? 0.5 : (middle - from) / (to - from);
  return within([middle - width * share, middle + width * (1 - share)], whole);
}

/** The span moved along by a share of itself. */
export function panned(span: Span | null, whole: Span, by: number): Span | null {
  if (!span) return null;
  const shift = (span[1] - span[0]) * by;
  return within([span[0] + shift, span[1] + shift], whole);
}

/** The span moved so that an order is in it. */
export function reaching(span: Span | null, whole: Span, order: number): Span | null {
  if (!span || (order >= span[0] && order <= span[1])) return span;
  const half = (span[1] - span[0]) / 2;
  return within([order - half, order + half], whole);
}

function within([from, to]: Span, whole: Span): Span {
  const shift = Math.max(0, whole[0] - from) - Math.max(0, to - whole[1]);
  return [from + shift, to + shift];
}
