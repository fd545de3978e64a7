/** What all lanes share: the axis with its labels, grid lines, and the marks where it is broken. */
import { widthOf } from './letters.ts';
import { escaped, round, shape, textElement } from './svg.ts';
import type { Tick } from './ticks.ts';
import type { LaneContext } from './types.ts';

/** Labels under (or above) the axis; one that would run into the one before is left out. */
export function axisLabels(
  ticks: readonly Tick[],
  baseline: number,
  { scale, style, left, right }: LaneContext,
): string {
  let end = Number.NEGATIVE_INFINITY;
  return ticks
    .map(({ order, label }) => {
      const x = scale.across(order);
      const half = widthOf(label, style.small) / 2;
      if (x < left - 1 || x > right + 1 || x - half < end + 4) return '';
      end = x + half;
      return textElement(
        {
          x,
          y: baseline,
          'font-family': style.font,
          'font-size': style.small,
          'text-anchor': 'middle',
          fill: style.second,
        },
        escaped(label),
      );
    })
    .join('');
}

export function gridLines(
  ticks: readonly Tick[],
  top: number,
  bottom: number,
  { scale, style, left, right }: LaneContext,
): string {
  return ticks
    .map(({ order }) => scale.across(order))
    .filter(x => x >= left - 1 && x <= right + 1)
    .map(x => shape('line', { x1: x, y1: top, x2: x, y2: bottom, stroke: style.grid, 'stroke-width': 0.6 }))
    .join('');
}

/** Two strokes across the axis and a dotted pair through the lanes, wherever a stretch is left out. */
export function breakMarks(top: number, bottom: number, { scale: { stretches }, style }: LaneContext): string {
  return stretches
    .slice(1)
    .map((stretch, index) => {
      const before = stretches[index] as (typeof stretches)[number];
      const middle = (before.right + stretch.left) / 2;
      const slashes = [-2, 2]
        .map(
          shift =>
            `M${round(middle + shift - 2)} ${round(bottom + 4)}L${round(middle + shift + 2)} ${round(bottom - 4)}`,
        )
        .join('');
      const lines = [middle - 2, middle + 2]
        .map(x =>
          shape('line', {
            x1: x,
            y1: top,
            x2: x,
            y2: bottom - 5,
            stroke: style.second,
            'stroke-width': 0.4,
            'stroke-dasharray': '1 2',
          }),
        )
        .join('');
      return (
        shape('rect', { x: middle - 2, y: top, width: 4, height: bottom - top + 1, fill: style.ground }) +
        lines +
        shape('path', { d: slashes, fill: 'none', stroke: style.second, 'stroke-width': 0.8 })
      );
    })
    .join('');
}
