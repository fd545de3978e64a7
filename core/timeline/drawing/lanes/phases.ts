/** Phases: a ground behind every lane, a line where one begins, and their names above. */
import type { Phase } from '../../../report/course.ts';
import { orderOf } from '../../moment.ts';
import { cutTo, widthOf } from '../letters.ts';
import { escaped, shape, textElement } from '../svg.ts';
import type { DrawnLane, LaneContext, Target } from '../types.ts';

interface Span {
  readonly phase: Phase;
  readonly from: number;
  readonly to: number;
}

function spansOf(phases: readonly Phase[], { scale, time, left, right, holds }: LaneContext): readonly Span[] {
  return phases
    .filter(({ start }) => holds(start))
    .map(phase => ({
      phase,
      from: Math.max(left, scale.across(orderOf(phase.start, time))),
      to: Math.min(right, phase.stop && holds(phase.stop) ? scale.across(orderOf(phase.stop, time)) : right),
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
}

const nameHeight = ({ style }: LaneContext) => style.small * 1.3 + 6;

/** Their names in a row. */
export function drawPhaseNames(phases: readonly Phase[], context: LaneContext, top: number): DrawnLane {
  const { style } = context;
  const spans = spansOf(phases, context);
  const height = nameHeight(context);
  const parts = spans.map(({ phase, from, to }) => {
    const words = cutTo(phase.name, style.small, to - from - 4);
    if (words.length < 3 && words !== phase.name) return '';
    const middle = (from + to) / 2;
    const half = widthOf(words, style.small) / 2;
    return textElement(
      {
        x: Math.max(middle, from + half),
        y: top + style.small + 2,
        'font-family': style.font,
        'font-size': style.small,
        'font-style': 'italic',
        'text-anchor': 'middle',
        fill: style.ink,
      },
      escaped(words),
    );
  });
  const targets = spans.map(
    ({ phase, from, to }): Target => ({ of: 'phase', id: phase.id, left: from, right: to, top, bottom: top + height }),
  );
  return { svg: parts.join(''), height, targets, rows: [] };
}

/** Their grounds, drawn first. */
export function drawPhaseGrounds(phases: readonly Phase[], context: LaneContext, top: number, bottom: number): string {
  const { style } = context;
  return spansOf(phases, context)
    .map(
      ({ from, to }, index) =>
        shape('rect', {
          x: from,
          y: top,
          width: to - from,
          height: bottom - top,
          fill: style.phases[index % 2] as string,
        }) +
        [from, to]
          .map(
            x =>
              // Light where values in words stand on it, plain beside the names.
              shape('line', { x1: x, y1: top, x2: x, y2: bottom, stroke: style.grid, 'stroke-width': 1 }) +
              shape('line', {
                x1: x,
                y1: top,
                x2: x,
                y2: Math.min(bottom, top + nameHeight(context)),
                stroke: style.second,
                'stroke-width': 0.7,
              }),
          )
          .join(''),
    )
    .join('');
}
