/** Where on its pages each part of the text came to stand, for a window that shows both. */
import type { PrintedPlace } from '../../../core/export/types.ts';
import type { LayoutPage, Mark, PageItem } from '../engine/types.ts';

const TOLERANCE = 0.5;

interface Box {
  readonly source: string;
  /** Left edge of the column that its text stands in. */
  readonly column?: number | undefined;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * The places of all blocks that name a source: one for each column and page that a block stands in, and one for its notes at the foot
 * of the page, in the order of the pages.
 */
export function placesOf(pages: readonly LayoutPage[]): readonly PrintedPlace[] {
  return pages.flatMap(({ items }, index) => {
    const boxes = new Map<string, Box>();
    for (const item of items) {
      const box = boxOf(item);
      if (!box) continue;
      const key = `${box.source} ${box.column ?? ''}`;
      const known = boxes.get(key);
      if (known) widen(known, box);
      else boxes.set(key, box);
    }
    return [...boxes.values()].map(
      ({ source, left, top, right, bottom }): PrintedPlace => ({
        source,
        page: index + 1,
        left,
        top,
        width: right - left,
        height: bottom - top,
      }),
    );
  });
}

/** Lines as wide as their column, images and drawings; rules and grounds lie where the text between them does. */
function boxOf({ type, item }: PageItem): Box | null {
  if (type === 'vector') return null;
  const source = sourceOf(type === 'line' ? (item.setting?.mark ?? item.mark) : item.mark);
  if (source === undefined) return null;
  const { x: left, y: top } = item;
  if (type !== 'line') return { source, left, top, right: left + item._width, bottom: top + item._height };
  // Notes have no column, so that they are never one place with the text that marks them.
  const column = item.setting?.columnLefts.findLast(each => each <= left + TOLERANCE);
  const right = Math.max(left + item.getWidth(), (column ?? left) + (item.setting?.columnWidth ?? 0));
  return { source, column, left, top, right, bottom: top + item.getHeight() };
}

const sourceOf = (mark: Mark | undefined) => (mark && 'element' in mark ? mark.source : undefined);

function widen(box: Box, by: Box): void {
  box.left = Math.min(box.left, by.left);
  box.top = Math.min(box.top, by.top);
  box.right = Math.max(box.right, by.right);
  box.bottom = Math.max(box.bottom, by.bottom);
}
