/** Which rows and columns of a large grid are in sight; only those are in the page. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Above this many cells only those in sight are drawn (a page of more is slow to move in). */
const MANY = 3000;
/** Sizes in a large grid (pixels), as in its style sheet. */
export const ROW = 32;
export const COLUMN = 112;
/** Drawn beyond what is in sight. */
const BEYOND = { rows: 6, columns: 4 } as const;

/** Drawn before the frame is measured: more would be drawn only to be thrown away. */
const FIRST = { rows: { from: 0, to: 12 }, columns: { from: 0, to: 8 } } as const;

export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A part of a list with one more of it, which stays in the page because the cursor is there; `before` counts what is left out. */
export function indices(part: Part, also: number, count: number): readonly { index: number; before: number }[] {
  const list: number[] = [];
  for (let index = Math.max(0, part.from); index < Math.min(count, part.to); index++) list.push(index);
  if (also >= 0 && also < count && !list.includes(also)) list.push(also);
  list.sort((a, b) => a - b);
  return list.map((index, place) => ({ index, before: index - (place === 0 ? 0 : (list[place - 1] as number) + 1) }));
}

export interface Sight {
  readonly isLarge: boolean;
  readonly rows: Part;
  /** Of the columns behind the fixed ones. */
  readonly columns: Part;
}

/** Follows the scroll of a grid's frame. */
export function useSight(frame: RefObject<HTMLElement | null>, rows: number, columns: number, fixed: number): Sight {
  const isLarge = rows * columns > MANY;
  const [part, setPart] = useState<Pick<Sight, 'rows' | 'columns'>>(FIRST);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!isLarge || !element) return;
    const look = () => {
      const seen = (at: number, size: number, one: number, beyond: number): Part => ({
        from: Math.max(0, Math.floor(at / one) - beyond),
        to: Math.max(0, Math.ceil((at + size) / one)) + beyond,
      });
      const next = {
        rows: seen(element.scrollTop, element.clientHeight, ROW, BEYOND.rows),
        columns: seen(element.scrollLeft - (fixed - 1) * COLUMN, element.clientWidth, COLUMN, BEYOND.columns),
      };
      setPart(now => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [frame, isLarge, fixed]);
  return isLarge
    ? { isLarge, ...part }
    : { isLarge, rows: { from: 0, to: rows }, columns: { from: 0, to: columns - fixed } };
}
