/** The lane of images: a frame each at its day, with the panel's name; the picture itself is put in by who has it. */
import { orderOf } from '../../moment.ts';
import { rowsOf } from '../labels.ts';
import { cutTo } from '../letters.ts';
import { pictureName } from '../pictures.ts';
import { attributes, escaped, shape, textElement } from '../svg.ts';
import type { DrawnLane, ImageMark, LaneContext, Target } from '../types.ts';

/** Width and height of a frame, four to three. */
const FRAME = { width: 36, height: 27 } as const;

export function drawImages(images: readonly ImageMark[], context: LaneContext, top: number): DrawnLane {
  const { scale, time, style, left, right, holds } = context;
  const [width, height] = [FRAME.width * style.scale, FRAME.height * style.scale];
  const placed = images
    .filter(({ at }) => holds(at))
    .map(image => {
      const x = scale.across(orderOf(image.at, time));
      const middle = Math.min(Math.max(x, left + width / 2), right + 8 - width / 2);
      return { image, x, left: middle - width / 2, right: middle + width / 2 };
    })
    .filter(({ x }) => x >= left - 1 && x <= right + 1)
    .sort((a, b) => a.x - b.x);
  const rows = rowsOf(placed, 3);
  const rowHeight = height + style.small * 1.3 + 4;
  const parts = placed.map(({ image, left: from }, index) => {
    const y = top + 4 + (rows[index] as number) * rowHeight;
    return (
      shape('rect', { x: from, y, width, height, fill: style.grid }) +
      `<image${attributes({
        x: from,
        y,
        width,
        height,
        preserveAspectRatio: 'xMidYMid slice',
        'data-asset': pictureName({ asset: image.asset, isGrey: style.isGrey ?? false }),
      })}/>` +
      shape('rect', { x: from, y, width, height, fill: 'none', stroke: style.second, 'stroke-width': 0.6 }) +
      textElement(
        {
          x: from + width / 2,
          y: y + height + style.small,
          'font-family': style.font,
          'font-size': style.small,
          'text-anchor': 'middle',
          fill: style.ink,
        },
        escaped(cutTo(image.label, style.small, width + 2)),
      )
    );
  });
  const targets = placed.map(({ image, left: from, right: to }, index): Target => {
    const y = top + 4 + (rows[index] as number) * rowHeight;
    return { of: 'image', id: image.id, left: from, right: to, top: y, bottom: y + height };
  });
  const count = Math.max(1, ...rows.map(row => row + 1));
  return { svg: parts.join(''), height: count * rowHeight + 4, targets, rows: [] };
}
