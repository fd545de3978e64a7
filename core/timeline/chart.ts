/** The chart of lab series alone: a case of the timeline's drawing. */
import type { Language, Series, TimeSettings } from '../report/types.ts';
import { drawTimeline } from './drawing/draw.ts';
import type { Drawing } from './drawing/types.ts';

/** Draws series as small panels, two abreast where there is room. `width` in points (1/72 inch). */
export function drawChart(request: {
  readonly series: readonly Series[];
  readonly time: TimeSettings;
  readonly language: Language;
  readonly width: number;
}): Drawing {
  return drawTimeline(request);
}
