/** How the window shows the timeline of one file: kept with the window's sizes, nothing of it is in the report. */
import type { Layout } from '../../../../core/contract/values.ts';
import { LANE_KINDS, type LaneKind } from '../../../../core/report/chart-settings.ts';
import type { Span } from './span.ts';

export interface View {
  /** The part of the axis that is seen; null is all of it. */
  readonly span: Span | null;
  readonly breaks: boolean;
  /** Ids of series on a logarithmic axis. */
  readonly log: readonly string[];
  /** Ids of series and kinds of lanes that are left out. */
  readonly hidden: readonly string[];
  /** Treatments, events, stays and phases as tables, not as lists with a form. */
  readonly tables: boolean;
}

export const WHOLE: View = { span: null, breaks: false, log: [], hidden: [], tables: false };

/** Lanes that are not left out. */
export function shownLanes({ hidden }: Pick<View, 'hidden'>): readonly LaneKind[] {
  return LANE_KINDS.filter(kind => !hidden.includes(kind));
}

/** The view as it was left; what is missing or makes no sense is as at first. */
export function viewFrom({ timeline }: Layout): View {
  if (typeof timeline !== 'string') return WHOLE;
  try {
    const { span, breaks, log, hidden, tables } = JSON.parse(timeline) as Partial<Record<keyof View, unknown>>;
    const isSpan = Array.isArray(span) && span.length === 2 && span.every(Number.isFinite) && span[0] < span[1];
    const ids = (list: unknown) => (Array.isArray(list) ? list.filter(id => typeof id === 'string') : []);
    return {
      span: isSpan ? (span as unknown as Span) : null,
      breaks: breaks === true,
      log: ids(log),
      hidden: ids(hidden),
      tables: tables === true,
    };
  } catch {
    return WHOLE;
  }
}

export function layoutOf(view: View): Layout {
  return { timeline: JSON.stringify(view) };
}
