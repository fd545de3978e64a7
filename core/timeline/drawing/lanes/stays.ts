/** The lane of stays: a span each, in as many rows as they need. */
import type { Stay } from '../../../report/course.ts';
import { orderOf } from '../../moment.ts';
import { rowsOf } from '../labels.ts';
import { widthOf } from '../letters.ts';
import { escaped, round, shape, textElement } from '../svg.ts';
import type { DrawnLane, LaneContext, Target } from '../types.ts';

export function drawStays(stays: readonly Stay[], context: LaneContext, top: number): DrawnLane {
  const { scale, time, style, left, right, holds } = context;
  const rowHeight = style.small * 1.3 + 6;
  const spans = stays
    .filter(({ start }) => holds(start))
    .map(stay => {
      const start = scale.across(orderOf(stay.start, time));
      const from = Math.max(left, start);
      const to = stay.stop && holds(stay.stop) ? scale.across(orderOf(stay.stop, time)) : right;
      const end = Math.min(right, Math.max(start + 3, to));
      const width = widthOf(stay.label, style.small);
      const inside = width + 8 <= end - from;
      return { stay, from, end, inside, left: from, right: inside ? end : end + 5 + width };
    })
    .filter(({ from, end }) => from <= right && end >= left)
    .sort((a, b) => a.from - b.from);
  const rows = rowsOf(spans, 6);
  const parts = spans.map(({ stay, from, end, inside }, index) => {
    const y = top + 3 + (rows[index] as number) * rowHeight;
    const height = rowHeight - 4;
    const middle = y + height / 2;
    const text = inside ? from + 4 : end + 5;
    return (
      shape('rect', {
        x: from,
        y,
        width: end - from,
        height,
        fill: style.grid,
        stroke: style.second,
        'stroke-width': 0.7,
      }) +
      (stay.stop
        ? ''
        : shape('path', {
            d: `M${round(end)} ${round(y)}L${round(end + height * 0.45)} ${round(middle)}L${round(end)} ${round(y + height)}Z`,
            fill: style.second,
          })) +
      textElement(
        {
          x: text,
          y: middle + style.small * 0.34,
          'font-family': style.font,
          'font-size': style.small,
          fill: style.ink,
        },
        escaped(stay.label),
      )
    );
  });
  const targets = spans.map(({ stay, from, end }, index): Target => {
    const y = top + 3 + (rows[index] as number) * rowHeight;
    return { of: 'stay', id: stay.id, left: from, right: end, top: y, bottom: y + rowHeight - 4 };
  });
  const count = Math.max(1, ...rows.map(row => row + 1));
  return { svg: parts.join(''), height: count * rowHeight + 4, targets, rows: [] };
}
