/** What a chart shows, changed by its card: what is as it would be anyway is not written down. */
import { type ChartSettings, LANE_KINDS } from '../../../core/report/chart-settings.ts';
import type { ChartBlock } from '../../../core/report/document.ts';

/** Settings without what says nothing; undefined where nothing is left. */
export function leanSettings(settings: ChartSettings): ChartSettings | undefined {
  const { lanes = [], log = [], treatments, breaks, style, width, layout, ...rest } = settings;
  const lean: ChartSettings = {
    ...rest,
    // From top to bottom, in whatever order they were ticked.
    ...(lanes.length > 0 && { lanes: LANE_KINDS.filter(kind => lanes.includes(kind)) }),
    ...(treatments && { treatments }),
    ...(log.length > 0 && { log }),
    ...(breaks === 'long-gaps' && { breaks }),
    ...(style === 'grey' && { style }),
    ...(width && width !== 'text' && { width }),
    ...(layout === 'lanes' && { layout }),
  };
  return Object.keys(lean).length === 0 ? undefined : lean;
}

/** A list with one thing in it or not, in the order of all that could be. */
export function chosenAmong<T>(all: readonly T[], chosen: readonly T[], one: T, isIn: boolean): readonly T[] {
  const next = new Set(chosen);
  if (isIn) next.add(one);
  else next.delete(one);
  return all.filter(each => next.has(each));
}

/** The series of a chart or a table with one more at the end, or without it. */
export function withSeries(block: Pick<ChartBlock, 'series'>, id: string, isIn: boolean): string[] {
  const others = block.series.filter(each => each !== id);
  return isIn ? [...others, id] : others;
}
